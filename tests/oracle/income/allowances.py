# SPDX-License-Identifier: EUPL-1.2
"""The allowances of docs/income.md, section 10. Incomes in whole euro a year, results in cents a month."""
from datetime import date, timedelta
from fractions import Fraction

from household_input import age_on
from law import NoValue, to_cents
from rounding import ceil, floor, half, pos

CARE_RATES = {
    "dagopvang": "childcare_max_rate_daycare",
    "bso": "childcare_max_rate_after_school",
    "gastouder": "childcare_max_rate_childminder",
}


def first_of_month(day):
    return day.replace(day=1)


def age_month(birth, day):
    """WKB art. 2 lid 11: a birthday counts from the month after it."""
    return age_on(birth, first_of_month(day) - timedelta(days=1))


# Zorgtoeslag

def health_allowance_year(day, insured, couple, income):
    """Wzt art. 2, exact."""
    threshold = day.value("threshold_income")
    share = day.value("health_allowance_norm_pct_partner" if couple else "health_allowance_norm_pct_single")
    norm = share * threshold + day.value("health_allowance_taper") * pos(income - threshold)
    return pos(insured * day.value("health_allowance_standard_premium") - norm)


def health_allowance_paid(day, year):
    paid = half(year)
    return paid if paid >= day.value("allowance_payment_floor_year") else 0


def zorgtoeslag(day, insured, couple, income, assets):
    if couple and insured != 2 or assets > health_child_asset_limit(day, couple):
        return 0
    return health_allowance_paid(day, health_allowance_year(day, insured, couple, income)) // 12 * 100


def health_child_asset_limit(day, couple):
    return day.cents("asset_limit_health_child_partner" if couple else "asset_limit_health_child_single")


# Kindgebonden budget

def child_budget_year(day, couple, ages, income):
    """WKB art. 2, exact; ages are those of the month."""
    if not ages:
        return 0
    older, oldest, _ = day.value("child_budget_ages")
    amount = len(ages) * day.value("child_budget_per_child")
    amount += sum(older <= age < oldest for age in ages) * day.value("child_budget_extra_12_15")
    amount += sum(age >= oldest for age in ages) * day.value("child_budget_extra_16_17")
    start = day.value("threshold_income")
    if couple:
        start += day.value("child_budget_partner_threshold_addition")
    else:
        amount += day.value("child_budget_single_parent_supplement")
    return pos(amount - child_budget_taper(day, start, income))


def child_budget_taper(day, start, income):
    """Euro a year; where the law has a second kink, another share counts above it."""
    first = day.value("child_budget_taper")
    if not (day.has("child_budget_second_kink_income") and day.has("child_budget_second_kink_taper")):
        return first * pos(income - start)
    kink, second = day.value("child_budget_second_kink_income"), day.value("child_budget_second_kink_taper")
    return first * pos(min(income, kink) - start) + second * pos(income - max(kink, start))


def kindgebonden_budget(day, couple, births, income, assets):
    """births: of every [[child]], also one that is an adult on the day."""
    first = first_of_month(day.date)
    end = day.value("child_budget_ages")[2]
    ages = [age_month(birth, day.date) for birth in births if birth < first]
    ages = [age for age in ages if age < end]
    if assets > health_child_asset_limit(day, couple):
        return 0
    return floor(Fraction(half(child_budget_year(day, couple, ages, income)) * 100, 12))


# Kinderbijslag

def child_benefit_quarter(day, age):
    """AKW art. 12: cents for a child of that age."""
    second, third, _ = day.value("child_benefit_ages")
    share = day.value("child_benefit_age_shares")[(age >= second) + (age >= third)]
    return half(day.cents("child_benefit_basic_amount_quarter") * share)


