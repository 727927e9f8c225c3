# SPDX-License-Identifier: EUPL-1.2
"""Gate 14, support, and the uses of a pair: docs/plan.md sections 5 and 8."""
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from .context import Context
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
        self._resource = {}  # support kind → the first resource of that kind, by id
        for row in sorted(context.snapshot.resources, key=lambda row: row.resource):
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


def work_uses(context: Context) -> list[dict[str, int]]:
    """Per work what every pair with it uses: its own rows and those of its scheme, added per resource."""
    out = []
    for work in context.works:
        uses = defaultdict(int)
        rows = list(context.snapshot.uses_of.get(("work", work.work), ()))
        if work.scheme:
            rows += context.snapshot.uses_of.get(("scheme", work.scheme), ())
        for row in rows:
            uses[row.resource] += row.amount_per_person
        out.append({resource: amount for resource, amount in uses.items() if amount})
    return out
