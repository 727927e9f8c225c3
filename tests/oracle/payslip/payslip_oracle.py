#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Oracle for `passend fair payslip`, written from docs/payslip.md alone (and docs/law.md, "Pay due").

It shares nothing with the program: no code, no tables besides the values in data/law.

    payslip_oracle.py FILE.toml... --law DIR [--rest strict]
        one JSON object a line: section 7 without `steps`, `date` and `article` (articles are data that the definition
        does not give), plus "file". A slip that needs a value that is not known gives {"exit": 4, "file", "unknown"};
        a file with a fault gives {"fault", "file"}.
    payslip_oracle.py random --seed N --count N --out DIR [--law DIR]
        writes random valid slips; the same seed gives the same slips. The law is used to aim at the exact caps.

Exit code: 0 unless the oracle itself fails or (1) a file has a fault.

Readings of the definition where it leaves room are marked READING.
"""
import argparse
import datetime
import json
import pathlib
import random
import sys
import tomllib
from decimal import Decimal
from fractions import Fraction

DAY = datetime.timedelta(days=1)
COUNTS = ("basis", "overwerk", "stukloon", "toeslag", "provisie")
COUNTS_NOT = ("vakantiebijslag", "onkosten", "eindejaarsuitkering", "winst", "eenmalig")
OFF_MINIMUM = {
    "loonheffing": "all", "premies": "all", "pensioen": "all", "voorschot": "all",
    "huisvesting": "share", "zorgpremie": "amount",
    "vervoer": "none", "kleding": "none", "boete": "none", "overig": "none",
}
STATEMENTS = ("gross", "composition", "deductions", "hours", "minimum_wage", "minimum_holiday_pay", "period",
              "employer_name", "worker_name", "contract_hours", "permanent", "on_call")
PERIODS_A_YEAR = {"month": 12, "4weeks": 13, "week": 52}


class Unknown(Exception):
    """A value that has no value on its date: exit code 4."""


class Fault(Exception):
    """Section 8."""


# --- numbers and dates --------------------------------------------------------------------------------------------

def down(x):
    return x.numerator // x.denominator


def up(x):
    return -((-x.numerator) // x.denominator)


def half_up(x):
    return down(x + Fraction(1, 2))


def age_on(birth, day):
    """A birthday counts from that day; 29 February is 1 March in other years."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def days(first, last):
    return [first + n * DAY for n in range((last - first).days + 1)]


# --- the law ------------------------------------------------------------------------------------------------------

class Law:
    def __init__(self, folder):
        self.values = {}
        for name in ("minimum_wage", "fair_pay", "zorgverzekering"):
            with open(pathlib.Path(folder) / (name + ".toml"), "rb") as f:
                for p in tomllib.load(f, parse_float=Decimal)["parameter"]:
                    self.values[p["id"]] = sorted(p["values"], key=lambda v: as_date(v["from"]))

    def on(self, name, day):
        current = None
        for v in self.values[name]:
            if as_date(v["from"]) <= day:
                current = v
        if current is None or current["value"] == "unknown" or ("until" in current and as_date(current["until"]) < day):
            raise Unknown(f"{name} {day}")
        return current["value"]

    def number(self, name, day):
        return Fraction(self.on(name, day))

    def hourly(self, birth, bbl, day):
        """Minimum in cents per hour, None when the law sets none (younger than the scale)."""
        age = age_on(birth, day)
        youth = {int(a): Fraction(f) for a, f in self.on("minimum_wage_youth_percentage", day)}
        if age < min(youth):  # READING: needs no wage, so no exit 4 in 2027
            return None
        share = youth.get(age, Fraction(1))
        if bbl:
            share = {int(a): Fraction(f) for a, f in self.on("minimum_wage_bbl_percentage", day)}.get(age, share)
        return half_up(self.number("minimum_wage_hourly_adult", day) * 100 * share)


def as_date(x):
    return x if isinstance(x, datetime.date) else datetime.date.fromisoformat(x)


# --- the slip -----------------------------------------------------------------------------------------------------

def need(ok, text):
    if not ok:
        raise Fault(text)


def is_date(x):
    return isinstance(x, datetime.date) and not isinstance(x, datetime.datetime)


def is_amount(x):
    return type(x) is int and x >= 0


def is_hours(x):
    return type(x) in (int, Decimal) and x >= 0 and Decimal(x) * 100 == int(Decimal(x) * 100)


def is_bool(x):
    return type(x) is bool


def is_above_0(x):
    return type(x) in (int, Decimal) and x > 0


