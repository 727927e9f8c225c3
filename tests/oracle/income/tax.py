# SPDX-License-Identifier: EUPL-1.2
"""Wet IB 2001 and the month rule of the loonheffing: docs/income.md, sections 5 and 6. Incomes and credits in whole
euro, wages of a month in cents."""
from dataclasses import dataclass
from fractions import Fraction

from law import INFINITY
from rounding import ceil, floor, half, pos


@dataclass(frozen=True)
class Taxpayer:
    """What of a person the tax looks at."""
    aow_age: bool
    born_old: bool = False  # before the year of box1_birth_year_old
    young_disabled: bool = False  # benefit is wajong
    single: bool = True


def first_rate(day, table):
    return day.value(table)[0][1]


def box1_table(day, person):
    """Wet IB 2001 art. 2.10, 2.10a: [(from, to, rate)], to is None at the top."""
    name = "box1_brackets_aow_age_born_from_1946" if person.aow_age else "box1_brackets_below_aow_age"
    key = (name, person.born_old)
    if key not in day.memo:
        rows = [[None if limit == INFINITY else limit, rate] for limit, rate in map(bracket, day.value(name))]
        if person.aow_age and person.born_old:
            rows[0][0] = day.value("box1_first_bracket_limit_born_before_1946")
        lows = [0] + [limit for limit, _ in rows[:-1]]
        day.memo[key] = [(low, limit, rate) for low, (limit, rate) in zip(lows, rows)]
    return day.memo[key]


def bracket(row):
    return row if len(row) == 2 else (INFINITY, row[0])


def tariff(day, person, y):
    return floor(exact_tariff(box1_table(day, person), y))


def exact_tariff(table, y):
    due = Fraction(0)
    for low, limit, rate in table:
        if y > low:
            due += rate * ((y if limit is None else min(y, limit)) - low)
    return due


def r1(day, person):
    return box1_table(day, person)[0][2]


def general_tax_credit_terms(day, person):
    """Wet IB 2001 art. 8.10: maximum, start and rate of the phase-out."""
    key = ("general_tax_credit", person.aow_age)
    if key not in day.memo:
        most, start, rate = day.value("general_tax_credit")
        if person.aow_age:
            most = day.value("general_tax_credit_aow_age_max")
            full = first_rate(day, "box1_brackets_below_aow_age")
            rate = Fraction(half(rate * r1(day, person) / full * 100_000), 100_000)
        day.memo[key] = most, start, rate
    return day.memo[key]


def general_tax_credit(day, person, y):
    most, start, rate = general_tax_credit_terms(day, person)
    return ceil(pos(most - rate * pos(y - start)))


def labour_tax_credit(day, person, labour_income):
    """Wet IB 2001 art. 8.11."""
    if labour_income <= 0:
        return 0
    name = "labour_tax_credit_aow_age_2026" if person.aow_age else "labour_tax_credit"
    *rows, (fall,) = day.value(name)
    knot, most = 0, Fraction(0)
    for next_knot, rate, next_most in rows:
        if labour_income <= next_knot:
            return ceil(min(next_most, most + rate * (labour_income - knot)))
        knot, most = next_knot, next_most
    return ceil(pos(most - fall * (labour_income - knot)))


def combination_tax_credit(day, labour_income):
    """Wet IB 2001 art. 8.14a, for someone who qualifies."""
    threshold, rate, most = day.value("combination_tax_credit")
    return ceil(min(most, rate * pos(labour_income - threshold)))


def young_disabled_tax_credit(day, person):
    """Wet IB 2001 art. 8.16a."""
    return ceil(day.value("young_disabled_tax_credit")) if person.young_disabled and not person.aow_age else 0


def elderly_tax_credit(day, person, y):
    """Wet IB 2001 art. 8.17."""
    if not person.aow_age:
        return 0
    most, start, rate = day.value("elderly_tax_credit")
    return ceil(pos(most - rate * pos(y - start)))


def single_elderly_tax_credit(day, person):
    """Wet IB 2001 art. 8.18."""
    return ceil(day.value("single_elderly_tax_credit")) if person.aow_age and person.single else 0


def table_income(day, month):
    """The month in steps of the table, times twelve: whole euro."""
    step = day.cents("withholding_month_table_step")
    cents = month // step * step * 12
    assert cents % 100 == 0
    return cents // 100


def withheld_by_rule(due):
    """A twelfth of the euros due in a year, in cents."""
    return half(Fraction(pos(due) * 100, 12))


def withholding_credits(day, person, income, labour):
    """The credits that the loonheffingskorting stands for, in euro of a table income."""
    credits = general_tax_credit(day, person, income) + young_disabled_tax_credit(day, person)
    credits += elderly_tax_credit(day, person, income) + single_elderly_tax_credit(day, person)
    return credits + (labour_tax_credit(day, person, income) if labour else 0)


def withheld(day, person, month, credit, labour):
    """Section 6: cents withheld from cents of a month."""
    income = table_income(day, month)
    due = tariff(day, person, income)
    return withheld_by_rule(due - (withholding_credits(day, person, income, labour) if credit else 0))
