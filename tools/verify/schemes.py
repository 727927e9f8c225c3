# SPDX-License-Identifier: EUPL-1.2
"""Schemes of the snapshot's folder `schemes`: dated versions, ceilings, and target groups in three values
(docs/schemes.md sections 2 to 4)."""
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from .reference import read_toml, toml_date

UNKNOWN, NO_LIMIT = "unknown", "none"
Truth = bool | None  # None: unknown
Facts = Mapping[str, object]  # what is known, by predicate; `aow` is the AOW age in months

WORDS = {"residence", "status", "benefit", "school", "advice", "indication", "provision", "work_kind",
         "employer_sector", "household_kind"}
RANGE = {"education", "diploma_level", "training_level", "diploma_year", "wage_value", "contract_months", "hours_week"}
MONTHS = {"benefit_duration", "waiting_duration", "since_diploma"}
YES_NO = {"leerplichtig", "startkwalificatie", "diploma_without_vacancies", "regular_route", "worked_here",
          "sector_prospects", "job_guarantee", "training_started", "pays_floor", "new_tasks", "displacement_passed",
          "neighbourhood_value", "social_enterprise", "liability_insured", "better_off"}


def months_between(start: date, end: date) -> int:
    """Whole months: the difference in calendar months, less 1 when the day of the end is lower."""
    return 12 * (end.year - start.year) + end.month - start.month - (end.day < start.day)


def all_hold(parts: Iterable[Truth]) -> Truth:
    """No if any part is no, else unknown if any part is unknown, else yes."""
    parts = set(parts)
    return False if False in parts else None if None in parts else True


def any_holds(parts: Iterable[Truth]) -> Truth:
    """Yes if any part is yes, else unknown if any part is unknown, else no."""
    parts = set(parts)
    return True if True in parts else None if None in parts else False


class Bound:
    """A limit of a predicate: a number, none at all, or one the source does not give."""

    def __init__(self, table: dict, key: str):
        self._limit = table.get(key, NO_LIMIT)
        if self._limit not in (UNKNOWN, NO_LIMIT) and not _is_number(self._limit):
            raise ValueError(f"{key}: '{self._limit}' is not a number")

    def test(self, passes: Callable[[object], bool]) -> Truth:
        return True if self._limit == NO_LIMIT else None if self._limit == UNKNOWN else passes(self._limit)


def _is_number(value) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


@dataclass(frozen=True)
class Condition:
    """A target, or several joined. `asks` names the facts it depends on."""
    asks: frozenset[str]
    holds: Callable[[Facts], Truth]


def _about(fact: str, test: Callable[[object], Truth]) -> Condition:
    """A test of one fact; unknown where the fact is not known."""
    def holds(facts: Facts) -> Truth:
        value = facts.get(fact)
        return None if value is None else test(value)
    return Condition(frozenset({fact}), holds)


def _joined(join: Callable[[Iterable[Truth]], Truth], parts: list[Condition]) -> Condition:
    return Condition(frozenset().union(*(part.asks for part in parts)),
                     lambda facts: join(part.holds(facts) for part in parts))


def _required(table: dict, key: str, kind: type):
    if not isinstance(table.get(key), kind):
        raise ValueError(f"{key} is not of the agreed form")
    return table[key]


