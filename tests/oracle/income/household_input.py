# SPDX-License-Identifier: EUPL-1.2
"""A household and an offer as given, checked against the limits of docs/income.md, sections 1 and 2."""
import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

BENEFITS = ("geen", "bijstand", "ww", "wajong", "ioaw", "aow", "anders")
REFUSED_BENEFITS = ("wia", "wao", "zw", "anw", "bbz", "ioaz")
CARE = ("none", "dagopvang", "bso", "gastouder")
PAY_PERIODS = ("month", "4weeks")
MOST_A_MONTH = 5_000_000
MOST_A_YEAR = 60_000_000
MOST_ASSETS = 1_000_000_000
MOST_HOURLY = 50_000
MOST_HOURS = 80
YEARS_TO_CHILD = 12

HOUSEHOLD_KEYS = {"date", "municipality", "adult", "child", "co_resident", "rent", "assets", "debt", "costs", "history"}
ADULT_KEYS = {
    "id", "birth_date", "partner_of", "hours_week", "hourly_eurocent", "gross_month_eurocent", "benefit",
    "benefit_gross_month_eurocent", "ww_month", "wajong", "aow_share_per_mille", "other_taxable_year_eurocent",
    "pension_employee_month_eurocent", "credit_at", "disability", "student", "pay_period",
}
CHILD_KEYS = {"birth_date", "care", "care_hours_month", "care_rate_eurocent"}
CO_RESIDENT_KEYS = {"birth_date", "relation", "student", "tenant"}
OFFER_KEYS = {
    "adult", "hours_week", "hourly_eurocent", "from", "bbl", "wage_value_per_mille",
    "pension_employee_month_eurocent", "care_hours_month", "travel_month_eurocent",
    "contract", "small_employer", "pension_employer_month_eurocent", "lks", "pay_period",
}


class Fault(Exception):
    """The input breaks a limit: exit 3."""


class Refused(Exception):
    """A household outside the rules: exit 1."""


@dataclass(frozen=True)
class Adult:
    id: str
    birth: date
    partner_of: str | None
    hours: Fraction | None
    hourly: int | None
    gross_month: int | None
    benefit: str
    benefit_gross: int | None
    ww_month: int
    wajong: int
    aow_share: int
    other_taxable: int
    pension: int
    credit_at: str
    disability: str
    student: bool
    pay_period: str = "month"
    wage_value: int | None = None


@dataclass(frozen=True)
class Child:
    birth: date
    care: str
    care_hours: Fraction
    care_rate: int


@dataclass(frozen=True)
class CoResident:
    birth: date
    relation: str
    student: bool
    tenant: bool


@dataclass(frozen=True)
class Household:
    date: date
    adults: tuple
    children: tuple  # every [[child]], also one grown up
    co_residents: tuple
    rent: tuple | None  # bare, service
    assets: int
    partner_assets: int
    debt: bool  # garnishment or a debt scheme, or not known
    travel: int
    months_used: int


@dataclass(frozen=True)
class Offer:
    adult: str
    hours: Fraction
    hourly: int
    pension: int
    wage_value: int | None
    care_hours: Fraction | None
    travel: int | None
    contract: str
    small_employer: bool
    pension_employer: int
    lks: str
    pay_period: str = "month"
    start: date | None = None


def checked_keys(table, keys, where):
    if not isinstance(table, dict):
        raise Fault(f"{where}: no table")
    strange = sorted(set(table) - keys)
    if strange:
        raise Fault(f"{where}: unknown key {strange[0]}")
    return table


def day_of(table, key, where):
    text = table.get(key)
    if not isinstance(text, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise Fault(f"{where}: {key} is no date")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Fault(f"{where}: {key} is no date") from None


def whole(table, key, most, absent=None, least=0):
    value = table.get(key)
    if value is None:
        return absent
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise Fault(f"{key}: {value} is no whole number from {least} to {most}")
    return value


def hundredths(table, key, most=None):
    """Hours, with at most two decimals; None when absent."""
    value = table.get(key)
    if value is None:
        return None
    if isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)?", value):
        value = Decimal(value)
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise Fault(f"{key}: no number of hours")
    hours = Fraction(value)
    if (hours * 100).denominator != 1 or hours < 0 or most is not None and hours > most:
        raise Fault(f"{key}: {value} hours")
    return hours


