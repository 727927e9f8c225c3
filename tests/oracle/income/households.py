#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Random households as JSON lines, the same for the same seed: all shapes and benefits, dates and births on the edges,
wages and assets beside the limits of the law. One in two has an offer. Nobody exists."""
import argparse
import json
import random
import re
from datetime import date, timedelta
from decimal import Decimal

from household_input import Fault, Refused, birthday_in, read_household
from law import INFINITY, NoValue, published
from oracle import assessment_income
from people import aow_day

FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
AOW_SINGLE = (date(2024, 7, 1), date(2026, 6, 30))  # where the amounts of AOW are known
AOW_COUPLE = (date(2025, 1, 1), date(2026, 6, 30))
AOW_AT_WORK = (date(2026, 1, 1), date(2026, 6, 30))
EDGES = ("01-01", "06-30", "07-01", "12-31", "03-31", "04-01", "02-28", "03-01", "01-02", "09-30", "10-01", "02-04")
RELATIONS = ("ouder", "kind", "broer", "zus", "grootouder", "kleinkind", "vriend", "geen")
SHIFTS = (-1, 0, 1)
WORK = ("gross_month_eurocent", "hours_week", "hourly_eurocent")
ADULT_EDGES = (18, 19, 20, 21, 22, 23, 26, 27, 28, 35, 50, 66)
CHILD_EDGES = (0, 1, 4, 6, 11, 12, 15, 16, 17, 18)


def chance(rng, share):
    return rng.random() < share


# Days

def some_day(rng, first=FIRST, last=LAST):
    if chance(rng, 0.5):
        days = [date.fromisoformat(f"{year}-{edge}") for year in range(first.year, last.year + 1) for edge in EDGES]
        return rng.choice([day for day in days + [first, last] if first <= day <= last])
    return first + timedelta(days=rng.randint(0, (last - first).days))


def birth_at(rng, day, age, edge=0.4):
    """Someone of that age on the day; often with the birthday on, before or after a day that counts."""
    latest = birthday_in(day, day.year - age)
    leap = latest.year - latest.year % 4
    if chance(rng, 0.02) and date(leap, 2, 29) <= latest:
        return date(leap, 2, 29)
    if chance(rng, edge):
        birth = latest + timedelta(days=rng.choice((-1, 0, 0, 1, 1, -(day.day - 1), -day.day, 31 - day.day)))
        return min(birth, day)
    return latest - timedelta(days=rng.randint(0, 364))


def adult_birth(rng, day, low=18, high=66):
    ages = [age for age in ADULT_EDGES if low <= age <= high]
    age = rng.choice(ages) if ages and chance(rng, 0.35) else rng.randint(low, high)
    latest = birthday_in(day, day.year - low)
    return min(birth_at(rng, day, age), latest)


def pensioner_birth(rng, day):
    years = int(published().on(day).value("aow_age")[0])
    latest = birthday_in(day, day.year - years)
    picked = rng.random()
    if picked < 0.25:
        return latest - timedelta(days=rng.choice((0, 1, 30, 365)))
    if picked < 0.45:
        return date(rng.choice((1945, 1946)), *rng.choice(((1, 1), (12, 31), (6, 15))))
    return latest - timedelta(days=rng.randint(0, 365 * 25))


def is_pensioner(birth, day):
    return aow_day(birth, *published().on(day).value("aow_age")) <= day


# Incomes that the law looks at

def limits(day):
    """Yearly incomes in euro where a rule bends, jumps or ends."""
    law = published().on(day)
    if "limits" not in law.memo:
        law.memo["limits"] = sorted({int(one) for one in tax_limits(law) + allowance_limits(law)})
    return law.memo["limits"]


def tax_limits(law):
    found = [row[0] for row in law.value("box1_brackets_below_aow_age") if len(row) == 2 and row[0] != INFINITY]
    found.append(law.value("box1_first_bracket_limit_born_before_1946"))
    most, start, rate = law.value("general_tax_credit")
    found += [start, start + most / rate, most / law.value("box1_brackets_below_aow_age")[0][1]]
    *rows, (fall,) = law.value("labour_tax_credit")
    found += [row[0] for row in rows] + [rows[-1][0] + rows[-1][2] / fall]
    # From here on a small wage leaves no credit unused.
    found.append(most / (law.value("box1_brackets_below_aow_age")[0][1] - rows[0][1]))
    start, rate, most = law.value("combination_tax_credit")
    found += [start, start + most / rate]
    most, start, rate = law.value("elderly_tax_credit")
    return found + [start, start + most / rate]


def allowance_limits(law):
    start, taper = law.value("threshold_income"), law.value("health_allowance_taper")
    floor = law.value("allowance_payment_floor_year")
    found = [start, start + law.value("child_budget_partner_threshold_addition")]
    for insured, kind in ((1, "single"), (2, "partner")):
        most = insured * law.value("health_allowance_standard_premium")
        most -= law.value(f"health_allowance_norm_pct_{kind}") * start
        found += [start + most / taper, start + (most - floor) / taper]
    points = ("single", "multi", "elderly_single", "elderly_multi")
    names = [f"rent_allowance_min_income_point_{kind}" for kind in points]
    found += [law.value(name) for name in names if law.has(name)]
    for table in ("childcare_pct_table_first_child", "childcare_pct_table_second_child"):
        found += [row[0] for row in law.value(table) if row[0] < 200_000]
    return found


def month_for(rng, year):
    """A gross month in cents, whose year with holiday allowance lies beside `year` euro."""
    return max(1, year * 100 * 100 // (12 * 108) + rng.randint(-9, 9))


def gross_month(rng, day):
    law = published().on(day)
    picked = rng.random()
    if picked < 0.45:
        knots = [limit for limit in limits(day) if limit < 140_000 or picked < 0.1]
        return month_for(rng, rng.choice(knots) + rng.choice(SHIFTS))
    if picked < 0.7:
        return rng.randint(1, 200_000)
    if picked < 0.75:
        step = law.cents("withholding_month_table_step")
        return step * rng.randint(1, 900) + rng.choice(SHIFTS)
    if picked < 0.85:  # where the disregard reaches its cap, and where bijstand ends
        norm = law.cents(rng.choice(("assistance_norm_single_21_to_aow", "assistance_norm_couple_21_to_aow")))
        return norm * rng.randint(50, 140) // 100
    if picked < 0.98:
        return rng.randint(200_000, 700_000)
    return rng.randint(700_000, 1_600_000)


# The parts of a household

def give_work(rng, adult, day):
    month = gross_month(rng, day)
    if chance(rng, 0.4):
        adult["gross_month_eurocent"] = month
    else:
        hours, hourly = hours_and_hourly(rng, day, month)
        adult.update(hours_week=hours, hourly_eurocent=hourly)
    if chance(rng, 0.2):
        adult["pension_employee_month_eurocent"] = rng.choice((0, 1, rng.randint(0, 30_000), month, month + 1))
    if chance(rng, 0.35):
        adult["credit_at"] = rng.choice(("job", "benefit"))


def hours_and_hourly(rng, day, month):
    hundredths = rng.choice((800, 1600, 2000, 2400, 3200, 3600, 4000, rng.randint(1, 8000)))
    if chance(rng, 0.3):
        hourly = published().on(day).cents("minimum_wage_hourly_adult") + rng.choice((0, 0, 1, 50, 400))
    else:
        hourly = min(50_000, max(1, round_div(month * 12 * 100, 52 * hundredths)))
    whole, part = divmod(hundredths, 100)
    return (f"{whole}.{part:02d}" if part else whole), hourly


def round_div(over, under):
    return (2 * over + under) // (2 * under)


def give_benefit(rng, adult, benefit):
    if benefit != "geen" or chance(rng, 0.3):
        adult["benefit"] = benefit
    if benefit in ("ww", "anders"):
        adult["benefit_gross_month_eurocent"] = rng.choice((0, rng.randint(1, 150_000), rng.randint(1, 400_000)))
    if benefit == "ww" and chance(rng, 0.7):
        adult["ww_month"] = rng.randint(1, 6)
    if benefit == "wajong" and chance(rng, 0.7):
        adult["wajong"] = rng.choice((2010, 2010, 2015))
    if benefit == "aow" and chance(rng, 0.4):
        adult["aow_share_per_mille"] = rng.choice((0, 20, 333, 500, 980, 999, 1000))


def give_rest(rng, adult):
    if chance(rng, 0.25):
        adult["disability"] = rng.choice(("geen", "medisch", "lks"))
    if chance(rng, 0.08):
        adult["other_taxable_year_eurocent"] = rng.choice((99, 100, rng.randint(0, 3_000_000)))


def make_adult(rng, name, day, benefit, works):
    adult = {"id": name}
    if benefit == "aow":
        birth = pensioner_birth(rng, day)
    elif benefit == "ioaw":
        birth = adult_birth(rng, day, 50, 66)
    elif benefit == "wajong":
        birth = adult_birth(rng, day, 18, 40)
    else:
        birth = adult_birth(rng, day)
    if benefit not in ("aow", "geen", "anders") and is_pensioner(birth, day):
        birth = date(1970, 6, 1)
    adult["birth_date"] = birth.isoformat()
    give_benefit(rng, adult, benefit)
    if works:
        give_work(rng, adult, day)
    give_rest(rng, adult)
    return adult


def make_children(rng, day, oldest):
    children = []
    latest_start = birthday_in(oldest, oldest.year + 12)
    for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 4))):
        age = rng.choice(CHILD_EDGES) if chance(rng, 0.6) else rng.randint(0, 20)
        birth = birth_at(rng, day, age)
        if birth < latest_start or chance(rng, 0.01):
            continue
        child = {"birth_date": birth.isoformat()}
        if age < 13 and chance(rng, 0.6):
            give_care(rng, child)
        children.append(child)
    return children


def give_care(rng, child):
    hours = rng.choice((0, 1, 22_999, 23_000, 23_001, 12_000, 12_000, rng.randint(1, 26_000)))
    whole, part = divmod(hours, 100)
    child["care"] = rng.choice(("none", "dagopvang", "bso", "gastouder"))
    child["care_hours_month"] = f"{whole}.{part:02d}" if part else whole
    child["care_rate_eurocent"] = rng.choice((1071, 1123, 998, 999, 849, 900, 1000, rng.randint(1, 1500)))


def make_co_residents(rng, day):
    people = []
    for _ in range(rng.choice((1, 1, 2, 3))):
        one = {"birth_date": birth_at(rng, day, rng.choice((17, 18, 20, 21, 22, 23, 26, 27, 28, 40, 70))).isoformat()}
        if chance(rng, 0.7):
            one["relation"] = rng.choice(RELATIONS)
        if chance(rng, 0.3):
            one["student"] = chance(rng, 0.8)
        if chance(rng, 0.4):
            one["tenant"] = chance(rng, 0.8)
        people.append(one)
    return people


def make_rent(rng, day):
    law = published().on(day)
    names = ("rent_allowance_max_rent", "rent_allowance_max_rent_youth", "rent_allowance_quality_threshold",
             "rent_allowance_cap_1_2", "rent_allowance_cap_3plus", "rent_allowance_norm_rent_min")
    bare = law.cents(rng.choice(names)) + rng.choice(SHIFTS) if chance(rng, 0.4) else rng.randint(15_000, 120_000)
    rent = {"bare_eurocent": bare}
    if chance(rng, 0.4):
        rent["service_eurocent"] = rng.choice((0, 1200, 4799, 4800, 4801, rng.randint(0, 10_000)))
        if chance(rng, 0.5):
            rent["bare_eurocent"] = max(0, bare - min(4800, rent["service_eurocent"]))
    return rent


def make_assets(rng, day, couple):
    law = published().on(day)
    names = ("asset_limit_single", "asset_limit_single_parent_or_couple", "asset_limit_health_child_single",
             "asset_limit_health_child_partner", "asset_limit_rent_per_person")
    total = law.cents(rng.choice(names)) * rng.choice((1, 1, 2)) + 100 * rng.choice((*SHIFTS, 0)) + rng.choice(SHIFTS)
    if chance(rng, 0.4):
        total = rng.randint(0, 500_000)
    assets = {"total_eurocent": total}
    if couple and chance(rng, 0.4):
        part = rng.randint(0, total)
        assets = {"total_eurocent": total - part, "partner_eurocent": part}
    return assets


def make_offer(rng, day, adults):
    adult = rng.choice(adults)
    hours, hourly = hours_and_hourly(rng, day, gross_month(rng, day))
    offer = {"adult": adult["id"], "hours_week": 0 if chance(rng, 0.03) else hours, "hourly_eurocent": hourly}
    if chance(rng, 0.7 if adult.get("benefit") == "wajong" else 0.1):
        edges = (1, 299, 300, 301, 999, 1000)
        offer["wage_value_per_mille"] = rng.choice((*edges, rng.randint(1, 999), rng.randint(200, 999)))
    for key, most, share in (("pension_employee_month_eurocent", 20_000, 0.3), ("travel_month_eurocent", 20_000, 0.3),
                             ("care_hours_month", 240, 0.3)):
        if chance(rng, share):
            offer[key] = rng.randint(0, most)
    employers = random.Random(rng.randint(0, 1 << 30))
    if adult.get("disability") == "lks":
        offer["wage_value_per_mille"] = employers.choice((299, 300, 301, 1000, employers.randint(1, 999)))
    for key, value, share in (("contract", "vast", 0.5), ("small_employer", True, 0.5), ("lks", "forfait", 0.3),
                              ("pension_employer_month_eurocent", employers.randint(0, 30_000), 0.3)):
        if chance(employers, share):
            offer[key] = value
    return offer


# Whole households

def benefits_for(rng, couple):
    first = rng.choices(("geen", "bijstand", "ww", "wajong", "ioaw", "aow", "anders"), (24, 34, 9, 10, 8, 10, 5))[0]
    if not couple:
        return [first]
    second = rng.choices((first, "geen", "bijstand", "ww", "wajong", "ioaw", "anders"), (25, 45, 10, 5, 5, 5, 5))[0]
    return rng.sample([first, second], 2)


def day_for(rng, benefits, work):
    """A day on which the amounts are known, nearly always."""
    if "aow" not in benefits or chance(rng, 0.05):
        return some_day(rng)
    if any(works for benefit, works in zip(benefits, work) if benefit == "aow"):
        return some_day(rng, *AOW_AT_WORK)
    return some_day(rng, *(AOW_COUPLE if len(benefits) == 2 else AOW_SINGLE))


def make_household(rng):
    couple = chance(rng, 0.45)
    benefits = benefits_for(rng, couple)
    work = [chance(rng, {"geen": 0.8, "aow": 0.15}.get(benefit, 0.4)) for benefit in benefits]
    day = day_for(rng, benefits, work)
    adults = [make_adult(rng, name, day, *facts) for name, *facts in zip("ab", benefits, work)]
    household = {"date": day.isoformat(), "adult": adults}
    if couple:
        adults[0]["partner_of"] = "b"
        if chance(rng, 0.5):
            adults[1]["partner_of"] = "a"
    if couple and chance(rng, 0.12):
        adults[rng.randint(0, 1)]["birth_date"] = adult_birth(rng, day, 18, 20).isoformat()
    if couple and chance(rng, 0.05):
        adults[rng.randint(0, 1)]["birth_date"] = adults[0]["birth_date"]
    if couple and chance(rng, 0.04):  # equal labour incomes
        adults[1].update({key: adults[0][key] for key in WORK if key in adults[0]})
    settle_age_and_benefit(adults, day)
    if chance(rng, 0.45):
        household["child"] = make_children(rng, day, date.fromisoformat(min(one["birth_date"] for one in adults)))
    give_circumstances(rng, household, day, couple)
    return household


def settle_age_and_benefit(adults, day):
    """An age that was changed, or reached by chance, may not fit the benefit any more."""
    for adult in adults:
        pensioner = is_pensioner(date.fromisoformat(adult["birth_date"]), day)
        if pensioner != (adult.get("benefit") == "aow") and adult.get("benefit", "geen") not in ("geen", "anders"):
            adult["benefit"] = "aow" if pensioner else "geen"
        if pensioner and day < AOW_AT_WORK[0]:
            for key in WORK:
                adult.pop(key, None)


def give_circumstances(rng, household, day, couple):
    if chance(rng, 0.25):
        household["co_resident"] = make_co_residents(rng, day)
    if chance(rng, 0.75):
        household["rent"] = make_rent(rng, day)
    if chance(rng, 0.3):
        household["assets"] = make_assets(rng, day, couple)
    if chance(rng, 0.04):
        household["debt"] = {rng.choice(("garnishment", "debt_scheme")): rng.choice((True, False, "unknown"))}
    if chance(rng, 0.15):
        household["costs"] = {"travel_month_eurocent": rng.randint(0, 20_000)}
    if chance(rng, 0.5):
        household["history"] = {"disregard_months_used": rng.choice((0, 1, 5, 6, 7, 20, 34, 35, 36, 37))}
    for adult in household["adult"]:
        if adult.get("benefit", "geen") == "geen" and chance(rng, 0.06):
            adult["student"] = True
    if chance(rng, 0.5):
        household["offer"] = make_offer(rng, day, household["adult"])


def aim_at_income(rng, household):
    """Other taxable income that brings Y beside a limit, where it lies below one."""
    facts = json.loads(json.dumps({key: value for key, value in household.items() if key != "offer"}),
                       parse_float=Decimal)
    try:
        income = assessment_income(read_household(facts))
    except (Fault, Refused, NoValue):
        return
    above = [limit for limit in limits(date.fromisoformat(household["date"])) if income + 1 < limit < income + 80_000]
    if above:
        adult = household["adult"][0]
        other = adult.get("other_taxable_year_eurocent", 0) // 100
        adult["other_taxable_year_eurocent"] = (other + rng.choice(above) + rng.choice(SHIFTS) - income) * 100


# Households outside the rules

def outside(rng, household):
    """One fault or one refusal."""
    adult = rng.choice(household["adult"])
    if chance(rng, 0.1) and "offer" in household:
        household["offer"]["wage_value_per_mille"] = rng.choice((0, 1001))
        return
    if chance(rng, 0.15):
        leave_out(rng, adult)
        return
    if chance(rng, 0.5):
        adult["benefit"] = rng.choice(("wia", "wao", "zw", "anw", "bbz", "ioaz"))
        return
    if chance(rng, 0.2):
        adult.update(benefit="bijstand", student=True)
        return
    faults = (
        {"hours_week": "80.01", "hourly_eurocent": 1500}, {"hours_week": 81, "hourly_eurocent": 1500},
        {"hours_week": 8, "hourly_eurocent": 0}, {"hours_week": 8, "hourly_eurocent": 50_001},
        {"hours_week": "8.001", "hourly_eurocent": 1500}, {"gross_month_eurocent": 5_000_001},
        {"gross_month_eurocent": -1}, {"benefit": "pensioen"}, {"birth_date": "2012-01-01"},
        {"birth_date": "1899-12-31"}, {"birth_date": "2030-01-01"}, {"birth_date": "1990-02-30"}, {"partner_of": "z"},
        {"other_taxable_year_eurocent": 60_000_001}, {"aow_share_per_mille": 1001}, {"disability": "ja"},
        {"birth_date": "1990-01-01", "benefit": "aow"}, {"birth_date": "1950-01-01", "benefit": "bijstand"},
    )
    adult.update(rng.choice(faults))


def leave_out(rng, adult):
    """Hours without an hourly wage, the other way round, or a benefit without its amount."""
    for key in WORK + ("benefit_gross_month_eurocent",):
        adult.pop(key, None)
    adult.update(rng.choice(({"hours_week": 8}, {"hourly_eurocent": 1500}, {"benefit": "anders"}, {"benefit": "ww"})))


# What a calendar year and an employer look at

def full_years(benefits):
    """Years of which the amounts are known."""
    if "aow" in benefits:
        return (2025,)
    return (2024, 2025, 2026, 2026)


def with_year(rng, household):
    """The household with a start of the offer, pay periods, the employer's facts, and changes within the year."""
    day, adults = date.fromisoformat(household["date"]), household["adult"]
    if "offer" not in household and chance(rng, 0.85):
        household["offer"] = make_offer(rng, day, adults)
    benefits = [adult.get("benefit", "geen") for adult in adults]
    year = rng.choice(full_years(benefits)) if chance(rng, 0.95) else rng.randint(2024, 2026)
    for adult in adults:
        if adult.get("benefit", "geen") in ("geen", "anders") and chance(rng, 0.12):
            reach_aow_age(rng, household, adult, year)
        if chance(rng, 0.3):
            adult["pay_period"] = rng.choice(("month", "4weeks", "4weeks"))
    change_within(rng, household, year)
    if "offer" in household:
        give_start(rng, household, year)
        give_employer(rng, household)


