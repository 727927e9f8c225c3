# SPDX-License-Identifier: EUPL-1.2
"""Gate 14, support, and the uses of a pair: docs/plan.md sections 5 and 8."""
from collections import Counter, defaultdict
from functools import cache
from typing import NamedTuple

from .context import Context
from .kinds import HOUR_RESOURCES
from .masks import Gathering, Outcome, mask_of


class SupportUse(NamedTuple):
    """Hours of a resource that a person needs at these works."""
    resource: str
    amount: int
    works: int


class Support:
    def __init__(self, context: Context):
        self._context = context
        self._offers = defaultdict(lambda: defaultdict(list))  # kind → centihours or None → works
        for work, rows in context.snapshot.support_offered_of.items():
            for row in rows:
                self._offers[row.kind][row.hours_week].append(context.snapshot.index[work])
        self._resource = {}  # support kind → the first resource of that kind, by id, where the kind counts hours
        for row in sorted(context.snapshot.resources, key=lambda row: row.resource):
            if row.kind in HOUR_RESOURCES:
                self._resource.setdefault(row.kind, row.resource)
        self._split = cache(self._new_split)

    def _new_split(self, kind: str, need: int) -> tuple[int, int]:
        """Works that offer enough, and works that offer too little for certain."""
        offers = self._offers.get(kind, {})
        enough = mask_of(i for hours, works in offers.items() if hours is not None and hours >= need for i in works)
        short = mask_of(i for hours, works in offers.items() if hours is not None and hours < need for i in works)
        return enough, short

    def gate(self, person: str) -> tuple[Outcome, list[SupportUse]]:
        parts, uses = Gathering(), []
        for row in self._context.snapshot.support_of.get(person, ()):
            if row.hours_week is None:
                parts.ask(f"person.support:{row.kind}", self._context.all)
            elif row.hours_week > 0:
                self._need(parts, uses, row.kind, row.hours_week)
        return parts.outcome(), uses

    def _need(self, parts: Gathering, uses: list[SupportUse], kind: str, need: int):
        enough, short = self._split(kind, need)
        rest = self._context.all & ~enough
        resource = self._resource.get(kind)
        if resource is not None:
            uses.append(SupportUse(resource, need, rest))
            parts.note(f"support:{kind}", rest)
            return
        parts.fail(short)
        parts.ask(f"work.support:{kind}", rest & ~short)


def scheme_uses(context: Context) -> dict[str, dict[str, int]]:
    """Per scheme what each of its works brings: its rows of uses.csv, or the scheme as resource."""
    out = defaultdict(dict)
    for (kind, scheme), rows in context.snapshot.uses_of.items():
        if kind == "scheme":
            out[scheme] |= {row.resource: row.amount_per_person for row in rows if row.amount_per_person}
    for one in context.scheme_resources:
        if one.use:
            out[one.scheme][one.resource] = one.use
    return dict(out)


def work_uses(context: Context) -> list[dict[str, int]]:
    """Per work what every pair with it uses: its own rows and what its scheme brings, added per resource."""
    out, brought = [], scheme_uses(context)
    for work in context.works:
        uses = Counter(brought.get(work.scheme, {}))
        for row in context.snapshot.uses_of.get(("work", work.work), ()):
            uses[row.resource] += row.amount_per_person
        out.append({resource: amount for resource, amount in uses.items() if amount})
    return out
