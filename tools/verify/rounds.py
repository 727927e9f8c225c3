# SPDX-License-Identifier: EUPL-1.2
"""What each round may use: remaining pairs, capacities, statutory order (docs/plan.md section 8)."""
from array import array
from dataclasses import dataclass, field
from datetime import date

from .context import Context
from .kinds import WORK_KINDS
from .matching import Placing
from .reading import h
from .support import SupportUse


@dataclass
class PersonCandidates:
    """What is kept of a person after the gates: candidates by index, scores beside them."""
    person: str
    mask: int
    works: array
    scores: array
    support_uses: list[SupportUse] = field(default_factory=list)


@dataclass
class Round:
    number: int
    capacities: list[int]
    removed: dict[str, int]      # person → pairs used before or lost to the statutory order
    lost: dict[str, int]         # of these, lost to the statutory order
    placed: dict[str, int]       # person → work, from the plan

    def mask(self, one: PersonCandidates) -> int:
        return one.mask & ~self.removed.get(one.person, 0)


def _indicated(context: Context, person: str, kind: str) -> date:
    since = [row.since for row in context.valid_indications(person, WORK_KINDS[kind].indication or kind)
             if row.since is not None]
    return min(since, default=date.max)


def statutory_losses(context: Context, remaining: dict[str, int], capacities: list[int]) -> dict[str, int]:
    """Pairs that people lose for this round. `remaining`: person → mask of remaining candidates."""
    lost: dict[str, int] = {}
    for kind, properties in WORK_KINDS.items():
        of_kind = context.of_kind.get(kind, 0)
        if not properties.statutory_order or not of_kind:
            continue
        queue = [person for person, mask in remaining.items() if mask & of_kind]
        queue.sort(key=lambda p: (_indicated(context, p, kind), -h(f"{context.seed}|{p}"), p))
        placing = Placing(capacities)
        for person in queue:
            if not placing.admit(person, remaining[person] & of_kind):
                lost[person] = lost.get(person, 0) | remaining[person] & of_kind
    return lost


def make_round(context: Context, number: int, people: list[PersonCandidates], earlier: list[Round],
               placed: dict[str, int]) -> Round:
    used: dict[str, int] = {}
    offered = [0] * len(context.works)
    for before in earlier:
        for person, work in before.placed.items():
            used[person] = used.get(person, 0) | 1 << work
            offered[work] += 1
    offers = context.rules.offers_per_place
    capacities = [max(0, min(free, offers * free - given)) for free, given in zip(context.free, offered)]
    remaining = {one.person: one.mask & ~used.get(one.person, 0) for one in people}
    lost = statutory_losses(context, remaining, capacities)
    removed = dict(used)
    for person, mask in lost.items():
        removed[person] = removed.get(person, 0) | mask
    return Round(number, capacities, removed, lost, placed)
