# SPDX-License-Identifier: EUPL-1.2
"""Net income of many households with NumPy, by the rules and columns of src/income: a peer for bench_income.

Written for speed: chunks that stay in the cache, buffers made once, in-place operations, divisions by numbers of law as
multiplications (exact for whole numbers, as in src/income/lane.hpp), and rules that few need (bijstand, children, WW)
on those few only. The second adult is worked out for couples only. What no household here has (AOW, Wajong, IOAW,
students) is left out.
"""

import json

import numpy as np

ADULT = (
    "gross pension other_year fixed_benefit zvw ww_full ww_rate wajong_base wajong_rate wajong_value is_ioaw_claimant "
    "of_aow old on_benefit credit_at_job young_disabled single_elderly wins_tie is_paid_out is_student disregard_rate "
    "disregard_cap"
).split()
HOUSEHOLD = (
    "couple norm ioaw_net_year ioaw_persons has_young_child insured child_budget_full child_benefit rent cap "
    "income_point lowest_norm a b taper share_above_cap care_first care_other care_cost travel_cost"
).split()
COLUMNS = [f"{name}_{adult}" for adult in (0, 1) for name in ADULT] + HOUSEHOLD
LEFT_OUT = "zvw wajong_base is_ioaw_claimant of_aow young_disabled single_elderly is_student".split()
RATE = 100000.0
CENTS = 100.0
MONTHS = 12.0


def read_columns(folder):
    """{name: column}; fails where the files are not those of columns.hpp."""
    net = np.fromfile(folder / "net.f64")
    matrix = np.fromfile(folder / "columns.f64").reshape(-1, len(net))
    assert len(matrix) == len(COLUMNS), "columns.hpp has other columns"
    columns = dict(zip(COLUMNS, matrix))
    assert not any(columns[f"{name}_{adult}"].any() for name in LEFT_OUT for adult in (0, 1))
    return columns, net


# Quotients of whole numbers, in place.


def down(x, d):
    x += 0.5
    x *= 1 / d
    return np.floor(x, out=x)


def up(x, d):
    x -= 0.5
    x *= 1 / d
    return np.ceil(x, out=x)


def half_up(x, d):
    x += d / 2 + 0.25
    x *= 1 / d
    return np.floor(x, out=x)


def half_away(x, d, spare):
    np.copysign(1.0, x, out=spare)
    np.abs(x, out=x)
    half_up(x, d)
    x *= spare
    return x


def positive(x):
    return np.maximum(x, 0.0, out=x)


class Buffers:
    """Arrays handed out one after the other. `used` set back frees the last ones, so that few stay in the cache."""

    def __init__(self, length):
        self.length, self.all, self.used = length, [], 0

    def new(self, length):
        if self.used == len(self.all):
            self.all.append(np.empty(self.length))
        self.used += 1
        return self.all[self.used - 1][:length]

    def take(self, column, rows):
        # mode: with `out`, the default would work on a copy
        return np.take(column, rows, out=self.new(len(rows)), mode="clip")


