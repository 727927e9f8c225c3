# SPDX-License-Identifier: EUPL-1.2
"""What the verifier reads of each snapshot file: columns with their type, keys, required cells and references
(docs/plan.md section 1)."""
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from .kinds import WISH_KINDS, WORK_KINDS
from .reading import day, integer, scaled

STATUSES = ("zoekend", "werkend", "scholier")
BENEFITS = ("geen", "bijstand", "ww", "ioaw", "ioaz", "wajong", "wia", "wao", "zw", "anw", "bbz", "aow", "anders")
DAY_PARTS = frozenset(f"{d}-{p}" for d in ("ma", "di", "wo", "do", "vr", "za", "zo") for p in "oman")
LANGUAGE_SCALE = ("A1", "A2", "B1", "B2", "C1", "C2")
Reader = Callable[[str], object]


def text(cell: str) -> str:
    return cell


def one_of(*words: str) -> Reader:
    def read(cell: str) -> str:
        if cell not in words:
            raise ValueError(f"'{cell}' is none of {', '.join(sorted(words))}")
        return cell
    return read


def day_parts(cell: str) -> frozenset[str]:
    parts = frozenset(cell.split())
    if not parts <= DAY_PARTS:
        raise ValueError(f"'{cell}' has an unknown day part")
    return parts


hours = partial(scaled, digits=2)
metres = partial(scaled, digits=3)  # max_km is in kilometres
yes_no = one_of("ja", "nee")
education_level = one_of("geen", *"012345678")


@dataclass(frozen=True)
class Table:
    columns: dict[str, Reader]
    key: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    references: dict[str, str] = field(default_factory=dict)  # column → table whose key it must be


_OF_PERSON = {"person": "people"}
_OF_WORK = {"work": "work"}

TABLES = {
    "people": Table(
        {"person": text, "birth_date": day, "pc4": text, "status": one_of(*STATUSES), "benefit": one_of(*BENEFITS),
         "benefit_since": day, "waiting_since": day, "hours_min": hours, "hours_max": hours, "day_parts": day_parts,
         "from": day, "until": day, "may_work_until": day}, ("person",)),
    "wishes": Table(
        {"person": text, "rank": integer, "kind": one_of(*WISH_KINDS), "occupation": text,
         "min_hourly_eurocent": integer, "max_km": metres, "max_minutes": integer, "mode": text, "confirmed": day,
         "expires": day}, ("person", "rank"), ("kind",), _OF_PERSON),
    "exclusions": Table({"person": text, "kind": one_of("employer", "work", "occupation"), "code": text},
                        required=("person", "kind", "code"), references=_OF_PERSON),
    "languages": Table({"person": text, "language": text, "level": one_of("geen", *LANGUAGE_SCALE)},
                       ("person", "language"), references=_OF_PERSON),
    "skills": Table({"person": text, "code": text, "level": text}, required=("person",), references=_OF_PERSON),
    "licences": Table({"person": text, "licence": text, "has": yes_no}, ("person", "licence"), references=_OF_PERSON),
    "education": Table({"person": text, "level": education_level, "diploma_code": text}, required=("person",),
                       references=_OF_PERSON),
    "conditions": Table({"person": text, "item": text, "level": text, "expires": day}, ("person", "item"),
                        references=_OF_PERSON),
    "support": Table({"person": text, "kind": text, "hours_week": hours}, ("person", "kind"), references=_OF_PERSON),
    "indications": Table({"person": text, "kind": text, "since": day, "until": day}, ("person", "kind", "since"),
                         ("person", "kind"), _OF_PERSON),
    "groups": Table({"person": text, "group": text, "kind": text}, ("person", "group"), ("kind",), _OF_PERSON),
    "resting": Table({"person": text, "work": text, "until": day}, required=("person", "work"),
                     references=_OF_PERSON | _OF_WORK),
    "placements": Table(
        {"person": text, "work": text, "from": day, "until": day, "agreed": day, "confirmed_by": text},
        required=("person", "work"), references=_OF_PERSON | _OF_WORK),
    "employers": Table({"employer": text}, ("employer",)),
    "work": Table(
        {"work": text, "employer": text, "kind": one_of(*WORK_KINDS), "occupation": text, "pc4": text,
         "places": integer, "closed": yes_no, "bbl": yes_no, "hours_min": hours, "hours_max": hours,
         "day_parts": day_parts, "hourly_eurocent": integer, "cao_floor_eurocent": integer,
         "allowance_month_eurocent": integer, "from": day, "until": day, "scheme": text, "non_displacement": day},
        ("work",), ("employer", "kind"), {"employer": "employers"}),
    "demands": Table({"work": text, "item": text, "level": text, "adaptable": yes_no, "assumed": yes_no},
                     ("work", "item"), references=_OF_WORK),
    "requirements": Table(
        {"work": text, "kind": one_of("language", "licence", "diploma", "skill"), "code": text, "level": text,
         "trainable": yes_no}, ("work", "kind", "code", "level"), ("work", "kind"), _OF_WORK),
    "support_offered": Table({"work": text, "kind": text, "hours_week": hours}, ("work", "kind"), references=_OF_WORK),
    "training": Table({"training": text, "gives_kind": text, "gives_code": text, "weeks": integer, "eurocent": integer,
                       "scheme": text}),
    "resources": Table({"resource": text, "kind": text, "amount": text}, ("resource",), ("kind", "amount")),
    "uses": Table({"kind": one_of("scheme", "work"), "id": text, "resource": text, "amount_per_person": text},
                  ("kind", "id", "resource"), ("amount_per_person",), {"resource": "resources"}),
}
REQUIRED_FILES = {"people", "wishes", "employers", "work"}
