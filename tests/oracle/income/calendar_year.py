# SPDX-License-Identifier: EUPL-1.2
"""What comes when in a calendar year: docs/income.md, section 12. Amounts in whole cents."""
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from types import SimpleNamespace

import oracle
import tax
from household_input import Fault, Refused, with_offer
from law import NoValue, published
from pay import other_taxable, own_benefits, wage, zvw_low
from people import aow_day, in_assistance, who_is_who
from rounding import floor, half

YEAR_AFTER = 13  # the month of what is settled
MAY = 5
ALLOWANCES = ("zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderopvangtoeslag")
PAY_DAYS, PERIOD = 13, 28
ENDS_OR_BEGINS = ("bijstand", "ww", "wajong", "ioaw", "aow")  # at AOW age
DECEMBER = 11  # places in a list of months
JANUARY = 0


@dataclass(frozen=True)
class Month:
    """A state of section 3 on the first day of a month."""
    household: object
    people: object
    wages: list
    benefits: list
    bijstand: list  # gross of each adult
    top_up: int

    @property
    def day(self):
        return self.people.day

    def allowances(self, income):
        return oracle.allowances(self.household, self.people, self.wages, income)


def on(household, first):
    born = tuple(child for child in household.children if child.birth <= first)
    return replace(household, date=first, children=born)


def month_of(household):
    people = who_is_who(household)
    wages = [wage(people.day, adult) for adult in household.adults]
    benefits = own_benefits(household, people, wages)
    room, bijstand = oracle.assistance_year(household, people, wages, benefits)
    return Month(household, people, wages, benefits, [half(Fraction(gross, 12)) for gross in bijstand],
                 half(Fraction(room, 12)))


# AOW age in the year

def reached_in(adult, year):
    """The month in which the adult reaches AOW age after 1 January, None in another year."""
    reached = aow_day(adult.birth, *published().on(date(year, 12, 1)).value("aow_age"))
    return reached.month if date(year, 1, 1) < reached <= date(year, 12, 31) else None


def check_reached(household, year):
    for adult in household.adults:
        if adult.benefit in ENDS_OR_BEGINS and reached_in(adult, year):
            raise Refused(f"AOW age in {year} with {adult.benefit}")


def months_of(household, state_in, year):
    """The twelve states. Faults come before refusals, and these before values that are not known."""
    check_reached(household, year)
    months, stopped = [], []
    for number in range(1, 13):
        try:
            months.append(month_of(on(state_in(number), date(year, number, 1))))
        except (Fault, Refused, NoValue) as stop:
            stopped.append(stop)
    for kind in (Fault, Refused, NoValue):
        for stop in stopped:
            if isinstance(stop, kind):
                raise stop
    return months


# The year of an adult

def part_of_year_rate(day, person, reached):
    """The first bracket's rate for someone who reaches AOW age in that month."""
    premium = day.value("national_insurance_rates")[0]
    return Fraction(floor((tax.r1(day, person) + premium * (reached - 1) / 12) * 10_000), 10_000)


def year_tariff(day, person, reached, y):
    table = list(tax.box1_table(day, person))
    if reached:
        table[0] = (*table[0][:2], part_of_year_rate(day, person, reached))
    return floor(tax.exact_tariff(table, y))


def labour_year(months, n):
    return floor(Fraction(sum(month.wages[n].earned_before_tax for month in months), 100))


def year_income(months, n):
    """y of section 12, euro."""
    cents = sum(month.wages[n].earned_before_tax + month.benefits[n] + month.bijstand[n] for month in months)
    return floor(Fraction(cents, 100)) + other_taxable(months[DECEMBER].household.adults[n])


def taxpayer(months, n, reached):
    person = months[DECEMBER].people.taxpayers[n]
    return replace(person, aow_age=True) if reached else person


def settled_year(day, months, n, labour, combination):
    adult, year = months[DECEMBER].household.adults[n], day.date.year
    reached, y = reached_in(adult, year), year_income(months, n)
    person = taxpayer(months, n, reached)
    credits = (
        tax.general_tax_credit(day, person, y),
        tax.labour_tax_credit(day, person, labour),
        combination,
        tax.young_disabled_tax_credit(day, person),
        tax.elderly_tax_credit(day, person, y),
        tax.single_elderly_tax_credit(day, person),
    )
    due = left = year_tariff(day, person, reached, y)
    used = []
    for credit in credits:
        used.append(min(credit, left))
        left -= used[-1]
    return oracle.Year(y, other_taxable(adult), due, credits, tuple(used))


def settled_years(months):
    """(years of the adults, pay-out of art. 8.9), with the values of 1 January and the status of December."""
    last, day = months[DECEMBER], months[JANUARY].day
    people = replace(last.people, day=day)
    labour = [labour_year(months, n) for n in range(len(last.wages))]
    combination = oracle.iack(last.household, people, [SimpleNamespace(labour_year=one) for one in labour])
    years = [settled_year(day, months, n, labour[n], combination[n]) for n in range(len(labour))]
    return years, oracle.ahk_paid_out(last.household, people, years)


# What is withheld in a month, of one adult

def credit_places(month, n):
    """(credit at the job, credit at the benefits): section 6."""
    adult, works = month.household.adults[n], month.wages[n].gross > 0
    has_benefit = adult.benefit != "geen" or in_assistance(month.household)
    at_job = works and (not has_benefit or adult.credit_at == "job")
    return at_job, not at_job


@dataclass(frozen=True)
class Withheld:
    wage: int
    holiday: int
    benefit: int


