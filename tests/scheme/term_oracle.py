# SPDX-License-Identifier: EUPL-1.2
"""Independent checker of terms, written from docs/terms.md alone.

python3 term_oracle.py check CASES.csv      recompute every row; exit 1 where one differs
python3 term_oracle.py random SEED COUNT    print COUNT random cases with computed answers

The numbers of the law come from awb.toml: ../../data/law next to this script, else the folder in PASSEND_LAW.
Where docs/terms.md leaves room, the comment "Reading:" says what was chosen.
"""
from __future__ import annotations

import calendar
import csv
import os
import random
import sys
import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Callable, Iterator

DAY = timedelta(days=1)
COLUMNS = ["case", "why", "start", "length", "unit", "statutory", "set", "events", "decided", "on",
           "last", "state", "ignored", "doubt"]
ANSWERS = ["last", "state", "ignored", "doubt"]
UNITS = ("days", "weeks", "months")


# ---------------------------------------------------------------- the numbers of the law

def law_path() -> Path:
    beside = Path(__file__).resolve().parent / ".." / ".." / "data" / "law" / "awb.toml"
    if beside.exists():
        return beside
    if "PASSEND_LAW" not in os.environ:
        sys.exit(f"no {beside}; set PASSEND_LAW to the folder of awb.toml")
    return Path(os.environ["PASSEND_LAW"]) / "awb.toml"


@cache
def parameters() -> dict[str, list[dict[str, Any]]]:
    with law_path().open("rb") as file:
        return {entry["id"]: entry["values"] for entry in tomllib.load(file)["parameter"]}


@cache
def law(name: str, on: date) -> Any:
    """The value of a parameter on a day: that of the latest `from` not after it."""
    valid = [v for v in parameters()[name] if date.fromisoformat(v["from"]) <= on]
    if not valid:
        raise ValueError(f"{name} has no value on {on}")
    return max(valid, key=lambda v: v["from"])["value"]


# ---------------------------------------------------------------- the calendar

def easter(year: int) -> date:
    """Easter Sunday: the ecclesiastical full moon by golden number and epact, then the next Sunday."""
    golden = year % 19 + 1
    century = year // 100 + 1
    dropped_leap_days = 3 * century // 4 - 12
    moon_correction = (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + moon_correction - dropped_leap_days) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    march_day = 44 - epact
    if march_day < 21:
        march_day += 30
    full_moon = date(year, 3, 1) + (march_day - 1) * DAY
    return full_moon + ((6 - full_moon.weekday()) or 7) * DAY


def kings_day(year: int) -> date:
    month, day, on_sunday = law("termijnenwet_kings_day", date(year, 1, 1))
    wanted = date(year, month, day)
    return date(year, month, on_sunday) if wanted.weekday() == 6 else wanted


def designation_known(year: int) -> bool:
    return law("termijnenwet_designated_days", date(year, 1, 1)) != "unknown"


def designated_days(year: int) -> set[date]:
    if not designation_known(year):
        return set()
    days = {date(*parts) for parts in law("termijnenwet_designated_days", date(year, 1, 1))}
    return {day for day in days if day.year == year}


@cache
def holidays(year: int) -> frozenset[date]:
    first = date(year, 1, 1)
    fixed = {date(year, month, day) for month, day in law("termijnenwet_holidays", first)}
    moving = {easter(year) + offset * DAY for (offset,) in law("termijnenwet_easter_holidays", first)}
    return frozenset(fixed | moving | designated_days(year) | {kings_day(year)})


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in holidays(day.year)


def days_between(first: date, last: date) -> list[date]:
    """All days from first up to and including last; none where last is before first."""
    return [first + n * DAY for n in range((last - first).days + 1)]


def next_working_day(day: date) -> date:
    while not is_working_day(day):
        day += DAY
    return day


def add(start: date, length: int, unit: str) -> date:
    """Section 1: the counted end."""
    if unit == "days":
        return start + length * DAY
    if unit == "weeks":
        return start + 7 * length * DAY
    if unit != "months":
        raise ValueError(f"unit {unit}")
    years, month0 = divmod(start.month - 1 + length, 12)
    year, month = start.year + years, month0 + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


# ---------------------------------------------------------------- terms and events

@dataclass(frozen=True)
class Suspension:
    day: date                   # I
    deadline: date | None       # L
    completed: date | None      # C

    def end(self) -> date:
        """E; only for a suspension with a deadline."""
        assert self.deadline
        return min(self.completed, self.deadline) if self.completed else self.deadline

    def days(self) -> set[date]:
        return set(days_between(self.day + DAY, self.end() - DAY))


