#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Worked examples in tests/cases/income against the statutes of the oracle. Amounts are in euro, as in the files.
A function takes the inputs by name, so that an input it does not know is a failure."""
import sys
import tomllib
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import allowances
import assistance
import tax
from household_input import Child
from law import Day, NoValue, exact, published, to_cents
from pay import unemployment
from rounding import ceil, floor, half, pos

FOLDER = Path(__file__).resolve().parents[2] / "cases/income"

# Short names that cases use to replace a parameter.
SHORT = {
    "standard_premium": "health_allowance_standard_premium",
    "pct_single": "health_allowance_norm_pct_single",
    "pct_partner": "health_allowance_norm_pct_partner",
    "taper": "health_allowance_taper",
}
WORKER = tax.Taxpayer(aow_age=False)
PENSIONER = tax.Taxpayer(aow_age=True, single=False)  # cases do not tell who is single


def euro(cents):
    return Fraction(cents) / 100


def to_cent(amount):
    return euro(half(amount * 100))


# Work, tax, bijstand

def assistance_topup(day, norm, net_earnings_incl_holiday, disregard):
    topup = pos(norm - (net_earnings_incl_holiday - disregard))
    return {"topup": topup, "total": net_earnings_incl_holiday + topup}


def box1_brackets(day, lower, upper, rate, base):
    return {"column_iii": base + floor(rate * (upper - lower))}


def box1_first_bracket_year_of_aow_age(day, month_aow_age_reached, rate_aow_age_pct, aow_premium_pct):
    rate = rate_aow_age_pct + aow_premium_pct * (month_aow_age_reached - 1) / 12
    return {"rate_pct": euro(floor(rate * 100))}


def cost_sharing_norm(day, persons, couple_norm):
    return {"norm_per_person": euro(assistance.cost_share(day, persons, to_cents(couple_norm)))}


def disregard(day, parameter, rate, net_earnings):
    terms = (rate, day.cents(parameter))
    return {"disregarded": euro(assistance.disregarded(terms, to_cents(net_earnings)))}


def elderly_tax_credit(day, income):
    return {"credit": tax.elderly_tax_credit(day, PENSIONER, income)}


def general_tax_credit(day, income):
    return {"credit": tax.general_tax_credit(day, WORKER, income)}


def labour_tax_credit(day, labour_income):
    return {"credit": tax.labour_tax_credit(day, WORKER, labour_income)}


def labour_tax_credit_aow_age_2026(day, labour_income):
    return {"credit": tax.labour_tax_credit(day, PENSIONER, labour_income)}


def holiday_allowance_rate(day, hourly):
    cents = to_cents(hourly)
    return {"hourly_with_holiday_allowance": euro(cents + ceil(cents * day.value("holiday_allowance_rate")))}


def institution_total(day, household):
    norm = day.value(f"assistance_norm_institution_{household}")
    return {"value": norm + day.value(f"assistance_institution_supplement_{household}")}


def lookup(day, parameter):
    return {"value": day.value(parameter)}


def max_monthly_wage(day, max_daily_wage):
    return {"max_monthly_wage": to_cent(max_daily_wage * day.cell("unemployment_days", 1))}


def max_premium_wage(day, max_daily_wage):
    return {"max_premium_wage": floor(max_daily_wage * day.cell("unemployment_days", 0))}


def by_age(day, parameter, adult_hourly, age):
    return {"hourly": to_cent(adult_hourly * dict(day.value(parameter))[age])}


def minimum_wage_bbl_percentage(day, adult_hourly, age):
    return by_age(day, "minimum_wage_bbl_percentage", adult_hourly, age)


def minimum_wage_hourly_by_age(day, adult_hourly, age):
    return by_age(day, "minimum_wage_youth_percentage", adult_hourly, age)


def minimum_wage_hourly_adult(day, hourly, working_days, hours_per_day):
    year = hourly * working_days * hours_per_day
    return {"year": year, "month": year / 12}


def net_minimum_wage(day, reference_monthly, credit_share):
    year = 12 * reference_monthly * (1 + day.value("holiday_allowance_rate"))
    income = floor(year)
    due = tax.tariff(day, WORKER, income) - credit_share * tax.general_tax_credit(day, WORKER, income)
    return {"couple_norm": (year - due) / 12}


def norm_excluding_holiday_allowance(day, norm, share):
    return {"norm_excluding": to_cent(norm * (1 - share))}


def norm_share(day, parameter, share):
    return {"value": to_cent(day.value(parameter) * share)}


def study_supplement(day, adult, age):
    return {"monthly": by_age(day, "minimum_wage_youth_percentage", adult, age)["hourly"]}


def unemployment_benefit(day, monthly_wage, income, month):
    rate = day.cell("unemployment_benefit_rates", 0 if month <= 2 else 1)
    adult = SimpleNamespace(ww_month=month, benefit_gross=to_cents(rate * monthly_wage))
    benefit = euro(unemployment(day, adult, SimpleNamespace(gross=to_cents(income), holiday=0)))
    return {"benefit": benefit, "total": benefit + income}


def unemployment_daily_wage(day, sv_wage_year):
    return {"daily_wage": to_cent(sv_wage_year / day.cell("unemployment_days", 0))}


def unemployment_benefit_from_year(day, sv_wage_year, max_daily_wage, month):
    days, month_days = day.value("unemployment_days")
    wage = min(sv_wage_year / days, max_daily_wage) * month_days
    return {"benefit": to_cent(wage * day.cell("unemployment_benefit_rates", 0 if month <= 2 else 1))}


def wage_cost_benefit(day, rate, max, hours):
    return {"benefit": min(rate * hours, max)}


def wage_cost_subsidy(day, wml_incl_holiday, wage_value_incl_holiday):
    cap = wml_incl_holiday * day.value("wage_cost_subsidy_cap")
    return {"cap": cap, "subsidy": min(wml_incl_holiday - wage_value_incl_holiday, cap)}


def wage_cost_subsidy_flat(day, wml, holiday_rate, employer_charge_rate):
    wage = wml * (1 + holiday_rate)
    subsidy = wage * day.cell("wage_cost_subsidy_flat_first_six_months", 0)
    return {"wage_incl_holiday": to_cent(wage), "subsidy": to_cent(subsidy),
            "employer_charges": to_cent(subsidy * employer_charge_rate)}


def withholding_month(day, gross_month, tax_year, with_credits):
    if tax_year != day.date.year:
        raise ValueError("another year than that of the date")
    cents = to_cents(gross_month)
    return {"net_month": euro(cents - tax.withheld(day, WORKER, cents, with_credits, True))}


def withholding_month_benefit(day, gross_month, rate, general_credit_year):
    cents = to_cents(gross_month)
    due = floor(tax.table_income(day, cents) * rate) - general_credit_year
    return {"net_month": euro(cents - tax.withheld_by_rule(due))}


def withholding_aow(day, gross_month, zvw_low_rate, first_bracket_rate):
    if (zvw_low_rate, first_bracket_rate) != (day.value("zvw_low_rate"), tax.r1(day, PENSIONER)):
        raise ValueError("other rates than those of the law")
    cents = to_cents(gross_month)
    left = cents - floor(cents * zvw_low_rate)
    return {f"net_{with_credit}_credit": euro(left - tax.withheld(day, PENSIONER, cents, with_credit == "with", False))
            for with_credit in ("with", "without")}


# Allowances

def child_benefit(day, child_ages):
    return {"per_child_quarter": tuple(euro(allowances.child_benefit_quarter(day, age)) for age in child_ages)}


def child_budget(day, assessment_income, partner, child_ages):
    return {"annual": allowances.child_budget_year(day, partner, child_ages, assessment_income)}


def childcare_allowance(day, type, hourly_rate, hours_per_month, assessment_income, child_rank):
    child = Child(day.date, type, hours_per_month, to_cents(hourly_rate))
    cost = allowances.childcare_cost(day, child)
    monthly = euro(allowances.childcare_paid(day, cost, child_rank == 1, assessment_income))
    return {"monthly": monthly, "net_parent_cost_month": hours_per_month * hourly_rate - monthly}


def health_allowance(day, assessment_income, partner):
    annual = allowances.health_allowance_year(day, 2 if partner else 1, partner, assessment_income)
    return {
        "annual": annual,
        "annual_paid": lambda: allowances.health_allowance_paid(day, annual),
        "monthly_paid": lambda: allowances.health_allowance_paid(day, annual) // 12,
    }


def local_tax_remission(day, net_disposable_income_month, subsistence_norm_month, assessed_tax, share_of_capacity):
    capacity = 12 * pos(net_disposable_income_month - subsistence_norm_month)
    use = share_of_capacity * capacity
    return {"annual_capacity": capacity, "capacity_to_use": use, "remission": pos(assessed_tax - use)}


def municipal_income_ceiling(day, social_assistance_norm, factor):
    return {"ceiling_month": to_cent(social_assistance_norm * factor)}


def rent_allowance(day, household_size, bare_rent, service_costs, calculation_income, all_occupants_below_youth_age):
    rent = (to_cents(bare_rent), to_cents(service_costs))
    cents = allowances.huurtoeslag(day, rent, household_size, calculation_income, all_occupants_below_youth_age, False)
    return {"monthly": euro(cents)}


def rent_and_health_allowance(day, household_size, elderly, bare_rent, assessment_income):
    if household_size != 1:
        raise ValueError("households of one only")
    rent = (to_cents(bare_rent), 0)
    month = allowances.huurtoeslag(day, rent, household_size, assessment_income, False, elderly)
    year = allowances.health_allowance_year(day, 1, False, assessment_income)
    return {"rent_annual": 12 * euro(month), "health_annual": allowances.health_allowance_paid(day, year)}


RULES = {
    rule.__name__: rule
    for rule in (
        assistance_topup, box1_brackets, box1_first_bracket_year_of_aow_age, child_benefit, child_budget,
        childcare_allowance, cost_sharing_norm, disregard, elderly_tax_credit, general_tax_credit, health_allowance,
        holiday_allowance_rate, institution_total, labour_tax_credit, labour_tax_credit_aow_age_2026,
        local_tax_remission, lookup, max_monthly_wage, max_premium_wage, minimum_wage_bbl_percentage,
        minimum_wage_hourly_adult, minimum_wage_hourly_by_age, municipal_income_ceiling, net_minimum_wage,
        norm_excluding_holiday_allowance, norm_share, rent_allowance, rent_and_health_allowance, study_supplement,
        unemployment_benefit, unemployment_benefit_from_year, unemployment_daily_wage, wage_cost_benefit,
        wage_cost_subsidy, wage_cost_subsidy_flat, withholding_aow, withholding_month, withholding_month_benefit,
    )
}


def law_for(case, overrides):
    """The law on the case's day, with what the case replaces."""
    values = {SHORT.get(name, name): exact(value) for name, value in overrides.items()}
    return Day(published(), date.fromisoformat(case["date"]), values)


