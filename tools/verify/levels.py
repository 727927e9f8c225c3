# SPDX-License-Identifier: EUPL-1.2
"""Levels of a round: values recounted, bounds recomputed from the prices over all candidates (docs/plan.md section 8).
All in integers of 10^-12."""
from array import array
from collections import Counter, defaultdict
from itertools import compress
from operator import add, neg, sub

from .context import Context
from .masks import flags
from .prices import SCALE, Prices
from .reading import h
from .rounds import PersonCandidates, Round


class Edges:
    """The candidates of a round, with the weights of every level."""

    def __init__(self, context: Context, people: list[PersonCandidates], members: dict[str, list[str]],
                 uses: list[dict[str, int]]):
        self.context, self.people, self.uses = context, people, uses
        self.groups_of = defaultdict(list)
        for group, persons in members.items():
            for person in persons:
                self.groups_of[person].append(group)
        self.lottery = {one.person: h(f"{context.seed}|{one.person}") for one in people}
        self._draws: dict[str, array] = {}

    def draws(self, one: PersonCandidates) -> array:
        """h(seed, person, work) of every candidate."""
        if one.person not in self._draws:
            start = f"{self.context.seed}|{one.person}|"
            works = self.context.works
            self._draws[one.person] = array("Q", [h(start + works[i].work) for i in one.works])
        return self._draws[one.person]

    def use_of(self, one: PersonCandidates, index: int) -> Counter:
        """What this pair uses of each resource."""
        uses = Counter(self.uses[index])
        for need in one.support_uses:
            if need.works >> index & 1:
                uses[need.resource] += need.amount
        return uses


def recounted(edges: Edges, the_round: Round, previous: dict[str, str], scores: dict[str, int]) -> dict[str, int]:
    """Values of all levels but floors, from the voorstellen themselves."""
    works, seed = edges.context.works, edges.context.seed
    placed = the_round.placed
    return {"placed": len(placed), "score": sum(scores[person] for person in placed),
            "kept": sum(previous.get(person) == works[index].work for person, index in placed.items()),
            "lottery": sum(edges.lottery[person] for person in placed),
            "lottery2": sum(h(f"{seed}|{person}|{works[index].work}") for person, index in placed.items())}


def shortfall(floors: list[tuple[str, int]], placed_members: dict[str, int]) -> int:
    return sum(max(0, people - placed_members[group]) for group, people in floors)


class RoundPairs:
    """The candidates that remain in one round, person by person."""

    def __init__(self, edges: Edges, the_round: Round):
        self.edges, self.round = edges, the_round
        self._columns: dict[str, tuple] = {}

    def columns(self, one: PersonCandidates, with_draws: bool) -> tuple:
        """Works, scores and, where asked, h(seed, person, work), side by side."""
        removed = self.round.removed.get(one.person, 0) & one.mask
        draws = self.edges.draws(one) if with_draws else ()
        if not removed:
            return one.works, one.scores, draws
        key = one.person
        if key not in self._columns:
            self._columns[key] = [not removed >> i & 1 for i in one.works]
        keep = self._columns[key]
        return tuple(array(column.typecode, compress(column, keep)) if column else column
                     for column in (one.works, one.scores, draws))