def one_of(table, key, words, absent):
    value = table.get(key, absent)
    if value not in words:
        raise Fault(f"{key}: {value}")
    return value


def truth(table, key):
    return one_of(table, key, (True, False), False)


def birth_of(table, day, where):
    birth = day_of(table, "birth_date", where)
    if not date(1900, 1, 1) <= birth <= day:
        raise Fault(f"{where}: birth_date {birth}")
    return birth


def read_adult(table, day):
    checked_keys(table, ADULT_KEYS, "adult")
    if not isinstance(table.get("id"), str):
        raise Fault("adult: no id")
    adult = Adult(
        id=table["id"],
        birth=birth_of(table, day, "adult"),
        partner_of=table.get("partner_of"),
        hours=hundredths(table, "hours_week", MOST_HOURS),
        hourly=whole(table, "hourly_eurocent", MOST_HOURLY, least=1),
        gross_month=whole(table, "gross_month_eurocent", MOST_A_MONTH),
        benefit=one_of(table, "benefit", BENEFITS + REFUSED_BENEFITS, "geen"),
        benefit_gross=whole(table, "benefit_gross_month_eurocent", MOST_A_MONTH),
        ww_month=whole(table, "ww_month", 1000, absent=3, least=1),
        wajong=one_of(table, "wajong", (2010, 2015), 2010),
        aow_share=whole(table, "aow_share_per_mille", 1000, absent=1000),
        other_taxable=whole(table, "other_taxable_year_eurocent", MOST_A_YEAR, absent=0),
        pension=whole(table, "pension_employee_month_eurocent", MOST_A_MONTH, absent=0),
        credit_at=one_of(table, "credit_at", ("job", "benefit"), "job"),
        disability=one_of(table, "disability", ("geen", "medisch", "lks"), "geen"),
        student=truth(table, "student"),
        pay_period=one_of(table, "pay_period", PAY_PERIODS, "month"),
    )
    if adult.gross_month is None and (adult.hours is None) != (adult.hourly is None):
        raise Fault("adult: hours and hourly wage belong together")
    if adult.benefit in ("ww", "anders") and adult.benefit_gross is None:
        raise Fault(f"adult: {adult.benefit} without benefit_gross_month_eurocent")
    return adult


def read_child(table, day):
    checked_keys(table, CHILD_KEYS, "child")
    care = one_of(table, "care", CARE, "none")
    hours = hundredths(table, "care_hours_month") or Fraction(0)
    rate = whole(table, "care_rate_eurocent", MOST_HOURLY)
    if care != "none" and rate is None:
        raise Fault("child: care without care_rate_eurocent")
    return Child(birth_of(table, day, "child"), care, hours, rate or 0)


def read_co_resident(table, day):
    checked_keys(table, CO_RESIDENT_KEYS, "co_resident")
    relation = table.get("relation", "")
    return CoResident(birth_of(table, day, "co_resident"), relation, truth(table, "student"), truth(table, "tenant"))


def read_list(table, key, most, reader, day):
    rows = table.get(key, [])
    if not isinstance(rows, list) or len(rows) > most:
        raise Fault(f"{key}: more than {most}")
    return tuple(reader(row, day) for row in rows)


