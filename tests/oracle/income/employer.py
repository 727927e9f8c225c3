# SPDX-License-Identifier: EUPL-1.2
"""What an offer costs the employer, cents a month: docs/income.md, section 14."""
from datetime import date
from fractions import Fraction

from household_input import age_on
from law import published
from rounding import ceil, half, pos

CHARGES = {"zvw": "zvw_employer_rate", "wko": "childcare_levy_rate", "whk": "whk_average_rate"}


def month_of(day, hours, hourly):
    return half(hours * hourly * day.value("weeks_per_year") / 12)


def with_holiday_allowance(day, cents):
    return cents + ceil(cents * day.value("holiday_allowance_rate"))


def minimum_wage(birth, on):
    """Cents an hour at the age on the day, of the amount of 1 January."""
    january = published().on(date(on.year, 1, 1))
    share = dict(january.value("minimum_wage_youth_percentage")).get(age_on(birth, on), 1)
    return half(january.cents("minimum_wage_hourly_adult") * share)


def subsidy(day, adult, offer):
    if adult.disability != "lks" or adult.benefit == "wajong":
        return 0
    full = with_holiday_allowance(day, month_of(day, adult.hours, minimum_wage(adult.birth, day.date)))
    if offer.lks == "forfait":
        return half(full * day.cell("wage_cost_subsidy_flat_first_six_months", 0))
    value = half(full * Fraction(1000 if offer.wage_value is None else offer.wage_value, 1000))
    return min(pos(full - value), half(full * day.value("wage_cost_subsidy_cap")))


def employer_cost(day, adult, wage, offer):
    """`adult` and `wage` of the state after."""
    names = CHARGES | {"awf": "awf_low_rate" if offer.contract == "vast" else "awf_high_rate",
                       "aof": "aof_low_rate" if offer.small_employer else "aof_high_rate"}
    base = min(12 * (wage.taxable + wage.holiday), day.cents("maximum_premium_wage"))
    cost = {"wage": wage.gross, "holiday_allowance": wage.holiday, "pension": offer.pension_employer}
    cost |= {key: half(day.value(name) * base / 12) if day.has(name) else None for key, name in names.items()}
    lks = subsidy(day, adult, offer)
    less = {"lks": lks, "compensation": half(day.value("wage_cost_subsidy_employer_charge_rate") * lks)}
    total = None if None in cost.values() else sum(cost.values()) - sum(less.values())
    return cost | less | {"total": total}
