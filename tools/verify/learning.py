# SPDX-License-Identifier: EUPL-1.2
"""learning.csv and pays.csv: docs/plan.md section 9."""
from collections import Counter
from itertools import groupby
from math import inf
from typing import NamedTuple

from .context import Context
from .kinds import HOUR_RESOURCES
from .masks import positions
from .pairs import PersonPairs
from .problems import Problems
from .support import work_uses

LEARNING, PAYS = "learning.csv", "pays.csv"
LEARNING_HEADER = ["person", "trainings", "works", "weeks", "eurocent", "who_pays"]
PAYS_HEADER = ["person", "round", "work", "scheme", "resource", "amount"]
LEARNT = ("language", "licence", "diploma")


class Route(NamedTuple):
    weeks: float
    eurocent: float
    work: str
    trainings: frozenset[str]


def _number(value: int | None) -> float:
    return inf if value is None else value


class Learning:
    """The shortest training for each kind and code, and routes made of them."""

    def __init__(self, context: Context):
        self._context = context
        rows = sorted(context.snapshot.training, key=lambda row: (_number(row.weeks), _number(row.eurocent),
                                                                  row.training))
        self._of, self._shortest = {row.training: row for row in rows}, {}
        for row in rows:
            self._shortest.setdefault((row.gives_kind, row.gives_code or ""), row.training)

    def row(self, pairs: PersonPairs) -> list[str] | None:
        """The line of learning.csv of a waiting person."""
        routes = [route for kind in LEARNT for route in self._routes(pairs, kind)]
        if not routes:
            return None
        best = min(routes, key=lambda route: route[:3])
        opened = sum(route.trainings <= best.trainings for route in routes)
        schemes = sorted({self._of[one].scheme for one in best.trainings if self._of[one].scheme})
        numbers = ["" if value == inf else str(int(value)) for value in best[:2]]
        return [pairs.person.person, " ".join(sorted(best.trainings)), str(opened), *numbers, " ".join(schemes)]

    def _routes(self, pairs: PersonPairs, kind: str) -> list[Route]:
        gate, routes = pairs.outcomes[kind], []
        for index in positions(gate.no & pairs.failing_one):
            codes = [code for code, works in gate.failing if works >> index & 1]
            needed = frozenset(self._shortest.get((kind, code)) for code in codes)
            if codes and None not in needed:
                rows = [self._of[one] for one in needed]
                routes.append(Route(sum(_number(row.weeks) for row in rows), sum(_number(row.eurocent) for row in rows),
                                    self._context.works[index].work, needed))
        return routes


def pays_rows(context: Context, uses_by_work: list[dict[str, int]], person: str, number: int, index: int,
              support: dict[str, int]) -> list[list[str]]:
    """The lines of pays.csv of one voorstel. `support`: what the person's own needs use at this work."""
    work, kinds = context.works[index], {row.resource: row.kind for row in context.snapshot.resources}
    of_scheme = {row.resource for row in context.snapshot.uses_of.get(("scheme", work.scheme), ())
                 if row.amount_per_person} if work.scheme else set()
    out = []
    for resource, amount in sorted((Counter(uses_by_work[index]) + Counter(support)).items()):
        text = f"{amount // 100}.{amount % 100:02}" if kinds[resource] in HOUR_RESOURCES else str(amount)
        scheme = work.scheme if resource in of_scheme else ""
        out.append([person, str(number), work.work, scheme, resource, text])
    return out


def _check(name: str, header: list[str], table: tuple[list[str], list[list[str]]], expected: list[list[str]],
           chosen: set[str] | None, problems: Problems):
    """Row by row, person by person; of the chosen people only where there are any."""
    found_header, rows = table
    if found_header != header:
        problems.add(name, "table.header", found=",".join(found_header), expected=",".join(header))
        return
    people = [row[0] for row in rows]
    if people != sorted(people):
        problems.add(name, "table.order")
    there = {person: list(mine) for person, mine in groupby(sorted(rows, key=lambda row: row[0]), lambda row: row[0])}
    wanted = {person: list(mine) for person, mine in groupby(expected, lambda row: row[0])}
    for person in sorted(there.keys() | wanted.keys()):
        if (chosen is None or person in chosen) and there.get(person) != wanted.get(person):
            problems.add(name, "table.rows", person=person, found=there.get(person), expected=wanted.get(person))


def check_learning(table, expected: list[list[str]], chosen: set[str] | None, problems: Problems):
    _check(LEARNING, LEARNING_HEADER, table, expected, chosen, problems)


class Payers:
    """Gathers pays.csv while people pass by."""

    def __init__(self, context: Context):
        self._context, self._uses, self.rows = context, work_uses(context), []

    def add(self, pairs: PersonPairs, entries: list[dict]):
        for entry in entries:
            index = self._context.snapshot.index[entry["work"]]
            support = Counter()
            for use in pairs.support_uses:
                if use.works >> index & 1:
                    support[use.resource] += use.amount
            self.rows += pays_rows(self._context, self._uses, pairs.person.person, entry["round"], index, support)

    def check(self, table, chosen: set[str] | None, problems: Problems):
        _check(PAYS, PAYS_HEADER, table, self.rows, chosen, problems)
