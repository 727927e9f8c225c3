# SPDX-License-Identifier: EUPL-1.2
"""The oracle against households worked out by hand, the collected cases, and what holds for every household."""
import io
import json
import subprocess
import sys
import unittest
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))

import cases  # noqa: E402
import households  # noqa: E402
import oracle  # noqa: E402
import tax  # noqa: E402
from household_input import age_on  # noqa: E402
from law import NoValue, published, value  # noqa: E402

BIJSTAND_SINGLE = {
    "date": "2026-01-01",
    "adult": [{"id": "a", "birth_date": "1990-05-05", "benefit": "bijstand"}],
    "rent": {"bare_eurocent": 65000},
}


class ByHand(unittest.TestCase):
    def check(self, household, net, **parts):
        found = oracle.evaluate(household)
        self.assertEqual(parts, {name: amount for name, amount in found["parts"].items() if amount})
        self.assertEqual(net, found["net_month_eurocent"])

    def test_bijstand_single_with_rent(self):
        # Norm 1,401.50 a month, 16,818.00 a year. AHK 3,115 does not cover 35.75% of it, so
        # gross = (16,818 - 3,115) / 0.6425 = 21,327.626 -> 21,327.63. y = 21,327.
        # Tax: 0.3575 x 21,327 = 7,624.40 -> 7,624, a month 635.333. AHK 3,115, a month 259.583.
        # Year: 21,327.63 - 7,624 + 3,115 = 16,818.63, a month 1,401.5525 -> 1,401.55.
        # Zorgtoeslag: 2,119 - 0.01912 x 29,736 = 1,550.45 -> 1,550; / 12 -> 129.
        # Rent: basis 252.49 - 1.82 - 48.15 = 202.52; 498.20 - 202.52 = 295.68; 0.65 x (650 - 498.20) = 98.67.
        # Net: 1,401.55 + 129 + 394.35.
        self.check(BIJSTAND_SINGLE, 192490, bijstand=177730, income_tax=-63533, algemene_heffingskorting=25958,
                   zorgtoeslag=12900, huurtoeslag=39435)

    def test_bijstand_single_takes_a_job(self):
        # 20 x 14.71 x 52 / 12 = 1,274.8667 -> 1,274.87; holiday 101.9896 -> 101.99; together 1,376.86.
        # Withheld: 1,376.86 / 4.50 -> 305 steps, 16,470 a year. Tax 5,888.03 -> 5,888; AHK 3,115;
        # AK 0.08324 x 11,965 + 0.31009 x 4,505 = 995.9666 + 1,396.9555 -> 2,393; due 380, a month 31.67.
        # Earned 1,345.19; a quarter is above the cap, so 285 is disregarded. Top-up 1,401.50 - 1,060.19 = 341.31.
        # The credit is at the job: 12 x 341.31 / 0.6425 = 6,374.67 gross a year.
        # y: 16,522.32 + 6,374.67 = 22,896.99 -> 22,896. Tax 8,185.32 -> 8,185; AHK 3,115;
        # AK(16,522) = 995.9666 + 0.31009 x 4,557 = 2,409.05 -> 2,410.
        # Year: 6,374.67 - 8,185 + 3,115 + 2,410 = 3,714.67, a month 309.556 -> 309.56; toeslagen as before.
        # Net: 1,274.87 + 101.99 + 309.56 + 129 + 394.35 = 2,209.77, that is 284.87 more out of 1,376.86.
        # Participation tax: (1,376.86 - 284.87) / 1,376.86 = 0.7931.
        found = oracle.answer(BIJSTAND_SINGLE, {"adult": "a", "hours_week": 20, "hourly_eurocent": 1471})
        self.assertEqual(220977, found["after"]["net_month_eurocent"])
        self.assertEqual(53122, found["after"]["parts"]["bijstand"])
        self.assertEqual(1, found["after"]["parts"]["rounding"])
        self.assertEqual(793, found["participation_tax_per_mille"])

    def test_bijstand_couple(self):
        # Norm 1,955.80, half 977.90, a year 11,734.80. Gross each: (11,734.80 - 3,068) / 0.6418 = 13,503.895
        # -> 13,503.90. y = 13,503; tax 0.3582 x 13,503 = 4,836.77 -> 4,836; AHK 3,068.
        # Year, both: 27,007.80 - 9,672 + 6,136 = 23,471.80, a month 1,955.983 -> 1,955.98.
        # Zorgtoeslag: Y = 27,006; 2 x 2,112 - 0.04273 x 28,406 = 3,010.21 -> 3,010; / 12 -> 250.
        adults = [{"id": "a", "birth_date": "1985-02-03", "benefit": "bijstand", "partner_of": "b"},
                  {"id": "b", "birth_date": "1987-02-03"}]
        self.check({"date": "2025-07-01", "adult": adults}, 220598, bijstand=225065, income_tax=-80600,
                   algemene_heffingskorting=51133, zorgtoeslag=25000)

    def test_single_parent_in_bijstand_with_a_job(self):
        # Wage and withholding as above: 1,274.87 + 101.99, earned 1,345.19, labour income of the year 16,522.
        # IACK: 0.1145 x (16,522 - 6,239) = 1,177.40 -> 1,178, a month 98.166 -> 98.17.
        # Two months used of six: 285 disregarded. Top-up: 1,401.50 - (1,345.19 + 98.17 - 285) = 243.14.
        # Gross: 12 x 243.14 / 0.6425 = 4,541.136 -> 4,541.14. y = 16,522.32 + 4,541.14 -> 21,063.
        # Tax 7,530.02 -> 7,530; AHK 3,115; AK 2,410; IACK 1,178, all used.
        # Year: 4,541.14 - 7,530 + 6,703 = 3,714.14, a month 309.5117 -> 309.51.
        # Kindgebonden budget 2,580 + 3,416 = 5,996; / 12 -> 499.66. Kinderbijslag at 8: 0.85 x 421.53 = 358.30; / 3.
        household = {
            "date": "2026-01-01",
            "adult": [{"id": "a", "birth_date": "1990-06-15", "benefit": "bijstand", "hours_week": "20.00",
                       "hourly_eurocent": 1471}],
            "child": [{"birth_date": "2017-03-10"}],
            "history": {"disregard_months_used": 2},
        }
        self.check(household, 243446, wage=127487, holiday_allowance=10199, bijstand=37843, income_tax=-62750,
                   algemene_heffingskorting=25958, arbeidskorting=20083, iack=9817, zorgtoeslag=12900,
                   kindgebonden_budget=49966, kinderbijslag=11943)

    def test_low_wage_with_rent_in_2025(self):
        # 32 x 14.06 x 52 / 12 = 1,949.653 -> 1,949.65; holiday 155.972 -> 155.98; y = 12 x 2,105.63 -> 25,267.
        # Tax 0.3582 x 25,267 = 9,050.64 -> 9,050; AHK 3,068;
        # AK 0.08053 x 12,169 + 0.3003 x 13,098 = 979.9696 + 3,933.3294 -> 4,914. Left 1,068, a month 89.00.
        # Zorgtoeslag: 2,112 - 0.01896 x 28,406 = 1,573.42 -> 1,573; / 12 -> 131.
        # Rent 720. Norm 4.38698e-7 x 25,267^2 + 0.000446392665 x 25,267 = 280.0741 + 11.2790 -> 291.36;
        # basis 254.22; 477.20 - 254.22 = 222.98; 0.65 x (682.96 - 477.20) = 133.744; 0.4 x 37.04 = 14.816.
        household = {
            "date": "2025-01-01",
            "adult": [{"id": "a", "birth_date": "1988-05-05", "hours_week": 32, "hourly_eurocent": 1406}],
            "rent": {"bare_eurocent": 70000, "service_eurocent": 2000},
        }
        self.check(household, 251917, wage=194965, holiday_allowance=15598, income_tax=-75417,
                   algemene_heffingskorting=25567, arbeidskorting=40950, zorgtoeslag=13100, huurtoeslag=37154)

    def test_low_wage_with_rent_in_2026(self):
        # 32 x 14.71 x 52 / 12 = 2,039.787 -> 2,039.79; holiday 163.183 -> 163.19; y = 12 x 2,202.98 -> 26,435.
        # Tax 0.3575 x 26,435 = 9,450.51 -> 9,450; AHK 3,115; AK 995.9666 + 4,304 + 0.0195 x 590 -> 5,312.
        # Left 1,023, a month 85.25. Zorgtoeslag 129 as above.
        # Rent 700, service does not count: 295.68 + 0.65 x (700 - 498.20) = 426.85;
        # less 0.27 x (26,435 - 23,425) / 12 = 67.725: 359.125 -> 359.13.
        household = {
            "date": "2026-01-01",
            "adult": [{"id": "a", "birth_date": "1988-05-05", "hours_week": 32, "hourly_eurocent": 1471}],
            "rent": {"bare_eurocent": 70000, "service_eurocent": 2000},
        }
        self.check(household, 260586, wage=203979, holiday_allowance=16319, income_tax=-78750,
                   algemene_heffingskorting=25958, arbeidskorting=44267, zorgtoeslag=12900, huurtoeslag=35913)

    def test_aow_couple(self):
        # Each 1,081.50 + 73.18 = 1,154.68. Zvw 0.0526 x 1,154.68 = 60.736 -> 60.73. y = 13,856.16 -> 13,856.
        # Tax 0.1792 x 13,856 = 2,482.995 -> 2,482; AHK 1,536; OK 2,035, of which 946 can be used. Tax left 0.
        # Assets of 20,000 are above 15,540: no AIO; and below the other limits.
        # Zorgtoeslag 250 as for the couple above. Rent: basis 238.01 - 3.63 - 37.14 = 197.24;
        # 477.20 - 197.24 = 279.96; 0.65 x (650 - 477.20) = 112.32.
        adults = [{"id": "a", "birth_date": "1955-05-05", "benefit": "aow"},
                  {"id": "b", "birth_date": "1956-05-05", "benefit": "aow", "partner_of": "a"}]
        household = {"date": "2025-02-01", "adult": adults, "rent": {"bare_eurocent": 65000},
                     "assets": {"total_eurocent": 1_500_000, "partner_eurocent": 500_000}}
        self.check(household, 283018, own_benefit=230936, income_tax=-41367, algemene_heffingskorting=25600,
                   ouderenkorting=15767, zvw=-12146, zorgtoeslag=25000, huurtoeslag=39228)

    def test_couple_with_childcare(self):
        # y: 12 x 3,240 = 38,880 and 12 x 2,160 = 25,920; Y = 64,800.
        # a: tax 0.3575 x 38,880 = 13,899.60 -> 13,899; AHK 3,115 - 0.06398 x 9,144 = 2,529.97 -> 2,530;
        #    AK 995.9666 + 4,304 + 0.0195 x 13,035 = 5,554.15 -> 5,555.
        # b: tax 9,266.40 -> 9,266; AHK 3,115; AK 995.9666 + 4,304 + 0.0195 x 75 -> 5,302;
        #    IACK 0.1145 x (25,920 - 6,239) = 2,253.47 -> 2,254, of which 849 can be used.
        # Year: -23,165 + 5,645 + 10,857 + 849 = -5,814, a month -484.50.
        # Zorgtoeslag: 0.04289 x 29,736 + 0.1373 x 35,064 > 2 x 2,119: nothing.
        # Kindgebonden budget: 5,160 - 0.076 x (64,800 - 39,141) = 3,209.92 -> 3,210; / 12 = 267.50.
        # Kinderbijslag, ages 2 and 5: 0.7 x 426.29 -> 298.40 each; 596.80 / 3 -> 198.93.
        # Care: 120 h x 11.23 (of 11.50) x 0.924 = 1,245.18; 40.5 h x 9.50 x 0.956 = 367.82. Cost 1,380 + 384.75.
        household = {
            "date": "2026-07-01",
            "adult": [{"id": "a", "birth_date": "1990-01-01", "gross_month_eurocent": 300000},
                      {"id": "b", "birth_date": "1991-01-01", "gross_month_eurocent": 200000, "partner_of": "a"}],
            "child": [
                {"birth_date": "2024-03-01", "care": "dagopvang", "care_hours_month": 120, "care_rate_eurocent": 1150},
                {"birth_date": "2021-01-10", "care": "bso", "care_hours_month": "40.5", "care_rate_eurocent": 950},
            ],
        }
        self.check(household, 523018, wage=500000, holiday_allowance=40000, income_tax=-193042,
                   algemene_heffingskorting=47042, arbeidskorting=90475, iack=7075, kindgebonden_budget=26750,
                   kinderbijslag=19893, kinderopvangtoeslag=161300, childcare_cost=-176475)


