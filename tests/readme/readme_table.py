# SPDX-License-Identifier: EUPL-1.2
"""Reads the README's table of demands."""

import dataclasses
import re

ROW = re.compile(r"^\| (D\d+) \|([^|]*)\|([^|]*)\|([^|]*)\|$", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Row:
    demand: str
    commands: tuple
    shows: str


def rows(text):
    return [
        Row(demand, tuple(re.findall(r"`([^`]+)`", commands)), shows.strip())
        for demand, _, commands, shows in ROW.findall(text)
    ]