def read_household(table):
    checked_keys(table, HOUSEHOLD_KEYS, "household")
    day = day_of(table, "date", "household")
    rent = table.get("rent")
    if rent is not None:
        checked_keys(rent, {"bare_eurocent", "service_eurocent"}, "rent")
        rent = tuple(whole(rent, key, MOST_A_MONTH, absent=0) for key in ("bare_eurocent", "service_eurocent"))
    assets = checked_keys(table.get("assets", {}), {"total_eurocent", "partner_eurocent"}, "assets")
    debt = checked_keys(table.get("debt", {}), {"garnishment", "debt_scheme"}, "debt")
    costs = checked_keys(table.get("costs", {}), {"travel_month_eurocent"}, "costs")
    history = checked_keys(table.get("history", {}), {"disregard_months_used"}, "history")
    debts = [one_of(debt, key, (True, False, "unknown"), False) for key in ("garnishment", "debt_scheme")]
    household = Household(
        date=day,
        adults=read_list(table, "adult", 2, read_adult, day),
        children=read_list(table, "child", 12, read_child, day),
        co_residents=read_list(table, "co_resident", 12, read_co_resident, day),
        rent=rent,
        assets=whole(assets, "total_eurocent", MOST_ASSETS, absent=0),
        partner_assets=whole(assets, "partner_eurocent", MOST_ASSETS, absent=0),
        debt=any(one is not False for one in debts),
        travel=whole(costs, "travel_month_eurocent", MOST_A_MONTH, absent=0),
        months_used=whole(history, "disregard_months_used", 10_000, absent=0),
    )
    check_ties(household)
    return household


def check_ties(household):
    adults = household.adults
    if not adults:
        raise Fault("household: no adult")
    ids = [adult.id for adult in adults]
    if len(set(ids)) != len(ids):
        raise Fault("adult: the same id twice")
    for adult in adults:
        if adult.partner_of is not None and adult.partner_of not in set(ids) - {adult.id}:
            raise Fault(f"adult: partner_of {adult.partner_of}")
    if len(adults) == 2 and not any(adult.partner_of for adult in adults):
        raise Fault("household: two adults that are no partners")
    oldest = min(adult.birth for adult in adults)
    for child in household.children:
        if child.birth < years_later(oldest, YEARS_TO_CHILD):
            raise Fault("child: less than 12 years younger than the oldest adult")
    if household.assets + household.partner_assets > MOST_ASSETS:
        raise Fault("assets: together above the limit")


def read_offer(table, household):
    checked_keys(table, OFFER_KEYS, "offer")
    if table.get("adult") not in [adult.id for adult in household.adults]:
        raise Fault(f"offer: adult {table.get('adult')}")
    offer = Offer(
        adult=table["adult"],
        hours=hundredths(table, "hours_week", MOST_HOURS),
        hourly=whole(table, "hourly_eurocent", MOST_HOURLY, least=1),
        pension=whole(table, "pension_employee_month_eurocent", MOST_A_MONTH, absent=0),
        wage_value=whole(table, "wage_value_per_mille", 1000, least=1),
        care_hours=hundredths(table, "care_hours_month"),
        travel=whole(table, "travel_month_eurocent", MOST_A_MONTH),
        contract=one_of(table, "contract", ("vast", "flexibel"), "flexibel"),
        small_employer=one_of(table, "small_employer", (True, False), False),
        pension_employer=whole(table, "pension_employer_month_eurocent", MOST_A_MONTH, absent=0),
        lks=one_of(table, "lks", ("gemeten", "forfait"), "gemeten"),
        pay_period=one_of(table, "pay_period", PAY_PERIODS, "month"),
        start=day_of(table, "from", "offer") if "from" in table else None,
    )
    if offer.hours is None or offer.hourly is None:
        raise Fault("offer: hours_week and hourly_eurocent are needed")
    return offer


def with_offer(household, offer):
    """The household with the offer in place of that adult's work (section 3)."""
    def at_work(adult):
        return replace(adult, hours=offer.hours, hourly=offer.hourly, gross_month=None, pension=offer.pension,
                       wage_value=offer.wage_value, pay_period=offer.pay_period)

    def in_care(child):
        return replace(child, care_hours=offer.care_hours) if child.care != "none" else child

    after = replace(household, adults=tuple(at_work(one) if one.id == offer.adult else one for one in household.adults))
    if offer.travel is not None:
        after = replace(after, travel=offer.travel)
    if offer.care_hours is not None:
        after = replace(after, children=tuple(in_care(child) for child in household.children))
    return after


def birthday_in(birth, year):
    """A birthday on 29 February falls on 1 March in other years."""
    try:
        return birth.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def years_later(birth, years):
    return birthday_in(birth, birth.year + years)


def age_on(birth, day):
    return day.year - birth.year - (day < birthday_in(birth, day.year))