@dataclass(frozen=True)
class Extension:
    day: date                   # A
    length: int
    unit: str


Event = Suspension | Extension


@dataclass
class Term:
    start: date
    length: int
    unit: str
    statutory: bool
    counted_end: date = field(init=False)
    suspended: set[date] = field(default_factory=set)
    extension: Extension | None = None
    extensions_seen: int = 0
    ignored: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.counted_end = add(self.start, self.length, self.unit)


def termijnenwet_holds(term: Term) -> bool:
    """Statutory, and not excluded by art. 4; the extension gives the description where one counts."""
    described = term.extension or term
    limit = law("termijnenwet_limits", term.start)[UNITS.index(described.unit)]
    return term.statutory and described.length <= limit


def article_2_holds(term: Term) -> bool:
    # Reading: where an extension counts, art. 2 is not applied at all, also not to the first part of the term.
    if term.extension:
        return False
    return term.unit != "days" or term.length >= law("termijnenwet_least_days", term.start)


def day_with_enough_working_days(start: date) -> date:
    """The first day D for which start + 1 ... D holds the least number of working days."""
    day, found, least = start, 0, law("termijnenwet_least_working_days", start)
    while found < least:
        day += DAY
        found += is_working_day(day)
    return day


def last_day(term: Term) -> tuple[date, list[date]]:
    """Section 3: the last day, and the days whose being a holiday or not decided it."""
    end = term.counted_end
    if not termijnenwet_holds(term):
        return end, []
    if article_2_holds(term):
        enough = day_with_enough_working_days(term.start)
        if enough >= end:
            return enough, days_between(term.start + DAY, enough)
    last = next_working_day(end)
    return last, days_between(end, last)


def doubt(term: Term) -> str:
    # Reading: there is doubt where a day that decided the final last day lies in a year without a known decree.
    years = {day.year for day in last_day(term)[1]}
    return "" if all(designation_known(year) for year in years) else "designated-days-unknown"


def check_suspension(event: Suspension) -> None:
    if event.deadline and event.deadline <= event.day:
        raise ValueError(f"deadline {event.deadline} not after invitation {event.day}")
    if event.completed and event.completed < event.day:
        raise ValueError(f"completed {event.completed} before invitation {event.day}")


def suspend(term: Term, event: Suspension) -> None:
    check_suspension(event)
    # Reading: without a deadline the name is no-deadline, also where the invitation comes after the end.
    if event.deadline is None:
        term.ignored.append("no-deadline")
    elif event.day + DAY > last_day(term)[0]:
        term.ignored.append("after-end")
    else:
        new_days = event.days() - term.suspended
        term.suspended |= new_days
        # Reading: "never before E" holds also for a suspension of no days.
        term.counted_end = max(term.counted_end + len(new_days) * DAY, event.end())


def extend(term: Term, event: Extension) -> None:
    term.extensions_seen += 1
    # Reading: "the first one" is the first announced, counted or not; that rule goes before after-end.
    if term.extensions_seen > 1:
        term.ignored.append("second-extension")
    elif event.day > last_day(term)[0]:
        term.ignored.append("after-end")
    else:
        term.counted_end = add(term.counted_end, event.length, event.unit)
        term.extension = event


def take_events(term: Term, events: list[Event]) -> None:
    """Section 2: by date, an extension before a suspension, else as listed (sorting is stable)."""
    for event in sorted(events, key=lambda e: (e.day, isinstance(e, Suspension))):
        if isinstance(event, Suspension):
            suspend(term, event)
        else:
            extend(term, event)


def state(term: Term, rule_sets_term: bool, decided: date | None, on: date) -> str:
    """Section 4, row by row; "not decided" is: not on or before the day asked."""
    last = last_day(term)[0]
    if decided and decided <= last and decided <= on:
        return "decided"
    if decided and decided <= on:
        return "decided-late"
    if on in term.suspended:
        return "suspended"
    if on <= last:
        return "running"
    return "late" if rule_sets_term else "presumed-late"


# ---------------------------------------------------------------- the CSV of section 6

def parse_day(text: str) -> date | None:
    return None if text in ("", "-") else date.fromisoformat(text)


def parse_event(text: str) -> Event:
    kind, day, *rest = text.split()
    if kind == "suspend":
        deadline, completed = rest
        return Suspension(date.fromisoformat(day), parse_day(deadline), parse_day(completed))
    if kind == "extend":
        length, unit = rest
        return Extension(date.fromisoformat(day), int(length), unit)
    raise ValueError(f"event {text}")


