# SPDX-License-Identifier: EUPL-1.2
"""Everything a plan is a function of, and who takes part (docs/plan.md section 4)."""
from datetime import date

from .masks import grouped
from .reference import Reference
from .rules import Rules
from .scheme_resources import scheme_resources
from .snapshot import Snapshot, by


def is_live(wish, on: date) -> bool:
    return wish.confirmed is not None and wish.confirmed <= on and (wish.expires is None or wish.expires >= on)


def takes_place(placement, on: date) -> bool:
    """Whether a placement row counts: it runs on the date, or it was agreed and has not started."""
    if placement.agreed is None and placement.confirmed_by is None and placement.__dict__["from"] is None:
        return False
    start = placement.__dict__["from"]
    started = start is None or start <= on or placement.agreed is not None
    return started and (placement.until is None or placement.until >= on)


class Context:
    def __init__(self, snapshot: Snapshot, reference: Reference, rules: Rules, on: date, seed: int):
        self.snapshot, self.reference, self.rules, self.on, self.seed = snapshot, reference, rules, on, seed
        self.works = snapshot.works
        self.all = (1 << len(self.works)) - 1
        self.of_kind = grouped(self.works, lambda work: work.kind)
        running = [row for row in snapshot.placements if takes_place(row, on)]
        self.running_of = by(running, "person")
        taken = {work: len(rows) for work, rows in by(running, "work").items()}
        self.free = [1 if work.places is None else work.places - taken.get(work.work, 0) for work in self.works]
        self.scheme_resources = scheme_resources(snapshot, taken, on)
        self.budgets = snapshot.budgets | {one.resource: one.amount for one in self.scheme_resources}

    def live_wishes(self, person: str) -> list:
        return [wish for wish in self.snapshot.wishes_of.get(person, ()) if is_live(wish, self.on)]

    def state(self, person: str) -> str:
        """The first that holds: without_wish, live, unconfirmed, expired."""
        wishes = self.snapshot.wishes_of.get(person, ())
        if not wishes:
            return "without_wish"
        if any(is_live(wish, self.on) for wish in wishes):
            return "live"
        unexpired = [wish for wish in wishes if wish.expires is None or wish.expires >= self.on]
        return "unconfirmed" if unexpired else "expired"

    def valid_indications(self, person: str, kind: str) -> list:
        return [row for row in self.snapshot.indications_of.get(person, ()) if row.kind == kind
                and (row.until is None or row.until >= self.on) and (row.since is None or row.since <= self.on)]
