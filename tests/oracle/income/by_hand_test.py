# SPDX-License-Identifier: EUPL-1.2
"""The oracle against households worked out by hand; the steps are in the comments."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import oracle  # noqa: E402

BIJSTAND_SINGLE = {
    "date": "2026-01-01",
    "adult": [{"id": "a", "birth_date": "1990-05-05", "benefit": "bijstand"}],
    "rent": {"bare_eurocent": 65000},
}
SMALL_JOB = {"hours_week": 8, "hourly_eurocent": 1471}


class ByHand(unittest.TestCase):
    def check(self, household, net, **parts):
        found = oracle.evaluate(household)
        self.assertEqual(parts, {name: amount for name, amount in found["parts"].items() if amount})
        self.assertEqual(net, found["net_month_eurocent"])

    def test_bijstand_single_with_rent(self):
        # Norm 1,401.50 a month, room 16,818.00 a year. AHK 3,115 is unused and does not cover 35.75% of it, so
        # gross = (16,818 - 3,115) / 0.6425 = 21,327.626 -> 21,327.63. y = 21,327.
        # Tax: 0.3575 x 21,327 = 7,624.40 -> 7,624, a month 635.333. AHK 3,115, a month 259.583.
        # Year: 21,327.63 - 7,624 + 3,115 = 16,818.63, a month 1,401.5525 -> 1,401.55.
        # Zorgtoeslag: 2,119 - 0.01912 x 29,736 = 1,550.45 -> 1,550; / 12 -> 129.
        # Rent: basis 252.49 - 1.82 - 48.15 = 202.52; 498.20 - 202.52 = 295.68; 0.65 x (650 - 498.20) = 98.67.
        # Net: 1,401.55 + 129 + 394.35.
        self.check(BIJSTAND_SINGLE, 192490, bijstand=177730, income_tax=-63533, algemene_heffingskorting=25958,
                   zorgtoeslag=12900, huurtoeslag=39435)

    def test_bijstand_couple(self):
        # Norm 1,955.80, room 23,469.60 a year, half 11,734.80. AHK of each unused:
        # gross (11,734.80 - 3,068) / 0.6418 = 13,503.895 -> 13,503.90. y = 13,503.
        # Tax 0.3582 x 13,503 = 4,836.77 -> 4,836; AHK 3,068.
        # Year, both: 27,007.80 - 9,672 + 6,136 = 23,471.80, a month 1,955.983 -> 1,955.98.
        # Zorgtoeslag: Y = 27,006; 2 x 2,112 - 0.04273 x 28,406 = 3,010.21 -> 3,010; / 12 -> 250.
        adults = [{"id": "a", "birth_date": "1985-02-03", "benefit": "bijstand", "partner_of": "b"},
                  {"id": "b", "birth_date": "1987-02-03"}]
        self.check({"date": "2025-07-01", "adult": adults}, 220598, bijstand=225065, income_tax=-80600,
                   algemene_heffingskorting=51133, zorgtoeslag=25000)

    def test_single_parent_in_bijstand_with_a_job(self):
        # 20 x 14.71 x 52 / 12 = 1,274.8667 -> 1,274.87; holiday 101.9896 -> 101.99; together 1,376.86,
        # a year 16,522.32.
        # Withheld: 1,376.86 / 4.50 -> 305 steps, 16,470 a year. Tax 5,888.03 -> 5,888; AHK 3,115;
        # AK 0.08324 x 11,965 + 0.31009 x 4,505 = 995.9666 + 1,396.9555 -> 2,393; due 380, a month 31.67.
        # Earned 1,345.19. Two months used of six, and a quarter is above the cap: 285 disregarded.
        # The year without bijstand: tax 0.3575 x 16,522 = 5,906.62 -> 5,906; AHK 3,115;
        # AK 995.9666 + 0.31009 x 4,557 = 2,409.05 -> 2,410; IACK 0.1145 x (16,522 - 6,239) = 1,177.40 -> 1,178:
        # no tax, 797 unused. Room 12 x (1,401.50 + 285) - 16,522.32 = 3,715.68.
        # Gross (3,715.68 - 797) / 0.6425 = 4,542.692 -> 4,542.69. y = 21,065.01 -> 21,065.
        # Tax 7,530.74 -> 7,530; the credits of 6,703 are all used.
        # Year: 4,542.69 - 7,530 + 6,703 = 3,715.69, a month 309.6408 -> 309.64.
        # Kindgebonden budget 2,580 + 3,416 = 5,996; / 12 -> 499.66. Kinderbijslag at 8: 0.85 x 421.53 = 358.30; / 3.
        household = {
            "date": "2026-01-01",
            "adult": [{"id": "a", "birth_date": "1990-06-15", "benefit": "bijstand", "hours_week": "20.00",
                       "hourly_eurocent": 1471}],
            "child": [{"birth_date": "2017-03-10"}],
            "history": {"disregard_months_used": 2},
        }
        self.check(household, 243459, wage=127487, holiday_allowance=10199, bijstand=37856, income_tax=-62750,
                   algemene_heffingskorting=25958, arbeidskorting=20083, iack=9817, zorgtoeslag=12900,
                   kindgebonden_budget=49966, kinderbijslag=11943)

    def test_small_job_with_the_credit_at_the_job(self):
        # 8 x 14.71 x 52 / 12 = 509.9467 -> 509.95; holiday 40.796 -> 40.80; together 550.75, a year 6,609.00.
        # 550.75 / 4.50 -> 122 steps, 6,588 a year: tax 2,355 below AHK 3,115, nothing withheld.
        # A quarter of 550.75 is disregarded: 137.6875 -> 137.69.
        # The year without bijstand: tax 2,362.72 -> 2,362; AHK 3,115; AK 0.08324 x 6,609 = 550.13 -> 551; 1,304 unused.
        # Room 12 x (1,401.50 + 137.69) - 6,609 = 11,861.28; gross (11,861.28 - 1,304) / 0.6425 = 16,431.564.
        # y = 6,609 + 16,431.56 -> 23,040. Tax 8,236.80 -> 8,236; AHK 3,115; AK 551.
        # Year: 16,431.56 - 8,236 + 3,666 = 11,861.56, a month 988.4633. Allowances as without the job.
        # Net: 550.75 + 988.46 + 129 + 394.35 = 2,062.56, that is 137.66 more out of 550.75.
        # Participation tax: (550.75 - 137.66) / 550.75 = 0.75005.
        found = self.with_small_job()
        self.assertEqual(206256, found["after"]["net_month_eurocent"])
        self.assertEqual(136930, found["after"]["parts"]["bijstand"])
        self.assertEqual(-1, found["after"]["parts"]["rounding"])
        self.assertEqual(750, found["participation_tax_per_mille"])

    def test_small_job_with_the_credit_at_the_benefit(self):
        # Withheld at the job, without credit: 2,355 / 12 = 196.25. Earned 354.50, disregarded 88.625 -> 88.63.
        # Nothing else differs. Room 12 x (1,401.50 + 88.63) - 6,609 = 11,272.56;
        # gross (11,272.56 - 1,304) / 0.6425 = 15,515.268. y = 6,609 + 15,515.27 -> 22,124. Tax 7,909.33 -> 7,909.
        # Year: 15,515.27 - 7,909 + 3,666 = 11,272.27, a month 939.3558. Net: 550.75 + 939.36 + 129 + 394.35.
        found = self.with_small_job(credit_at="benefit")
        self.assertEqual(201346, found["after"]["net_month_eurocent"])
        self.assertEqual(129294, found["after"]["parts"]["bijstand"])
        # Once nothing is disregarded, the place of the credit changes nothing at all.
        used = {"disregard_months_used": 6}
        self.assertEqual(self.with_small_job(used), self.with_small_job(used, credit_at="benefit"))

    def with_small_job(self, history=None, **changes):
        adult = {**BIJSTAND_SINGLE["adult"][0], **changes}
        household = {**BIJSTAND_SINGLE, "adult": [adult], "history": history or {}}
        return oracle.answer(household, {"adult": "a", **SMALL_JOB})

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

    def test_full_aow_of_a_single_leaves_no_room_for_aio(self):
        # 1,637.57 + 106.55 = 1,744.12. Zvw 0.0485 x 1,744.12 = 84.58982 -> 84.58.
        # y = 20,929.44 -> 20,929. Tax 3,735.83 -> 3,735; AHK 1,556; OK 2,067; 112 of AOK 540: no tax is left.
        # Net 1,659.54 is above the norm of 1,564.69. Zorgtoeslag 129.
        self.check(self.pensioner(), 178854, own_benefit=174412, income_tax=-31125, algemene_heffingskorting=12967,
                   ouderenkorting=17225, alleenstaande_ouderenkorting=933, zvw=-8458, zorgtoeslag=12900)

    def test_half_aow_and_a_small_pension_end_at_the_norm(self):
        # Half of 1,744.12: 872.06; Zvw 42.295 -> 42.29. y0 = 10,464.72 -> 10,464, and 2,400: 12,864.
        # Tax 2,296.22 -> 2,296; AHK 1,556, OK 2,067, AOK 540: no tax, 1,867 unused.
        # Net of the year 12 x 829.77 + 2,400 = 12,357.24. Room 12 x 1,564.69 - 12,357.24 = 6,419.04.
        # 0.1785 x 6,419.04 is below 1,867, so that is the gross too. y = 16,883.76 -> 16,883, and 2,400: 19,283.
        # Tax 3,442.02 -> 3,442; AHK 1,556; 1,886 of OK. Before zorgtoeslag, with 6,419.04 + 2,400 a year:
        # 829.77 + 734.92 = 1,564.69, the norm.
        household = self.pensioner(aow_share_per_mille=500, other_taxable_year_eurocent=240000)
        self.check(household, 156469 + 12900, own_benefit=87206, bijstand=53492, other_income=20000, income_tax=-28683,
                   algemene_heffingskorting=12967, ouderenkorting=15717, zvw=-4229, zorgtoeslag=12900, rounding=-1)

    def pensioner(self, **changes):
        adult = {"id": "a", "birth_date": "1955-05-05", "benefit": "aow", **changes}
        return {"date": "2026-01-01", "adult": [adult]}

    def test_ioaw_beside_the_small_job_of_a_partner(self):
        # n = 6 x 2,002.13 = 12,012.78; the claimant has no work: (12,012.78 - 3,115) / 0.6425 = 13,848.6848 -> .68.
        # Benefit: 2 x 13,848.68 / 12 - 550.75 = 1,757.3633.
        # a: y = 21,088.32 -> 21,088. Tax 7,538.96 -> 7,538; AHK 3,115. b: y = 6,609. Tax 2,362, all of it AHK.
        # Year: -9,900 + 5,477 = -4,423, a month -368.583.
        # Zorgtoeslag: Y = 27,697; 2 x 2,119 - 0.04289 x 29,736 = 2,962.62 -> 2,963; / 12 -> 246.
        claimant = {"id": "a", "birth_date": "1964-05-05", "benefit": "ioaw"}
        partner = {"id": "b", "birth_date": "1965-05-05", "partner_of": "a", **SMALL_JOB}
        self.check({"date": "2026-01-01", "adult": [claimant, partner]}, 218553, wage=50995, holiday_allowance=4080,
                   own_benefit=175736, income_tax=-82500, algemene_heffingskorting=45642, zorgtoeslag=24600)
        # Single with that job, and the credit there: 12 x 1,401.50 / 0.6425 = 26,175.88; / 12 - 550.75 = 1,630.5733.
        found = oracle.evaluate({"date": "2026-01-01", "adult": [{**claimant, **SMALL_JOB}]})
        self.assertEqual(163057, found["parts"]["own_benefit"])

    def test_couple_with_three_children_in_care(self):
        # y: 12 x 3,240 = 38,880 and 12 x 2,160 = 25,920; Y = 64,800.
        # a: tax 0.3575 x 38,880 = 13,899.60 -> 13,899; AHK 3,115 - 0.06398 x 9,144 = 2,529.97 -> 2,530;
        #    AK 995.9666 + 4,304 + 0.0195 x 13,035 = 5,554.15 -> 5,555.
        # b: tax 9,266.40 -> 9,266; AHK 3,115; AK 995.9666 + 4,304 + 0.0195 x 75 -> 5,302;
        #    IACK 0.1145 x (25,920 - 6,239) = 2,253.47 -> 2,254, of which 849 can be used.
        # Year: -23,165 + 5,645 + 10,857 + 849 = -5,814, a month -484.50.
        # Zorgtoeslag: 0.04289 x 29,736 + 0.1373 x 35,064 > 2 x 2,119: nothing.
        # Kindgebonden budget: 3 x 2,580 - 0.076 x (64,800 - 39,141) = 5,789.92 -> 5,790; / 12 = 482.50.
        # Kinderbijslag, ages 2, 5 and 7: 298.40 twice, 362.3465 -> 362.35; 959.15 / 3 -> 319.72.
        # Care: 120 h x 11.23 (of 11.50) x 0.924 = 1,245.1824 -> 1,245.18. 40.55 h x 9.53 + 33.25 h x 8.47 = 668.069;
        # x 0.956 = 638.674 -> 638.67 (apart they would be 369.44 and 269.24). Cost 1,380 + 386.44 + 281.63.
        household = {
            "date": "2026-07-01",
            "adult": [{"id": "a", "birth_date": "1990-01-01", "gross_month_eurocent": 300000},
                      {"id": "b", "birth_date": "1991-01-01", "gross_month_eurocent": 200000, "partner_of": "a"}],
            "child": [
                {"birth_date": "2021-01-10", "care": "bso", "care_hours_month": "40.55", "care_rate_eurocent": 953},
                {"birth_date": "2024-03-01", "care": "dagopvang", "care_hours_month": 120, "care_rate_eurocent": 1150},
                {"birth_date": "2019-05-10", "care": "gastouder", "care_hours_month": "33.25",
                 "care_rate_eurocent": 847},
            ],
        }
        self.check(household, 555350, wage=500000, holiday_allowance=40000, income_tax=-193042,
                   algemene_heffingskorting=47042, arbeidskorting=90475, iack=7075, kindgebonden_budget=48250,
                   kinderbijslag=31972, kinderopvangtoeslag=188385, childcare_cost=-204807)


if __name__ == "__main__":
    unittest.main()
