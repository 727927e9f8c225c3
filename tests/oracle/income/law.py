# SPDX-License-Identifier: EUPL-1.2
"""The values of data/law on a day, as exact fractions. Nothing is carried over: no value on the day raises NoValue."""
import tomllib
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "data/law"
INFINITY = "inf"  # no upper limit
UNKNOWN = "unknown"


class NoValue(Exception):
    """The parameter has no value on that day."""

    def __init__(self, parameter, day):
        super().__init__(f"{parameter} has no value on {day}")
        self.parameter = parameter
        self.day = day


def exact(value):
    """Numbers become fractions, lists tuples; words and truth values stay."""
    if isinstance(value, list):
        return tuple(exact(one) for one in value)
    if isinstance(value, bool) or isinstance(value, str):
        return value
    if isinstance(value, Decimal) and value.is_infinite():
        return INFINITY
    return Fraction(value)


def has_unknown(value):
    return value == UNKNOWN or isinstance(value, tuple) and any(has_unknown(one) for one in value)


def is_series(parameter):
    return parameter["unit"].startswith(("[category", "[municipality"))


class Law:
    """All parameters of a folder."""

    def __init__(self, folder=FOLDER):
        self.rows = {}
        self.series = set()
        self.days = {}
        for file in sorted(Path(folder).glob("*.toml")):
            for parameter in tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)["parameter"]:
                self.add(parameter)

    def add(self, parameter):
        name = parameter["id"]
        if name in self.rows:
            raise ValueError(f"{name} stands twice in data/law")
        self.rows[name] = [(row["from"], row.get("until"), exact(row["value"])) for row in parameter["values"]]
        if is_series(parameter):
            self.series.add(name)

    def value(self, name, day, word=None):
        """The last value that began on or before the day and had not ended; `word` names one series of a parameter."""
        if name not in self.rows:
            raise KeyError(f"data/law has no parameter {name}")
        if (word is not None) != (name in self.series):
            raise KeyError(f"{name}: a series is named for a parameter with series, and for no other")
        text = day.isoformat()
        rows = [row for row in self.rows[name] if row[0] <= text and (word is None or row[2][0] == word)]
        if not rows:
            raise NoValue(name, day)
        _, until, value = max(rows, key=lambda row: row[0])
        if value == UNKNOWN or until is not None and until < text:
            raise NoValue(name, day)
        return value

    def on(self, day):
        if day not in self.days:
            self.days[day] = Day(self, day)
        return self.days[day]


class Day:
    """The law on one day; what was looked up is kept. `overrides` replaces values, for worked examples."""

    def __init__(self, law, day, overrides=None):
        self.law = law
        self.date = day
        self.found = dict(overrides or {})
        self.memo = {}  # room for what a reader derives from the values alone

    def raw(self, name):
        """The value, where a cell of it may be unknown."""
        if name not in self.found:
            self.found[name] = self.law.value(name, self.date)
        return self.found[name]

    def value(self, name):
        value = self.raw(name)
        if has_unknown(value):
            raise NoValue(name, self.date)
        return value

    def cell(self, name, index):
        """One cell of a row, of which others may be unknown."""
        value = self.raw(name)[index]
        if has_unknown(value):
            raise NoValue(name, self.date)
        return value

    def cents(self, name):
        return to_cents(self.value(name))

    def has(self, name):
        try:
            self.value(name)
        except NoValue:
            return False
        return True


def to_cents(euro):
    cents = euro * 100
    if cents.denominator != 1:
        raise ValueError(f"{euro} is no whole number of cents")
    return cents.numerator


@lru_cache(maxsize=1)
def published():
    """The law of the project."""
    return Law()


def value(name, day, word=None):
    if isinstance(day, str):
        day = date.fromisoformat(day)
    return published().value(name, day, word)