def withheld(month, n):
    day, person, own = month.day, month.people.taxpayers[n], month.wages[n]
    at_job, at_benefit = credit_places(month, n)
    of_wage = tax.withheld(day, person, own.taxable, at_job, True)
    of_both = tax.withheld(day, person, own.earned_before_tax, at_job, True)
    return Withheld(of_wage, of_both - of_wage, tax.withheld(day, person, month.benefits[n], at_benefit, False))


# What is paid when

def four_weekly(year, pay):
    """[(month, cents)]: pay of twelve months, earned day by day and paid every four weeks."""
    days = [monthrange(year, number)[1] for number in range(1, 13)]

    def earned(last):
        total, before = Fraction(0), 0
        for amount, length in zip(pay, days):
            total += Fraction(amount * min(max(last - before, 0), length), length)
            before += length
        return floor(total)

    def month_with(day):
        return date.fromordinal(date(year, 1, 1).toordinal() + day - 1).month

    paid = [(month_with(PERIOD * k), earned(PERIOD * k) - earned(PERIOD * (k - 1))) for k in range(1, PAY_DAYS + 1)]
    return paid + [(YEAR_AFTER, sum(pay) - earned(PERIOD * PAY_DAYS))]


def pay_of(months, n, taken):
    """[(month, cents)] of what pay leaves."""
    left = [month.wages[n].taxable - one[n].wage for month, one in zip(months, taken)]
    weekly = [month.household.adults[n].pay_period == "4weeks" for month in months]
    monthly = [(k + 1, amount) for k, amount in enumerate(left) if not weekly[k]]
    if not any(weekly):
        return monthly
    earned_weekly = [amount if is_weekly else 0 for amount, is_weekly in zip(left, weekly)]
    return monthly + four_weekly(months[JANUARY].day.date.year, earned_weekly)


def childcare_cost(month):
    children = [month.household.children[k] for k in month.people.minors]
    return sum(half(child.care_hours * child.care_rate) for child in children if child.care != "none")


def twelfth(year_cents, number):
    """What of a year's amount is paid in that month: whole cents that add up to the amount."""
    return year_cents * number // 12 - year_cents * (number - 1) // 12


def settled_each_month(paid, months, taken):
    for k, (month, one) in enumerate(zip(months, taken)):
        number, adults = k + 1, range(len(month.wages))
        in_may = MAY if number <= MAY else YEAR_AFTER
        contribution = sum(zvw_low(month.day, month.household.adults[n], month.benefits[n]) for n in adults)
        paid[in_may, "holiday_allowance"] += sum(month.wages[n].holiday - one[n].holiday for n in adults)
        paid[number, "own_benefit"] += sum(month.benefits[n] - one[n].benefit for n in adults) - contribution
        reserved = half(month.day.value("assistance_holiday_allowance_share") * month.top_up) if month.top_up else 0
        paid[in_may, "bijstand"] += reserved
        paid[number, "bijstand"] += month.top_up - reserved
        paid[number, "childcare_cost"] -= childcare_cost(month)
        paid[number, "travel_cost"] -= month.household.travel
        paid[number, "other_income"] += sum(twelfth(100 * other_taxable(adult), number)
                                            for adult in month.household.adults)


def allowances_paid(paid, months, start, income):
    """Until month `start` advances on the income of January's state; from then on what is right."""
    expected = state_income(months[JANUARY])
    for k, month in enumerate(months):
        right = month.allowances(income)
        advance = month.allowances(expected) if k + 1 < start else right
        for name in ALLOWANCES:
            now = advance[name]
            paid[k + 1, name] += now
            paid[YEAR_AFTER, name] += right[name] - now
        quarter_after = k // 3 * 3 + 4
        paid[quarter_after, "kinderbijslag"] += right["kinderbijslag"]


def tax_settled(months, taken, years, paid_out):
    """Cents that come back, or are asked, after the year."""
    kept = sum(one.wage + one.holiday + one.benefit for month in taken for one in month)
    kept += sum(sum(month.bijstand) - month.top_up for month in months)
    return kept - 100 * sum(one.left for one in years) + 100 * paid_out


def state_income(month):
    """Y of section 9, of the month's state."""
    years, _ = oracle.years_of(month.household, month.people, month.wages, month.benefits)
    return sum(one.y for one in years)


def year_of(household, offer, year):
    """{"year", "net", "payments"} of a household; `offer` may be None."""
    start = offer.start.month if offer else 1
    after = with_offer(household, offer) if offer else household
    months = months_of(household, lambda number: after if number >= start else household, year)
    taken = [[withheld(month, n) for n in range(len(month.wages))] for month in months]
    years, paid_out = settled_years(months)
    paid = Counter()
    settled_each_month(paid, months, taken)
    for n in range(len(household.adults)):
        for number, amount in pay_of(months, n, taken):
            paid[number, "wage"] += amount
    allowances_paid(paid, months, start, sum(one.y for one in years))
    paid[YEAR_AFTER, "income_tax"] += tax_settled(months, taken, years, paid_out)
    return written(year, paid)


def written(year, paid):
    rows = [[month, part, amount] for (month, part), amount in paid.items() if amount]
    rows.sort(key=lambda row: (row[0], oracle.PARTS.index(row[1])))
    return {"year": year, "net": sum(row[2] for row in rows), "payments": rows}


def outcome(household, offer, year):
    """The year, or why there is none."""
    try:
        return year_of(household, offer, year)
    except Refused as refused:
        return {"refused": str(refused)}
    except NoValue as missing:
        return {"no_value": missing.parameter}
    except Fault as fault:
        return {"fault": str(fault)}


def calendar_years(household, offer):
    """Without the offer and with it, in the year in which it starts."""
    if offer is None or offer.start is None:
        return None, None
    return outcome(household, None, offer.start.year), outcome(household, offer, offer.start.year)
