# SPDX-License-Identifier: EUPL-1.2
"""Who is who on a day: docs/income.md, section 2."""
from dataclasses import dataclass
from datetime import date

import assistance
import tax
from household_input import REFUSED_BENEFITS, CoResident, Fault, Refused, age_on
from law import NoValue, published


@dataclass(frozen=True)
class People:
    """What the day and the births make of a household; work changes none of it."""
    day: object
    ages: tuple
    aow_ages: tuple
    taxpayers: tuple
    couple: bool
    minors: tuple  # places in Household.children
    others: tuple  # co-residents, children grown up included

    @property
    def single_parent(self):
        return not self.couple and bool(self.minors)

    @property
    def in_dwelling(self):
        return len(self.ages) + len(self.minors) + sum(not other.tenant for other in self.others)


def aow_day(birth, years, months):
    """AOW art. 7a: the day of the month clipped to the month's length."""
    count = birth.year * 12 + birth.month - 1 + int(years) * 12 + int(months)
    year, month = divmod(count, 12)
    for last in range(birth.day, 0, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue


def people_of(household):
    day = published().on(household.date)
    adults = household.adults
    aow_ages = tuple(aow_day(one.birth, *day.value("aow_age")) <= day.date for one in adults)
    adult_age = day.value("adult_age")
    minors = tuple(n for n, child in enumerate(household.children) if age_on(child.birth, day.date) < adult_age)
    grown = tuple(CoResident(child.birth, "kind", False, False)
                  for n, child in enumerate(household.children) if n not in minors)
    taxpayers = tuple(
        tax.Taxpayer(aow, one.birth.year < day.value("box1_birth_year_old"), one.benefit == "wajong", len(adults) == 1)
        for one, aow in zip(adults, aow_ages))
    return People(day, tuple(age_on(one.birth, day.date) for one in adults), aow_ages, taxpayers, len(adults) == 2,
                  minors, household.co_residents + grown)


def who_is_who(household):
    """Faults come before refusals, and these before values that are not known."""
    try:
        people = people_of(household)
        check_ages(household, people)
    except NoValue:
        check_refusals(household)
        raise
    check_refusals(household)
    check_covered(household, people)
    return people


def check_ages(household, people):
    if any(age < people.day.value("adult_age") for age in people.ages):
        raise Fault("adult: younger than an adult")
    for adult, aow in zip(household.adults, people.aow_ages):
        if adult.benefit == "aow" and not aow:
            raise Fault("adult: aow below AOW age")
        if adult.benefit in ("bijstand", "ww", "wajong", "ioaw") and aow:
            raise Fault(f"adult: {adult.benefit} at AOW age")


def check_refusals(household):
    for adult in household.adults:
        if adult.benefit in REFUSED_BENEFITS:
            raise Refused(f"benefit {adult.benefit}")
    if has_bijstand(household) and any(adult.student for adult in household.adults):
        raise Refused("student in bijstand")


def check_covered(household, people):
    if not (people.couple and in_assistance(household)) or above_asset_limit(household, people):
        return
    if not assistance.is_covered(people.day, people.ages, people.aow_ages):
        raise Refused("not covered: one partner of 18 to 20, the other of AOW age")


def above_asset_limit(household, people):
    assets = household.assets + household.partner_assets
    return assets > assistance.asset_limit(people.day, not people.couple and not people.minors)


def has_bijstand(household):
    return any(adult.benefit == "bijstand" for adult in household.adults)


def in_assistance(household):
    """Bijstand, or the same norms beside AOW (AIO)."""
    return has_bijstand(household) or any(adult.benefit == "aow" for adult in household.adults)
