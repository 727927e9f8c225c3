# SPDX-License-Identifier: EUPL-1.2
"""The snapshot folder, typed and checked (docs/plan.md section 1)."""
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace

from .kinds import HOUR_RESOURCES
from .reading import Unreadable, csv_rows, decoded, fitted, integer, read_bytes, scaled
from .reference import Reference
from .rules import Rules
from .schema import LANGUAGE_SCALE, REQUIRED_FILES, TABLES, Table
from .schemes import Scheme, read_schemes


class Faults:
    """Faults in the snapshot, as FILE:LINE:COLUMN: text."""

    def __init__(self):
        self.lines: list[str] = []

    def add(self, table: str, row, column: str, text: str):
        self.lines.append(f"{table}.csv:{row.line}:{column}: {text}")


_MAY_BE_EMPTY = {("requirements", "code"), ("requirements", "level"), ("indications", "since")}


def _is_required(table: str, spec: Table, column: str) -> bool:
    return column in spec.required or column in spec.key and (table, column) not in _MAY_BE_EMPTY


def _typed(table: str, spec: Table, line: int, cells: dict[str, str], faults: Faults) -> SimpleNamespace:
    row = SimpleNamespace(line=line)
    for column, reader in spec.columns.items():
        cell = cells.get(column, "")
        try:
            setattr(row, column, reader(cell) if cell else None)
        except ValueError as error:
            setattr(row, column, None)
            faults.add(table, row, column, str(error))
        else:
            if not cell and _is_required(table, spec, column):
                faults.add(table, row, column, "empty")
    return row


def rows_set_aside(plan: Path) -> frozenset[tuple[str, int]]:
    """File and line of every row that a lenient plan left out (docs/plan.md section 10)."""
    path = plan / "set-aside.csv"
    if not path.exists():
        return frozenset()
    header, lines = csv_rows(decoded(read_bytes(path), path), path)
    named = [dict(zip(header, cells)) for _, cells in lines]
    return frozenset((row["file"], int(row["line"])) for row in named)


def _read_rows(folder: Path, table: str, aside: frozenset, faults: Faults) -> list[SimpleNamespace]:
    path, spec = folder / f"{table}.csv", TABLES[table]
    if not path.exists():
        if table in REQUIRED_FILES:
            raise Unreadable(f"{path}: missing")
        return []
    header, lines = csv_rows(decoded(read_bytes(path), path), path)
    rows = []
    for line, cells in lines:
        if (f"{table}.csv", line) in aside:
            continue
        fit = fitted(header, cells)
        if fit is None:
            faults.lines.append(f"{table}.csv:{line}: number of cells differs from the header")
        else:
            rows.append(_typed(table, spec, line, dict(zip(header, fit)), faults))
    return rows


def _check_keys(tables: dict[str, list], faults: Faults):
    keys = {}
    for table, spec in TABLES.items():
        seen = set()
        for row in tables[table]:
            key = tuple(getattr(row, column) for column in spec.key)
            if spec.key and key in seen:
                faults.add(table, row, spec.key[-1], "this key stands twice")
            seen.add(key)
        keys[table] = seen
    for table, spec in TABLES.items():
        for column, target in spec.references.items():
            for row in tables[table]:
                if (getattr(row, column),) not in keys[target]:
                    faults.add(table, row, column, f"'{getattr(row, column)}' is not in {target}.csv")
    for row in tables["uses"]:
        if row.kind == "work" and (row.id,) not in keys["work"]:
            faults.add("uses", row, "id", f"'{row.id}' is not in work.csv")