def reach_aow_age(rng, household, adult, year):
    """AOW age within the year, or on a day beside it."""
    years = int(published().on(date(year, 1, 1)).value("aow_age")[0])
    edges = (date(year, 1, 1), date(year, 1, 2), date(year, 12, 31), date(year - 1, 12, 31), date(year, 4, 1))
    reached = rng.choice(edges) if chance(rng, 0.2) else date(year, rng.randint(1, 12), rng.randint(1, 28))
    adult["birth_date"] = reached.replace(year=year - years).isoformat()
    adult.pop("student", None)
    if year != 2026 and chance(rng, 0.9):  # the credit for labour at AOW age is known for 2026 only
        for key in WORK:
            adult.pop(key, None)
        offer = household.get("offer")
        if offer and offer["adult"] == adult["id"]:
            household.pop("offer")
            others = [one for one in household["adult"] if one is not adult and one.get("benefit") != "aow"]
            if others:
                household["offer"] = make_offer(rng, date.fromisoformat(household["date"]), others)


def change_within(rng, household, year):
    """Children born in the year, or with a birthday in it that counts; adults who become 21 or 27 in it."""
    day = date.fromisoformat(household["date"])
    oldest = min(date.fromisoformat(one["birth_date"]) for one in household["adult"])
    for child in household.get("child", ()):
        if chance(rng, 0.5):
            born = date(year - rng.choice((0, 0, 6, 12, 16, 18)), rng.randint(1, 12), rng.choice((1, 1, 2, 15, 28)))
            if birthday_in(oldest, oldest.year + 12) <= born <= day:
                child["birth_date"] = born.isoformat()
    for adult in household["adult"]:
        birth = date.fromisoformat(adult["birth_date"])
        if birth.year > 1990 and chance(rng, 0.3):
            turning = date(year - rng.choice((18, 19, 21, 21, 27)), rng.randint(1, 12), rng.choice((1, 2, 28)))
            fits = all(date.fromisoformat(child["birth_date"]) >= birthday_in(turning, turning.year + 12)
                       for child in household.get("child", ()))
            if fits and birthday_in(turning, turning.year + 18) <= day:
                adult["birth_date"] = turning.isoformat()


