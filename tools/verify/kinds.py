# SPDX-License-Identifier: EUPL-1.2
"""Kinds of work: the table of docs/plan.md section 2."""
from typing import NamedTuple


class WorkKind(NamedTuple):
    paid: bool
    wage_rule: str  # floor, allowance, none
    indication: str | None = None
    needs_non_displacement: bool = False
    statutory_order: bool = False


_PAID = WorkKind(True, "floor")
_ALLOWANCE = WorkKind(False, "allowance")
_UNPAID = WorkKind(False, "none")

WORK_KINDS = {
    "regulier": _PAID,
    "met_ondersteuning": _PAID,
    "detachering": _PAID,
    "leerbaan": _PAID,
    "basisbaan": WorkKind(True, "floor", needs_non_displacement=True),
    "beschut": WorkKind(True, "floor", indication="beschut", statutory_order=True),
    "wsw": _PAID,
    "stage": _ALLOWANCE,
    "startersbeurs": _ALLOWANCE,
    "werkervaringsplaats": _UNPAID,
    "proefplaatsing": _UNPAID,
    "participatieplaats": _UNPAID,
    "vrijwilligerswerk": WorkKind(False, "none", needs_non_displacement=True),
}
WISH_KINDS = {*WORK_KINDS, "scholing"}
HOUR_RESOURCES = {"jobcoach", "taalmaatje", "begeleiding"}  # section 8: these count hours, the rest eurocent or a count
