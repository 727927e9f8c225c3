# SPDX-License-Identifier: EUPL-1.2
"""Sets of works as bits of one integer: bit i is the i-th work by id. A gate is decided for every work at once, so
that nothing is skipped: each bit of `no` stands for a test that was made."""
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from itertools import compress, count
from typing import NamedTuple

_ONES = bytes.maketrans(b"01", b"\0\1")


def flags(mask: int) -> bytes:
    """One byte per bit, 0 or 1, lowest bit first."""
    return format(mask, "b").encode().translate(_ONES)[::-1]


def positions(mask: int) -> list[int]:
    return list(compress(count(), flags(mask)))


def mask_of(indices: Iterable[int]) -> int:
    mask = 0
    for index in indices:
        mask |= 1 << index
    return mask


def grouped(works: list, key: Callable[[object], Hashable]) -> dict[Hashable, int]:
    """Mask of the works per value of the key."""
    indices = defaultdict(list)
    for index, work in enumerate(works):
        indices[key(work)].append(index)
    return {value: mask_of(members) for value, members in indices.items()}


class Outcome(NamedTuple):
    """One gate of one person over all works. Where a bit is in `no` the gate is no; else where it is in a question
    the gate is unknown; else yes. `notes` are reasons the pair may show, `failing` the requirements that are no."""
    no: int = 0
    questions: tuple[tuple[str, int], ...] = ()
    notes: tuple[tuple[str, int], ...] = ()
    failing: tuple[tuple[str, int], ...] = ()

    def unknown(self) -> int:
        mask = 0
        for _, works in self.questions:
            mask |= works
        return mask & ~self.no


class Gathering:
    """Builds an Outcome part by part: a conjunction is no if any part is no, else unknown if any part is unknown."""

    def __init__(self):
        self.no = 0
        self._questions = defaultdict(int)
        self._notes = defaultdict(int)
        self._failing = defaultdict(int)

    def fail(self, mask: int, requirement: str = ""):
        self.no |= mask
        if requirement:
            self._failing[requirement] |= mask

    def ask(self, question: str, mask: int):
        self._questions[question] |= mask

    def note(self, reason: str, mask: int):
        self._notes[reason] |= mask

    def outcome(self) -> Outcome:
        return Outcome(self.no, *(tuple((name, mask) for name, mask in part.items() if mask)
                                  for part in (self._questions, self._notes, self._failing)))
