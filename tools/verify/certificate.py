# SPDX-License-Identifier: EUPL-1.2
"""certificate.json against plan.json and the candidates: levels, bounds, reach (docs/plan.md section 8)."""
from .levels import Bound, Edges, RoundPairs, bound_of, nothing_can_bind, recounted, shortfall, weights_of
from .masks import mask_of
from .matching import largest
from .prices import SCALE, Prices, read_prices
from .problems import Problems
from .rounds import Round

PLAN, FILE = "plan.json", "certificate.json"


def level_names(floors: list, previous: list, found: list[str]) -> list[str]:
    """Levels of a round, in order. Whether an empty previous plan was given cannot be seen from previous.json."""
    names = ["floors"] if floors else []
    names += ["placed", "score"]
    if previous or "kept" in found:
        names.append("kept")
    return names + ["lottery", "lottery2"]


class Certificate:
    def __init__(self, plan: dict, certificate: dict, problems: Problems):
        self._problems = problems
        self._levels: dict[int, list[dict]] = {}
        for level in plan["levels"]:
            self._levels.setdefault(level["round"], []).append(level)
        rounds, self.reach = certificate.get("rounds"), certificate.get("reach")
        if certificate.keys() != {"rounds", "reach"} or \
                not isinstance(rounds, list) or not isinstance(self.reach, dict):
            problems.refuse(FILE, "certificate.form", what="rounds, reach")
        if not all(isinstance(one, dict) and isinstance(one.get("levels"), list)
                   and all(isinstance(level, dict) for level in one["levels"]) for one in rounds):
            problems.refuse(FILE, "certificate.form", what="rounds: levels")
        self._rounds = rounds
        self.gaps: list[str] = []
        self.placed_prices: dict[str, int] = {}  # z_g at level placed of round 1, in 10^-12

    def check_rounds(self, rounds: int, floors: list, previous: list):
        """Names and order of the levels, and that both files say the same."""
        order = [level["round"] for level in sum(self._levels.values(), [])]
        if order != sorted(order) or set(order) != set(range(1, rounds + 1)) or len(self._rounds) != rounds:
            self._problems.refuse(PLAN, "plan.form", what=f"levels: 1..{rounds}")
        for number in range(1, rounds + 1):
            own, other = self._levels[number], self._rounds[number - 1]["levels"]
            found = [level["name"] for level in own]
            expected = level_names(floors, previous, found)
            if found != expected:
                self._problems.refuse(PLAN, "level.names", round=number, found=found, expected=expected)
            same = [(level.get("name"), level.get("value"), level.get("bound")) for level in other]
            if same != [(level["name"], level["value"], level["bound"]) for level in own]:
                self._problems.refuse(FILE, "certificate.levels", round=number)

    def _prices(self, number: int, place: int, allowed: dict[str, set[str]]) -> Prices:
        level = self._rounds[number - 1]["levels"][place]
        prices, wrong = read_prices(level, allowed)
        strange = level.keys() - {"name", "value", "bound", "work", "resource", "group", "earlier"}
        for what in [*wrong, *sorted(strange)]:
            self._problems.add(FILE, "certificate.price", round=number, name=level["name"], what=what)
        return prices

    def check_values(self, number: int, values: dict[str, int]):
        for level in self._levels[number]:
            name, value, bound = level["name"], level["value"], level["bound"]
            if value != values[name]:
                self._problems.add(PLAN, "level.value", round=number, name=name, found=value, expected=values[name])
            if value < bound if name == "floors" else value > bound:
                self._problems.add(PLAN, "level.relation", round=number, name=name, value=value, bound=bound)
            if value != bound:
                self.gaps.append(f"{number}/{name} {value}..{bound}")

    def check_bounds(self, edges: Edges, the_round: Round, previous: dict[str, str], values: dict[str, int],
                     floors: list[tuple[str, int]], placed_members: dict[str, int]):
        in_force = [(group, min(people, placed_members[group])) for group, people in floors]
        earlier: set[str] = set()
        pairs = RoundPairs(edges, the_round)
        exact = nothing_can_bind(edges, the_round, floors)
        for place, level in enumerate(self._levels[the_round.number]):
            name = level["name"]
            prices = self._prices(the_round.number, place, {
                "work": edges.context.snapshot.index.keys(), "resource": edges.context.budgets.keys(),
                "group": {group for group, _ in floors}, "earlier": earlier})
            if name == "placed" and the_round.number == 1:
                self.placed_prices = prices.group
            asked = floors if name == "floors" else in_force
            self._check_bound(Bound(pairs, previous, weights_of(name, prices), prices), level, prices,
                              asked, values)
            if exact and level["value"] != level["bound"]:
                self._problems.add(PLAN, "level.exact", round=the_round.number, name=name, value=level["value"],
                                   bound=level["bound"])
            if name != "floors":
                earlier = earlier | {name}

    def _check_bound(self, bound: Bound, level: dict, prices: Prices, floors: list, values: dict[str, int]):
        name, number = level["name"], level["round"]
        if name == "floors" and any(price > SCALE for price in prices.group.values()):
            self._problems.add(FILE, "certificate.price", round=number, name=name, what="group > 1")
        expected = bound_of(bound, name, prices, floors, values)
        if expected != level["bound"] and \
                bound_of(bound, name, prices, floors, values, skip_full=True) != level["bound"]:
            self._problems.add(PLAN, "level.bound", round=number, name=name, found=level["bound"], expected=expected)

    def check_reach(self, edges: Edges, first: Round, members: dict[str, set[str]]) -> dict[str, int]:
        """Own reach of every group, compared with the certificate's; the cover proves that no more is possible."""
        masks = {one.person: first.mask(one) for one in edges.people}
        reach_of = self.reach_of(edges, first)
        if self.reach.keys() != members.keys():
            wrong = sorted(self.reach.keys() ^ members.keys())
            self._problems.add(FILE, "reach.groups", groups=", ".join(wrong))
        own = {}
        for group, persons in sorted(members.items()):
            candidates = {person: masks[person] for person in persons if masks.get(person)}
            own[group] = reach_of(persons)
            if group in self.reach:
                self._check_cover(edges, first, group, candidates, own[group])
        return own

    @staticmethod
    def reach_of(edges: Edges, first: Round):
        """A function from any set of people to its reach."""
        masks = {one.person: first.mask(one) for one in edges.people}
        return lambda persons: largest({p: masks[p] for p in persons if masks.get(p)}, first.capacities)

    def _check_cover(self, edges: Edges, first: Round, group: str, candidates: dict[str, int], reach: int):
        entry, index = self.reach[group], edges.context.snapshot.index
        if not isinstance(entry, dict) or entry.keys() != {"value", "cover"} or \
                not isinstance(entry["cover"], list) or not all(isinstance(one, str) for one in entry["cover"]):
            self._problems.add(FILE, "reach.cover", group=group, what="value, cover")
            return
        if entry["value"] != reach:
            self._problems.add(FILE, "reach.value", group=group, found=entry["value"], expected=reach)
        cover = set(entry["cover"])
        strange = [one for one in cover if one not in index and one not in edges.context.snapshot.persons]
        if strange or len(cover) != len(entry["cover"]):
            self._problems.add(FILE, "reach.cover", group=group, what=f"cover: {sorted(map(str, strange))}")
        works = mask_of(index[one] for one in cover if one in index)
        size = sum(first.capacities[index[one]] for one in cover if one in index) + \
            sum(one not in index for one in cover)
        open_pairs = [person for person, mask in candidates.items() if person not in cover and mask & ~works]
        if size != entry["value"]:
            self._problems.add(FILE, "reach.cover", group=group, what=f"{size} != {entry['value']}")
        for person in sorted(open_pairs):
            self._problems.add(FILE, "reach.cover", group=group, what=f"{person}: not covered")


def values_of(edges: Edges, the_round: Round, previous: dict[str, str], scores: dict[str, int],
              floors: list[tuple[str, int]], members: dict[str, set[str]]) -> tuple[dict[str, int], dict[str, int]]:
    """Recounted values of all levels, and members placed per floor group."""
    placed = {group: sum(person in the_round.placed for person in members.get(group, ())) for group, _ in floors}
    values = recounted(edges, the_round, previous, scores)
    values["floors"] = shortfall(floors, placed)
    return values, placed
