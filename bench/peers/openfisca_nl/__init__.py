# SPDX-License-Identifier: EUPL-1.2
"""A country package of OpenFisca, as small as the comparison needs: tax on pay, its two credits, and zorgtoeslag, of
people alone. Numbers of law come from the caller, who has them from data/law."""

from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

RATE = 100000  # numbers of law hold rates as whole numbers over this
START = "2026-01-01"

Person = build_entity(key="person", plural="persons", label="Person", is_person=True)
Household = build_entity(
    key="household",
    plural="households",
    label="Household",
    roles=[{"key": "member", "plural": "members", "label": "Member"}],
)


def value(number):
    return {"values": {START: {"value": number}}}


def brackets(rows):
    """rows: (from, rate)."""
    return {"brackets": [{"threshold": value(start), "rate": value(rate)} for start, rate in rows]}


def box1(rules):
    limits = [0, *(limit for limit, _ in rules["box1"])]
    return brackets((start, rate / RATE) for start, (_, rate) in zip(limits, rules["box1"]))


def labour(rules):
    """Each step: from where, what stood there, rate, and what there is at most."""
    starts = [(0, 0), *((knot, most) for knot, _, most in rules["labour"])]
    steps = {
        f"step_{number}": {
            "start": value(start),
            "before": value(before),
            "rate": value(rate / RATE),
            "maximum": value(most),
        }
        for number, ((start, before), (_, rate, most)) in enumerate(zip(starts, rules["labour"]))
    }
    end, maximum = starts[-1]
    final_rate = rules["labour_final_rate"] / RATE
    return {**steps, "end": value(end), "maximum": value(maximum), "final_rate": value(final_rate)}


def health(rules):
    rates = ("share_single", "share_partner", "taper")
    return {key: value(number / RATE if key in rates else number) for key, number in rules["health"].items()}


def parameters(rules):
    maximum, start, rate = rules["general"]
    return ParameterNode(
        "",
        data={
            "holiday_rate": value(rules["holiday_rate"] / RATE),
            "box1": box1(rules),
            "general": {"maximum": value(maximum), "start": value(start), "rate": value(rate / RATE)},
            "labour": labour(rules),
            "health": health(rules),
        },
    )


class System(TaxBenefitSystem):
    def __init__(self, rules):
        from . import people_alone

        super().__init__([Person, Household])
        self.parameters = parameters(rules)
        self.add_variables(*people_alone.VARIABLES)
