# SPDX-License-Identifier: EUPL-1.2
"""Why someone waits: docs/plan.md section 9."""
from typing import NamedTuple

from .context import Context
from .masks import flags
from .pairs import PersonPairs

OWN = ("wish", "exclusion", "resting", "hours", "day_parts", "start", "travel", "pay")
# gate → cause, side, what
CAUSES = {
    "closed": ("plek vol of dicht", "werkgever", "extra plek"),
    "permit": ("werkvergunning", "gemeente", "hulp bij de vergunning"),
    "language": ("taal", "opleiding", ""),
    "licence": ("rijbewijs of certificaat", "opleiding", ""),
    "diploma": ("diploma", "opleiding", ""),
    "conditions": ("werk vraagt te veel", "werkgever", "aanpassing"),
    "support": ("steun ontbreekt", "gemeente", "begeleiding"),
    "indication": ("indicatie niet geldig", "gemeente", "nieuw advies"),
    "displacement": ("verdringing niet getoetst", "werkgever", "verklaring"),
    "wage": ("loon onder de vloer", "werkgever", "hoger loon"),
    "scheme": ("regeling past niet", "gemeente", "andere regeling"),
}


class Row(NamedTuple):
    """One line of waiting.csv; `works` is text, empty where no number belongs. None: the page fixes no value."""
    person: str
    cause: str
    side: str
    works: str | None
    what: str | None
    who_pays: str | None


def _training(context: Context, kind: str, codes: set[str]) -> tuple[str, str]:
    """Ids of the training that gives one of the codes, and who pays for it."""
    rows = [row for row in context.snapshot.training if row.gives_kind == kind and (row.gives_code or "") in codes]
    ids = {row.training for row in rows if row.training}
    return " ".join(sorted(ids)), " ".join(sorted({row.scheme for row in rows if row.scheme}))


def gate_rows(context: Context, pairs: PersonPairs) -> list[Row]:
    """The rows that follow from the gates alone."""
    person, rows = pairs.person.person, []
    own = other = 0
    for gate, outcome in pairs.outcomes.items():
        if gate in OWN:
            own |= outcome.no
        else:
            other |= outcome.no
    if own & ~other & ~pairs.outcomes["wish"].no:
        rows.append(Row(person, "eigen keuze", "eigen keuze", "", "", ""))
    for gate, (cause, side, what) in CAUSES.items():
        outcome = pairs.outcomes[gate]
        works = outcome.no & pairs.failing_one
        if works:
            who_pays = ""
            if side == "opleiding":
                codes = {code for code, mask in outcome.failing if mask & works}
                what, who_pays = _training(context, gate, codes)
            rows.append(Row(person, cause, side, str(flags(works).count(1)), what, who_pays))
    return rows


def all_rows(person: str, gates: list[Row], candidates: int, lost: bool) -> list[Row]:
    """With the rows that follow from round 1 after the statutory order, by cause."""
    rows = list(gates)
    if candidates:
        rows.append(Row(person, "plekken", "werkgever", str(candidates), "extra plek", ""))
    if lost:
        rows.append(Row(person, "wettelijke volgorde", "gemeente", None, None, None))
    if not rows:
        rows.append(Row(person, "geen werk", "gemeente", "0", "", ""))
    return sorted(rows, key=lambda row: row.cause)


def same(expected: Row, found: Row) -> bool:
    return all(want is None or want == have for want, have in zip(expected, found))
