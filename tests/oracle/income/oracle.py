#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The income of a household by docs/income.md and data/law, written apart from the program. Reads households as JSON
lines, writes one answer a line; see README.md."""
import argparse
import json
import sys
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from multiprocessing import Pool

import assistance
import tax
from allowances import (age_month, huurtoeslag, kinderbijslag, kinderopvangtoeslag, kindgebonden_budget,
                        zorgtoeslag)
from employer import employer_cost
from household_input import Fault, Refused, age_on, read_household, read_offer, with_offer
from law import NoValue
from pay import credit_at_job, monthly, other_taxable, own_benefits, wage, zvw_low
from people import above_asset_limit, in_assistance, who_is_who
from rounding import floor, half, pos

PARTS = (
    "wage", "holiday_allowance", "own_benefit", "bijstand", "other_income", "income_tax", "algemene_heffingskorting",
    "arbeidskorting", "iack", "jonggehandicaptenkorting", "ouderenkorting", "alleenstaande_ouderenkorting",
    "ahk_uitbetaling", "zvw", "zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderbijslag",
    "kinderopvangtoeslag", "local_schemes", "childcare_cost", "travel_cost", "rounding",
)
CREDITS = PARTS[6:12]


# Section 5: who gets the combination credit

def iack(household, people, wages):
    """Wet IB 2001 art. 8.14a, euro for each adult."""
    day, credits = people.day, [0] * len(wages)
    new_year = date(day.date.year, 1, 1)
    limit = day.value("combination_tax_credit_child_age")
    if not any(age_on(household.children[n].birth, new_year) < limit for n in people.minors):
        return credits
    labour = [own.labour_year for own in wages]
    if people.couple and min(labour) == 0:
        return credits
    lowest = min(range(len(wages)), key=lambda n: (labour[n], household.adults[n].birth, n))
    credits[lowest] = tax.combination_tax_credit(day, labour[lowest])
    return credits


# Section 8: bijstand

def bijstand_norm(people):
    day = people.day
    sharers = sum(assistance.is_cost_sharer(day, age_on(one.birth, day.date), one) for one in people.others)
    if people.couple:
        return assistance.norm_of_couple(day, people.ages, people.aow_ages, sharers, bool(people.minors))
    return assistance.norm_of_single(day, people.ages[0], people.aow_ages[0], sharers)


def disregard_terms(household, people, n):
    day = people.day
    young_child = people.single_parent and any(
        age_on(household.children[k].birth, day.date) < day.value("disregard_single_parent_child_age")
        for k in people.minors)
    return assistance.disregard_terms(day, people.ages[n], people.aow_ages[n], household.adults[n].disability,
                                      young_child, household.months_used)


def disregarded(household, people, n, own):
    """Section 8.3: cents a month of what one adult earns."""
    at_job = credit_at_job(household.adults[n], own)
    earned = assistance.net_earned(people.day, people.taxpayers[n], own.earned_before_tax, at_job)
    return assistance.disregarded(disregard_terms(household, people, n), earned)


def may_have(household, people, wages):
    """Section 8.3: norm and what is disregarded, cents a month."""
    return bijstand_norm(people) + sum(disregarded(household, people, n, own) for n, own in enumerate(wages))


def net_without(day, adult, own, benefit, settled):
    """Section 8.3: cents left of the year of an adult as settled without bijstand."""
    month = own.earned_before_tax + benefit - zvw_low(day, adult, benefit)
    return 12 * month + 100 * (settled.other - settled.left)


def room(household, people, wages, benefits, without):
    """Section 8.3: cents of a year that bijstand fills; `without` holds the years without it."""
    if not in_assistance(household) or above_asset_limit(household, people):
        return 0
    net = sum(net_without(people.day, *one) for one in zip(household.adults, wages, benefits, without))
    return pos(12 * may_have(household, people, wages) - net)


def gross_bijstand(people, room_year, without):
    """Pw art. 19 lid 4: cents a year for each adult."""
    shares = assistance.halves(room_year, people.couple)
    return [assistance.gross_up(share, settled.unused, tax.r1(people.day, person))
            for share, settled, person in zip(shares, without, people.taxpayers)]


# Section 9: the year

@dataclass(frozen=True)
class Year:
    y: int
    other: int
    tax: int
    credits: tuple  # euro of each, in the order of CREDITS
    used: tuple

    @property
    def left(self):
        return self.tax - sum(self.used)

    @property
    def unused(self):
        return sum(self.credits) - sum(self.used)


def year(day, person, adult, own, benefit, bijstand, combination):
    other = other_taxable(adult)
    y = floor(Fraction(12 * (own.earned_before_tax + benefit) + bijstand, 100)) + other
    credits = (
        tax.general_tax_credit(day, person, y),
        tax.labour_tax_credit(day, person, own.labour_year),
        combination,
        tax.young_disabled_tax_credit(day, person),
        tax.elderly_tax_credit(day, person, y),
        tax.single_elderly_tax_credit(day, person),
    )
    due = left = tax.tariff(day, person, y)
    used = []
    for credit in credits:
        used.append(min(credit, left))
        left -= used[-1]
    return Year(y, other, due, credits, tuple(used))


def ahk_paid_out(household, people, years):
    """Wet IB 2001 art. 8.9, euro for both together."""
    if not people.couple:
        return 0
    before = people.day.value("general_tax_credit_payout_birth_year")
    return sum(min(years[n].credits[0] - years[n].used[0], years[1 - n].left)
               for n, adult in enumerate(household.adults) if adult.birth.year < before)


# Section 10: allowances

def allowances(household, people, wages, income):
    day, births = people.day, [child.birth for child in household.children]
    assets = household.assets + (household.partner_assets if people.couple else 0)
    insured = sum(age_month(adult.birth, day.date) >= day.value("health_allowance_min_age")
                  for adult in household.adults)
    in_care = [household.children[n] for n in people.minors]
    busy = all(own.gross > 0 or adult.student for adult, own in zip(household.adults, wages))
    return {
        "zorgtoeslag": zorgtoeslag(day, insured, people.couple, income, assets),
        "huurtoeslag": rent_allowance(household, people, income),
        "kindgebonden_budget": kindgebonden_budget(day, people.couple, births, income, assets),
        "kinderbijslag": kinderbijslag(day, births),
        "kinderopvangtoeslag": kinderopvangtoeslag(day, in_care, income) if busy else 0,
    }


def rent_allowance(household, people, income):
    day = people.day
    assets = household.assets + household.partner_assets
    if household.rent is None or assets > len(household.adults) * day.cents("asset_limit_rent_per_person"):
        return 0
    limit = day.value("rent_allowance_youth_age")
    ages = people.ages + tuple(age_on(other.birth, day.date) for other in people.others)
    youth = not people.minors and all(age < limit for age in ages)
    return huurtoeslag(day, household.rent, people.in_dwelling, income, youth, any(people.aow_ages))


# Section 11: the answer

def assistance_year(household, people, wages, benefits):
    """(room, gross bijstand of each adult), cents a year."""
    without = settled(household, people, wages, benefits, [0] * len(wages))
    filled = room(household, people, wages, benefits, without)
    return filled, gross_bijstand(people, filled, without)


def settled(household, people, wages, benefits, bijstand):
    combination = iack(household, people, wages)
    return [year(people.day, *one)
            for one in zip(people.taxpayers, household.adults, wages, benefits, bijstand, combination)]


def years_of(household, people, wages, benefits):
    """The year of each adult, and the cents of gross bijstand in it."""
    _, bijstand = assistance_year(household, people, wages, benefits)
    return settled(household, people, wages, benefits, bijstand), bijstand


def state_parts(household, people, wages):
    day, adults = people.day, household.adults
    benefits = own_benefits(household, people, wages)
    years, bijstand = years_of(household, people, wages, benefits)
    yearly = {"bijstand": Fraction(sum(bijstand), 12), "other_income": monthly(sum(one.other for one in years)),
              "income_tax": monthly(-sum(one.tax for one in years))}
    for k, name in enumerate(CREDITS):
        yearly[name] = monthly(sum(one.used[k] for one in years))
    yearly["ahk_uitbetaling"] = monthly(ahk_paid_out(household, people, years))
    parts = {
        "wage": sum(own.taxable for own in wages),
        "holiday_allowance": sum(own.holiday for own in wages),
        "own_benefit": sum(benefits),
        "zvw": -sum(zvw_low(day, adult, benefit) for adult, benefit in zip(adults, benefits)),
        **allowances(household, people, wages, sum(one.y for one in years)),
        "local_schemes": 0,  # no random household names a municipality
        "childcare_cost": -sum(half(household.children[n].care_hours * household.children[n].care_rate)
                               for n in people.minors if household.children[n].care != "none"),
        "travel_cost": -household.travel,
    }
    return together(parts, yearly)


def together(parts, yearly):
    net = half(sum(yearly.values())) + sum(parts.values())
    parts = {**parts, **{name: half(amount) for name, amount in yearly.items()}}
    parts["rounding"] = net - sum(parts.values())
    return net, {name: parts[name] for name in PARTS}


def assessment_income(household):
    """Y of section 9."""
    people = who_is_who(household)
    wages = [wage(people.day, adult) for adult in household.adults]
    return sum(one.y for one in years_of(household, people, wages, own_benefits(household, people, wages))[0])


def net_of(household, people, raised=None, extra=0):
    """(net, parts, gross with holiday allowance) of a state; `raised` names the adult with `extra` cents a month."""
    wages = [wage(people.day, adult, extra if n == raised else 0) for n, adult in enumerate(household.adults)]
    net, parts = state_parts(household, people, wages)
    return net, parts, sum(own.gross + own.holiday for own in wages)


def evaluate(household, day=None):
    """{"net_month_eurocent", "parts"} of a household as read, or as a table; `day` replaces its date."""
    if isinstance(household, dict):
        household = read_household({**household, **({"date": str(day)} if day else {})})
    elif day:
        household = replace(household, date=day)
    net, parts, _ = net_of(household, who_is_who(household))
    return shown(net, parts)


def shown(net, parts):
    return {"net_month_eurocent": net, "parts": parts}


def marginal_adult(household, people, offer):
    if offer:
        return [adult.id for adult in household.adults].index(offer.adult)
    works = [n for n, adult in enumerate(household.adults) if wage(people.day, adult).gross > 0]
    return works[0] if works else None


def one_hour_more(household, n):
    adults = list(household.adults)
    adults[n] = replace(adults[n], hours=adults[n].hours + 1)
    return replace(household, adults=tuple(adults))


def net_more(net, *state):
    """What a state with more leaves; None where it would be refused or a value it needs is not known."""
    try:
        return net_of(*state)[0] - net
    except (Refused, NoValue):
        return None


def rates(household, people, before, after, state, offer):
    """Participation tax per mille, and what an hour and 100 euro more leave."""
    net = after[0] if after else before[0]
    participation = hour = hundred = None
    if after and after[2] > before[2]:
        gross = after[2] - before[2]
        participation = half(Fraction(1000 * (gross - after[0] + before[0]), gross))
    n = marginal_adult(household, people, offer)
    if n is not None:
        if state.adults[n].gross_month is None:
            hour = net_more(net, one_hour_more(state, n), people)
        hundred = net_more(net, state, people, n, 100 * 100)
    return participation, hour, hundred


def cost_of_offer(state, people, offer):
    adult = next(one for one in state.adults if one.id == offer.adult)
    return employer_cost(people.day, adult, wage(people.day, adult), offer)


def answer(household, offer=None):
    """Tables as in HOUSEHOLD.toml and OFFER.toml; raises Fault, Refused or NoValue."""
    household = read_household(household)
    offer = read_offer(offer, household) if offer is not None else None
    people = who_is_who(household)
    before = net_of(household, people)
    state = with_offer(household, offer) if offer else household
    after = net_of(state, people) if offer else None
    employer = cost_of_offer(state, people, offer) if offer else None
    participation = hour = hundred = difference = None
    if not household.debt:
        participation, hour, hundred = rates(household, people, before, after, state, offer)
        difference = {name: after[1][name] - before[1][name] for name in PARTS} if after else None
    return {
        "before": shown(*before[:2]),
        "after": shown(*after[:2]) if after else None,
        "difference": difference,
        "participation_tax_per_mille": participation,
        "marginal_hour_eurocent": hour,
        "marginal_100_eurocent": hundred,
        "employer": employer,
    }


# The program

WRITTEN = ("before", "after", "participation_tax_per_mille", "marginal_hour_eurocent", "marginal_100_eurocent",
           "employer")


def answer_line(line, years=False):
    try:
        table = json.loads(line, parse_float=Decimal)
        if not isinstance(table, dict):
            raise Fault("no household")
        offer = table.pop("offer", None)
        found = answer(table, offer)
        found = {key: found[key] for key in WRITTEN}
        if years:
            found.update(over_the_year(table, offer))
    except json.JSONDecodeError as fault:
        found = {"fault": str(fault)}
    except Refused as refused:
        found = {"refused": str(refused)}
    except NoValue as missing:
        found = {"no_value": missing.parameter}
    except Fault as fault:
        found = {"fault": str(fault)}
    return json.dumps(found)


def over_the_year(table, offer):
    """Section 12, beside an answer."""
    from calendar_year import calendar_years  # builds on this file
    household = read_household(table)
    offer = read_offer(offer, household) if offer is not None else None
    before, after = calendar_years(household, offer)
    return {"year_before": before, "year_after": after}


def answer_lines(lines, processes, years=False):
    answered = partial(answer_line, years=years)
    if processes < 2:
        yield from map(answered, lines)
        return
    with Pool(processes) as pool:
        yield from pool.imap(answered, lines, chunksize=200)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", help="JSON lines; absent = stdin")
    parser.add_argument("--parallel", type=int, default=1, metavar="N", help="processes")
    parser.add_argument("--years", action="store_true", help="also the calendar year")
    options = parser.parse_args()
    lines = open(options.file, encoding="utf-8") if options.file else sys.stdin
    with lines:
        for found in answer_lines((line for line in lines if line.strip()), options.parallel, options.years):
            print(found)


if __name__ == "__main__":
    main()
