# SPDX-License-Identifier: EUPL-1.2
"""rules.toml: docs/plan.md section 3."""
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from .reading import Unreadable
from .reference import read_toml, toml_date

PARTS = ("wish", "skills", "travel", "hours", "known")
FLOOR_FIELDS = ("group", "people", "ground", "organ", "from", "until", "justification")


class Mode(NamedTuple):
    detour_per_mille: int
    metres_per_hour: int
    fixed_minutes: int


@dataclass(frozen=True)
class Rules:
    rounds: int
    offers_per_place: int
    start_horizon_days: int
    floor_hourly_eurocent: int
    floor_from_age: int
    allowance_month_eurocent: int
    full_week: int  # centihours
    max_metres: int
    max_minutes: int
    min_straight_m: int
    modes: dict[str, Mode]
    weights: dict[str, int]
    wish_step: int
    floors: tuple[dict, ...]

    def floors_on(self, on: date) -> list[tuple[str, int]]:
        """(group, people) of the floors that count on this date."""
        return [(floor["group"], floor["people"]) for floor in self.floors
                if all(name in floor for name in ("group", "people", "from", "until"))
                and floor["from"] <= on <= floor["until"]]


def _thousandths(value, per: int) -> int:
    return int(Decimal(str(value)) * per)


def _floor(floor: dict) -> dict:
    """With its numbers and dates read; what is missing stays missing, for `rule_problems` to name."""
    read = {"people": int, "from": toml_date, "until": toml_date}
    return {name: read[name](value) if name in read else value for name, value in floor.items()}


def read_rules(path: Path) -> Rules:
    table = read_toml(path)
    try:
        plan, wage, stage, travel, score = (table[name] for name in ("plan", "wage", "stage", "travel", "score"))
        modes = {name: Mode(int(m["detour_per_mille"]), int(m["metres_per_hour"]), int(m["fixed_minutes"]))
                 for name, m in travel.get("mode", {}).items()}
        return Rules(
            rounds=int(plan["rounds"]), offers_per_place=int(plan["offers_per_place"]),
            start_horizon_days=int(plan["start_horizon_days"]),
            floor_hourly_eurocent=int(wage["floor_hourly_eurocent"]), floor_from_age=int(wage["floor_from_age"]),
            allowance_month_eurocent=int(stage["allowance_month_eurocent"]),
            full_week=_thousandths(stage["full_week_hours"], 100),
            max_metres=_thousandths(travel["default_max_km"], 1000), max_minutes=int(travel["default_max_minutes"]),
            min_straight_m=int(travel["min_straight_m"]), modes=modes,
            weights={part: int(score[part]) for part in PARTS}, wish_step=int(score["wish_step"]),
            floors=tuple(_floor(floor) for floor in table.get("floor", ())))
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise Unreadable(f"{path}: {error!r}") from error


def rule_problems(rules: Rules, group_kinds: dict[str, set[str]]) -> list[tuple[str, dict]]:
    """(code, arguments) of what section 3 refuses."""
    problems = []
    if sum(rules.weights.values()) != 1000 or min(rules.weights.values()) < 0:
        problems.append(("rules.weights", {"sum": sum(rules.weights.values())}))
    for number, floor in enumerate(rules.floors, 1):
        missing = [name for name in FLOOR_FIELDS if floor.get(name) in (None, "")]
        if missing:
            problems.append(("rules.floor_fields", {"number": number, "fields": ", ".join(missing)}))
        group = floor.get("group", "")
        if group and group not in group_kinds:
            problems.append(("rules.floor_group", {"number": number, "group": group}))
        if "age" in group_kinds.get(group, ()) and not floor.get("statutory_ground"):
            problems.append(("rules.floor_age", {"number": number, "group": group}))
    return problems