class Cases(unittest.TestCase):
    def test_all_worked_examples(self):
        lines = []
        self.assertEqual((194, 0, 1), cases.check(lines.append))
        self.assertEqual("NO VALUE withholding-month-2023-wml-jul: box1_brackets_below_aow_age, 2023-07-01", lines[0])


class Days(unittest.TestCase):
    def test_a_value_holds_until_its_last_day(self):
        self.assertEqual(119, int(value("health_allowance_standard_premium", "2026-12-31")) - 2000)
        for name, day in (("health_allowance_standard_premium", "2027-01-01"), ("aow_gross_single", "2026-07-01"),
                          ("aow_gross_single", "2023-12-31")):
            with self.subTest(day=day), self.assertRaises(NoValue):
                value(name, day)

    def test_a_row_may_be_known_in_part(self):
        day = published().on(date(2024, 7, 1))
        self.assertEqual(7834, day.cell("aow_holiday_allowance", 0) * 100)
        with self.assertRaises(NoValue):
            day.cell("aow_holiday_allowance", 1)

    def test_born_on_29_february(self):
        birth = date(2008, 2, 29)
        self.assertEqual([17, 18], [age_on(birth, date(2026, 2, 28)), age_on(birth, date(2026, 3, 1))])
        self.assertEqual(date(2027, 2, 28), oracle.aow_day(date(1960, 2, 29), 67, 0))


