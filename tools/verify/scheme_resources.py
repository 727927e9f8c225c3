# SPDX-License-Identifier: EUPL-1.2
"""Schemes as resources: docs/plan.md section 8."""
from collections import Counter
from datetime import date
from typing import NamedTuple

from .schemes import Version
from .snapshot import Snapshot


class SchemeResource(NamedTuple):
    """What is left of a ceiling, and what each voorstel on a work of the scheme uses of it."""
    resource: str
    scheme: str
    amount: int
    use: int


def _of_version(name: str, version: Version, year: int, running: int) -> list[SchemeResource]:
    ceiling, price, out = version.ceiling(year), version.place_year, []
    if ceiling is not None and ceiling.eurocent is not None and price is not None:
        out.append(SchemeResource(f"scheme:{name}", name, max(0, ceiling.eurocent - running * price), price))
    if ceiling is not None and ceiling.places is not None:
        out.append(SchemeResource(f"scheme:{name}:places", name, max(0, ceiling.places - running), 1))
    return out


def scheme_resources(snapshot: Snapshot, taken: dict[str, int], on: date) -> list[SchemeResource]:
    """By id. `taken` counts the running placements per work. A scheme with rows in uses.csv is none."""
    running = Counter()
    for work in snapshot.works:
        running[work.scheme] += taken.get(work.work, 0)
    out = []
    for name, scheme in snapshot.schemes.items():
        version = scheme.on(on)
        if version is not None and ("scheme", name) not in snapshot.uses_of:
            out += _of_version(name, version, on.year, running[name])
    return sorted(out)


def resource_faults(snapshot: Snapshot, resources: list[SchemeResource]) -> list[str]:
    """Rows of resources.csv with the id of a scheme as resource."""
    own = {one.resource for one in resources}
    return [f"resources.csv:{row.line}:resource: this key stands twice: '{row.resource}' is a scheme"
            for row in snapshot.resources if row.resource in own]