def kinderbijslag(day, births):
    first = date(day.date.year, (day.date.month - 1) // 3 * 3 + 1, 1)
    end = day.value("child_benefit_ages")[2]
    ages = [age_on(birth, first) for birth in births if birth <= first]
    return half(Fraction(sum(child_benefit_quarter(day, age) for age in ages if age < end), 3))


# Kinderopvangtoeslag

def childcare_share(day, table, income):
    for limit, share in day.value(table):
        if income <= limit:
            return share
    raise NoValue(table, day.date)  # the rows above are not known


def childcare_cost(day, child):
    """Wko art. 1.7: the cost of a child that counts, cents a month; not rounded."""
    rate = min(child.care_rate, day.cents(CARE_RATES[child.care]))
    return min(child.care_hours, day.value("childcare_max_hours_month")) * rate


def childcare_paid(day, cost, first, income):
    """Cents a month for the cost of the first child, or of all others together."""
    table = "childcare_pct_table_first_child" if first else "childcare_pct_table_second_child"
    return half(cost * childcare_share(day, table, income)) if cost else 0


def kinderopvangtoeslag(day, children, income):
    """children: those of section 2."""
    in_care = [child for child in children if child.care != "none" and child.care_hours > 0]
    in_care.sort(key=lambda child: (-child.care_hours, child.care_rate))
    costs = [childcare_cost(day, child) for child in in_care]
    return childcare_paid(day, sum(costs[:1]), True, income) + childcare_paid(day, sum(costs[1:]), False, income)


# Huurtoeslag

def rent_in_parts(day, rent, basis, persons, above_cap):
    """Wht art. 21: the shares of the rent above the basic rent."""
    quality = day.cents("rent_allowance_quality_threshold")
    small = persons <= day.value("rent_allowance_small_household")
    cap = day.cents("rent_allowance_cap_1_2" if small else "rent_allowance_cap_3plus")
    gross = day.value("rent_allowance_share_to_quality") * pos(min(rent, quality) - basis)
    gross += day.value("rent_allowance_share_to_cap") * pos(min(rent, cap) - max(quality, basis))
    if above_cap:
        gross += day.value("rent_allowance_share_above_cap") * pos(rent - max(cap, basis))
    return gross


def rent_limit(day, youth):
    return day.cents("rent_allowance_max_rent_youth" if youth else "rent_allowance_max_rent")


def rent_allowance_from_2026(day, bare, persons, income, youth):
    kind = "multi" if persons > 1 else "single"
    rent = min(bare, rent_limit(day, youth))
    basis = day.cents("rent_allowance_norm_rent_min") - day.cents(f"rent_allowance_norm_rent_reduction_{kind}")
    basis += day.cents("rent_allowance_norm_rent_supplement")
    gross = rent_in_parts(day, rent, basis, persons, True)
    over = pos(income - day.value(f"rent_allowance_min_income_point_{kind}"))
    return half(pos(gross - day.value(f"rent_allowance_taper_{kind}") * over * 100 / 12))


def for_kind(day, stem, kind, elderly):
    """The value for the elderly where there is one on the day."""
    own = f"{stem}_elderly_{kind}"
    return day.value(own if elderly and day.has(own) else f"{stem}_{kind}")


def norm_rent(day, kind, elderly, income):
    """Wht art. 17 to 19 as they stood until 2025, cents."""
    if income > for_kind(day, "rent_allowance_min_income_point", kind, elderly):
        a = for_kind(day, "rent_allowance_factor_a", kind, elderly)
        b = for_kind(day, "rent_allowance_factor_b", kind, elderly)
        return ceil((a * income * income + b * income) * 100)
    reduction = day.value(f"rent_allowance_norm_rent_reduction_{kind}")
    if elderly and day.has("rent_allowance_norm_rent_reduction_elderly"):
        reduction = day.value("rent_allowance_norm_rent_reduction_elderly")[kind == "multi"]
    return day.cents("rent_allowance_norm_rent_min") - to_cents(reduction)


def rent_allowance_until_2025(day, bare, service, persons, income, youth, elderly):
    kind = "multi" if persons > 1 else "single"
    rent = bare + min(service, 4 * day.cents("rent_allowance_service_cost_cap_item"))
    if rent > rent_limit(day, youth):
        return 0
    basis = norm_rent(day, kind, elderly, income) + day.cents("rent_allowance_norm_rent_supplement")
    above_cap = day.value("rent_allowance_share_above_cap_all_households") or persons == 1 or elderly
    return half(pos(rent_in_parts(day, rent, basis, persons, above_cap)))


def huurtoeslag(day, rent, persons, income, youth, elderly):
    bare, service = rent
    if day.has("rent_allowance_taper_single"):
        return rent_allowance_from_2026(day, bare, persons, income, youth)
    return rent_allowance_until_2025(day, bare, service, persons, income, youth, elderly)