def _check_codes(tables: dict[str, list], reference: Reference, rules: Rules, faults: Faults):
    known = reference.occupations.known
    for table, column in (("wishes", "occupation"), ("work", "occupation"), ("exclusions", "code")):
        for row in tables[table]:
            code = getattr(row, column)
            if code and (table != "exclusions" or row.kind == "occupation") and not known(code):
                faults.add(table, row, column, f"'{code}' is no occupation")
    for row in tables["wishes"]:
        if row.mode and row.mode not in rules.modes:
            faults.add("wishes", row, "mode", f"'{row.mode}' is not a mode of the rules")
    for row in tables["requirements"]:
        scale = {"language": (*LANGUAGE_SCALE, None)}.get(row.kind)
        if row.kind == "diploma" and not row.code:
            scale = (*"012345678", None)
        if scale and row.level not in scale:
            faults.add("requirements", row, "level", f"'{row.level}' is not on the scale")


def _check_levels(tables: dict[str, list], reference: Reference, faults: Faults):
    for table in ("conditions", "demands"):
        for row in tables[table]:
            if row.item and row.item not in reference.items:
                faults.add(table, row, "item", f"'{row.item}' is not an item")
            elif row.item and row.level and not reference.items[row.item].knows(row.level):
                faults.add(table, row, "level", f"'{row.level}' is not a level of {row.item}")


def _amounts(tables: dict[str, list], faults: Faults) -> dict[str, int]:
    """Budgets and uses become integers: centihours for kinds that count hours (section 8)."""
    in_hours = {row.resource: row.kind in HOUR_RESOURCES for row in tables["resources"]}
    for table, column in (("resources", "amount"), ("uses", "amount_per_person")):
        for row in tables[table]:
            cell = getattr(row, column) or "0"
            try:
                setattr(row, column, scaled(cell, 2) if in_hours.get(row.resource) else integer(cell))
            except ValueError as error:
                setattr(row, column, 0)
                faults.add(table, row, column, str(error))
    return {row.resource: row.amount for row in tables["resources"]}


def by(rows: list, *columns: str) -> dict:
    """Rows grouped by one column, or by a tuple of several."""
    out = defaultdict(list)
    for row in rows:
        out[getattr(row, columns[0]) if len(columns) == 1 else tuple(getattr(row, c) for c in columns)].append(row)
    return out


class Snapshot:
    """People and works with their rows. `people` and `works` are in order of id."""

    def __init__(self, tables: dict[str, list], budgets: dict[str, int], schemes: dict[str, Scheme]):
        self.people = sorted(tables["people"], key=lambda row: row.person)
        self.works = sorted(tables["work"], key=lambda row: row.work)
        self.index = {work.work: i for i, work in enumerate(self.works)}
        self.persons = {person.person: person for person in self.people}
        self.budgets = budgets
        self.schemes = schemes
        self.resources = tables["resources"]
        self.training = tables["training"]
        self.groups = tables["groups"]
        self.placements = tables["placements"]
        for name in ("demands", "requirements", "support_offered"):
            setattr(self, f"{name}_of", by(tables[name], "work"))
        for name in ("wishes", "exclusions", "languages", "skills", "licences", "education", "conditions", "support",
                     "indications", "resting"):
            setattr(self, f"{name}_of", by(tables[name], "person"))
        for rows in self.wishes_of.values():
            rows.sort(key=lambda row: row.rank)
        self.uses_of = by(tables["uses"], "kind", "id")
        self.group_kinds = {group: {row.kind for row in rows} for group, rows in by(self.groups, "group").items()}


def read_snapshot(folder: Path, reference: Reference, rules: Rules,
                  aside: frozenset[tuple[str, int]] = frozenset()) -> tuple[Snapshot | None, list[str]]:
    """The snapshot without the rows set aside, or none and every fault in it."""
    faults = Faults()
    tables = {table: _read_rows(folder, table, aside, faults) for table in TABLES}
    _check_keys(tables, faults)
    _check_codes(tables, reference, rules, faults)
    _check_levels(tables, reference, faults)
    budgets = _amounts(tables, faults)
    schemes, scheme_faults = read_schemes(folder)
    if faults.lines or scheme_faults:
        return None, faults.lines + scheme_faults
    return Snapshot(tables, budgets, schemes), []