def parse_events(text: str) -> list[Event]:
    return [parse_event(part) for part in text.split(";") if part.strip()]


def parse_yes(text: str) -> bool:
    if text not in ("ja", "nee"):
        raise ValueError(f"{text!r} is not ja or nee")
    return text == "ja"


def run(row: dict[str, str]) -> Term:
    term = Term(date.fromisoformat(row["start"]), int(row["length"]), row["unit"], parse_yes(row["statutory"]))
    take_events(term, parse_events(row["events"]))
    return term


def answer(row: dict[str, str]) -> dict[str, str]:
    term = run(row)
    on = date.fromisoformat(row["on"])
    return {
        "last": last_day(term)[0].isoformat(),
        "state": state(term, parse_yes(row["set"]), parse_day(row["decided"]), on),
        "ignored": " ".join(term.ignored),
        "doubt": doubt(term),
    }


def differences(row: dict[str, str]) -> list[str]:
    try:
        found = answer(row)
    except (ValueError, KeyError) as fault:
        return [f"fault: {fault}"]
    return [f"{name}: file {row[name]!r}, oracle {found[name]!r}" for name in ANSWERS if row[name] != found[name]]


def check(path: str) -> int:
    passed = failed = 0
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            wrong = differences(row)
            for line in wrong:
                print(f"{row['case']} ({row['why']}): {line}")
            failed += bool(wrong)
            passed += not wrong
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


# ---------------------------------------------------------------- random cases

Random = random.Random
LENGTHS: list[tuple[int, str]] = [
    (8, "weeks"), (8, "weeks"), (6, "weeks"), (6, "weeks"), (12, "weeks"), (13, "weeks"), (4, "weeks"), (2, "weeks"),
    (1, "weeks"), (90, "days"), (91, "days"), (30, "days"), (10, "days"), (1, "months"), (2, "months"),
    (3, "months"), (4, "months"), (6, "months"),
]
EXTENSIONS: list[tuple[int, str]] = [
    (6, "weeks"), (8, "weeks"), (2, "weeks"), (12, "weeks"), (13, "weeks"), (14, "days"), (90, "days"), (91, "days"),
    (1, "days"), (3, "days"), (1, "months"), (3, "months"), (4, "months"),
]


def target_holiday(rng: Random, year: int) -> tuple[date, str]:
    day = rng.choice(sorted(holidays(year)))
    return day + rng.choice((-1, 0, 0, 0, 0, 1)) * DAY, f"rond feestdag {day:%d-%m}"


def target_easter(rng: Random, year: int) -> tuple[date, str]:
    return easter(year) + rng.randint(-4, 4) * DAY, "rond Pasen"


def target_spring(rng: Random, year: int) -> tuple[date, str]:
    return rng.choice((kings_day(year), date(year, 5, 5), easter(year) + 39 * DAY)) + rng.randint(-2, 4) * DAY, \
        "rond Koningsdag of 5 mei of Hemelvaart"


def target_year_end(rng: Random, year: int) -> tuple[date, str]:
    return date(year, 12, 23) + rng.randint(0, 13) * DAY, "rond de jaarwisseling"


def target_designated(rng: Random, year: int) -> tuple[date, str]:
    day = rng.choice(sorted(designated_days(year)) or [easter(year) + 40 * DAY])
    return day + rng.randint(-1, 1) * DAY, f"rond aangewezen of onzekere dag {day:%d-%m}"


def target_weekend(rng: Random, year: int) -> tuple[date, str]:
    day = date(year, 1, 1) + rng.randint(0, 364) * DAY
    return day + (rng.choice((4, 5, 5, 6, 6)) - day.weekday()) * DAY, "rond een weekend"


def target_month_end(rng: Random, year: int) -> tuple[date, str]:
    month = rng.choice((2, 2, 2, 4, 6, 9, 11))
    return date(year, month, calendar.monthrange(year, month)[1]), "einde van een korte maand"


TARGETS: list[Callable[[Random, int], tuple[date, str]]] = [
    target_holiday, target_holiday, target_holiday, target_easter, target_spring, target_year_end,
    target_designated, target_weekend, target_weekend, target_month_end,
]


def random_length(rng: Random) -> tuple[int, str]:
    return (rng.randint(1, 6), "days") if rng.random() < 0.2 else rng.choice(LENGTHS)


