// SPDX-License-Identifier: EUPL-1.2
// Shows when pay comes that is paid every four weeks, and that nothing of the year changes by it.
#include "income/calendar_year.hpp"

#include <gtest/gtest.h>

#include <map>

#include "law_folder.hpp"

namespace passend::income {
namespace {

using Wages = std::map<int, std::int64_t>;

CalendarYear year_of(const std::string& adult, const std::string& on = "2025-01-01") {
  const auto household =
      read_household("date = " + on + "\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\n" + adult, "household.toml");
  return calendar_year(shipped_law(), *household, std::nullopt, "").value();
}

Wages wages_of(const CalendarYear& year) {
  Wages wages;
  for (const Payment& payment : year.payments)
    if (payment.part == Part::kWage) wages[payment.month] += payment.eurocent;
  return wages;
}

// 2,500.00 a month of 2025: table wage 29,970; tax 10,735, AHK 2,969, AK 5,304; withheld 205.17; 2,294.83 is left.
// Pay days are 28 January, 25 February, 25 March, 22 April, 20 May, 17 June, 15 July, 12 August, 9 September,
// 7 October, 4 November, 2 December and 30 December; 31 December is paid the year after.
TEST(CalendarYear, PayEveryFourWeeksComesTwiceInOneMonth) {
  const Wages wages = wages_of(year_of("gross_month_eurocent = 250000\npay_period = '4weeks'\n"));
  const std::int64_t month = 229'483;
  EXPECT_EQ(wages.at(1), month * 28 / 31);
  EXPECT_EQ(wages.at(2), month - month * 28 / 31 + month * 25 / 28);
  EXPECT_EQ(wages.at(12), month - month * 4 / 30 + month * 30 / 31);
  EXPECT_EQ(wages.at(kYearAfter), month - month * 30 / 31);
  for (int m = 1; m < 12; ++m) EXPECT_LT(wages.at(m), month) << m;
}

TEST(CalendarYear, PayEveryFourWeeksChangesNoSumOfTheYear) {
  for (const char* day : {"2024-01-01", "2025-01-01", "2026-01-01"})
    for (const char* pay : {"gross_month_eurocent = 250000\n", "hours_week = 20\nhourly_eurocent = 1600\n",
                            "hours_week = 8\nhourly_eurocent = 1500\nbenefit = 'bijstand'\n"}) {
      const CalendarYear by_month = year_of(pay, day);
      const CalendarYear by_period = year_of(std::string(pay) + "pay_period = '4weeks'\n", day);
      EXPECT_EQ(by_month.net, by_period.net);
      std::int64_t sum = 0;
      for (const auto& [m, eurocent] : wages_of(by_month)) sum += eurocent;
      for (const auto& [m, eurocent] : wages_of(by_period)) sum -= eurocent;
      EXPECT_EQ(sum, 0);
    }
}

// A leap year has its second double month too: 30 December is day 365, so 2 days are paid the year after.
TEST(CalendarYear, ALeapYearLeavesTwoDays) {
  const CalendarYear year = year_of("gross_month_eurocent = 250000\npay_period = '4weeks'\n", "2024-01-01");
  const Wages by_month = wages_of(year_of("gross_month_eurocent = 250000\n", "2024-01-01"));
  EXPECT_EQ(wages_of(year).at(kYearAfter), by_month.at(12) - by_month.at(12) * 29 / 31);
}

TEST(CalendarYear, AnUnknownPayPeriodIsAFault) {
  const auto read = read_household(
      "date = 2025-01-01\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\npay_period = 'week'\n", "household.toml");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().front().code, FaultCode::kNotInList);
  const auto offer = read_offer("adult = 'a'\nhours_week = 8\nhourly_eurocent = 1500\npay_period = 'week'\n", "offer");
  ASSERT_FALSE(offer);
  EXPECT_EQ(offer.error().front().code, FaultCode::kNotInList);
}

std::string couple(const std::string& leaves) {
  return "date = 2025-01-01\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\ngross_month_eurocent = 200000\n"
         "[[adult]]\nid = 'b'\npartner_of = 'a'\nbirth_date = 1980-01-01\ngross_month_eurocent = 150000\n" +
         leaves + "[rent]\nbare_eurocent = 65000\n";
}

CalendarYear year_with(const std::string& text) {
  return calendar_year(shipped_law(), read_household(text, "household.toml").value(), std::nullopt, "").value();
}

std::int64_t paid(const CalendarYear& year, int month, Part part) {
  for (const Payment& payment : year.payments)
    if (payment.month == month && payment.part == part) return payment.eurocent;
  return 0;
}

// Together until and in April, alone from May: the day decides, not the month it lies in.
TEST(CalendarYear, PartnersWhoSeparateAreTogetherUntilTheMonthAfter) {
  const CalendarYear together = year_with(couple(""));
  const CalendarYear alone = year_with(
      "date = 2025-01-01\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\ngross_month_eurocent = 200000\n[rent]\n"
      "bare_eurocent = 65000\n");
  for (const char* day : {"2025-04-02", "2025-04-30", "2025-05-01"}) {
    const CalendarYear found = year_with(couple(std::string("partner_until = ") + day + "\n"));
    for (int m = 1; m <= 12; ++m) {
      EXPECT_EQ(paid(found, m, Part::kWage), paid(m <= 4 ? together : alone, m, Part::kWage)) << day << ' ' << m;
      for (const Part part : {Part::kZorgtoeslag, Part::kHuurtoeslag})
        EXPECT_EQ(paid(found, m, part), paid(m <= 4 ? together : alone, m, part)) << day << ' ' << m;
    }
    EXPECT_EQ(paid(found, kYearAfter, Part::kIncomeTax), paid(alone, kYearAfter, Part::kIncomeTax)) << day;
    EXPECT_EQ(paid(found, 5, Part::kHolidayAllowance), paid(alone, 5, Part::kHolidayAllowance)) << day;
  }
}

TEST(CalendarYear, WhoLeavesInAnotherYearChangesNothing) {
  const CalendarYear together = year_with(couple(""));
  EXPECT_EQ(year_with(couple("partner_until = 2025-12-02\n")).net, together.net);
  EXPECT_EQ(year_with(couple("partner_until = 2026-03-01\n")).net, together.net);
}

// Half of what bijstand keeps for May goes with who leaves before it.
TEST(CalendarYear, OfBijstandOfTwoEachHasHalf) {
  const std::string two =
      "date = 2025-01-01\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\nbenefit = 'bijstand'\n[[adult]]\nid = 'b'\n"
      "partner_of = 'a'\nbirth_date = 1980-01-01\nbenefit = 'bijstand'\n";
  const CalendarYear together = year_with(two);
  const CalendarYear left = year_with(two + "partner_until = 2025-03-01\n");
  EXPECT_EQ(paid(left, 2, Part::kBijstand), paid(together, 2, Part::kBijstand));
  EXPECT_LT(paid(left, 3, Part::kBijstand), paid(together, 3, Part::kBijstand));
  // First half of 2025: couple 1,922.07, of which 4.8 % is 92.26, half of it 46.13; alone 1,345.45, 64.58.
  const std::int64_t kept = paid(left, 5, Part::kBijstand) - paid(left, 4, Part::kBijstand);
  EXPECT_EQ(kept, 2 * 4613 + 3 * 6458);
  EXPECT_LE(std::abs(paid(left, kYearAfter, Part::kIncomeTax)), 1200);  // bijstand is net: rounding to euros is left
}

TEST(CalendarYear, WhoLeavesIsTheSecondAdult) {
  const auto read =
      read_household("date = 2025-01-01\n[[adult]]\nid = 'a'\nbirth_date = 1980-01-01\npartner_until = 2025-03-01\n",
                     "household.toml");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().front().code, FaultCode::kCannotBe);
}

