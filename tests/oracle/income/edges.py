#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Households at the limits of the law as JSON lines: each value of data/law decides the answer of at least one of them,
on a day on which it holds. Random households seldom come there. tools/mutate_law.py uses them. Nobody exists."""
import json
from datetime import date

from law import published

YEARS = tuple(date(year, 1, 1) for year in (2024, 2025, 2026))
HALF_YEARS = tuple(date(year, month, 1) for year in (2024, 2025, 2026) for month in (1, 7))
NO_LIMIT = 1_000_000
ROUND_INCOMES = tuple(range(3_000, 120_000, 2_917))
OLD, OLDEST = date(1950, 3, 1), date(1940, 3, 1)  # AOW age; the second born before 1946


# People

def aged(day, years, days=0):
    """Whose birthday is on the day, or some days later."""
    return date(day.year - years, day.month, day.day + days)


def adult(birth, name="a", **facts):
    return {"id": name, "birth_date": birth.isoformat(), **facts}


def household(day, *adults, **facts):
    if len(adults) == 2:
        adults[0]["partner_of"] = adults[1]["id"]
    return {"date": day.isoformat(), "adult": list(adults), **facts}


def child(birth, **facts):
    return {"birth_date": birth.isoformat(), **facts}


def with_other(euro):
    """Other income that makes Y, in whole euro a year."""
    return {"other_taxable_year_eurocent": euro * 100}


def labour_year(gross):
    return 12 * (gross + -(-gross * 8 // 100)) // 100


def gross_for(year):
    """A gross month whose labour income is that of the year, in whole euro."""
    gross = year * 100 * 100 // (12 * 108) + 10
    while labour_year(gross) > year:
        gross -= 1
    return {"gross_month_eurocent": gross}


def at(*limits, above=2):
    return sorted({int(limit) + shift for limit in limits for shift in range(-1, above + 1)} - {0, -1})


# Box 1 and credits

def taxes(day):
    law = published().on(day)
    top = [limit for limit, _ in law.value("box1_brackets_below_aow_age")[:2]]
    falls = at(law.value("general_tax_credit")[1], law.value("elderly_tax_credit")[1], above=8)
    for income in (*at(*top, law.value("box1_first_bracket_limit_born_before_1946")), *falls, *ROUND_INCOMES):
        for birth in (aged(day, 40), OLD, OLDEST):
            yield household(day, adult(birth, **with_other(income)))


def labour(day):
    law = published().on(day)
    births = [aged(day, 40)] + [OLD] * law.has("labour_tax_credit_aow_age_2026")
    knots = [row[0] for row in law.value("labour_tax_credit")[:-1]]
    for income in (*at(*knots), *ROUND_INCOMES):
        for birth in births:
            yield household(day, adult(birth, **gross_for(income)))


def equal_partners(day):
    """Whose is the combination credit: of equal labour incomes, where one has no tax to set it off."""
    for births in ((40, 40), (40, 41), (41, 40)):
        for other in ((20_000, 0), (0, 20_000), (0, 0)):
            adults = [adult(aged(day, age), name, gross_month_eurocent=100_000, **with_other(euro))
                      for age, name, euro in zip(births, "ab", other)]
            yield household(day, *adults, child=[child(aged(day, 5))])


# Bijstand

def norms(day):
    """Every norm, without income."""
    sharer = [child(aged(day, 40))]
    for children in ([], [child(aged(day, 1))]):
        for co_residents in ([], sharer):
            facts = {"child": children, "co_resident": co_residents}
            for age in (18, 20, 21, 40):
                yield household(day, adult(aged(day, age), benefit="bijstand"), **facts)
            for ages in ((18, 20), (20, 21), (30, 20), (30, 40)):
                adults = [adult(aged(day, age), name, benefit="bijstand") for age, name in zip(ages, "ab")]
                yield household(day, *adults, **facts)
            yield household(day, adult(aged(day, 60), benefit="bijstand"), adult(OLD, "b"), **facts)
            yield household(day, adult(OLD, benefit="aow", aow_share_per_mille=0), **facts)


def grown_children(day):
    """A child of 26 does not share costs, one of 27 does."""
    for age in (26, 27, 28):
        for pair in ([], [adult(aged(day, 56), "b")]):
            yield household(day, adult(aged(day, 55), benefit="bijstand"), *pair, child=[child(aged(day, age))])


def disregards(day):
    """Wages below and above each cap, and months used up to the last."""
    parent = [child(aged(day, 11))]
    kinds = [({}, [], 0), ({"disability": "medisch"}, [], 6), ({"disability": "lks"}, [], 6), ({}, parent, 6)]
    for facts, children, used in kinds:
        for gross in (40_000, 60_000, 80_000, 115_000, 125_000, 135_000):
            yield worker_in_bijstand(day, gross, facts, children, used)
    for used in (0, 5, 6, 7, 11, 12, 13, 29, 30, 31, 34, 35, 36, 37):
        for age in (11, 12, 13):
            yield worker_in_bijstand(day, 80_000, {}, [child(aged(day, age))], used)


def worker_in_bijstand(day, gross, facts, children, used):
    one = adult(aged(day, 35), benefit="bijstand", gross_month_eurocent=gross, **facts)
    return household(day, one, child=children, history={"disregard_months_used": used})


def wajong_in_bijstand(day):
    """The credit for young disabled counts in what is withheld, and so in what is disregarded."""
    for gross in range(70_000, 120_000, 4_000):
        one = adult(aged(day, 30), benefit="wajong", gross_month_eurocent=gross)
        yield household(day, one, adult(aged(day, 30), "b", benefit="bijstand"))


# Other benefits

def last_ww(day):
    """Pay at which WW ends: q × B = share × b for the round amounts, and a cent beside."""
    for month, gross, full in ((3, 250_000, 216_000), (1, 350_000, 324_000)):
        for shift in (-2, -1, 0, 1, 2):
            facts = {"benefit": "ww", "ww_month": month, "benefit_gross_month_eurocent": full}
            yield household(day, adult(aged(day, 40), gross_month_eurocent=gross + shift, **facts))


def young_wajong(day):
    for age in (18, 19, 20, 21):
        for gross in (0, 1, 2, 3, 40_000):
            yield household(day, adult(aged(day, age), benefit="wajong", gross_month_eurocent=gross))


def refusals(day):
    """A fault goes before a refusal."""
    yield household(day, adult(aged(day, 17), benefit="wia"))
    yield household(day, adult(aged(day, 40), benefit="wia"), adult(aged(day, 40), "b", benefit="aow"))


# Allowances

def assets(day):
    law = published().on(day)
    parent = [child(aged(day, 5))]
    names = ("asset_limit_single", "asset_limit_single_parent_or_couple", "asset_limit_health_child_single",
             "asset_limit_health_child_partner", "asset_limit_rent_per_person")
    for name in names:
        for total in at(law.cents(name), *([2 * law.cents(name)] if "rent" in name else [])):
            facts = {"assets": {"total_eurocent": total}, "rent": {"bare_eurocent": 60_000}}
            for benefit in ("bijstand", "geen"):
                one, two = adult(aged(day, 40), benefit=benefit), adult(aged(day, 40), "b")
                yield household(day, one, **facts)
                yield household(day, one, child=parent, **facts)
                yield household(day, dict(one), two, child=parent, **facts)


def kinds_of_tenants(day):
    """(kind of norm rent, whether elderly, people) of Wht art. 17."""
    for elderly, birth in ((False, aged(day, 40)), (True, OLD)):
        yield "single", elderly, lambda facts, birth=birth: ((adult(birth, **facts),), [])
        yield "multi", elderly, lambda facts, birth=birth: ((adult(birth, **facts),), [child(aged(day, 10))])


def rents(day):
    law = published().on(day)
    for kind, elderly, people in kinds_of_tenants(day):
        if elderly and kind == "multi":
            people = elderly_pair
        name = f"rent_allowance_min_income_point_elderly_{kind}"
        point = law.value(name if elderly and law.has(name) else f"rent_allowance_min_income_point_{kind}")
        incomes = (*at(point), *(int(point) + step for step in range(50, 14_000, 331)))
        for income in incomes:
            adults, children = people(with_other(income))
            yield household(day, *adults, child=children, rent={"bare_eurocent": law.cents("rent_allowance_cap_1_2")})


def elderly_pair(facts):
    return (adult(OLD, **facts), adult(OLD, "b")), []


def child_care(day):
    """Every row of both tables: an income on its limit, and one euro above it, with two children and with one."""
    law = published().on(day)
    tables = [law.value(f"childcare_pct_table_{rank}_child") for rank in ("first", "second")]
    limits = sorted({int(limit) for table in tables for limit, _ in table if limit < NO_LIMIT})
    in_care = [child(aged(day, 3), care="dagopvang", care_hours_month=hours, care_rate_eurocent=900)
               for hours in (230, 200)]
    for income in sorted({income for limit in limits for income in (limit, limit + 1)}):
        for children in (in_care, in_care[:1]):
            yield household(day, adult(aged(day, 40), student=True, **with_other(income)), child=children)


BY_YEAR = (taxes, labour, equal_partners, assets, rents, child_care, grown_children, refusals)
BY_HALF_YEAR = (norms, disregards, wajong_in_bijstand, last_ww, young_wajong)


def edges():
    for days, makers in ((YEARS, BY_YEAR), (HALF_YEARS, BY_HALF_YEAR)):
        for day in days:
            for maker in makers:
                yield from maker(day)


if __name__ == "__main__":
    for one in edges():
        print(json.dumps(one))
