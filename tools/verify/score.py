# SPDX-License-Identifier: EUPL-1.2
"""Score parts of docs/plan.md section 8, and the reasons of section 10."""
from array import array

from .context import Context
from .gates import GATES
from .masks import positions
from .pairs import PersonPairs, WishPart


def skill_codes(rows: list) -> frozenset[str]:
    """Every code a person's skills cover: their own codes and each beginning of them up to a dot."""
    covered = set()
    for row in rows:
        if row.code and row.level != "geen":
            parts = row.code.split(".")
            covered.update(".".join(parts[:n]) for n in range(1, len(parts) + 1))
    return frozenset(covered)


def travel_part(minutes: int | None, limit: int) -> int:
    return 0 if minutes is None or limit <= 0 else 1000 * (limit - minutes) // limit


def hours_part(own: int | None, work: int | None) -> int:
    return 0 if not own or own < 0 or work is None else 1000 * min(own, work) // own


def skills_part(asked: tuple[str, ...], covered: frozenset[str]) -> int:
    return 1000 * sum(map(covered.__contains__, asked)) // len(asked) if asked else 500


class Scorer:
    def __init__(self, context: Context):
        self._context = context
        self._weights = context.rules.weights
        self._pc4 = [work.pc4 for work in context.works]
        self._pc4_codes = set(self._pc4)
        self._hours_max = [work.hours_max for work in context.works]
        self._skills = [self._asked(work.work) for work in context.works]
        known = self._weights["known"]
        self._known = [known * (1000 * (len(GATES) - n) // len(GATES)) for n in range(len(GATES) + 1)]

    def _asked(self, work: str) -> tuple[str, ...]:
        return tuple(sorted(row.code or "" for row in self._context.snapshot.requirements_of.get(work, ())
                            if row.kind == "skill"))

    def _wish_part(self, part: WishPart) -> int:
        return max(0, 1000 - self._context.rules.wish_step * (part.position - 1))

    def scores(self, pairs: PersonPairs) -> tuple[array, array]:
        """Indices of the candidates in rising order, and their scores."""
        candidates = positions(pairs.candidates)
        by_work: dict[int, int] = {}
        unknown = pairs.unknown_counts()
        skills, hours = self._skill_table(pairs), self._hour_table(pairs, candidates)
        for part in pairs.wishes:
            mine = part.works & pairs.candidates
            if mine:
                self._add(by_work, part, mine, (unknown, skills, hours))
        return array("I", candidates), array("I", map(by_work.__getitem__, candidates))

    def _add(self, by_work: dict[int, int], part: WishPart, mine: int, tables: tuple):
        unknown, skills, hours = tables
        base, weight = self._weights["wish"] * self._wish_part(part), self._weights["travel"]
        travel = {pc4: weight * travel_part(part.trip.minutes.get(pc4), part.trip.limit) for pc4 in self._pc4_codes}
        known, own_pc4, own_hours, own_skills = self._known, self._pc4, self._hours_max, self._skills
        for i in positions(mine):
            by_work[i] = (base + skills[own_skills[i]] + travel[own_pc4[i]] + hours[own_hours[i]]
                          + known[unknown[i]]) // 1000

    def _skill_table(self, pairs: PersonPairs):
        covered = skill_codes(self._context.snapshot.skills_of.get(pairs.person.person, ()))
        return _Lazy(lambda asked: self._weights["skills"] * skills_part(asked, covered))

    def _hour_table(self, pairs: PersonPairs, candidates: list[int]) -> dict:
        own, weight = pairs.person.hours_max, self._weights["hours"]
        return {hours: weight * hours_part(own, hours) for hours in {self._hours_max[i] for i in candidates}}

    def parts(self, pairs: PersonPairs, index: int) -> dict[str, int]:
        """The parts of one pair."""
        wish = pairs.wish_of(index)
        work = self._context.works[index]
        covered = skill_codes(self._context.snapshot.skills_of.get(pairs.person.person, ()))
        unknown = sum(outcome.unknown() >> index & 1 for outcome in pairs.outcomes.values())
        return {"wish": self._wish_part(wish), "skills": skills_part(self._skills[index], covered),
                "travel": travel_part(wish.trip.minutes.get(work.pc4), wish.trip.limit),
                "hours": hours_part(pairs.person.hours_max, work.hours_max),
                "known": 1000 * (len(GATES) - unknown) // len(GATES)}

    def score(self, parts: dict[str, int]) -> int:
        return sum(self._weights[name] * value for name, value in parts.items()) // 1000

    def reasons(self, pairs: PersonPairs, index: int) -> list[str]:
        """Section 10, in its order."""
        wish, work = pairs.wish_of(index), self._context.works[index]
        reasons = [f"wish:{wish.row.rank}"]
        minutes = wish.trip.minutes.get(work.pc4)
        if minutes is not None:
            reasons.append(f"travel:{wish.row.mode or 'onbekend'}:{minutes}")
        if pairs.person.hours_max is not None and work.hours_max is not None:
            reasons.append(f"hours:{min(pairs.person.hours_max, work.hours_max)}")
        if work.hourly_eurocent is not None:
            reasons.append(f"wage:{work.hourly_eurocent}")
        learned = [note for gate in ("language", "licence", "diploma") for note in pairs.notes(gate, index)]
        return [*reasons, *sorted(learned), *pairs.notes("conditions", index), *pairs.notes("support", index)]


class _Lazy(dict):
    """A table that computes an entry when first asked."""

    def __init__(self, compute):
        super().__init__()
        self._compute = compute

    def __missing__(self, key):
        self[key] = self._compute(key)
        return self[key]
