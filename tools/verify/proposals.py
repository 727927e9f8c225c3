# SPDX-License-Identifier: EUPL-1.2
"""Each voorstel against the facts: gates, questions, score, parts, reasons (docs/plan.md sections 5, 8 and 10)."""
from collections import Counter, defaultdict

from .context import Context
from .levels import Edges
from .pairs import PersonPairs
from .problems import Problems
from .rounds import Round
from .score import Scorer

FILE = "plan.json"


class Proposals:
    """The voorstellen of plan.json by person and by round."""

    def __init__(self, context: Context, entries: list[dict], problems: Problems):
        self._context, self._problems = context, problems
        self.of_person: dict[str, list[dict]] = defaultdict(list)
        self.placed: dict[int, dict[str, int]] = {n: {} for n in range(1, context.rules.rounds + 1)}
        self.entries = {}
        self._check_order(entries)
        for entry in entries:
            self._add(entry)

    def _check_order(self, entries: list[dict]):
        for before, after in zip(entries, entries[1:]):
            if (before["person"], before["round"]) > (after["person"], after["round"]):
                self._problems.add(FILE, "plan.order", person=after["person"], round=after["round"])

    def _add(self, entry: dict):
        snapshot, person, number = self._context.snapshot, entry["person"], entry["round"]
        if person not in snapshot.persons or entry["work"] not in snapshot.index:
            what = entry["work"] if person in snapshot.persons else person
            self._problems.add(FILE, "proposal.unknown", what=what)
        elif number not in self.placed:
            self._problems.add(FILE, "proposal.round", person=person, round=number)
        elif person in self.placed[number]:
            self._problems.add(FILE, "proposal.twice", person=person, round=number)
        elif self._context.state(person) != "live":
            self._problems.add(FILE, "proposal.no_wish", person=person)
        else:
            self.of_person[person].append(entry)
            self.placed[number][person] = snapshot.index[entry["work"]]
            self.entries[number, person] = entry

    def check_person(self, pairs: PersonPairs, scorer: Scorer):
        for entry in self.of_person.get(pairs.person.person, ()):
            index = self._context.snapshot.index[entry["work"]]
            if not pairs.candidates >> index & 1:
                self._problems.add(FILE, "proposal.gates", person=entry["person"], work=entry["work"],
                                   gates=", ".join(pairs.failed_gates(index)))
                continue
            parts = scorer.parts(pairs, index)
            expected = {"conditional": pairs.questions(index), "parts": parts, "score": scorer.score(parts),
                        "reasons": scorer.reasons(pairs, index)}
            for name, value in expected.items():
                if entry[name] != value:
                    self._problems.add(FILE, f"proposal.{name}", person=entry["person"], work=entry["work"],
                                       found=entry[name], expected=value)


def check_round(edges: Edges, the_round: Round, proposals: Proposals, problems: Problems):
    """Remaining candidates, capacities, budgets and displaces of one round."""
    works, number = edges.context.works, the_round.number
    by_name = {one.person: one for one in edges.people}
    for person, index in the_round.placed.items():
        if the_round.lost.get(person, 0) >> index & 1:
            problems.add(FILE, "proposal.statutory", person=person, work=works[index].work, round=number)
        elif the_round.removed.get(person, 0) >> index & 1:
            problems.add(FILE, "proposal.repeated", person=person, work=works[index].work)
    check_capacity(edges.context, the_round, problems)
    used = Counter()
    for person, index in the_round.placed.items():
        used.update(edges.use_of(by_name[person], index))
    for resource, amount in sorted(used.items()):
        budget = edges.context.budgets[resource]
        if amount > budget:
            problems.add(FILE, "round.budget", round=number, resource=resource, found=amount, expected=budget)
    _check_displaces(edges, the_round, proposals, problems)


def check_capacity(context: Context, the_round: Round, problems: Problems):
    for index, count in sorted(Counter(the_round.placed.values()).items()):
        if count > the_round.capacities[index]:
            problems.add(FILE, "round.capacity", round=the_round.number, work=context.works[index].work, found=count,
                         expected=the_round.capacities[index])


def check_offers(context: Context, rounds: list[Round], problems: Problems):
    """Over all rounds a work is offered to at most m people per free place."""
    offered = Counter(index for one in rounds for index in one.placed.values())
    for index, count in sorted(offered.items()):
        most = max(0, context.rules.offers_per_place * context.free[index])
        if count > most:
            problems.add(FILE, "round.offers", work=context.works[index].work, found=count, expected=most)


def _check_displaces(edges: Edges, the_round: Round, proposals: Proposals, problems: Problems):
    also = Counter()
    for one in edges.people:
        if one.person not in the_round.placed:
            removed = the_round.removed.get(one.person, 0)
            also.update([i for i in one.works if not removed >> i & 1] if removed else one.works)
    for person, index in the_round.placed.items():
        entry = proposals.entries[the_round.number, person]
        expected = {"also": also[index], "places": the_round.capacities[index]}
        if entry["displaces"] != expected:
            problems.add(FILE, "proposal.displaces", person=person, work=entry["work"], round=the_round.number,
                         found=entry["displaces"], expected=expected)