def _age(table: dict) -> Condition:
    """In months since birth; whole years are twelve of them."""
    least, below, until_aow = Bound(table, "from"), Bound(table, "below"), table.get("until_aow", False)

    def holds(facts: Facts) -> Truth:
        months, aow = facts.get("age"), facts.get("aow")
        if months is None:
            return None
        before_aow = True if not until_aow else None if aow is None else months < aow
        return all_hold((least.test(lambda limit: months // 12 >= limit),
                         below.test(lambda limit: months // 12 < limit), before_aow))
    return Condition(frozenset({"age", "aow"}), holds)


def _words(predicate: str, table: dict) -> Condition:
    if not table.keys() & {"any_of", "none_of"}:
        raise ValueError(f"{predicate} has no any_of or none_of")
    some = frozenset(_required(table, "any_of", list)) if "any_of" in table else None
    never = frozenset(_required(table, "none_of", list)) if "none_of" in table else frozenset()
    return _about(predicate, lambda words: (some is None or bool(some & words)) and not never & words)


def _range(predicate: str, table: dict) -> Condition:
    least, most = Bound(table, "at_least"), Bound(table, "at_most")
    return _about(predicate, lambda value: all_hold((least.test(lambda limit: value >= limit),
                                                     most.test(lambda limit: value <= limit))))


def _months(predicate: str, table: dict) -> Condition:
    least, below = Bound(table, "at_least"), Bound(table, "below")
    return _about(predicate, lambda value: all_hold((least.test(lambda limit: value >= limit),
                                                     below.test(lambda limit: value < limit))))


def _yes_no(predicate: str, table: dict) -> Condition:
    wanted = _required(table, "is", bool)
    return _about(predicate, lambda value: value is wanted)


def condition(table: dict) -> Condition:
    """One entry of a target, with what lies in it."""
    forms = [key for key in ("predicate", "any", "all") if key in table]
    if len(forms) != 1:
        raise ValueError("a target is one of predicate, any, all")
    if forms[0] != "predicate":
        parts = [condition(part) for part in _required(table, forms[0], list)]
        if not parts:
            raise ValueError(f"{forms[0]} is empty")
        return _joined(any_holds if forms[0] == "any" else all_hold, parts)
    predicate = _required(table, "predicate", str)
    if predicate == "age":
        return _age(table)
    if predicate == "not_stated":
        return Condition(frozenset(), lambda facts: None)
    for names, form in ((WORDS, _words), (RANGE, _range), (MONTHS, _months), (YES_NO, _yes_no)):
        if predicate in names:
            return form(predicate, table)
    raise ValueError(f"'{predicate}' is no predicate")


@dataclass(frozen=True)
class Ceiling:
    year: int | None
    places: int | None    # None: not a number
    eurocent: int | None


@dataclass(frozen=True)
class Version:
    first: date
    last: date | None
    target: Condition
    ceilings: tuple[Ceiling, ...]
    place_year: int | None  # eurocent, of the first offer of kind work

    def holds_on(self, on: date) -> bool:
        return self.first <= on and (self.last is None or self.last >= on)

    def ceiling(self, year: int) -> Ceiling | None:
        """The one of this year, else the one without year."""
        by_year = {one.year: one for one in self.ceilings}
        return by_year.get(year, by_year.get(None))


@dataclass(frozen=True)
class Scheme:
    scheme: str
    versions: tuple[Version, ...]

    def on(self, on: date) -> Version | None:
        return next((version for version in self.versions if version.holds_on(on)), None)


def _whole(table: dict, key: str) -> int | None:
    """A whole number; None where it is unknown, none or absent."""
    value = table.get(key, NO_LIMIT)
    if value in (UNKNOWN, NO_LIMIT):
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{key}: '{value}' is not a whole number")
    return value


def _version(table: dict) -> Version:
    ceilings = tuple(Ceiling(_whole(one, "year"), _whole(one, "places"), _whole(one, "eurocent"))
                     for one in table.get("ceiling", ()))
    if len({one.year for one in ceilings}) != len(ceilings):
        raise ValueError("two ceilings of one year")
    work = next((offer for offer in table.get("offer", ()) if offer.get("kind") == "work"), {})
    return Version(toml_date(table["from"]), toml_date(table["until"]) if "until" in table else None,
                   _joined(all_hold, [condition(one) for one in table.get("target", ())]), ceilings,
                   _whole(work, "place_year_eurocent"))


def scheme_of(table: dict) -> Scheme:
    name = _required(table, "id", str)
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise ValueError(f"id: '{name}' has other letters than a-z 0-9 _")
    versions = sorted((_version(one) for one in table.get("version", ())), key=lambda one: one.first)
    for before, after in zip(versions, versions[1:]):
        if before.last is None or before.last >= after.first:
            raise ValueError(f"two versions hold on {after.first}")
    return Scheme(name, tuple(versions))


def scheme_files(snapshot: Path) -> list[Path]:
    return sorted(path for path in (snapshot / "schemes").glob("*.toml") if path.is_file())


def read_schemes(snapshot: Path) -> tuple[dict[str, Scheme], list[str]]:
    """Schemes by id, and every file that is not one."""
    schemes, faults = {}, []
    for path in scheme_files(snapshot):
        try:
            one = scheme_of(read_toml(path))
            if one.scheme in schemes:
                raise ValueError(f"id '{one.scheme}' stands in two files")
            schemes[one.scheme] = one
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            faults.append(f"schemes/{path.name}: {error}")
    return schemes, faults