def random_start(rng: Random, target: date, length: int, unit: str, moved: int) -> date:
    """A start from which the term, moved by so many suspended days, ends on or near the target."""
    start = add(target - moved * DAY, -length, unit)
    if unit == "months" and rng.random() < 0.5:
        return date(start.year, start.month, calendar.monthrange(start.year, start.month)[1])
    return start


def random_suspension(rng: Random, first: date, end: date) -> Suspension:
    """From first up to a few days past the end; many begin just before a weekend or around the end."""
    if rng.random() < 0.3:
        day = end + rng.randint(-4, 3) * DAY
    else:
        day = first + rng.randint(0, max(0, (end - first).days)) * DAY
        if rng.random() < 0.4:
            day += (rng.choice((3, 4, 5)) - day.weekday()) * DAY
    day = max(day, first)
    deadline = None if rng.random() < 0.12 else day + rng.choice((1, 2, 5, 7, 14, 14, 21, 28)) * DAY
    completed = None if rng.random() < 0.35 else day + rng.choice((0, 1, 2, 3, 4, 7, 10, 14, 15, 22, 30)) * DAY
    return Suspension(day, deadline, completed)


def random_extension(rng: Random, start: date, last: date) -> Extension:
    day = last + rng.choice((-14, -7, -3, -2, -1, 0, 0, 0, 1, 1, 2, 5)) * DAY
    return Extension(max(day, start), *rng.choice(EXTENSIONS))


def random_events(rng: Random, term: Term) -> Iterator[Event]:
    """Events that follow what the term has become, so that days near its last day come often."""
    for kind in rng.choice(("", "", "", "s", "s", "ss", "e", "e", "ee", "se", "se", "es", "sse", "ses", "see")):
        last = last_day(term)[0]
        event: Event = random_suspension(rng, term.start, term.counted_end) if kind == "s" \
            else random_extension(rng, term.start, last)
        take_events(term, [event])
        yield event


def write_event(event: Event) -> str:
    if isinstance(event, Extension):
        return f"extend {event.day} {event.length} {event.unit}"
    return f"suspend {event.day} {event.deadline or '-'} {event.completed or '-'}"


def describe(events: list[Event], statutory: bool, length: int, unit: str, about: str) -> str:
    words = [f"{length} {dict(zip(UNITS, ('dagen', 'weken', 'maanden')))[unit]}", about]
    names = [{"Suspension": "opschorting", "Extension": "verlenging"}[type(event).__name__] for event in events]
    return ", ".join(words + names + ([] if statutory else ["niet wettelijk"]))


def random_days(rng: Random, term: Term) -> tuple[date | None, date]:
    """The day of the decision, if any, and the day asked."""
    last = last_day(term)[0]
    on = last + rng.choice((-10, -3, -1, 0, 0, 1, 1, 2, 9)) * DAY
    if term.suspended and rng.random() < 0.4:
        on = rng.choice((min(term.suspended), max(term.suspended))) + rng.choice((-1, 0, 0, 0, 1)) * DAY
    on = max(on, term.start)
    decided = last + rng.choice((-5, -1, 0, 0, 1, 4)) * DAY if rng.random() < 0.3 else None
    return (max(decided, term.start) if decided else None), on


def random_case(rng: Random, name: str) -> dict[str, str]:
    target, about = rng.choice(TARGETS)(rng, rng.randint(2020, 2030))
    rule_sets_term = rng.random() < 0.85
    length, unit = random_length(rng) if rule_sets_term else (8, "weeks")
    statutory = not rule_sets_term or rng.random() < 0.85
    start = random_start(rng, target, length, unit, rng.choice((0, 0, 0, 2, 6, 13)))
    events = list(random_events(rng, Term(start, length, unit, statutory)))
    events.sort(key=lambda e: (e.day, isinstance(e, Suspension)))
    term = Term(start, length, unit, statutory)
    take_events(term, events)
    decided, on = random_days(rng, term)
    row = {
        "case": name, "why": describe(events, statutory, length, unit, about), "start": start.isoformat(),
        "length": str(length), "unit": unit, "statutory": "ja" if statutory else "nee",
        "set": "ja" if rule_sets_term else "nee", "events": ";".join(map(write_event, events)),
        "decided": decided.isoformat() if decided else "", "on": on.isoformat(),
    }
    return row | answer(row)


def write_rows(rows: Iterator[dict[str, str]] | list[dict[str, str]]) -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def main(arguments: list[str]) -> int:
    match arguments:
        case ["check", path]:
            return check(path)
        case ["random", seed, count]:
            rng = Random(int(seed))
            write_rows(random_case(rng, f"r{seed}-{n:04d}") for n in range(1, int(count) + 1))
            return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
