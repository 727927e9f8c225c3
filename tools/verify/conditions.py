# SPDX-License-Identifier: EUPL-1.2
"""Gate 13, conditions against demands: docs/plan.md section 7."""
from collections import defaultdict
from typing import NamedTuple

from .context import Context
from .masks import Gathering, Outcome, mask_of
from .reading import scaled
from .reference import Item


class Demand(NamedTuple):
    level: str | None  # None: the work's own row leaves it open and no template fills it
    adaptable: str | None
    assumed: bool


def holds(code: str, item: Item, person: str, work: str) -> bool:
    """Whether a work that demands level `work` can be done at the person's level."""
    if person == "geen":
        return True
    if item.kind == "condition":
        return person != "ja" or work == "ja"
    if item.kind == "threshold":
        own, asked = scaled(person, 6), scaled(work, 6)
        return own <= asked if code == "III.1b" else own >= asked
    if item.kind == "ordinal" or len(item.levels) == 2:
        return item.levels.index(person) <= item.levels.index(work)
    return person == item.levels[0] or work not in (item.levels[0], person)


def demands_of(work, context: Context) -> dict[str, Demand]:
    """Own rows with a level, and the template's rows for the other items."""
    template = context.reference.template(work.occupation)
    demands = {item: Demand(level, None, True) for item, level in template.items()}
    for row in context.snapshot.demands_of.get(work.work, ()):
        if row.level is not None:
            demands[row.item] = Demand(row.level, row.adaptable, row.assumed == "ja")
        elif row.item not in template:
            demands[row.item] = Demand(None, None, False)
    return {item: demand for item, demand in demands.items()
            if context.reference.items[item].kind != "info" and demand.level != "geen"}


class Conditions:
    def __init__(self, context: Context):
        self._context = context
        works = defaultdict(lambda: defaultdict(list))  # item → demand → works
        for index, work in enumerate(context.works):
            for item, demand in demands_of(work, context).items():
                works[item][demand].append(index)
        self._demands = {item: [(demand, mask_of(members)) for demand, members in demands.items()]
                         for item, demands in works.items()}
        self._cache: dict[tuple[str, str | None], Gathering] = {}

    def gate(self, person: str) -> Outcome:
        levels = {row.item: row.level for row in self._context.snapshot.conditions_of.get(person, ())
                  if row.level is not None and (row.expires is None or row.expires >= self._context.on)}
        parts = [self._item(item, levels.get(item)) for item in self._demands]
        no = 0
        for part in parts:
            no |= part.no
        return Outcome(no, tuple(q for part in parts for q in part.questions),
                       tuple(n for part in parts for n in part.notes))

    def _item(self, item: str, level: str | None) -> Outcome:
        if (item, level) not in self._cache:
            parts = Gathering()
            for demand, works in self._demands[item]:
                self._demand(parts, item, level, demand, works)
            self._cache[item, level] = parts.outcome()
        return self._cache[item, level]

    def _demand(self, parts: Gathering, item: str, level: str | None, demand: Demand, works: int):
        if demand.level is None:
            parts.ask(f"work.demand:{item}", works)
        elif level is None:
            parts.ask(f"person.condition:{item}", works)
        elif holds(item, self._context.reference.items[item], level, demand.level):
            return
        elif demand.assumed:
            parts.ask(f"work.demand:{item}", works)
        elif demand.adaptable == "ja":
            parts.note(f"adapt:{item}", works)
        elif demand.adaptable is None:
            parts.ask(f"work.adaptable:{item}", works)
        else:
            parts.fail(works)
