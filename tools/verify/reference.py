# SPDX-License-Identifier: EUPL-1.2
"""Reference data of docs/plan.md section 2: points, occupations, items, templates. Minimum wage of section 5."""
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from .reading import Unreadable, day, read_bytes, read_table, scaled

KNOWN_POINT = {"ok", "shared_point"}
# What the answer depends on; each must stand among the manifest's inputs.
REFERENCE_FILES = (
    "geo/pc4.csv", "occupations/isco08.csv", "occupations/esco.csv", "occupations/broader.csv",
    "work/items.csv", "work/demand_templates.csv", "law/minimum_wage.toml",
)
AOW_FILE = "law/aow.toml"  # only where the snapshot holds schemes


@dataclass(frozen=True)
class Item:
    kind: str
    levels: tuple[str, ...]

    def knows(self, level: str) -> bool:
        """Section 7: whether this is a level of the item, on either side."""
        if level == "geen" or self.kind == "info":
            return True
        if self.kind == "condition":
            return level in ("ja", "nee")
        if self.kind != "threshold":
            return level in self.levels
        try:
            scaled(level, 6)
        except ValueError:
            return False
        return True


class Occupations:
    """Codes and the relation *lies in*."""

    def __init__(self, groups: set[str], esco: dict[str, str], parents: dict[str, set[str]]):
        self._groups, self._esco, self._parents = groups, esco, parents
        self.ancestors = cache(self._ancestors)

    def known(self, code: str) -> bool:
        return code in self._groups or code in self._esco

    def isco(self, code: str) -> str:
        return self._esco.get(code, code)

    def _ancestors(self, code: str) -> frozenset[str]:
        """The code itself and everything reachable by going to parents."""
        seen, todo = {code}, [code]
        while todo:
            for parent in self._parents_of(todo.pop()) - seen:
                seen.add(parent)
                todo.append(parent)
        return frozenset(seen)

    def _parents_of(self, code: str) -> set[str]:
        if code in self._esco:
            return self._parents.get(code, set())
        return {code[:-1]} if len(code) > 1 else set()

    def lies_in(self, code: str, outer: str) -> bool:
        return outer in self.ancestors(code)


@dataclass(frozen=True)
class Wml:
    """The statutory parameters in force on one date; all in eurocent and per mille."""
    adult: int
    youth: tuple[tuple[int, int], ...]
    bbl: tuple[tuple[int, int], ...]

    def adult_age(self) -> int:
        return max((age for age, _ in self.youth), default=-1) + 1

    def lowest_age(self) -> int:
        return min((age for age, _ in self.youth), default=0)

    def hourly(self, age: int, bbl: bool) -> int:
        """Statutory minimum per hour at this age, which is not below the lowest."""
        scale = dict(self.youth) | (dict(self.bbl) if bbl else {})
        if age not in scale:
            return self.adult
        return (self.adult * scale[age] + 500) // 1000


def _scale(value, per: int) -> tuple[tuple[int, int], ...]:
    return tuple((int(age), int(Decimal(fraction) * per)) for age, fraction in value)


def value_on(values: list[tuple[date, object]], on: date):
    """The value with the latest `from` on or before the date; None when there is none or it is unknown."""
    past = [entry for entry in values if entry[0] <= on]
    value = max(past, key=lambda entry: entry[0])[1] if past else None
    return None if value == "unknown" else value


class MinimumWage:
    """Dated parameters of data/law/minimum_wage.toml."""

    def __init__(self, parameters: dict[str, list[tuple[date, object]]]):
        self._parameters = parameters
        self.on = cache(self._on)

    def _value(self, name: str, on: date):
        return value_on(self._parameters.get(name, []), on)

    def _on(self, on: date) -> Wml | None:
        adult = self._value("minimum_wage_hourly_adult", on)
        youth = self._value("minimum_wage_youth_percentage", on)
        bbl = self._value("minimum_wage_bbl_percentage", on)
        if adult is None or youth is None or bbl is None:
            return None
        return Wml(int(Decimal(adult) * 100), _scale(youth, 1000), _scale(bbl, 1000))


