# SPDX-License-Identifier: EUPL-1.2
"""Wage and own benefits of an adult: docs/income.md, sections 4, 6 and 7."""
from dataclasses import dataclass
from fractions import Fraction

import assistance
import tax
from rounding import ceil, floor, half, pos


def monthly(euro):
    return Fraction(euro * 100, 12)


# Section 4: wage

@dataclass(frozen=True)
class Wage:
    gross: int
    holiday: int
    pension: int

    @property
    def taxable(self):
        return self.gross - self.pension

    @property
    def earned_before_tax(self):
        return self.taxable + self.holiday

    @property
    def labour_year(self):
        return floor(Fraction(12 * self.earned_before_tax, 100))


def wage(day, adult, extra=0):
    """WML art. 7 and 15."""
    gross = adult.gross_month
    if gross is None:
        gross = half(adult.hours * adult.hourly * day.value("weeks_per_year") / 12) if adult.hours else 0
    gross += extra
    return Wage(gross, ceil(gross * day.value("holiday_allowance_rate")), min(adult.pension, gross))


# Section 6: where the loonheffingskorting is

def credit_at_job(adult, own):
    """Where the adult has a benefit too, bijstand included."""
    return own.gross > 0 and adult.credit_at == "job"


# Section 7: own benefits

def unemployment(day, adult, own):
    """WW art. 20, 47."""
    rate = day.value("unemployment_benefit_rates")[0 if adult.ww_month <= 2 else 1]
    set_off = rate * (own.gross + own.holiday)
    if set_off > day.value("unemployment_end_income_share") * adult.benefit_gross:
        return 0
    return half(pos(adult.benefit_gross - set_off))


def wajong_base(day, age):
    amount = day.cents("minimum_wage_reference_monthly")
    return half(amount * dict(day.value("minimum_wage_youth_percentage")).get(age, 1))


def young_disabled(day, adult, age, income):
    """Wajong art. 2:40, 2:46, 3:8, 3:8b; with loondispensatie art. 1a:4."""
    base = wajong_base(day, age)
    rate = day.value("wajong_rates")[0 if adult.wajong == 2010 else 1]
    benefit = pos(rate * (base - income))
    if adult.wage_value and adult.wage_value < 1000 and adult.wajong == 2010:
        v = Fraction(adult.wage_value, 1000)
        benefit = max(pos(rate * base - income * pos(v - (1 - rate)) / v), income / v - income)
    benefit = half(benefit)
    return benefit + ceil(benefit * day.value("holiday_allowance_rate"))


def old_age(day, adult, couple):
    """AOW art. 9, 29."""
    amount = day.cents("aow_gross_partner" if couple else "aow_gross_single")
    holiday = day.cell("aow_holiday_allowance", 1 if couple else 0) * 100
    return half((amount + holiday) * Fraction(adult.aow_share, 1000))


def own_benefit(people, n, adult, own):
    day = people.day
    if adult.benefit == "ww":
        return unemployment(day, adult, own)
    if adult.benefit == "wajong":
        return young_disabled(day, adult, people.ages[n], own.gross)
    if adult.benefit == "aow":
        return old_age(day, adult, people.couple)
    return adult.benefit_gross if adult.benefit == "anders" else 0


def ioaw(household, people, wages, benefits, claimant):
    """IOAW: gross of the norm, less the gross income of both."""
    day, adult = people.day, household.adults[claimant]
    if people.couple:
        net = 6 * day.cents("assistance_norm_couple_21_to_aow")
    else:
        net = 12 * day.cents("assistance_norm_single_21_to_aow")
    person = people.taxpayers[claimant]
    credit = 0 if credit_at_job(adult, wages[claimant]) else tax.general_tax_credit_terms(day, person)[0]
    basis = assistance.gross_up(net, credit, tax.r1(day, person))
    income = sum(own.gross + own.holiday for own in wages) + sum(benefits)
    income += sum(half(monthly(other_taxable(one))) for one in household.adults)
    return half(pos(len(wages) * Fraction(basis, 12) - income))


def other_taxable(adult):
    """Euro a year."""
    return floor(Fraction(adult.other_taxable, 100))


def own_benefits(household, people, wages):
    benefits = [own_benefit(people, n, adult, own) for n, (adult, own) in enumerate(zip(household.adults, wages))]
    claimants = [n for n, adult in enumerate(household.adults) if adult.benefit == "ioaw"]
    if claimants:
        claimant = min(claimants, key=lambda n: household.adults[n].birth)
        benefits[claimant] = ioaw(household, people, wages, benefits, claimant)
    return benefits


def zvw_low(day, adult, benefit):
    """Zvw art. 43: the low contribution on AOW."""
    return floor(benefit * day.value("zvw_low_rate")) if adult.benefit == "aow" else 0
