# SPDX-License-Identifier: EUPL-1.2
"""Schemes of the snapshot: gate 19 and their ceilings as resources (docs/plan.md sections 5 and 8; docs/schemes.md)."""
from collections import defaultdict
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from .masks import Gathering, Outcome, mask_of
from .reading import Unreadable
from .reference import read_toml, toml_date

NO, UNKNOWN, YES = 0, 1, 2
AGE, WORDS, RANGE, MONTHS, TRUTH, NEVER = "age", "words", "range", "months", "truth", "never"
# predicate → form and fact, of the facts that a plan knows; every other fact is not known
KNOWN = {
    "age": (AGE, "birth_date"), "status": (WORDS, "status"), "benefit": (WORDS, "benefit"),
    "benefit_duration": (MONTHS, "benefit_since"), "waiting_duration": (MONTHS, "waiting_since"),
    "education": (RANGE, "education_level"), "indication": (WORDS, "indication"), "work_kind": (WORDS, "kind"),
    "pays_floor": (TRUTH, "pays_floor"), "displacement_passed": (TRUTH, "displacement_passed"),
}


def months_between(start: date, on: date) -> int:
    return (on.year - start.year) * 12 + on.month - start.month - (on.day < start.day)


def age_on(birth: date, on: date) -> int:
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def _within(value: int, least: int | None, below: int | None) -> bool:
    return (least is None or value >= least) and (below is None or value < below)


def _age(target: dict, birth: date, on: date, aow: int | None) -> int:
    if not _within(age_on(birth, on), target.get("from"), target.get("below")):
        return NO
    if not target.get("until_aow"):
        return YES
    return UNKNOWN if aow is None else YES if months_between(birth, on) < aow else NO


def _words(target: dict, words: set[str]) -> int:
    wanted, barred = set(target.get("any_of", ())), set(target.get("none_of", ()))
    return YES if (not wanted or wanted & words) and not barred & words else NO


def outcome(target: dict, facts: dict, on: date, aow: int | None) -> int:
    """A predicate, or several joined by all or any, in three values."""
    if "all" in target:
        return min((outcome(part, facts, on, aow) for part in target["all"]), default=YES)
    if "any" in target:
        return max((outcome(part, facts, on, aow) for part in target["any"]), default=NO)
    form, fact = KNOWN.get(target["predicate"], (NEVER, None))
    value = facts.get(fact)
    if value is None:
        return UNKNOWN
    if form == AGE:
        return _age(target, value, on, aow)
    if form == WORDS:
        return _words(target, value)
    if form == TRUTH:
        return YES if value == target["is"] else NO
    if form == MONTHS:
        return YES if _within(months_between(value, on), target.get("at_least"), target.get("below")) else NO
    most = target.get("at_most")
    return YES if _within(value, target.get("at_least"), None if most is None else most + 1) else NO


def read_schemes(folder: Path) -> dict[str, list[dict]]:
    """Scheme id → its versions, from the snapshot's folder `schemes`."""
    schemes = {}
    for path in sorted((folder / "schemes").glob("*.toml")):
        content = read_toml(path)
        try:
            schemes[content["id"]] = [{**version, "from": toml_date(version["from"]),
                                       "until": toml_date(version["until"]) if "until" in version else None}
                                      for version in content["version"]]
        except (KeyError, ValueError) as error:
            raise Unreadable(f"{path}: {error!r}") from error
    return schemes


def aow_months(values: list[tuple[date, object]], on: date) -> int | None:
    """The AOW age in months on a day; None where it is not known."""
    latest = max(((start, value) for start, value in values if start <= on), default=(on, "unknown"),
                 key=lambda pair: pair[0])[1]
    return None if latest == "unknown" else int(latest[0]) * 12 + int(latest[1])


def version_on(versions: list[dict], on: date) -> dict | None:
    return next((one for one in versions if one["from"] <= on and (one["until"] is None or one["until"] >= on)), None)


def _is_number(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def ceilings(scheme: str, version: dict, on: date, running: int) -> list[tuple[str, str, int, int]]:
    """Resources that stand for the ceiling of a version: id, kind, amount left, use of one voorstel."""
    rows = version.get("ceiling", [])
    ceiling = next((row for year in (on.year, None) for row in rows if row.get("year") == year), None)
    if ceiling is None:
        return []
    work = next((offer for offer in version.get("offer", []) if offer["kind"] == "work"), {})
    money, places, cost = ceiling.get("eurocent"), ceiling.get("places"), work.get("place_year_eurocent")
    out = []
    if _is_number(money) and _is_number(cost):
        out.append((f"scheme:{scheme}", "budget", max(0, money - running * cost), cost))
    if _is_number(places):
        out.append((f"scheme:{scheme}:places", "plekken", max(0, places - running), 1))
    return out


def add_ceilings(snapshot, schemes: dict[str, list[dict]], running: list, on: date):
    """Every scheme without rows of its own in uses.csv brings its ceilings as resources."""
    count = defaultdict(int)
    for row in running:
        count[snapshot.works[snapshot.index[row.work]].scheme] += 1
    for scheme, versions in schemes.items():
        version = version_on(versions, on)
        if version is None or snapshot.uses_of.get(("scheme", scheme)):
            continue
        for resource, kind, amount, use in ceilings(scheme, version, on, count[scheme]):
            if resource in snapshot.budgets:
                raise Unreadable(f"resources.csv: '{resource}' is the name of a scheme's ceiling")
            snapshot.budgets[resource] = amount
            snapshot.resources.append(SimpleNamespace(resource=resource, kind=kind, amount=amount))
            snapshot.uses_of[("scheme", scheme)].append(SimpleNamespace(resource=resource, amount_per_person=use))


class Schemes:
    """Gate 19."""

    def __init__(self, context):
        self._context = context
        self._aow = context.aow_months
        works = defaultdict(list)
        for index, work in enumerate(context.works):
            if work.scheme in context.schemes:
                works[work.scheme, work.kind].append(index)
        self._works = [(scheme, kind, version_on(context.schemes[scheme], context.on), mask_of(members))
                       for (scheme, kind), members in works.items()]

    def gate(self, person) -> Outcome:
        parts, facts = Gathering(), self._facts(person)
        for scheme, kind, version, works in self._works:
            found = NO if version is None else outcome({"all": version["target"]}, {**facts, "kind": {kind}},
                                                       self._context.on, self._aow)
            if found == NO:
                parts.fail(works)
            elif found == UNKNOWN:
                parts.ask(f"scheme.target:{scheme}", works)
        return parts.outcome()

    def _facts(self, person) -> dict:
        snapshot, name = self._context.snapshot, person.person
        levels = [0 if row.level == "geen" else int(row.level) for row in snapshot.education_of.get(name, ())
                  if row.level is not None]
        rows = snapshot.indications_of.get(name, ())
        valid = {row.kind for row in rows if self._context.valid_indications(name, row.kind)}
        return {"birth_date": person.birth_date, "benefit_since": person.benefit_since,
                "waiting_since": person.waiting_since, "status": {person.status} if person.status else None,
                "benefit": {person.benefit} if person.benefit else None,
                "education_level": max(levels) if levels else None,
                "indication": (valid or {"geen"}) if rows else None, "pays_floor": True, "displacement_passed": True}
