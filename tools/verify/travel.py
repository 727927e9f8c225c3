# SPDX-License-Identifier: EUPL-1.2
"""Gate 9, distance and time: docs/plan.md section 6."""
from functools import cache
from math import isqrt
from typing import NamedTuple

from .context import Context
from .masks import Gathering, Outcome, grouped
from .rules import Mode


class Trip(NamedTuple):
    """The gate over all works, and per PC4 of a work the minutes of the pair where they are known."""
    outcome: Outcome
    minutes: dict[str | None, int]
    limit: int


class Travel:
    def __init__(self, context: Context):
        self._points = context.reference.points
        self._rules = context.rules
        self._by_pc4 = grouped(context.works, lambda work: work.pc4)
        self._trip = cache(self._new_trip)
        self._ways = cache(self._new_ways)

    def gate(self, pc4: str | None, wish) -> Trip:
        """`wish` None: mode unknown and the limits of the rules."""
        metres = self._rules.max_metres if wish is None or wish.max_km is None else wish.max_km
        minutes = self._rules.max_minutes if wish is None or wish.max_minutes is None else wish.max_minutes
        return self._trip(pc4, wish.mode if wish else None, metres, minutes)

    def _new_ways(self, start: str, end: str) -> dict[str, tuple[int, int]]:
        """Per mode the route in metres and the minutes."""
        (x, y), (u, v) = self._points[start], self._points[end]
        straight = max(isqrt((x - u) ** 2 + (y - v) ** 2), self._rules.min_straight_m)
        return {name: _way(straight, mode) for name, mode in self._rules.modes.items()}

    def _new_trip(self, pc4: str | None, mode: str | None, metres: int, limit: int) -> Trip:
        parts, minutes = Gathering(), {}
        for end, works in self._by_pc4.items():
            if pc4 not in self._points:
                parts.ask("person.pc4", works)
            if end not in self._points:
                parts.ask("work.pc4", works)
            if pc4 not in self._points or end not in self._points:
                continue
            ways = self._ways(pc4, end)
            tried = [ways[mode]] if mode else list(ways.values())
            fitting = [time for route, time in tried if route <= metres and time <= limit]
            if not fitting:
                parts.fail(works)
                continue
            minutes[end] = max(fitting)
            if len(fitting) < len(tried):
                parts.ask("person.mode", works)
        return Trip(parts.outcome(), minutes, limit)


def _way(straight: int, mode: Mode) -> tuple[int, int]:
    route = straight * mode.detour_per_mille // 1000
    return route, -(-route * 60 // mode.metres_per_hour) + mode.fixed_minutes
