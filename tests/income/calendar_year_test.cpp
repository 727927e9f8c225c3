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

}  // namespace
}  // namespace passend::income