class Program(unittest.TestCase):
    def line(self, **changes):
        return json.loads(oracle.answer_line(json.dumps({**BIJSTAND_SINGLE, **changes})))

    def test_what_it_says_without_an_answer(self):
        adult = {"id": "a", "birth_date": "1990-05-05"}
        self.assertEqual({"refused": "benefit wia"}, self.line(adult=[{**adult, "benefit": "wia"}]))
        self.assertEqual({"no_value": "aow_holiday_allowance"}, self.line(
            date="2024-03-01", adult=[{"id": "a", "birth_date": "1950-05-05", "benefit": "aow"}]))
        self.assertEqual(["fault"], list(self.line(adult=[{**adult, "hours_week": 81, "hourly_eurocent": 1500}])))
        self.assertEqual(["fault"], list(self.line(adult=[adult, {**adult, "id": "b"}])))

    def test_with_debt_no_rates(self):
        offer = {"adult": "a", "hours_week": 20, "hourly_eurocent": 1471}
        found = self.line(debt={"garnishment": "unknown"}, offer=offer)
        self.assertEqual(220977, found["after"]["net_month_eurocent"])
        self.assertEqual([None] * 3, list(found.values())[2:])

    def test_processes_keep_the_order(self):
        lines = "\n".join(households.line_of(7, number) for number in range(60))
        command = [sys.executable, FOLDER / "oracle.py"]
        found = [subprocess.run([*command, *more], input=lines, text=True, capture_output=True, check=True).stdout
                 for more in ((), ("--parallel", "2"))]
        self.assertEqual(found[0], found[1])
        self.assertEqual(60, found[0].count("\n"))