def word(*words):
    return lambda x: x in words


def is_count(x):
    return type(x) is int and x >= 0


TOP = {"birth_date": is_date, "from": is_date, "until": is_date, "period": word(*PERIODS_A_YEAR), "bbl": is_bool,
       "hours_worked": is_hours, "hourly_eurocent": is_amount, "month_eurocent": is_amount, "net_eurocent": is_amount,
       "paid_eurocent": is_amount, "paid_by": word("bank", "cash")}
ROWS = {"worked": ({"day": is_date, "hours": is_hours}, ("day", "hours")),
        "pay": ({"kind": word(*COUNTS, *COUNTS_NOT), "eurocent": is_amount}, ("kind", "eurocent")),
        "deduction": ({"kind": word(*OFF_MINIMUM), "eurocent": is_amount, "written": is_bool, "certified": is_bool,
                       "actual_eurocent": is_amount}, ("kind", "eurocent"))}
TABLES = {"holiday": {"mode": word("reserved", "each_period"), "reserved_eurocent": is_amount, "written": is_bool},
          "shown": {s: is_bool for s in STATEMENTS},
          "lender": {"admitted": is_bool},
          "housing": {"square_metres": is_above_0, "people": is_above_0, "kind": word("logies", "residentie")},
          "stay": {"months": is_count, "registered": word("brp", "rni", "none")}}


def check_table(where, table, form):
    need(isinstance(table, dict), f"{where}: no table")
    for key, value in table.items():
        need(key in form, f"{where}.{key}: unknown key")
        need(form[key](value), f"{where}.{key}: {value!r}")


def check(slip):
    check_table("top", {k: v for k, v in slip.items() if k not in ROWS and k not in TABLES}, TOP)
    for key in ("birth_date", "from", "until", "period"):
        need(key in slip, f"{key}: missing")
    need(slip["from"] <= slip["until"], "until: before from")
    need((slip["until"] - slip["from"]).days + 1 <= 366, "until: more than 366 days")
    need(("hours_worked" in slip) != ("worked" in slip), "hours_worked: both or neither of hours_worked and worked")
    need(not ("hourly_eurocent" in slip and "month_eurocent" in slip), "month_eurocent: hourly_eurocent too")
    for name, (form, needed) in ROWS.items():
        for row in slip.get(name, []):
            check_table(name, row, form)
            for key in needed:
                need(key in row, f"{name}.{key}: missing")
    by_day = {}
    for row in slip.get("worked", []):
        need(slip["from"] <= row["day"] <= slip["until"], f"worked.day: {row['day']} outside the period")
        by_day[row["day"]] = by_day.get(row["day"], 0) + row["hours"]
        need(by_day[row["day"]] <= 24, f"worked.hours: above 24 on {row['day']}")
    for name, form in TABLES.items():
        if name in slip:
            check_table(name, slip[name], form)


# --- section 2: what is due ---------------------------------------------------------------------------------------

def hours_by_day(slip):
    if "worked" in slip:
        return [(row["day"], Fraction(row["hours"])) for row in slip["worked"]]
    period = days(slip["from"], slip["until"])
    working = [d for d in period if d.weekday() < 5] or period
    return [(d, Fraction(slip["hours_worked"]) / len(working)) for d in working]


def pay_due(slip, law):
    total = Fraction(0)
    for day, hours in hours_by_day(slip):
        if hours > 0:  # READING: a day without hours needs no value
            total += hours * (law.hourly(slip["birth_date"], slip.get("bbl", False), day) or 0)
    return up(total)


def counted(slip):
    return sum(p["eurocent"] for p in slip.get("pay", []) if p["kind"] in COUNTS)


def agreed(slip):
    if "hourly_eurocent" in slip:
        return half_up(slip["hourly_eurocent"] * sum((h for _, h in hours_by_day(slip)), Fraction(0)))
    if "month_eurocent" in slip:
        return half_up(Fraction(slip["month_eurocent"] * 12, PERIODS_A_YEAR[slip["period"]]))
    return None


def premium_cap(slip, law):
    a_year = law.number("health_insurance_avg_nominal_premium", slip["until"]) * 100
    return down(a_year / PERIODS_A_YEAR[slip["period"]])


def housing_cap(slip, law, due):
    return down(law.number("housing_deduction_share", slip["until"]) * due)


# --- sections 3 to 5 ----------------------------------------------------------------------------------------------