@dataclass
class Reference:
    points: dict[str, tuple[int, int]]
    occupations: Occupations
    items: dict[str, Item]
    templates: dict[str, dict[str, str]] = field(default_factory=dict)  # ISCO group → item → level
    wage: MinimumWage = field(default_factory=lambda: MinimumWage({}))
    aow_ages: list[tuple[date, object]] = field(default_factory=list)  # [years, months] from a date on

    def aow_months(self, on: date) -> int | None:
        """The AOW age in months; None where it is not known."""
        age = value_on(self.aow_ages, on)
        return None if age is None or "unknown" in age else 12 * int(age[0]) + int(age[1])

    def template(self, occupation: str | None) -> dict[str, str]:
        """Demands of the longest group with a template that the occupation's ISCO code lies in."""
        code = self.occupations.isco(occupation) if occupation else ""
        while code and code not in self.templates:
            code = code[:-1]
        return self.templates.get(code, {})


def read_toml(path: Path) -> dict:
    try:
        return tomllib.loads(read_bytes(path).decode("utf-8-sig"), parse_float=Decimal)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Unreadable(f"{path}: {error}") from error


def toml_date(value) -> date:
    if isinstance(value, datetime):
        raise ValueError(f"'{value}' is not a date")
    return value if isinstance(value, date) else day(str(value))


def _read_occupations(folder: Path) -> Occupations:
    groups = {row["isco08"] for row in read_table(folder / "isco08.csv")}
    esco = {row["occupation_id"]: row["isco08"] for row in read_table(folder / "esco.csv")}
    parents: dict[str, set[str]] = {}
    for row in read_table(folder / "broader.csv"):
        if row["child"].startswith("occ:"):
            parent = row["parent"].removeprefix("isco:C").removeprefix("occ:")
            parents.setdefault(row["child"].removeprefix("occ:"), set()).add(parent)
    return Occupations(groups, esco, parents)


def _read_parameters(path: Path) -> dict[str, list[tuple[date, object]]]:
    return {entry["id"]: [(toml_date(v["from"]), v["value"]) for v in entry["values"]]
            for entry in read_toml(path).get("parameter", [])}


def _read_aow_ages(path: Path) -> list[tuple[date, object]]:
    return _read_parameters(path).get("aow_age", []) if path.exists() else []


def _read_templates(path: Path) -> dict[str, dict[str, str]]:
    templates: dict[str, dict[str, str]] = {}
    for row in read_table(path):
        templates.setdefault(row["isco08"], {})[row["item"]] = row["level"]
    return templates


def _levels(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(level.strip() for level in row["levels"].split("|")) if row["levels"] else ()


def read_reference(data: Path) -> Reference:
    try:
        points = {row["pc4"]: (int(row["x_m"]), int(row["y_m"])) for row in read_table(data / "geo/pc4.csv")
                  if row["quality"] in KNOWN_POINT and row["x_m"] and row["y_m"]}
        items = {row["code"]: Item(row["kind"], _levels(row)) for row in read_table(data / "work/items.csv")}
        templates = _read_templates(data / "work/demand_templates.csv")
        strange = {f"{item} {level}" for levels in templates.values() for item, level in levels.items()
                   if item not in items or not items[item].knows(level)}
        if strange:
            raise Unreadable(f"{data}/work/demand_templates.csv: not in items.csv: {', '.join(sorted(strange))}")
        return Reference(points, _read_occupations(data / "occupations"), items, templates,
                         MinimumWage(_read_parameters(data / "law/minimum_wage.toml")),
                         _read_aow_ages(data / AOW_FILE))
    except (KeyError, ValueError) as error:
        raise Unreadable(f"{data}: reference data: {error!r}") from error
