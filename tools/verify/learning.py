# SPDX-License-Identifier: EUPL-1.2
"""Which training opens work for who waits (`learning.csv`): docs/plan.md section 9."""
from collections import defaultdict
from typing import NamedTuple

from .context import Context
from .masks import Outcome
from .pairs import PersonPairs

LEARNED = ("language", "licence", "diploma")
HEADER = ["person", "trainings", "works", "weeks", "eurocent", "who_pays"]


class Course(NamedTuple):
    """The trainings of some works together; None: not known."""
    trainings: frozenset[str]
    weeks: int | None
    eurocent: int | None
    who_pays: frozenset[str]

    def order(self) -> tuple:
        return *empty_last(self.weeks), *empty_last(self.eurocent)

    def __add__(self, other: "Course") -> "Course":
        if other.trainings <= self.trainings:
            return self
        return Course(self.trainings | other.trainings, added(self.weeks, other.weeks),
                      added(self.eurocent, other.eurocent), self.who_pays | other.who_pays)


NOTHING = Course(frozenset(), 0, 0, frozenset())


def empty_last(number: int | None) -> tuple[bool, int]:
    return number is None, number or 0


def added(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


class Learning:
    def __init__(self, context: Context):
        self._context = context
        self._best: dict[tuple[str, str], Course] = {}  # kind and code → the training to take
        rows = [row for row in context.snapshot.training if row.training and row.gives_code]
        rows.sort(key=lambda row: (*empty_last(row.weeks), *empty_last(row.eurocent), row.training))
        for row in rows:
            payers = frozenset({row.scheme}) if row.scheme else frozenset()
            self._best.setdefault((row.gives_kind, row.gives_code),
                                  Course(frozenset({row.training}), row.weeks, row.eurocent, payers))

    def _opened(self, kind: str, outcome: Outcome, works: int) -> dict[Course, int]:
        """Of these works those that training opens, by what it takes."""
        courses, named = {NOTHING: works}, 0
        for code, mask in outcome.failing:
            course, named = self._best.get((kind, code)), named | mask
            split = defaultdict(int)
            for before, here in courses.items():
                split[before] |= here & ~mask
                if course is not None:
                    split[before + course] |= here & mask
            courses = {one: here for one, here in split.items() if here}
        return {one: here & named for one, here in courses.items() if here & named}

    def row(self, pairs: PersonPairs) -> list[str] | None:
        """The person's line, or none."""
        opened: dict[Course, int] = {}
        for kind in LEARNED:
            outcome = pairs.outcomes[kind]
            works = outcome.no & pairs.failing_one
            opened |= self._opened(kind, outcome, works) if works else {}
        if not opened:
            return None
        best = min(opened, key=lambda one: (one.order(), opened[one] & -opened[one]))
        works = sum(here.bit_count() for one, here in opened.items() if one.trainings <= best.trainings)
        return [pairs.person.person, " ".join(sorted(best.trainings)), str(works), _text(best.weeks),
                _text(best.eurocent), " ".join(sorted(best.who_pays))]


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