def differences(case):
    """[(key, expected, got)] of what lies outside the tolerance."""
    inputs = dict(case["inputs"])
    day = law_for(case, inputs.pop("parameter_override", {}))
    found = RULES[case["rule"]](day, **{name: exact(value) for name, value in inputs.items()})
    tolerance = case["tolerance"]
    tolerance = exact(tolerance["abs"] if isinstance(tolerance, dict) else tolerance)
    for key, expected in case["expected"].items():
        got = found[key]() if callable(found[key]) else found[key]
        if not within(exact(expected), got, tolerance):
            yield key, expected, got


def within(expected, got, tolerance):
    if isinstance(expected, tuple):
        return len(expected) == len(got) and all(map(within, expected, got, [tolerance] * len(got)))
    return abs(expected - got) <= tolerance


def read_cases():
    for file in sorted(FOLDER.glob("*.toml")):
        yield from tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)["case"]


def check(write=print):
    """(passed, failed, without a value)."""
    count = [0, 0, 0]
    for case in read_cases():
        try:
            wrong = list(differences(case))
        except NoValue as missing:
            write(f"NO VALUE {case['id']}: {missing.parameter}, {missing.day}")
            count[2] += 1
            continue
        except (KeyError, TypeError, ValueError) as fault:
            wrong = [(type(fault).__name__, "an answer", fault)]
        for key, expected, got in wrong:
            write(f"FAIL {case['id']}: {key} expected {expected} got {got}")
        count[1 if wrong else 0] += 1
    write(f"{count[0]} passed, {count[1]} failed")
    return tuple(count)


def main():
    _, failed, missing = check()
    return 1 if failed else 4 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
