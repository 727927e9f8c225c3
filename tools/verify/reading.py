# SPDX-License-Identifier: EUPL-1.2
"""Files and cells as docs/plan.md section 1 reads them: CSV, JSON, dates, amounts, h(text)."""
import csv
import hashlib
import io
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path


class Unreadable(Exception):
    """Input that cannot be read at all: the answer is exit 3, not a judgement of the plan."""


def read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}") from error


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def h(text: str) -> int:
    """The first 40 bits of SHA-256, big endian."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:5], "big")


def decoded(content: bytes, path: Path) -> str:
    """UTF-8 with or without byte order mark, else Windows-1252."""
    if b"\0" in content:
        raise Unreadable(f"{path}: not text")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path}: neither UTF-8 nor Windows-1252") from error


def _separator(first_line: str) -> str:
    quoted = False
    for character in first_line:
        quoted ^= character == '"'
        if not quoted and character in ",;":
            return character
    return ","


def csv_rows(text: str, path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Header and (line, cells) of each row that holds anything; cells trimmed."""
    first, skipped = re.split(r"\r\n|\r|\n", text, maxsplit=1)[0], 0
    if len(first) == 5 and first.startswith("sep="):
        separator, skipped = first[4], 1
    else:
        separator = _separator(first)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    rows, line = [], 1
    try:
        for number, cells in enumerate(reader):
            cells = [cell.strip(" \t") for cell in cells]
            if number >= skipped and any(cells):
                rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable(f"{path}:{line}: {error}") from error
    if not rows:
        raise Unreadable(f"{path}: no header")
    return rows[0][1], rows[1:]


def fitted(header: list[str], cells: list[str]) -> list[str] | None:
    """As many cells as the header; empty cells too many are dropped; None when the number differs."""
    while len(cells) > len(header) and not cells[-1]:
        cells = cells[:-1]
    return cells if len(cells) == len(header) else None


def read_table(path: Path) -> list[dict[str, str]]:
    """A reference table as dicts by header name. Every row must fit."""
    header, rows = csv_rows(decoded(read_bytes(path), path), path)
    out = []
    for line, cells in rows:
        cells = fitted(header, cells)
        if cells is None:
            raise Unreadable(f"{path}:{line}: number of cells differs from the header")
        out.append(dict(zip(header, cells)))
    return out


def _no_duplicates(pairs: list[tuple[str, object]]) -> dict:
    out = dict(pairs)
    if len(out) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return out


def parse_json(content: bytes, path: Path):
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=_no_duplicates)
    except ValueError as error:
        raise Unreadable(f"{path}: {error}") from error


def canonical_json(value) -> bytes:
    """Sorted keys, indent 1, LF at the end (section 10)."""
    return (json.dumps(value, sort_keys=True, indent=1, ensure_ascii=False) + "\n").encode()


def integer(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,17}", text):
        raise ValueError(f"'{text}' is not a whole number")
    return int(text)


def scaled(text: str, digits: int) -> int:
    """Decimal text times 10^digits, exactly: scaled("24.5", 2) = 2450."""
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,%d})?" % max(digits, 1), text):
        raise ValueError(f"'{text}' is not a number with at most {digits} decimals")
    value = Decimal(text).scaleb(digits)
    if value != int(value):
        raise ValueError(f"'{text}' has more than {digits} decimals")
    return int(value)


def day(text: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(f"'{text}' is not a date YYYY-MM-DD")
    return date.fromisoformat(text)