class NetIncome:
    def __init__(self, rules, columns, chunk):
        self.rules, self.columns, self.chunk = rules, columns, chunk
        self.buffers = Buffers(2 * chunk)
        self.partner = np.empty(chunk, dtype=np.intp)
        self.out = np.empty(len(columns["couple"]))

    def run(self):
        for first in range(0, len(self.out), self.chunk):
            part = slice(first, first + self.chunk)
            self.buffers.used = 0
            self.columns_of_chunk = {name: column[part] for name, column in self.columns.items()}
            self.work_out(self.out[part])
        return self.out

    def col(self, name):
        return self.columns_of_chunk[name]

    # Rows: all first adults, then the second adults of couples.
    def of_adults(self, name):
        column = self.buffers.new(self.rows)
        column[: self.n] = self.col(name + "_0")
        np.take(self.col(name + "_1"), self.couples, out=column[self.n :], mode="clip")
        return column

    def tariff(self, y):
        (limit, rate), *more = self.rules["box1"]
        tax, part = self.buffers.new(len(y)), self.buffers.new(len(y))
        np.multiply(y, rate, out=tax)
        for next_limit, next_rate in more:
            np.subtract(y, limit, out=part)
            positive(part)
            part *= next_rate - rate
            tax += part
            limit, rate = next_limit, next_rate
        self.buffers.used -= 1
        return down(tax, RATE)

    def general_credit(self, y):
        maximum, start, rate = self.rules["general"]
        credit = self.buffers.new(len(y))
        np.subtract(y, start, out=credit)
        positive(credit)
        credit *= -rate
        credit += maximum * RATE
        return up(positive(credit), RATE)

    def labour_credit(self, income):
        credit, part = self.buffers.new(len(income)), self.buffers.new(len(income))
        credit.fill(0)
        knot = maximum = 0
        for next_knot, rate, next_maximum in self.rules["labour"]:
            np.subtract(income, knot, out=part)
            part *= rate
            part += maximum * RATE
            np.minimum(part, next_maximum * RATE, out=part)
            np.copyto(credit, part, where=income > knot)
            knot, maximum = next_knot, next_maximum
        np.subtract(income, knot, out=part)
        part *= -self.rules["labour_final_rate"]
        part += maximum * RATE
        np.copyto(credit, positive(part), where=income > knot)
        self.buffers.used -= 1
        return up(credit, RATE)

    def add_ww(self, benefit, gross_with_holiday):
        full = self.of_adults("ww_full")
        rows = np.flatnonzero(full)
        less = self.buffers.take(gross_with_holiday, rows)
        less *= self.of_adults("ww_rate")[rows]
        full = full[rows]
        paid = full * RATE
        paid -= less
        half_up(positive(paid), RATE)
        paid *= less <= self.rules["ww_end_share"] * full
        benefit[rows] += paid
        self.buffers.used -= 3

    def combination_credit(self):
        """Of the single parent, or the partner with the lower labour income where both have one."""
        credit = self.buffers.new(self.rows)
        credit.fill(0)
        homes = np.flatnonzero(self.col("has_young_child"))
        alone = self.col("couple")[homes] == 0
        pairs = homes[~alone]
        partners = self.partner[pairs]
        own, other = self.labour[pairs], self.labour[partners]
        first = (own < other) | ((own == other) & (self.col("wins_tie_0")[pairs] > 0))
        lower = np.where(first, pairs, partners)[np.minimum(own, other) > 0]
        rows = np.concatenate((homes[alone], lower))
        threshold, rate, maximum = self.rules["combination"]
        found = self.labour[rows]
        found -= threshold
        positive(found)
        found *= rate
        credit[rows] = up(np.minimum(found, maximum * RATE, out=found), RATE)
        return credit

    def add_bijstand(self):
        """Bijstand of a year in cents by row; mends tax, credit and income of those rows."""
        used = self.buffers.used
        homes = np.flatnonzero(self.col("norm"))
        pairs = np.flatnonzero(self.col("couple")[homes])
        rows = np.concatenate((homes, self.partner[homes[pairs]]))
        take = self.buffers.take
        over = take(self.general, rows)
        over += self.labour_credits[rows]
        over += self.combination[rows]
        over -= self.tax[rows]
        net = take(self.own, rows)
        other = take(self.other, rows)
        unpaid = np.minimum(over, 0.0, out=self.buffers.new(len(rows)))
        unpaid += other
        unpaid *= CENTS
        net += unpaid
        unused = positive(over)
        counted = take(self.disregarded(rows), rows)
        counted *= MONTHS
        counted -= net
        room = take(self.col("norm"), homes)
        room *= MONTHS
        room += counted[: len(homes)]
        room[pairs] += counted[len(homes) :]
        positive(room)
        share = self.buffers.new(len(rows))
        share[: len(homes)] = room
        share[pairs] = share[len(homes) :] = half_up(room[pairs], 2.0)
        gross = self.gross_up(share, unused)
        income = take(self.own, rows)
        income += gross
        down(income, CENTS)
        income += other
        self.income[rows] = income
        self.tax[rows] = self.tariff(income)
        self.general[rows] = self.general_credit(income)
        self.yearly[rows] += gross
        self.buffers.used = used

    def gross_up(self, net, unused):
        rate = self.rules["box1"][0][1]
        unused *= CENTS
        more = np.subtract(net, unused, out=self.buffers.new(len(net)))
        positive(more)
        more *= RATE
        half_up(more, RATE - rate)
        unused *= RATE
        np.copyto(more, net, where=net * rate <= unused)
        return more

    def disregarded(self, rows):
        """By row, cents a month; zero without pay."""
        out = self.buffers.new(self.rows)
        out.fill(0)
        rows = rows[self.pay[rows] > 0]
        pay = self.buffers.take(self.pay, rows)
        credit_here = (self.on_benefit[rows] == 0) | (self.credit_at_job[rows] > 0)
        step = self.rules["month_step"]
        wage = down(pay.copy(), step)
        wage *= step * MONTHS / CENTS
        credits = self.general_credit(wage)
        credits += self.labour_credit(wage)
        credits *= credit_here
        due = self.tariff(wage)
        due -= credits
        positive(due)
        due *= CENTS
        pay -= half_up(due, MONTHS)
        positive(pay)
        pay *= self.disregard_rate[rows]
        half_up(pay, RATE)
        out[rows] = np.minimum(pay, self.disregard_cap[rows], out=pay)
        return out

    def pay_out_credit(self, due):
        rows = np.flatnonzero(self.paid_out)
        firsts, seconds = rows[rows < self.n], rows[rows >= self.n]
        partners = np.concatenate((self.partner[firsts], self.couples[seconds - self.n]))
        unused = self.general[rows] - np.minimum(self.general[rows], self.tax[rows])
        self.yearly[rows] += np.minimum(unused, due[partners]) * CENTS

    def work_out(self, net):
        self.n = len(net)
        self.couples = np.flatnonzero(self.col("couple"))
        self.rows = self.n + len(self.couples)
        self.partner[self.couples] = np.arange(self.n, self.rows)
        self.work_out_own()
        self.add_bijstand()
        due = self.buffers.new(self.rows)  # tax left after the credits
        np.subtract(self.tax, self.general, out=due)
        due -= self.labour_credits
        due -= self.combination
        positive(due)
        self.pay_out_credit(due)
        due *= CENTS
        self.yearly -= due
        rounding = self.buffers.new(self.n)
        yearly = self.of_households(self.yearly)
        np.copyto(net, self.of_households(self.monthly))
        net += half_away(yearly, MONTHS, rounding)
        self.add_allowances(net, self.of_households(self.income))

    def of_households(self, by_row):
        homes = by_row[: self.n]
        homes[self.couples] += by_row[self.n :]
        return homes

    def work_out_own(self):
        gross = self.gross = self.of_adults("gross")
        self.on_benefit, self.credit_at_job = self.of_adults("on_benefit"), self.of_adults("credit_at_job")
        self.disregard_rate, self.disregard_cap = self.of_adults("disregard_rate"), self.of_adults("disregard_cap")
        self.paid_out, self.other = self.of_adults("is_paid_out"), self.of_adults("other_year")
        new = self.buffers.new
        gross_with_holiday = new(self.rows)
        np.multiply(gross, self.rules["holiday_rate"], out=gross_with_holiday)
        up(gross_with_holiday, RATE)
        gross_with_holiday += gross
        self.pay = new(self.rows)
        np.subtract(gross_with_holiday, self.of_adults("pension"), out=self.pay)
        self.labour = new(self.rows)
        np.multiply(self.pay, MONTHS, out=self.labour)
        down(self.labour, CENTS)
        self.monthly = self.of_adults("fixed_benefit")
        self.add_ww(self.monthly, gross_with_holiday)
        self.monthly += self.pay
        self.own = new(self.rows)
        np.multiply(self.monthly, MONTHS, out=self.own)
        self.income = new(self.rows)
        np.copyto(self.income, self.own)
        down(self.income, CENTS)
        self.income += self.other
        self.yearly = new(self.rows)
        np.multiply(self.other, CENTS, out=self.yearly)
        self.tax = self.tariff(self.income)
        self.general = self.general_credit(self.income)
        self.labour_credits = self.labour_credit(self.labour)
        self.combination = self.combination_credit()

    def add_allowances(self, net, income):
        used = self.buffers.used
        for add in (self.add_health, self.add_rent, self.add_child_budget, self.add_childcare):
            add(net, income)
            self.buffers.used = used
        net += self.col("child_benefit")
        net -= self.col("care_cost")
        net -= self.col("travel_cost")

    def add_health(self, net, income):
        r = self.rules["health"]
        norm, paid = self.buffers.new(self.n), self.buffers.new(self.n)
        np.subtract(income, r["threshold"], out=norm)
        positive(norm)
        norm *= r["taper"]
        np.multiply(self.col("couple"), (r["share_partner"] - r["share_single"]) * r["threshold"], out=paid)
        norm += paid
        norm += r["share_single"] * r["threshold"]
        np.multiply(self.col("insured"), r["premium"] * RATE, out=paid)
        paid -= norm
        half_up(positive(paid), RATE)
        paid *= paid >= r["floor"]
        down(paid, MONTHS)
        paid *= CENTS
        net += paid

    def add_rent(self, net, income):
        r = self.rules["rent"]
        rent, cap, new = self.col("rent"), self.col("cap"), self.buffers.new
        basis, part, covered, above = new(self.n), new(self.n), new(self.n), new(self.n)
        np.add(self.col("lowest_norm"), r["supplement"], out=basis)
        np.minimum(rent, r["quality"], out=covered)
        covered -= basis
        positive(covered)
        covered *= r["to_quality"]
        np.minimum(rent, cap, out=part)
        np.maximum(basis, r["quality"], out=above)
        part -= above
        positive(part)
        part *= r["to_cap"]
        covered += part
        np.maximum(basis, cap, out=above)
        np.subtract(rent, above, out=part)
        positive(part)
        part *= self.col("share_above_cap")
        covered += part
        covered *= MONTHS
        np.subtract(income, self.col("income_point"), out=part)
        positive(part)
        part *= self.col("taper")
        part *= CENTS
        covered -= part
        half_up(positive(covered), RATE * MONTHS)
        covered *= rent > 0
        net += covered

    def add_child_budget(self, net, income):
        homes = np.flatnonzero(self.col("child_budget_full"))
        r = self.rules["child"]
        take = self.buffers.take
        income, found = take(income, homes), take(self.col("child_budget_full"), homes)
        threshold = take(self.col("couple"), homes)
        threshold *= r["partner_addition"]
        threshold += r["threshold"]
        found *= RATE
        part = np.minimum(income, r["kink"])
        part -= threshold
        positive(part)
        part *= r["taper"]
        found -= part
        if r["second_taper"]:
            np.maximum(threshold, r["kink"], out=threshold)
            income -= threshold
            positive(income)
            income *= r["second_taper"]
            found -= income
        half_up(positive(found), RATE)
        found *= CENTS
        net[homes] += down(found, MONTHS)

    def add_childcare(self, net, income):
        homes = np.flatnonzero(self.col("care_first"))
        income = income[homes]
        found = self.share(self.rules["care_first"], income)
        found *= self.col("care_first")[homes]
        half_up(found, RATE * CENTS)
        others = self.share(self.rules["care_next"], income)
        others *= self.col("care_other")[homes]
        found += half_up(others, RATE * CENTS)
        works = self.gross[: self.n][homes] > 0
        pairs = np.flatnonzero(self.col("couple")[homes])
        works[pairs] &= self.gross[self.partner[homes[pairs]]] > 0
        found *= works
        net[homes] += found

    @staticmethod
    def share(rows, income):
        limits, shares = np.array(rows).T
        return shares[np.searchsorted(limits, income)]


class Peer:
    """As bench/income_peers uses it."""

    name = "NumPy"
    words = "all"  # what bench_income is asked to time beside it
    settings = [1 << power for power in range(10, 17)]

    def __init__(self, folder):
        self.rules = json.loads((folder / "rules.json").read_text())
        self.columns, self.expected = read_columns(folder)
        self.households = len(self.expected)
        self.use(self.settings[0])
        found = self.run()
        wrong = np.flatnonzero(found.view(np.int64) != self.expected.view(np.int64))
        assert not len(wrong), f"{len(wrong)} of {len(found)} differ, the first is {wrong[0]}: {found[wrong[0]]}"

    def use(self, chunk):
        self.work = NetIncome(self.rules, self.columns, chunk)

    def run(self):
        return self.work.run()
