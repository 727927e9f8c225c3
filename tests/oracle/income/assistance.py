# SPDX-License-Identifier: EUPL-1.2
"""Participatiewet: docs/income.md, section 8, from norms to gross. Amounts in whole cents a month unless named."""
from fractions import Fraction

from rounding import half, pos
from tax import withheld

FAMILY = ("ouder", "kind", "broer", "zus", "grootouder", "kleinkind")


def cost_share(day, persons, base):
    """Pw art. 22a: the norm of one of `persons`, of a couple's norm in cents."""
    fixed, each = day.value("cost_sharing_coefficients")
    return half(base * (fixed + persons * each) / persons)


def is_cost_sharer(day, age, co_resident):
    """Pw art. 19a."""
    if age < day.value("cost_sharer_minimum_age") or co_resident.student:
        return False
    return not co_resident.tenant or co_resident.relation in FAMILY


def is_young(day, age):
    first, beyond = day.value("assistance_ages")
    return first <= age < beyond


def couple_base(day, aow_age):
    return day.cents("assistance_norm_couple_aow" if aow_age else "assistance_norm_couple_21_to_aow")


def norm_of_single(day, age, aow_age, sharers):
    if is_young(day, age):
        return day.cents("assistance_norm_single_18_20")
    if sharers:
        return cost_share(day, sharers + 1, couple_base(day, aow_age))
    return day.cents("assistance_norm_single_aow" if aow_age else "assistance_norm_single_21_to_aow")


def is_covered(day, ages, aow_ages):
    """No article names the norm of a couple of which one is young and the other has AOW age."""
    return not (any(aow_ages) and any(is_young(day, age) for age in ages))


def norm_of_couple(day, ages, aow_ages, sharers, has_child):
    """The norm of a couple that is covered."""
    with_child = "child" if has_child else "no_child"
    young = sum(is_young(day, age) for age in ages)
    if young == 2:
        return day.cents(f"assistance_norm_couple_both_18_20_{with_child}")
    if young and not sharers:
        return day.cents(f"assistance_norm_couple_one_18_20_{with_child}")
    if young:
        part = "with_child" if has_child else "no_child"
        other = cost_share(day, sharers + 1, couple_base(day, False))
        return day.cents(f"assistance_young_partner_part_{part}") + other
    if sharers:
        return sum(cost_share(day, sharers + 2, couple_base(day, aow_age)) for aow_age in aow_ages)
    return couple_base(day, any(aow_ages))


def asset_limit(day, single_without_children):
    """Pw art. 34."""
    name = "asset_limit_single" if single_without_children else "asset_limit_single_parent_or_couple"
    return day.cents(name)


def disregard_terms(day, age, aow_age, disability, young_child_alone, used):
    """Pw art. 31 lid 2 n, y, z/aa, r: rate and cap in cents of the first that applies, else None."""
    rate, months, least = day.value("disregard_general_rate")
    if aow_age or age >= least and used < months:
        return rate, day.cents("disregard_general_max")
    if disability == "medisch":
        return day.cell("disregard_medical_hours_rate", 0), day.cents("disregard_medical_hours_max")
    if disability == "lks":
        return day.cell("disregard_wage_cost_subsidy_rate", 0), day.cents("disregard_wage_cost_subsidy_max")
    parent_rate, parent_months, parent_least = day.value("disregard_single_parent_rate")
    if young_child_alone and age >= parent_least and used < months + parent_months:
        return parent_rate, day.cents("disregard_single_parent_max")
    return None


def net_earned(day, person, month, at_job):
    """Section 8.3: cents left of wage and holiday allowance."""
    return month - withheld(day, person, month, at_job, True)


def disregarded(terms, earned):
    if terms is None:
        return 0
    rate, cap = terms
    return min(half(rate * pos(earned)), cap)


def halves(room, couple):
    return [half(Fraction(room, 2))] * 2 if couple else [room]


def gross_up(net, credit, rate):
    """Section 8.4: a year's gross of a year's net, in cents; `credit`, in euro, is free to set against its tax."""
    if rate * net <= 100 * credit:
        return net
    return half(Fraction(net - 100 * credit) / (1 - rate))