def deduction_findings(slip, law, due, count, strict, questions):
    """Section 4: the list of (kind, owed)."""
    room = max(0, count - due)
    left = {}  # what is left of the cap of a kind
    found = []
    for line in slip.get("deduction", []):
        kind, a, written = line["kind"], line["eurocent"], line.get("written", False)
        rule, actual = OFF_MINIMUM[kind], line.get("actual_eurocent")
        certified = line.get("certified", True)
        if rule == "share" and written and a > 0 and "certified" not in line and "certified" not in questions:
            questions.append("certified")
        f = 0
        if rule == "all":
            f = a
        elif a > 0 and written and (rule == "amount" or (rule == "share" and certified)):
            if kind not in left:
                left[kind] = housing_cap(slip, law, due) if rule == "share" else premium_cap(slip, law)
            f = min(a, left[kind])
            if actual is not None:
                f = min(f, actual)
            left[kind] -= f
        rest = a - f
        # READING: the last sentence on R says that the rest of uncertified lodging and of a deduction above its real cost
        # goes off R as any rest does. With --rest strict neither uses anything of R.
        may_use = rest
        if strict and rule in ("share", "amount"):
            if rule == "share" and not certified:
                may_use = 0
            elif actual is not None:
                may_use = max(0, min(a, actual) - f)
        used = min(may_use, room) if written else 0
        room -= used
        if rest - used > 0:
            found.append((kind, rest - used))
    return found


def whole_period(slip):
    first, last = slip["from"], slip["until"]
    length = (last - first).days + 1
    if slip["period"] == "week":
        return length == 7
    if slip["period"] == "4weeks":
        return length == 28
    after = last + DAY
    return first.day == 1 and after.day == 1 and (after - DAY).replace(day=1) == first


def answer(slip, law, strict=False):
    until = slip["until"]
    due, count, agree = pay_due(slip, law), counted(slip), agreed(slip)
    base = max(x for x in (count, due, agree) if x is not None)
    questions, findings = [], []

    def find(code, owed=0, kind=None):
        findings.append({"finding": code, "kind": kind, "owed_eurocent": owed})

    # 3
    if count < due:
        find("below_minimum", due - count)
    if agree is not None and agree > max(count, due):
        find("below_agreed", agree - max(count, due))
    holiday = slip.get("holiday", {})
    mode = holiday.get("mode")  # READING: a table without mode is as no table
    reserve = None
    if mode == "reserved":
        reserve = holiday.get("reserved_eurocent")
    elif mode == "each_period":
        reserve = sum(p["eurocent"] for p in slip.get("pay", []) if p["kind"] == "vakantiebijslag")
    if reserve is None:
        questions.append("holiday")
    else:
        least = up(law.number("holiday_allowance_rate", until) * base)
        if reserve < least:
            find("holiday_pay", least - reserve)
    if mode == "each_period" and not holiday.get("written", False):  # READING: absent is not written
        find("holiday_not_written")
    # 4
    for kind, owed in deduction_findings(slip, law, due, count, strict, questions):
        find("deduction", owed, kind)
    # 5
    total = sum(p["eurocent"] for p in slip.get("pay", [])) - sum(d["eurocent"] for d in slip.get("deduction", []))
    net, paid = slip.get("net_eurocent"), slip.get("paid_eurocent")
    if net is not None and net != total:
        find("net", max(0, total - net))
    should = net if net is not None else total
    if paid is not None and paid < should:
        find("paid_less", should - paid)
    if slip.get("paid_by") == "cash":
        find("cash")
    elif "paid_by" not in slip:
        questions.append("paid_by")
    if not whole_period(slip):
        find("period")
    shown = slip.get("shown", {})
    for statement in STATEMENTS:
        if shown.get(statement) is False:
            find("statement", 0, statement)
    if any(s not in shown for s in STATEMENTS):
        questions.append("statements")
    if "lender" in slip and law.on("lender_admission_required", until):
        if "admitted" not in slip["lender"]:
            questions.append("lender")
        elif not slip["lender"]["admitted"]:
            find("lender")
    housing = slip.get("housing", {})
    if all(k in housing for k in ("square_metres", "people", "kind")):
        each = Fraction(housing["square_metres"]) / Fraction(housing["people"])
        if each < law.number("lodging_area_" + housing["kind"], until):
            find("floor_area")
    stay = slip.get("stay", {})
    if "months" in stay:
        long = stay["months"] > law.number("resident_registration_months", until)
        registered = stay.get("registered")
        if long and registered is not None and registered != "brp":  # READING: not given is no finding
            find("register_brp")
        if not long and registered == "none":
            find("register_rni")
    return {"due_eurocent": due, "counted_eurocent": count, "agreed_eurocent": agree,
            "owed_eurocent": sum(f["owed_eurocent"] for f in findings), "findings": findings, "questions": questions}


