# SPDX-License-Identifier: EUPL-1.2
"""The other gates of docs/plan.md section 5, each for one person over all works."""
from datetime import date, timedelta
from functools import cache

from .conditions import Conditions
from .context import Context
from .kinds import WORK_KINDS
from .masks import Gathering, Outcome, grouped
from .requirements import Requirements
from .scheme_gate import SchemeGate
from .travel import Travel
from .wage import Wage

GATES = ("closed", "wish", "exclusion", "resting", "hours", "day_parts", "start", "permit", "travel", "language",
         "licence", "diploma", "conditions", "support", "indication", "displacement", "pay", "wage", "scheme")


class Gates:
    def __init__(self, context: Context):
        self.context = context
        works = context.works
        self._by_occupation = grouped(works, lambda work: work.occupation)
        self._by_employer = grouped(works, lambda work: work.employer)
        self._by_hours = grouped(works, lambda work: (work.hours_min, work.hours_max))
        self._by_parts = grouped(works, lambda work: work.day_parts)
        self._by_period = grouped(works, lambda work: (getattr(work, "from"), work.until))
        self._by_pay = grouped(works, lambda work: (WORK_KINDS[work.kind].paid, work.hourly_eurocent))
        self._by_indication = grouped(works, lambda work: WORK_KINDS[work.kind].indication)
        self.travel = Travel(context).gate
        self.conditions = Conditions(context).gate
        self.language, self.licence, self.diploma = (
            Requirements(context, kind).gate for kind in ("language", "licence", "diploma"))
        self.wage = Wage(context).gate
        self.scheme = SchemeGate(context).gate
        self._closed = self._closed_for_all()
        self.displacement = self._displacement()
        for name in ("_wish", "_occupation_excluded", "_hours", "_day_parts", "_start", "_permit", "_pay"):
            setattr(self, name, cache(getattr(self, name)))

    # 1. closed
    def _closed_for_all(self) -> Outcome:
        parts = Gathering()
        for index, work in enumerate(self.context.works):
            if work.closed == "ja" or self.context.free[index] <= 0:
                parts.fail(1 << index)
            if work.closed is None:
                parts.ask("work.closed", 1 << index)
            if work.places is None:
                parts.ask("work.places", 1 << index)
        return parts.outcome()

    def closed(self, person) -> Outcome:
        outcome = self._closed
        for row in self.context.running_of.get(person.person, ()):
            outcome = outcome._replace(no=outcome.no | 1 << self.context.snapshot.index[row.work])
        return outcome

    # 2. wish: of one row, for works of the row's kind
    def wish(self, row) -> Outcome:
        return self._wish(row.occupation)

    def _wish(self, wished: str | None) -> Outcome:
        parts = Gathering()
        lies_in = self.context.reference.occupations.lies_in
        for occupation, works in self._by_occupation.items() if wished else ():
            if occupation is None or lies_in(wished, occupation) and wished != occupation:
                parts.ask("work.occupation", works)
            elif not lies_in(occupation, wished):
                parts.fail(works)
        return parts.outcome()

    # 3. exclusion
    def exclusion(self, person) -> Outcome:
        parts = Gathering()
        for row in self.context.snapshot.exclusions_of.get(person.person, ()):
            if row.kind == "employer":
                parts.fail(self._by_employer.get(row.code, 0))
            elif row.kind == "work" and row.code in self.context.snapshot.index:
                parts.fail(1 << self.context.snapshot.index[row.code])
            elif row.kind == "occupation":
                excluded = self._occupation_excluded(row.code)
                parts.fail(excluded.no)
                parts.ask("work.occupation", excluded.unknown())
        return parts.outcome()

    def _occupation_excluded(self, code: str) -> Outcome:
        parts = Gathering()
        lies_in = self.context.reference.occupations.lies_in
        for occupation, works in self._by_occupation.items():
            if occupation is not None and lies_in(occupation, code):
                parts.fail(works)
            elif occupation is None or lies_in(code, occupation):
                parts.ask("work.occupation", works)
        return parts.outcome()

    # 4. resting
    def resting(self, person) -> Outcome:
        parts = Gathering()
        for row in self.context.snapshot.resting_of.get(person.person, ()):
            if row.until is None or row.until >= self.context.on:
                parts.fail(1 << self.context.snapshot.index[row.work])
        return parts.outcome()

    # 5. hours
    def hours(self, person) -> Outcome:
        return self._hours(person.hours_min, person.hours_max)

    def _hours(self, least: int | None, most: int | None) -> Outcome:
        parts = Gathering()
        for (work_least, work_most), works in self._by_hours.items():
            if None not in (work_most, least) and work_most < least or \
                    None not in (work_least, most) and work_least > most:
                parts.fail(works)
                continue
            if None in (least, most):
                parts.ask("person.hours", works)
            if None in (work_least, work_most):
                parts.ask("work.hours", works)
        return parts.outcome()

    # 6. day_parts
    def day_parts(self, person) -> Outcome:
        return self._day_parts(person.day_parts)

    def _day_parts(self, own: frozenset | None) -> Outcome:
        parts = Gathering()
        for asked, works in self._by_parts.items():
            if own is None:
                parts.ask("person.day_parts", works)
            if asked is None:
                parts.ask("work.day_parts", works)
            if own is not None and asked is not None and not asked <= own:
                parts.fail(works)
        return parts.outcome()

    # 7. start
    def start(self, person) -> Outcome:
        return self._start(getattr(person, "from"), person.until)

    def _start_of(self, own_from: date | None, work_from: date | None) -> date:
        return max(self.context.on, own_from or self.context.on, work_from or self.context.on)

    def _start(self, own_from: date | None, own_until: date | None) -> Outcome:
        parts = Gathering()
        horizon = self.context.on + timedelta(days=self.context.rules.start_horizon_days)
        for (work_from, work_until), works in self._by_period.items():
            ends = [end for end in (own_until, work_until, horizon) if end is not None]
            if self._start_of(own_from, work_from) > min(ends):
                parts.fail(works)
        return parts.outcome()

    # 8. permit
    def permit(self, person) -> Outcome:
        return self._permit(getattr(person, "from"), person.may_work_until)

    def _permit(self, own_from: date | None, may_until: date | None) -> Outcome:
        parts = Gathering()
        for (work_from, _), works in self._by_period.items() if may_until else ():
            if may_until < self._start_of(own_from, work_from):
                parts.fail(works)
        return parts.outcome()

    # 15. indication
    def indication(self, person) -> Outcome:
        parts = Gathering()
        rows = self.context.snapshot.indications_of.get(person.person, ())
        for kind, works in self._by_indication.items():
            if kind is None or self.context.valid_indications(person.person, kind):
                continue
            if any(row.kind == kind for row in rows):
                parts.fail(works)
            else:
                parts.ask(f"person.indication:{kind}", works)
        return parts.outcome()

    # 16. displacement: the same for every person
    def _displacement(self) -> Outcome:
        parts = Gathering()
        for index, work in enumerate(self.context.works):
            if not WORK_KINDS[work.kind].needs_non_displacement:
                continue
            if work.non_displacement is None:
                parts.ask("work.non_displacement", 1 << index)
            elif work.non_displacement > self.context.on:
                parts.fail(1 << index)
        return parts.outcome()

    # 17. pay: of one row; None asks nothing
    def pay(self, row) -> Outcome:
        return self._pay(row.min_hourly_eurocent if row else None)

    def _pay(self, asked: int | None) -> Outcome:
        parts = Gathering()
        for (paid, hourly), works in self._by_pay.items() if asked is not None else ():
            if not paid:
                parts.fail(works)
            elif hourly is None:
                parts.ask("work.hourly", works)
            elif hourly < asked:
                parts.fail(works)
        return parts.outcome()
