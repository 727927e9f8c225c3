# SPDX-License-Identifier: EUPL-1.2
"""Prices of certificate.json: decimal text with at most 12 places, held as integers of 10^-12."""
import re
from typing import NamedTuple

SCALE = 10**12
NAMES = ("work", "resource", "group", "earlier")


class Prices(NamedTuple):
    work: dict[str, int]
    resource: dict[str, int]
    group: dict[str, int]
    earlier: dict[str, int]

    def side_constraints_free(self) -> bool:
        return not self.resource and not self.group


def counted(text) -> int | None:
    """None for what is not a price."""
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]+(\.[0-9]{1,12})?", text):
        return None
    whole, _, fraction = text.partition(".")
    return int(whole) * SCALE + int(fraction.ljust(12, "0"))


def read_prices(level: dict, allowed: dict[str, set[str]]) -> tuple[Prices, list[str]]:
    """The prices of one level, and what is wrong with them."""
    problems, read = [], {}
    for name in NAMES:
        read[name] = {}
        table = level.get(name, {})
        if not isinstance(table, dict):
            problems.append(f"{name} is not a table")
            continue
        for key, text in table.items():
            price = counted(text)
            if price is None:
                problems.append(f"{name} {key}: {text!r} is not a price")
            elif price == 0:
                problems.append(f"{name} {key}: a zero price is left out")
            elif key not in allowed[name]:
                problems.append(f"{name} {key}: there is no such {name} here")
            else:
                read[name][key] = price
    return Prices(**read), problems
