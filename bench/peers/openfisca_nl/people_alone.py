# SPDX-License-Identifier: EUPL-1.2
"""Variables of a year. Amounts a month are cents, as they are rounded to the cent; others are euro. Values of OpenFisca
have four bytes: what is worked out on the way is made of eight, and whole amounts come out."""

import numpy as np
from openfisca_core.periods import YEAR
from openfisca_core.variables import Variable

from . import Person

DIGITS = 5  # of a rate; what a sum of binary fractions is off by goes away with the rounding to as many


def down(amount):
    return np.floor(np.round(amount, DIGITS))


def up(amount):
    return np.ceil(np.round(amount, DIGITS))


def half_up(amount):
    return np.floor(np.round(amount, DIGITS) + 0.5)


def positive(amount):
    return np.maximum(amount, 0.0)


def amount(variable):
    """What all variables here share; OpenFisca looks for it in the class itself."""
    variable.value_type, variable.entity, variable.definition_period = int, Person, YEAR
    return variable


@amount
class gross(Variable):
    label = "Pay, cents a month"


@amount
class pension(Variable):
    label = "Pension premium, cents a month"


@amount
class holiday_allowance(Variable):
    label = "Holiday allowance, cents a month"

    def formula(person, period, parameters):
        return up(person("gross", period) * parameters(period).holiday_rate)


@amount
class pay(Variable):
    label = "Taxable pay of the year, euro"

    def formula(person, period):
        month = person("gross", period) + person("holiday_allowance", period) - person("pension", period)
        return month.astype(np.int64) * 12 // 100


@amount
class tariff(Variable):
    label = "Tax before credits, euro"

    def formula(person, period, parameters):
        return down(parameters(period).box1.calc(person("pay", period)))


@amount
class general_credit(Variable):
    label = "Algemene heffingskorting, euro"

    def formula(person, period, parameters):
        law = parameters(period).general
        return up(positive(law.maximum - law.rate * positive(person("pay", period) - law.start)))


@amount
class labour_credit(Variable):
    label = "Arbeidskorting, euro"

    def formula(person, period, parameters):
        law = parameters(period).labour
        pay = person("pay", period)
        credit = 0.0
        for step in (law.step_0, law.step_1, law.step_2):
            within = np.minimum(step.before + step.rate * (pay - step.start), step.maximum)
            credit = np.where(pay > step.start, within, credit)
        return up(np.where(pay > law.end, positive(law.maximum - law.final_rate * (pay - law.end)), credit))


@amount
class general_credit_used(Variable):
    label = "Algemene heffingskorting set off, euro"

    def formula(person, period):
        return np.minimum(person("general_credit", period), person("tariff", period))


@amount
class labour_credit_used(Variable):
    label = "Arbeidskorting set off, euro"

    def formula(person, period):
        left = person("tariff", period) - person("general_credit_used", period)
        return np.minimum(person("labour_credit", period), left)


@amount
class health_allowance(Variable):
    label = "Zorgtoeslag, euro a month"

    def formula(person, period, parameters):
        law = parameters(period).health
        norm = law.share_single * law.threshold + law.taper * positive(person("pay", period) - law.threshold)
        year = half_up(positive(law.premium - norm))
        return np.where(year < law.floor, 0, year // 12)


@amount
class net(Variable):
    label = "Net of the year, euro"

    def formula(person, period):
        tax = person("tariff", period) - person("general_credit_used", period) - person("labour_credit_used", period)
        return person("pay", period) - tax + 12 * person("health_allowance", period)


VARIABLES = (
    gross,
    pension,
    holiday_allowance,
    pay,
    tariff,
    general_credit,
    labour_credit,
    general_credit_used,
    labour_credit_used,
    health_allowance,
    net,
)