# --- random slips -------------------------------------------------------------------------------------------------

CHANGES = [datetime.date(y, m, 1) for y in (2024, 2025, 2026) for m in (1, 7)]


def month_end(day):
    return (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY


def random_period(r):
    """(period, from, until)"""
    period = r.choice(("week", "4weeks", "month"))
    dice = r.random()
    if dice < 0.35:  # a change of rate inside or at an end
        day = r.choice(CHANGES) + r.randrange(-2, 3) * DAY
    elif dice < 0.45:
        day = datetime.date(r.choice((2024, 2025, 2026)), 2, r.randrange(1, 29))
    elif dice < 0.53:  # into 2027, where the wage is not known
        day = datetime.date(2026, 12, 28) + r.choice((0, 2, 4, 5, 9, 20, 34)) * DAY
    else:
        day = datetime.date(2024, 1, 1) + r.randrange(0, 1095) * DAY
    if period == "month":
        first = day.replace(day=1)
        last = month_end(first)
    elif period == "week":
        first = day - (day.weekday() if r.random() < 0.8 else r.randrange(7)) * DAY
        last = first + 6 * DAY
    else:
        first = day - (day.weekday() + 7 * r.randrange(4)) * DAY
        last = first + 27 * DAY
    dice = r.random()
    if dice < 0.03:
        last = first + max(0, (last - first).days + r.choice((-2, -1, 1, 2))) * DAY
    elif dice < 0.05:
        first += (5 - first.weekday()) % 7 * DAY  # Saturday, to Saturday or Sunday: no working day
        last = first + r.randrange(2) * DAY
    elif dice < 0.08:
        period = r.choice(("week", "4weeks", "month"))
    elif dice < 0.09:  # a long period over more changes
        last = first + r.randrange(60, 366) * DAY
    return period, first, last


def random_birth(r, first, last):
    age = r.choice((14, 15, 15, 16, 17, 18, 19, 20, 20, 21, 21, 22, 30, 45, 64))
    if r.random() < 0.3:  # a birthday in the period or just beside it
        day = first + r.randrange(-1, (last - first).days + 3) * DAY
    else:
        day = first - r.randrange(1, 364) * DAY
    if r.random() < 0.06 or (day.month, day.day) == (2, 29):
        leap = (first.year - age) // 4 * 4
        return datetime.date(leap, 2, 29)
    return day.replace(year=day.year - age)


def two_digits(r, low, high):
    x = Decimal(r.randrange(low * 100, high * 100 + 1)) / 100
    return r.choice((x, Decimal(int(x)), Decimal(int(x * 4)) / 4))


def random_slip(r, law):
    while True:
        period, first, last = random_period(r)
        birth = random_birth(r, first, last)
        # READING: whether somebody below the scale needs the wage of 2027 is not clear; kept out
        if not (last.year >= 2027 and age_on(birth, first) < 15):
            break
    slip = {"birth_date": birth, "from": first, "until": last, "period": period}
    if r.random() < 0.2:
        slip["bbl"] = r.random() < 0.8
    length = (last - first).days + 1
    if r.random() < (0.75 if last.year >= 2027 else 0.5):
        all_days = days(first, last)
        if r.random() < 0.8:  # only where the wage is known, so that 2027 and 2023 are not needed
            all_days = [d for d in all_days if 2024 <= d.year <= 2026] or all_days
        chosen = [d for d in all_days if d.weekday() < 5 or r.random() < 0.15] or all_days
        chosen = [d for d in chosen if r.random() < 0.85] or chosen[:1]
        slip["worked"] = [{"day": d, "hours": r.choice((Decimal(8), two_digits(r, 1, 12)))} for d in chosen]
        if r.random() < 0.05:
            slip["worked"][0]["hours"] = Decimal(24)
        if r.random() < 0.1:
            r.shuffle(slip["worked"])
        hours = sum(w["hours"] for w in slip["worked"])
    else:
        hours = slip["hours_worked"] = two_digits(r, 1, max(2, min(10 * length * 5 // 7, 400)))
    try:
        due = pay_due(slip, law)
    except Unknown:
        due = half_up(Fraction(hours) * 1500)
    # the agreed wage
    dice = r.random()
    if dice < 0.25:
        slip["hourly_eurocent"] = r.choice((due // int(hours) if hours >= 1 else 1500, r.randrange(400, 2500), 1525))
    elif dice < 0.4:
        slip["month_eurocent"] = max(0, due * PERIODS_A_YEAR[period] // 12 + r.choice((0, 1, -1, 5000, -5000, 7)))
    agree = agreed(slip)
    # pay
    target = due + r.choice((0, 0, 0, -1, 1, 100, 5000, 10000, 25000, -2500, -(due // 10), r.randrange(0, 60000)))
    if agree is not None and r.random() < 0.5:
        target = max(agree, due) + r.choice((0, -1, 1))
    target = max(0, target)
    pay, rest = [], target
    for kind in r.sample(COUNTS, r.randrange(0, 3)):
        part = r.randrange(0, rest + 1)
        pay.append({"kind": kind, "eurocent": part})
        rest -= part
    pay.insert(0, {"kind": r.choice(("basis", "basis", "stukloon")), "eurocent": rest})
    base = max(x for x in (target, due, agree) if x is not None)
    least = up(Fraction(8, 100) * base)
    holiday = max(0, least + r.choice((0, 0, 0, -1, 1, -500, 500, -least)))
    dice = r.random()
    if dice < 0.45:
        slip["holiday"] = {"mode": "reserved", "reserved_eurocent": holiday}
    elif dice < 0.5:
        slip["holiday"] = {"mode": "reserved"}
    elif dice < 0.85:
        slip["holiday"] = {"mode": "each_period", "written": r.random() < 0.6}
        for part in ([holiday] if r.random() < 0.8 else [holiday // 2, holiday - holiday // 2]):
            pay.append({"kind": "vakantiebijslag", "eurocent": part})
    for kind in COUNTS_NOT[1:]:
        if r.random() < 0.1:
            pay.append({"kind": kind, "eurocent": r.randrange(0, 20000)})
    if r.random() < 0.3:
        r.shuffle(pay)
    slip["pay"] = pay
    if r.random() < 0.8:
        slip["deduction"] = random_deductions(r, law, slip, due, max(0, target - due))
    random_rest(r, slip, calm=r.random() < 0.35)
    check(slip)
    return slip


def random_deductions(r, law, slip, due, room):
    try:
        premium = premium_cap(slip, law)
    except Unknown:
        premium = 14000
    lodging = housing_cap(slip, law, due)
    lines = []
    for kind in ("loonheffing", "premies", "pensioen", "voorschot"):
        if r.random() < 0.3:
            lines.append({"kind": kind, "eurocent": r.randrange(0, 30000)})
    for kind, cap in (("huisvesting", lodging), ("zorgpremie", premium)):
        if r.random() > (0.45 if kind == "huisvesting" else 0.3):
            continue
        total = max(1, cap + r.choice((0, 0, 1, -1, room, room + 1, 5000, -3000, -cap // 2)))
        parts = [total] if r.random() < 0.7 or total < 4 else [total // 3, total - total // 3]
        for a in parts:
            line = {"kind": kind, "eurocent": a}
            if r.random() < 0.9:
                line["written"] = r.random() < 0.88
            if kind == "huisvesting" and r.random() < 0.7:
                line["certified"] = r.random() < 0.75
            if r.random() < 0.35:
                line["actual_eurocent"] = max(0, r.choice((a, a - 1, a + 1, a // 2, cap, 0)))
            lines.append(line)
    others = [k for k, rule in OFF_MINIMUM.items() if rule == "none"]
    if r.random() < 0.5:
        left = room
        count = r.randrange(1, 5)
        for n in range(count):  # several that use up the room, to the cent or one above
            a = left + r.choice((0, 0, 1, 500)) if n == count - 1 else r.randrange(0, left + 1)
            left = max(0, left - a)
            line = {"kind": r.choice(others), "eurocent": a}
            if r.random() < 0.9:
                line["written"] = r.random() < 0.85
            if r.random() < 0.1:
                line["actual_eurocent"] = a + r.choice((0, 100))
            lines.append(line)
    if r.random() < 0.5:
        r.shuffle(lines)
    return lines


def random_rest(r, slip, calm):
    """What sections 5 and 6 ask; `calm` leaves most of it right, so that clean slips come out too."""
    net = sum(p["eurocent"] for p in slip["pay"]) - sum(d["eurocent"] for d in slip.get("deduction", []))
    if calm:
        if net >= 0 and r.random() < 0.8:
            slip["net_eurocent"] = net
            slip["paid_eurocent"] = net + r.choice((0, 0, 1))
        slip["paid_by"] = "bank"
        slip["shown"] = {s: True for s in STATEMENTS}
        if slip["until"].year >= 2027:
            slip["lender"] = {"admitted": r.random() < 0.5}
        return
    if r.random() < 0.6:
        slip["net_eurocent"] = max(0, net + r.choice((0, 0, 0, 1, -1, -1000, 1000)))
    if r.random() < 0.5:
        slip["paid_eurocent"] = max(0, slip.get("net_eurocent", net) + r.choice((0, 0, 0, -1, 1, -2000)))
    if r.random() < 0.8:
        slip["paid_by"] = "cash" if r.random() < 0.2 else "bank"
    if r.random() < 0.7:
        part = STATEMENTS if r.random() < 0.6 else r.sample(STATEMENTS, r.randrange(1, len(STATEMENTS)))
        slip["shown"] = {s: r.random() < 0.93 for s in part}
    if r.random() < (0.7 if slip["until"].year >= 2027 else 0.2):
        slip["lender"] = {} if r.random() < 0.3 else {"admitted": r.random() < 0.5}
    if r.random() < 0.25:
        kind, people = r.choice((("logies", 10), ("residentie", 12))), r.randrange(1, 9)
        area = people * kind[1] + r.choice((0, Decimal("-0.01"), Decimal("0.5"), 5, -1))
        slip["housing"] = {"square_metres": area, "people": people, "kind": kind[0]}
    if r.random() < 0.25:
        slip["stay"] = {"months": r.choice((0, 1, 3, 4, 5, 6, 24)), "registered": r.choice(("brp", "rni", "none"))}


def as_toml(x):
    if isinstance(x, bool):
        return "true" if x else "false"
    if isinstance(x, Decimal):
        return str(int(x)) if x == int(x) else format(x, "f")
    if isinstance(x, str):
        return f'"{x}"'
    return x.isoformat() if isinstance(x, datetime.date) else str(x)


def write_slip(slip, comment):
    out = ["# SPDX-License-Identifier: EUPL-1.2", "# " + comment]
    tables = []
    for key, value in slip.items():
        if isinstance(value, list):
            for row in value:
                tables += ["", f"[[{key}]]"] + [f"{k} = {as_toml(v)}" for k, v in row.items()]
        elif isinstance(value, dict):
            tables += ["", f"[{key}]"] + [f"{k} = {as_toml(v)}" for k, v in value.items()]
        else:
            out.append(f"{key} = {as_toml(value)}")
    return "\n".join(out + tables) + "\n"


# --- command line -------------------------------------------------------------------------------------------------

def find_law(given):
    if given:
        return given
    for folder in (pathlib.Path.cwd(), *pathlib.Path(__file__).resolve().parents):
        if (folder / "data" / "law" / "minimum_wage.toml").is_file():
            return folder / "data" / "law"
    sys.exit("payslip_oracle.py: no data/law here or above; give --law DIR")


def make_random(args):
    p = argparse.ArgumentParser(prog="payslip_oracle.py random")
    p.add_argument("--seed", type=int, required=True)
    p.add_argument("--count", type=int, required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--law")
    a = p.parse_args(args)
    law = Law(find_law(a.law))
    r = random.Random(a.seed)
    out = pathlib.Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    for n in range(1, a.count + 1):
        text = write_slip(random_slip(r, law), f"Random slip {n}, seed {a.seed}.")
        (out / f"random_{n:05}.toml").write_text(text)


def answer_files(args):
    p = argparse.ArgumentParser(prog="payslip_oracle.py")
    p.add_argument("files", nargs="+")
    p.add_argument("--law", required=True)
    p.add_argument("--rest", choices=("definition", "strict"), default="definition")
    a = p.parse_args(args)
    law = Law(a.law)
    bad = 0
    for name in a.files:
        try:
            with open(name, "rb") as f:
                slip = tomllib.load(f, parse_float=Decimal)
            check(slip)
            result = answer(slip, law, a.rest == "strict")
        except Unknown as e:
            result = {"exit": 4, "unknown": str(e)}
        except (Fault, tomllib.TOMLDecodeError) as e:
            result, bad = {"fault": str(e)}, 1
        result["file"] = name
        print(json.dumps(result, sort_keys=True))
    return bad


if __name__ == "__main__":
    if sys.argv[1:2] == ["random"]:
        sys.exit(make_random(sys.argv[2:]))
    sys.exit(answer_files(sys.argv[1:]))
