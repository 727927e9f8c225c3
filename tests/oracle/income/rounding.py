# SPDX-License-Identifier: EUPL-1.2
"""The roundings of docs/income.md, section 1, on exact fractions and whole numbers."""
from math import ceil, floor

__all__ = ["ceil", "floor", "half", "pos"]


def half(value):
    """To whole units, half away from zero."""
    over, under = value.numerator, value.denominator
    size = (2 * abs(over) + under) // (2 * under)
    return size if over >= 0 else -size


def pos(value):
    return value if value > 0 else 0
