# SPDX-License-Identifier: EUPL-1.2
"""One person against every work: the wish of each pair, the 19 gates, the candidates (docs/plan.md section 5)."""
from typing import NamedTuple

from .context import Context
from .gates import GATES, Gates
from .masks import Outcome, flags
from .support import Support, SupportUse
from .travel import Trip


class WishPart(NamedTuple):
    """The works for which this wish row is the wish of the pair; row None: there is none."""
    position: int
    row: object
    works: int
    trip: Trip


def merged(parts: list[tuple[Outcome, int]]) -> Outcome:
    """Outcomes of wish rows, each for the works it is the wish of."""
    no, questions = 0, []
    for outcome, works in parts:
        no |= outcome.no & works
        questions.extend((question, mask & works) for question, mask in outcome.questions if mask & works)
    return Outcome(no, tuple(questions))


class PersonPairs:
    """All pairs of one person."""

    def __init__(self, person, wishes: list[WishPart], outcomes: dict[str, Outcome], uses: list[SupportUse],
                 everything: int):
        self.person, self.wishes, self.outcomes, self.support_uses = person, wishes, outcomes, uses
        once = twice = 0
        for outcome in outcomes.values():
            twice |= once & outcome.no
            once |= outcome.no
        self.failing_one = once & ~twice
        self.candidates = everything & ~once

    def unknown_counts(self) -> bytes:
        """Per work the number of gates that are unknown, for works up to the last candidate."""
        total = 0
        for outcome in self.outcomes.values():
            unknown = outcome.unknown()
            if unknown:
                total += int.from_bytes(flags(unknown), "little")
        return total.to_bytes(max(self.candidates.bit_length(), (total.bit_length() + 7) // 8), "little")

    def failed_gates(self, index: int) -> list[str]:
        return [gate for gate in GATES if self.outcomes[gate].no >> index & 1]

    def questions(self, index: int) -> list[str]:
        return sorted({question for outcome in self.outcomes.values() if not outcome.no >> index & 1
                       for question, works in outcome.questions if works >> index & 1})

    def notes(self, gate: str, index: int) -> list[str]:
        return sorted(note for note, works in self.outcomes[gate].notes if works >> index & 1)

    def wish_of(self, index: int) -> WishPart:
        return next(part for part in self.wishes if part.works >> index & 1)


class PairMaker:
    """Makes PersonPairs; holds the caches shared by all people."""

    def __init__(self, context: Context):
        self.context = context
        self._gates = Gates(context)
        self._support = Support(context)

    def pairs(self, person) -> PersonPairs:
        gates = self._gates
        support, uses = self._support.gate(person.person)
        wishes, by_row = self._wishes(person)
        outcomes = {
            "closed": gates.closed(person), "exclusion": gates.exclusion(person), "resting": gates.resting(person),
            "hours": gates.hours(person), "day_parts": gates.day_parts(person), "start": gates.start(person),
            "permit": gates.permit(person), "language": gates.language(person.person),
            "licence": gates.licence(person.person), "diploma": gates.diploma(person.person),
            "conditions": gates.conditions(person.person), "support": support,
            "indication": gates.indication(person), "displacement": gates.displacement, "wage": gates.wage(person),
            "scheme": gates.scheme(person), **by_row}
        ordered = {gate: outcomes[gate] for gate in GATES}
        return PersonPairs(person, wishes, ordered, uses, self.context.all)

    def _tested(self, person) -> list[tuple[WishPart, Outcome, Outcome]]:
        """Each live row with its works of the right kind, and the gates wish and pay for it."""
        out = []
        for position, row in enumerate(self.context.live_wishes(person.person), 1):
            works = self.context.of_kind.get(row.kind, 0)
            part = WishPart(position, row, works, self._gates.travel(person.pc4, row))
            out.append((part, self._gates.wish(row), self._gates.pay(row)))
        return out

    def _wishes(self, person) -> tuple[list[WishPart], dict[str, Outcome]]:
        """The wish of each pair: first a row that fails none of wish, travel, pay; then one that does not fail wish."""
        tested, left = self._tested(person), self.context.all
        chosen: list[tuple[WishPart, Outcome, Outcome]] = []
        for only_wish in (False, True):
            for part, wish, pay in tested:
                failing = wish.no if only_wish else wish.no | part.trip.outcome.no | pay.no
                mine = left & part.works & ~failing
                if mine:
                    left &= ~mine
                    chosen.append((part._replace(works=mine), wish, pay))
        none = WishPart(0, None, left, self._gates.travel(person.pc4, None))
        chosen.append((none, Outcome(no=left), self._gates.pay(None)))
        return [part for part, _, _ in chosen], {
            "wish": merged([(wish, part.works) for part, wish, _ in chosen]),
            "travel": merged([(part.trip.outcome, part.works) for part, _, _ in chosen]),
            "pay": merged([(pay, part.works) for part, _, pay in chosen])}