class Bound:
    """D of one level of one round. `weighted` holds per level name 1 for this level, and z_k for earlier ones,
    in 10^-12; empty for level floors, where every w is 0."""

    def __init__(self, pairs: RoundPairs, previous: dict[str, str], weighted: dict[str, int], prices: Prices):
        self._pairs, self._edges, self._previous, self._prices = pairs, pairs.edges, previous, prices
        self._capacities = pairs.round.capacities
        self._weight = weighted
        index = self._edges.context.snapshot.index
        self._cost = [sum(prices.resource.get(r, 0) * amount for r, amount in uses.items()) if prices.resource else 0
                      for uses in self._edges.uses]
        for work, price in prices.work.items():
            self._cost[index[work]] += price

    def terms_of_places_and_people(self, skip_full: bool) -> int:
        """Σ c y + Σ B z_r + Σ_i max(0, …), in 10^-12. With `skip_full` pairs with a work without capacity in this
        round count as never worth it: a price on such a work costs nothing, so this too is a bound."""
        index, budgets = self._edges.context.snapshot.index, self._edges.context.budgets
        total = sum(self._capacities[index[work]] * price for work, price in self._prices.work.items())
        total += sum(budgets[resource] * price for resource, price in self._prices.resource.items())
        cost = self._cost
        if skip_full:
            cost = [price if places else price + 10**30 for price, places in zip(cost, self._capacities)]
        return total + sum(self._best(one, cost) for one in self._edges.people)

    def _best(self, one: PersonCandidates, cost: list[int]) -> int:
        """max(0, max over the person's candidates)."""
        works, scores, draws = self._pairs.columns(one, "lottery2" in self._weight)
        if not works:
            return 0
        values = self._values(works, scores, draws, cost)
        priced = [need for need in one.support_uses if need.resource in self._prices.resource]
        if priced or self._kept_weight(one):
            values = self._with_own_terms(one, works, list(values), priced)
        return max(0, max(values) + self._constant(one.person))

    def _values(self, works, scores, draws, cost: list[int]):
        """What differs between the pairs of a person: w_e and w^k_e where they do, less y and uses."""
        gain = None
        for name, column in (("score", scores), ("lottery2", draws)):
            if self._weight.get(name):
                term = map(self._weight[name].__mul__, column)
                gain = term if gain is None else map(add, gain, term)
        costs = map(cost.__getitem__, works)
        return map(sub, gain, costs) if gain is not None else map(neg, costs)

    def _kept_weight(self, one: PersonCandidates) -> int:
        return self._weight.get("kept", 0) if one.person in self._previous else 0

    def _with_own_terms(self, one: PersonCandidates, works, values: list[int], priced: list) -> list[int]:
        """Support the person needs at some works, and the voorstel kept."""
        for need in priced:
            price = need.amount * self._prices.resource[need.resource]
            here = flags(need.works | self._edges.context.all + 1)  # the bit above gives every work its flag
            values = [value - price if here[i] else value for value, i in zip(values, works)]
        kept = self._kept_weight(one)
        index = self._edges.context.snapshot.index.get(self._previous.get(one.person, ""))
        if kept and index in works:
            values[works.index(index)] += kept
        return values

    def _constant(self, person: str) -> int:
        """What every pair of a person has in common."""
        total = self._weight.get("placed", 0) + self._weight.get("lottery", 0) * self._edges.lottery[person]
        return total + sum(self._prices.group.get(group, 0) for group in self._edges.groups_of.get(person, ()))


def bound_of(bound: Bound, name: str, prices: Prices, floors: list[tuple[str, int]], values: dict[str, int],
             skip_full: bool = False) -> int:
    """BOUND of a level; `floors` as in force at this level, `values` of the earlier levels."""
    d = bound.terms_of_places_and_people(skip_full)
    asked = sum(people * prices.group.get(group, 0) for group, people in floors)
    if name == "floors":
        return max(0, -((d - asked) // SCALE))
    d -= asked + sum(values[earlier] * price for earlier, price in prices.earlier.items())
    return d // SCALE


def weights_of(name: str, prices: Prices) -> dict[str, int]:
    weighted = dict(prices.earlier)
    if name != "floors":
        weighted[name] = SCALE
    return weighted


def nothing_can_bind(edges: Edges, the_round: Round, floors: list[tuple[str, int]]) -> bool:
    """Whether no floor asks anything and every budget suffices even if each person took their dearest pair."""
    if any(people > 0 for _, people in floors):
        return False
    most: Counter = Counter()
    for one in edges.people:
        works = the_round.mask(one)
        needs = Counter()
        for need in one.support_uses:
            if need.works & works:
                needs[need.resource] += need.amount
        most.update(needs)
    for index, uses in enumerate(edges.uses):
        for resource, amount in uses.items():
            most[resource] += amount * the_round.capacities[index]
    return all(amount <= edges.context.budgets[resource] for resource, amount in most.items())