class Always(unittest.TestCase):
    def test_parts_add_up_and_few_are_outside(self):
        outside = 0
        for number in range(1500):
            found = json.loads(oracle.answer_line(households.line_of(3, number)))
            if "before" not in found:
                outside += 1
                continue
            for state in filter(None, (found["before"], found["after"])):
                self.assertEqual(list(oracle.PARTS), list(state["parts"]))
                self.assertEqual(state["net_month_eurocent"], sum(state["parts"].values()))
                self.assertLessEqual(abs(state["parts"]["rounding"]), 5)
        self.assertLess(outside, 1500 * 15 // 100)

    def test_more_income_never_lowers_the_tariff(self):
        people = [tax.Taxpayer(aow, old) for aow, old in ((False, False), (True, False), (True, True))]
        for year in (2024, 2025, 2026):
            day = published().on(date(year, 1, 1))
            for person in people:
                due = [tax.tariff(day, person, y) for y in range(0, 150_000, 37)]
                self.assertEqual(sorted(due), due)

    def test_the_generator_repeats_itself(self):
        self.assertEqual(households.line_of(5, 9), households.line_of(5, 9))
        self.assertNotEqual(households.line_of(5, 9), households.line_of(6, 9))

    def test_the_command_of_the_cases(self):
        with redirect_stdout(io.StringIO()) as written:
            self.assertEqual(4, cases.main())
        self.assertTrue(written.getvalue().endswith("194 passed, 0 failed\n"))


if __name__ == "__main__":
    unittest.main()
