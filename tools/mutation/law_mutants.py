# SPDX-License-Identifier: EUPL-1.2
"""Mutants of data/law: each number that the engine reads on a day of 2024 to 2026, one step up in its last decimal.

No step has a meaning in the word for no limit, nor in a limit between two rows that say the same."""
import re

from mutation.mutant import Mutant

FIRST, LAST = "2024-01-01", "2026-12-31"
PARAMETER = re.compile(r'^id = "(?P<id>\w+)"\n.*?(?=^\[\[parameter\]\]|\Z)', re.DOTALL | re.MULTILINE)
ROW = re.compile(r'\{from = "(?P<since>[\d-]+)"(?:, until = "(?P<until>[\d-]+)")?, value = ')
NO_LIMIT = "1000000000000"
IDLE_LIMIT = re.compile(r"\[(\d+), ([\d.]+)\],(?=\s*\[\d+, \2\])")
CELL = re.compile(r'"[^"]*"|(?<![\w.])(?:\d+(?:\.\d+)?(?![\w.])|true|false)')


def ids_in(code):
    """Every text of the code that may be the id of a parameter."""
    return set(re.findall(r'"([a-z][a-z0-9_]+)"', code))


def step_up(number):
    if number in ("true", "false"):
        return "false" if number == "true" else "true"
    whole, dot, decimals = number.partition(".")
    up = str(int(whole + decimals) + 1).rjust(len(whole + decimals), "0")
    return f"{up[:len(up) - len(decimals)]}.{decimals and up[-len(decimals):]}" if dot else up


def span_of_value(text, start):
    """Where the value ends that begins there."""
    if text[start] != "[":
        return re.compile(r"[,}]").search(text, start).start()
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == "[") - (text[place] == "]")
        if depth == 0:
            return place + 1
    raise ValueError("a value without end")


def mutants_of(file, text, ids):
    found = []
    for parameter in PARAMETER.finditer(text):
        if parameter["id"] in ids:
            found += mutants_of_parameter(file, text, parameter)
    return found


def mutants_of_parameter(file, text, parameter):
    rows = list(ROW.finditer(text, parameter.start(), parameter.end()))
    starts = sorted({row["since"] for row in rows})
    found = []
    for row in rows:
        later = [start for start in starts if start > row["since"]]
        valid = (row["since"], min([row["until"] or "9999", *later]))  # the day of the next row is of no harm
        if valid[0] <= LAST and valid[1] > FIRST:
            found += cells_of(file, text, parameter["id"], row.end(), valid)
    return found


def cells_of(file, text, name, start, valid):
    end = span_of_value(text, start)
    idle = {row.start(1) for row in IDLE_LIMIT.finditer(text, start, end)}
    cells = [cell for cell in CELL.finditer(text, start, end) if not cell.group().startswith('"')]
    return [
        Mutant(file, text.count("\n", 0, cell.start()) + 1, f"{name}[{n}]", cell.group(), step_up(cell.group()),
               cell.start(), valid[0], valid)
        for n, cell in enumerate(cells) if cell.group() != NO_LIMIT and cell.start() not in idle
    ]
