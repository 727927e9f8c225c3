# SPDX-License-Identifier: EUPL-1.2
"""Who pays for each voorstel (`pays.csv`): docs/plan.md section 9."""
from collections.abc import Iterable

from .kinds import HOUR_RESOURCES
from .levels import Edges
from .support import scheme_uses

HEADER = ["person", "round", "work", "scheme", "resource", "amount"]


def amount_text(amount: int, in_hours: bool) -> str:
    """As in resources.csv: hours with two decimals, else a whole number."""
    return f"{amount // 100}.{amount % 100:02}" if in_hours else str(amount)


def pays_rows(edges: Edges, placed: dict[int, dict[str, int]], chosen: Iterable[str]) -> list[list[str]]:
    """Lines of the chosen people, by person, round, resource. `placed`: round → person → work."""
    snapshot = edges.context.snapshot
    in_hours = {row.resource for row in snapshot.resources if row.kind in HOUR_RESOURCES}
    people, brought, rows = {one.person: one for one in edges.people}, scheme_uses(edges.context), []
    for person in sorted(set(chosen) & people.keys()):
        for number, of_round in sorted(placed.items()):
            if person not in of_round:
                continue
            work = edges.context.works[of_round[person]]
            for resource, amount in sorted(edges.use_of(people[person], of_round[person]).items()):
                scheme = work.scheme if resource in brought.get(work.scheme, ()) else ""
                rows.append([person, str(number), work.work, scheme, resource,
                             amount_text(amount, resource in in_hours)])
    return rows
