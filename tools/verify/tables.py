# SPDX-License-Identifier: EUPL-1.2
"""places.csv, waiting.csv, learning.csv and pays.csv against what they should say (docs/plan.md sections 9 and 10)."""
from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from .context import Context
from .learning import HEADER as LEARNING_HEADER
from .pays import HEADER as PAYS_HEADER
from .problems import Problems
from .proposals import Proposals
from .waiting import Row, same

PLACES, WAITING = "places.csv", "waiting.csv"
PLACES_HEADER = ["work", "free", "filled", "conditional"]
FROM_ROUND = {"plekken", "wettelijke volgorde", "geen werk"}  # causes that follow from round 1, not from the gates


def check_places(context: Context, table: tuple[list[str], list[list[str]]], proposals: Proposals, problems: Problems):
    header, rows = table
    if header != PLACES_HEADER:
        problems.add(PLACES, "places.header", found=",".join(header))
        return
    filled = Counter(proposals.placed[1].values())
    conditional = Counter(index for person, index in proposals.placed[1].items()
                          if proposals.entries[1, person]["conditional"])
    found = {row[0]: row[1:] for row in rows}
    if list(found) != sorted(found) or len(found) != len(rows):
        problems.add(PLACES, "places.order")
    expected = {work.work: [str(max(0, context.free[i])), str(filled[i]), str(conditional[i])]
                for i, work in enumerate(context.works)}
    for work in sorted({*found, *expected}):
        if found.get(work) != expected.get(work):
            problems.add(PLACES, "places.row", work=work, found=found.get(work), expected=expected.get(work))


def _rows(table: tuple[list[str], list[list[str]]], problems: Problems) -> list[Row] | None:
    header, rows = table
    if header != list(Row._fields) or any(len(row) != len(header) for row in rows):
        problems.add(WAITING, "waiting.header", found=",".join(header))
        return None
    return [Row(*row) for row in rows]


def _compare(expected: list[Row], found: list[Row], problems: Problems):
    wanted = {(row.person, row.cause): row for row in expected}
    there = {(row.person, row.cause): row for row in found}
    for key in sorted(wanted.keys() | there.keys()):
        if key not in there:
            problems.add(WAITING, "waiting.missing", person=key[0], expected=list(wanted[key]))
        elif key not in wanted:
            problems.add(WAITING, "waiting.extra", person=key[0], found=list(there[key]))
        elif not same(wanted[key], there[key]):
            problems.add(WAITING, "waiting.row", person=key[0], cause=key[1], found=list(there[key]),
                         expected=list(wanted[key]))


def check_waiting(table: tuple[list[str], list[list[str]]], expected: list[Row], problems: Problems):
    found = _rows(table, problems)
    if found is None:
        return
    order = [(row.person, row.cause) for row in found]
    if order != sorted(set(order)):
        problems.add(WAITING, "waiting.order")
    _compare(expected, found, problems)


def check_sampled_waiting(table: tuple[list[str], list[list[str]]], expected: dict[str, list[Row]], problems: Problems):
    """Only the rows of the chosen people that follow from the gates."""
    found = _rows(table, problems)
    if found is not None:
        _compare(sum(expected.values(), []),
                 [row for row in found if row.person in expected and row.cause not in FROM_ROUND], problems)


class ExactTable(NamedTuple):
    """A file of which every cell is fixed: `{name}.csv`, its header and the columns that name a row."""
    name: str
    header: list[str]
    key: tuple[str, ...]

    def key_of(self, row: list[str]) -> tuple[str, ...]:
        return tuple(row[self.header.index(column)] for column in self.key)

    def check(self, table: tuple[list[str], list[list[str]]] | None, expected: list[list[str]], problems: Problems,
              chosen: Collection[str] | None = None):
        """`chosen`: only the rows of these people; every row starts with the person. A missing file is told before."""
        if table is None:
            return
        header, rows = table
        if header != self.header or any(len(row) != len(header) for row in rows):
            problems.add(f"{self.name}.csv", f"{self.name}.header", found=",".join(header))
            return
        found = [row for row in rows if chosen is None or row[0] in chosen]
        wanted, there = ({self.key_of(row): row for row in part} for part in (expected, found))
        for key in sorted(wanted.keys() | there.keys()):
            self._compare(key, there.get(key), wanted.get(key), problems)
        order = [key for key in map(self.key_of, found) if key in wanted]
        if order != [key for key in wanted if key in there]:
            problems.add(f"{self.name}.csv", f"{self.name}.order")

    def _compare(self, key: tuple[str, ...], found: list[str] | None, expected: list[str] | None, problems: Problems):
        if found != expected:
            what = "missing" if found is None else "extra" if expected is None else "row"
            problems.add(f"{self.name}.csv", f"{self.name}.{what}", key=", ".join(key), found=found, expected=expected)


LEARNING = ExactTable("learning", LEARNING_HEADER, ("person",))
PAYS = ExactTable("pays", PAYS_HEADER, ("person", "round", "resource"))
