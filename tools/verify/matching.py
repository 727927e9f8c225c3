# SPDX-License-Identifier: EUPL-1.2
"""Largest placement of people on works with capacities, by augmenting paths over bit sets. A search that fails has
seen a part of the graph no later path can leave, so that part is taken out (Hungarian trees)."""
from collections import defaultdict


class Placing:
    def __init__(self, capacities: list[int]):
        self._left = list(capacities)
        self._open = sum(1 << i for i, places in enumerate(capacities) if places > 0)
        self._alive = (1 << len(capacities)) - 1
        self._works: dict[str, int] = {}       # person → candidate works
        self._at: dict[str, int] = {}          # person → work
        self._people = defaultdict(set)        # work → people

    def size(self) -> int:
        return len(self._at)

    def admit(self, person: str, works: int) -> bool:
        """Whether everyone admitted so far and this person can be placed at once; if so, they are."""
        self._works[person] = works
        came_from: dict[int, str] = {}
        queue, seen = [person], 0
        for current in queue:
            fresh = self._works[current] & self._alive & ~seen
            end = fresh & self._open
            if end:
                self._augment(current, end.bit_length() - 1, came_from)
                return True
            seen |= fresh
            while fresh:
                work = fresh.bit_length() - 1
                fresh ^= 1 << work
                came_from[work] = current
                queue.extend(sorted(self._people[work]))
        self._alive &= ~seen
        del self._works[person]
        return False

    def _augment(self, person: str, work: int, came_from: dict[int, str]):
        self._left[work] -= 1
        if not self._left[work]:
            self._open &= ~(1 << work)
        while True:
            old = self._at.get(person)
            self._at[person] = work
            self._people[work].add(person)
            if old is None:
                return
            self._people[old].discard(person)
            work, person = old, came_from[old]


def largest(candidates: dict[str, int], capacities: list[int]) -> int:
    """Size of a largest placement; few candidates first, so that searches stay short."""
    placing = Placing(capacities)
    for person in sorted(candidates, key=lambda one: (candidates[one].bit_count(), one)):
        if candidates[person]:
            placing.admit(person, candidates[person])
    return placing.size()
