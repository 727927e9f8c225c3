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
        # Earned 1,345.19; a quarter is above the cap, so 285 is disregarded. Room 1,401.50 - 1,060.19 = 341.31; no
        # credit comes back, so the top-up is as much.
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
        # Two months used of six: 285 disregarded. Room 1,401.50 - (1,345.19 - 285) = 341.31. AHK and AK of the table
        # income are below the tax, so only the IACK comes back: 341.31 - 98.17 = 243.14, above 0.6425 x 341.31.
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

    def test_small_job_with_the_credit_at_the_job(self):
        # 8 x 14.71 x 52 / 12 = 509.9467 -> 509.95; holiday 40.796 -> 40.80; together 550.75.
        # 550.75 / 4.50 -> 122 steps, 6,588 a year. Tax 2,355.21 -> 2,355; AHK 3,115; AK 0.08324 x 6,588 -> 549.
        # Nothing withheld, and 3,664 - 2,355 = 1,309 comes back over the year, a month 109.083 -> 109.09.
        # A quarter of 550.75 is disregarded: 137.69. Room 1,401.50 - (550.75 - 137.69) = 988.44.
        # Top-up 988.44 - 109.09 = 879.35, above 0.6425 x 988.44. Gross 12 x 879.35 / 0.6425 = 16,423.658 -> 16,423.66.
        # y = 6,609 + 16,423.66 -> 23,032. Tax 8,233.94 -> 8,233; AHK 3,115; AK(6,609) = 550.13 -> 551.
        # Year: 16,423.66 - 8,233 + 3,666 = 11,856.66, a month 988.055 -> 988.06: with the wage the norm and what is
        # disregarded, but for 38 cents of rounding. Zorgtoeslag 129.
        self.check(self.small_job(), 166781, wage=50995, holiday_allowance=4080, bijstand=136864, income_tax=-68608,
                   algemene_heffingskorting=25958, arbeidskorting=4592, zorgtoeslag=12900)

    def test_small_job_with_the_credit_at_the_benefit(self):
        # Wage as above; withheld without credit 2,355 / 12 = 196.25, earned 354.50, disregarded 88.625 -> 88.63.
        # Room 1,401.50 - (354.50 - 88.63) = 1,135.63. Only the AK of 549 comes back, a month 45.75: top-up 1,089.88.
        # Gross with credit: (12 x 1,089.88 - 3,115) / 0.6425 = 15,507.486 -> 15,507.49.
        # y = 6,609 + 15,507.49 -> 22,116. Tax 7,906.47 -> 7,906; AHK 3,115; AK 551.
        # Year: 15,507.49 - 7,906 + 3,666 = 11,267.49, a month 938.9575 -> 938.96.
        self.check(self.small_job(credit_at="benefit"), 161871, wage=50995, holiday_allowance=4080, bijstand=129229,
                   income_tax=-65883, algemene_heffingskorting=25958, arbeidskorting=4592, zorgtoeslag=12900)

    def small_job(self, **changes):
        adult = {**BIJSTAND_SINGLE["adult"][0], "hours_week": 8, "hourly_eurocent": 1471, **changes}
        return {"date": "2026-01-01", "adult": [adult]}

    def test_bijstand_keeps_what_its_own_tax_gives_back(self):
        # The single parent above, with every month used: nothing disregarded. Room 1,401.50 - 1,345.19 = 56.31.
        # IACK of 98.17 a month is more than that, but the tax on the bijstand can give back no more than its 35.75%:
        # top-up 0.6425 x 56.31 = 36.179 -> 36.18. Gross 12 x 36.18 / 0.6425 = 675.735 -> 675.74, a month 56.31.
        # y = 16,522.32 + 675.74 -> 17,198. Tax 6,148.29 -> 6,148; AHK 3,115; AK 2,410; 623 of the IACK of 1,178.
        # Year: 675.74 - 6,148 + 6,148, a month 56.31.
        household = {
            "date": "2026-01-01",
            "adult": [{"id": "a", "birth_date": "1990-06-15", "benefit": "bijstand", "hours_week": 20,
                       "hourly_eurocent": 1471}],
            "child": [{"birth_date": "2017-03-10"}],
            "history": {"disregard_months_used": 36},
        }
        self.check(household, 218126, wage=127487, holiday_allowance=10199, bijstand=5631, income_tax=-51233,
                   algemene_heffingskorting=25958, arbeidskorting=20083, iack=5192, zorgtoeslag=12900,
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

    def test_full_aow_of_a_single_leaves_no_room_for_aio(self):
        # 1,637.57 + 106.55 = 1,744.12. Zvw 0.0485 x 1,744.12 = 84.58982 -> 84.58.
        # 1,744.12 / 4.50 -> 387 steps, 20,898 a year. Tax 0.1785 x 20,898 = 3,730.29 -> 3,730, less than AHK 1,556,
        # OK 2,067 and AOK 540: nothing withheld. Net 1,659.54 is above the norm of 1,564.69.
        # y = 20,929.44 -> 20,929. Tax 3,735.83 -> 3,735; AHK 1,556; OK 2,067; 112 of AOK. Zorgtoeslag 129.
        self.check(self.pensioner(), 178854, own_benefit=174412, income_tax=-31125, algemene_heffingskorting=12967,
                   ouderenkorting=17225, alleenstaande_ouderenkorting=933, zvw=-8458, zorgtoeslag=12900)

    def test_half_aow_and_a_small_pension_with_aio(self):
        # Half of 1,744.12: 872.06; Zvw 42.295 -> 42.29; 193 steps, 10,422 a year, tax 1,860 below the credits.
        # The pension of 2,400: 200 a month, 0.8215 x 200 = 164.30 counts.
        # Top-up 1,564.69 - 829.77 - 164.30 = 570.62; no work, so nothing comes back.
        # The credit is at the AOW: gross 12 x 570.62 / 0.8215 = 8,335.289 -> 8,335.29.
        # y = 10,464.72 + 8,335.29 -> 18,800, and 2,400: 21,200. Tax 3,784.20 -> 3,784; AHK 1,556; OK 2,067; AOK 161.
        # Year: 8,335.29 + 2,400 - 3,784 + 3,784 = 10,735.29, a month 894.6075 -> 894.61; the parts give a cent more.
        household = self.pensioner(aow_share_per_mille=500, other_taxable_year_eurocent=240000)
        self.check(household, 185338, own_benefit=87206, bijstand=69461, other_income=20000, income_tax=-31533,
                   algemene_heffingskorting=12967, ouderenkorting=17225, alleenstaande_ouderenkorting=1342, zvw=-4229,
                   zorgtoeslag=12900, rounding=-1)

    def pensioner(self, **changes):
        adult = {"id": "a", "birth_date": "1955-05-05", "benefit": "aow", **changes}
        return {"date": "2026-01-01", "adult": [adult]}

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

    def test_single_parent_with_three_children_in_care(self):
        # y = 12 x 5,400 = 64,800. Tax 0.3575 x 38,883 + 0.3756 x 25,917 = 23,635.10 -> 23,635.
        # AHK 3,115 - 0.06398 x 35,064 = 871.61 -> 872; AK 5,685 - 0.0651 x 19,208 = 4,434.56 -> 4,435;
        # IACK at its maximum of 3,032. Year -15,296, a month -1,274.667 -> -1,274.67; the parts give a cent more.
        # Kindgebonden budget 3 x 2,580 + 3,416 - 0.076 x 35,064 = 8,491.136 -> 8,491; / 12 -> 707.58.
        # Kinderbijslag, ages 2, 5 and 7: 298.40 twice, 362.3465 -> 362.35; 959.15 / 3 -> 319.72.
        # Care: 120 h x 11.23 x 0.924 = 1,245.1824 -> 1,245.18. 40.55 h x 9.53 + 33.25 h x 8.47 = 668.069;
        # x 0.956 = 638.674 -> 638.67 (apart they would be 369.44 and 269.24). Cost 1,380 + 386.44 + 281.63.
        household = {
            "date": "2026-07-01",
            "adult": [{"id": "a", "birth_date": "1990-01-01", "gross_month_eurocent": 500000}],
            "child": [
                {"birth_date": "2021-01-10", "care": "bso", "care_hours_month": "40.55", "care_rate_eurocent": 953},
                {"birth_date": "2024-03-01", "care": "dagopvang", "care_hours_month": 120, "care_rate_eurocent": 1150},
                {"birth_date": "2019-05-10", "care": "gastouder", "care_hours_month": "33.25",
                 "care_rate_eurocent": 847},
            ],
        }
        self.check(household, 498841, wage=500000, holiday_allowance=40000, income_tax=-196958,
                   algemene_heffingskorting=7267, arbeidskorting=36958, iack=25267, kindgebonden_budget=70758,
                   kinderbijslag=31972, kinderopvangtoeslag=188385, childcare_cost=-204807, rounding=-1)


if __name__ == "__main__":
    unittest.main()
