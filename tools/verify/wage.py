# SPDX-License-Identifier: EUPL-1.2
"""Gate 18, the wage floor: docs/plan.md section 5."""
from datetime import date

from .context import Context
from .kinds import WORK_KINDS
from .masks import Gathering, Outcome, grouped, positions
from .reference import Wml


def age_on(birth: date, on: date) -> int:
    """Whole years; who was born on 29 February has a birthday on 1 March in other years."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


class Wage:
    def __init__(self, context: Context):
        self._context = context
        self._by_start = grouped(context.works, lambda work: getattr(work, "from"))
        self._members = {start: positions(mask) for start, mask in self._by_start.items()}
        self._cache: dict[tuple, Outcome] = {}

    def gate(self, person) -> Outcome:
        """Works are taken by their own start, since the start of the pair decides law and age."""
        own_start = getattr(person, "from") or self._context.on
        supplemented = bool(self._context.valid_indications(person.person, "loondispensatie"))
        no, questions = 0, []
        for start in self._by_start:
            on = max(self._context.on, own_start, start or self._context.on)
            outcome = self._works_from(start, on, person.birth_date, supplemented)
            no |= outcome.no
            questions.extend(outcome.questions)
        return Outcome(no, tuple(questions))

    def _works_from(self, start, on: date, birth: date | None, supplemented: bool) -> Outcome:
        law = self._context.reference.wage.on(on)
        age = None if birth is None else self._capped(age_on(birth, on), law)
        key = (start, law or on, age, supplemented)
        if key not in self._cache:
            parts = Gathering()
            for index in self._members[start]:
                verdict = self._verdict(self._context.works[index], on, law, age, supplemented)
                if verdict == "no":
                    parts.fail(1 << index)
                elif verdict != "yes":
                    parts.ask(verdict, 1 << index)
            self._cache[key] = parts.outcome()
        return self._cache[key]

    def _capped(self, age: int, law: Wml | None) -> int:
        """Above these ages nothing changes any more; one age stands for all."""
        return min(age, max(law.adult_age() if law else 0, self._context.rules.floor_from_age))

    def _verdict(self, work, on: date, law: Wml | None, age: int | None, supplemented: bool) -> str:
        """yes, no, or the question."""
        rule = WORK_KINDS[work.kind].wage_rule
        if rule == "none":
            return "yes"
        if rule == "allowance":
            return self._allowance(work)
        if work.hourly_eurocent is None:
            return "work.hourly"
        if law is None:
            return f"law.wml:{on.isoformat()}"
        if age is None:
            reached = work.hourly_eurocent >= self._floor(work, law, None, work.bbl == "ja")
            return "yes" if reached else "person.birth_date"
        if age < law.lowest_age():
            return "no"
        return self._floor_verdict(work, law, age, supplemented)

    def _floor_verdict(self, work, law: Wml, age: int, supplemented: bool) -> str:
        if work.hourly_eurocent >= self._floor(work, law, age, work.bbl == "ja"):
            return "yes"
        if supplemented:
            return "uwv.supplement"
        if work.bbl is None and work.kind == "leerbaan" and \
                work.hourly_eurocent >= self._floor(work, law, age, True):
            return "work.bbl"
        return "no"

    def _floor(self, work, law: Wml, age: int | None, bbl: bool) -> int:
        """The highest of statute, collective agreement and municipality; age None asks for an adult's."""
        rules = self._context.rules
        statutory = law.adult if age is None else law.hourly(age, bbl)
        own = rules.floor_hourly_eurocent if age is None or age >= rules.floor_from_age else 0
        return max(statutory, work.cao_floor_eurocent or 0, own)

    def _allowance(self, work) -> str:
        full = self._context.rules.full_week
        week = full if work.hours_max is None else min(work.hours_max, full)
        norm = -(-self._context.rules.allowance_month_eurocent * week // full) if full else 0
        if norm == 0:
            return "yes"
        if work.allowance_month_eurocent is None:
            return "work.allowance"
        return "yes" if work.allowance_month_eurocent >= norm else "no"