std::int64_t net_of_2026(const std::string& birth) {
  return year_with("date = 2026-01-01\n[[adult]]\nid = 'a'\nbirth_date = " + birth +
                   "\ngross_month_eurocent = 250000\n")
      .net;
}

// 12 x (2,500 + 200) = 32,400. 67 on 10 April: the AOW premium of three months, 17.85 % + 17.9 % x 3 / 12 = 22.325 %,
// down to 22.32 %: 7,231. AHK 1,556 - 3.195 % of 2,664 = 1,470.89 -> 1,471; AK 2,647 + 0.974 % of 6,555 -> 2,711;
// ouderenkorting 2,067; alleenstaande-ouderenkorting 540: 442 of tax is left. Zorgtoeslag 2,119 - 934.32 -> 1,185, a
// month 98.
TEST(CalendarYear, TheYearOfReachingAowAgeHasAFirstRateOfItsOwn) {
  EXPECT_EQ(net_of_2026("1959-04-10"), 3'240'000 - 44'200 + 12 * 9'800);
  EXPECT_EQ(net_of_2026("1959-04-30"), net_of_2026("1959-04-10"));
  EXPECT_EQ(net_of_2026("1959-04-01"), net_of_2026("1959-04-10"));
  // On 1 May: four months, 23.8166 %, down to 23.81 %: 7,714, so 925 is left. On 31 March: two, 20.83 %: 6,748, less
  // than the credits.
  EXPECT_EQ(net_of_2026("1959-05-01"), 3'240'000 - 92'500 + 12 * 9'800);
  EXPECT_EQ(net_of_2026("1959-03-31"), 3'240'000 + 12 * 9'800);
  // On 31 December: eleven, 34.2583 %, down to 34.25 %: 11,097, so 4,308 is left; the credits are those of AOW age.
  EXPECT_EQ(net_of_2026("1959-12-31"), 3'240'000 - 430'800 + 12 * 9'800);
}

TEST(CalendarYear, ABenefitThatEndsOrBeginsWithAowAgeIsNamed) {
  const auto code_of = [](const char* birth, const char* benefit) {
    const auto household = read_household(std::string("date = 2026-01-01\n[[adult]]\nid = 'a'\nbirth_date = ") + birth +
                                              "\nbenefit = '" + benefit + "'\n",
                                          "household.toml");
    const auto found = calendar_year(shipped_law(), *household, std::nullopt, "");
    return found ? FaultCode::kCount : found.error().front().code;
  };
  for (const char* benefit : {"bijstand", "ioaw", "wajong", "aow"})
    for (const char* birth : {"1959-01-02", "1959-12-31"}) EXPECT_EQ(code_of(birth, benefit), FaultCode::kNotCovered);
  EXPECT_EQ(code_of("1960-01-01", "bijstand"), FaultCode::kCount);
  EXPECT_EQ(code_of("1959-01-01", "bijstand"), FaultCode::kCannotBe);
}

// The table of kinderopvangtoeslag of 2024 ends at 92,434: what December alone would earn is above it, the year is
// not.
TEST(CalendarYear, AShareThatOnlyOneMonthWouldNeedIsNotMissed) {
  const Household household = read_household(
                                  "date = 2024-12-01\n[[adult]]\nid = 'a'\nbirth_date = 1985-01-01\nhours_week = 20\n"
                                  "hourly_eurocent = 2000\n[[child]]\nbirth_date = 2022-01-01\ncare = 'dagopvang'\n"
                                  "care_hours_month = 80\ncare_rate_eurocent = 900\n",
                                  "household.toml")
                                  .value();
  Offer offer{.adult = "a",
              .centihours = 4000,
              .hourly = 15000,
              .from = make_date(2024, 12, 1),
              .care_centihours = {},
              .travel = {}};
  const RuleBook rules = read_rule_book(shipped_law(), household.date);
  EXPECT_FALSE(answer(rules, shipped_law(), household, offer));
  EXPECT_TRUE(calendar_year(shipped_law(), household, offer, ""));
}

}  // namespace
}  // namespace passend::income
