# SPDX-License-Identifier: EUPL-1.2
"""fairness.json: docs/plan.md section 11."""
from math import exp, lgamma, log

from .prices import counted
from .problems import Problems

FILE = "fairness.json"
COUNTS = ("people", "without_wish", "unconfirmed", "expired", "candidate", "voorstel", "reach")
STATES = ("without_wish", "unconfirmed", "expired", "live")
FIGURES = (*COUNTS, "share", "low", "high", "floor", "price")
TAIL = 0.025
SLACK = 1e-8  # the tails are computed in floating point, to about 1e-10


def tail_from(hits: int, trials: int, probability: float) -> float:
    """P(X ≥ hits), for a probability below hits / trials, where terms fall."""
    term = exp(lgamma(trials + 1) - lgamma(hits + 1) - lgamma(trials - hits + 1)
               + hits * log(probability) + (trials - hits) * log(1 - probability))
    total, odds = 0.0, probability / (1 - probability)
    while term > total * 1e-17:
        total += term
        if hits == trials:
            break
        term *= (trials - hits) / (hits + 1) * odds
        hits += 1
    return total


def _at_most(hits: int, trials: int, per_mille: int, limit: float) -> bool:
    """Whether P(X ≥ hits) at this probability is at most the limit. At hits / trials it is at least a half."""
    if per_mille <= 0:
        return hits > 0
    if per_mille * trials >= 1000 * hits:
        return False
    return tail_from(hits, trials, per_mille / 1000) <= limit


def is_low(found: int, hits: int, trials: int) -> bool:
    """Whether `found` is the lower end of the exact 95 % interval, per mille, rounded down."""
    if hits == 0 or trials == 0:
        return found == 0
    return 0 <= found <= 1000 and _at_most(hits, trials, found, TAIL * (1 + SLACK)) and \
        not _at_most(hits, trials, found + 1, TAIL * (1 - SLACK))


def is_high(found: int, hits: int, trials: int) -> bool:
    """The upper end, rounded up: the mirror of the lower end of the misses."""
    return is_low(1000 - found, trials - hits, trials)


def hidden_counts(row: dict[str, int]) -> set[str]:
    """Counts from 1 to 9, and a second state where exactly one state of the people would be hidden."""
    hidden = {name for name in COUNTS if 1 <= row[name] <= 9}
    states = [name for name in STATES if 1 <= row[name] <= 9]
    if len(states) == 1:
        rest = [name for name in STATES if name not in states]
        hidden.add(min(rest, key=lambda name: (row[name], STATES.index(name))))
    return hidden - {"live"}


class FairnessRow:
    """Own figures of one group, compared with the file's."""

    def __init__(self, label: str, counts: dict[str, int], floor: int | None, price: int | None):
        self.label, self.counts, self.floor, self.price = label, counts, floor, price
        self.hidden = hidden_counts(counts)

    def _allowed(self, figure: str, found) -> bool:
        counts = self.counts
        if figure in COUNTS:
            return found == (None if figure in self.hidden else counts[figure])
        if figure == "floor":
            return found == self.floor
        if figure == "price" and "people" in self.hidden:
            return found is None
        if figure == "price":
            return (counted(found) if found is not None else 0) == (self.price or 0) and \
                (found is None or self.price is not None)
        if figure == "share":
            hidden = self.hidden & {"voorstel", "reach"} or counts["reach"] == 0
            return found == (None if hidden else 1000 * counts["voorstel"] // counts["reach"])
        if self.hidden & {"voorstel", "candidate"}:
            return found is None
        if counts["candidate"] == 0 and found is None:
            return True
        check = is_low if figure == "low" else is_high
        return isinstance(found, int) and check(found, counts["voorstel"], counts["candidate"])

    def _expected(self, figure: str) -> str:
        if figure in COUNTS and figure not in self.hidden:
            return str(self.counts[figure])
        if figure == "floor":
            return str(self.floor)
        return f"null ({', '.join(sorted(self.hidden))})" if self.hidden else "…"

    def check(self, row: dict, problems: Problems):
        for figure in sorted(row.keys() - {*FIGURES, "group", "kind", "suppressed"}):
            problems.add(FILE, "fairness.figure", group=self.label, figure=figure, found=row[figure], expected="-")
        for figure in FIGURES:
            if figure not in row or not self._allowed(figure, row[figure]):
                problems.add(FILE, "fairness.figure", group=self.label, figure=figure, found=row.get(figure),
                             expected=self._expected(figure))
        if row.get("suppressed", False) is not bool(self.hidden):
            problems.add(FILE, "fairness.figure", group=self.label, figure="suppressed", found=row.get("suppressed"),
                         expected=bool(self.hidden))


def check_fairness(fairness: dict, groups: dict[tuple[str, str], FairnessRow], total: FairnessRow, problems: Problems):
    rows = fairness.get("groups")
    if fairness.get("schema") != "passend-fairness/1" or fairness.keys() != {"schema", "groups", "total"} or \
            not isinstance(rows, list) or not all(isinstance(row, dict) for row in [*rows, fairness["total"]]):
        problems.add(FILE, "fairness.form", what="schema, groups, total")
        return
    found = {(str(row.get("group")), str(row.get("kind"))): row for row in rows}
    if found.keys() != groups.keys() or len(found) != len(rows):
        wrong = sorted(str(one) for one in found.keys() ^ groups.keys())
        problems.add(FILE, "fairness.groups", groups=", ".join(wrong))
    for key in sorted(groups.keys() & found.keys()):
        groups[key].check(found[key], problems)
    total.check(fairness["total"], problems)