def give_start(rng, household, year):
    if chance(rng, 0.95):
        household["offer"]["from"] = date(year, rng.randint(1, 12), rng.choice((1, 1, 2, 15, 28))).isoformat()
    if chance(rng, 0.35):
        household["offer"]["pay_period"] = rng.choice(("month", "4weeks", "4weeks"))


def give_employer(rng, household):
    offer = household["offer"]
    adult = next(one for one in household["adult"] if one["id"] == offer["adult"])
    if chance(rng, 0.5):
        offer["contract"] = rng.choice(("vast", "flexibel"))
    if chance(rng, 0.5):
        offer["small_employer"] = chance(rng, 0.7)
    if chance(rng, 0.3):
        offer["pension_employer_month_eurocent"] = rng.randint(0, 40_000)
    if chance(rng, 0.3):
        offer["lks"] = rng.choice(("gemeten", "forfait"))
    if adult.get("disability") == "lks" and chance(rng, 0.6):
        offer["wage_value_per_mille"] = rng.choice((1, 299, 300, 301, 500, 999, 1000, rng.randint(1, 1000)))


def line_of(seed, number, years=False):
    rng = random.Random(f"{seed}:{number}")
    household = make_household(rng)
    if years:
        with_year(rng, household)
    if chance(rng, 0.25):
        aim_at_income(rng, household)
    if chance(rng, 0.03):
        outside(rng, household)
    text = json.dumps(household)
    # Hours come as text and as numbers.
    return re.sub(r'"(\d+\.\d\d)"', r"\1", text) if chance(rng, 0.5) else text


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--years", action="store_true", help="for the calendar year and the cost to the employer")
    options = parser.parse_args()
    for number in range(options.count):
        print(line_of(options.seed, number, options.years))


if __name__ == "__main__":
    main()
