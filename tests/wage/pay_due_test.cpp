// SPDX-License-Identifier: EUPL-1.2
// Shows: pay follows the hours and the rate of each day, is rounded up once, and adds up exactly; hours of a whole
// period are spread over its working days; one cent short is short.
#include "wage/pay_due.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "law_folder.hpp"

namespace passend {
namespace {

const Worker kAdult{make_date(1990, 5, 5), false};

PayDue due_of(const Worker& worker, const std::vector<DayHours>& days) {
  return std::get<PayDue>(pay_due(shipped_law(), worker, days).value());
}

PayDue due_of(const Worker& worker, PayPeriod period, std::int32_t centihours) {
  return std::get<PayDue>(pay_due(shipped_law(), worker, period, Hours{centihours}).value());
}

TEST(PayDue, KnowsWeeksFourWeeksAndMonths) {
  EXPECT_EQ(week_of(day("2026-11-21")).from, day("2026-11-16"));
  EXPECT_EQ(week_of(day("2026-11-16")).until, day("2026-11-22"));
  EXPECT_EQ(week_of(day("1969-12-31")).from, day("1969-12-29"));
  EXPECT_EQ(four_weeks_from(day("2026-11-18")).until, day("2026-12-13"));
  EXPECT_EQ(month_of(day("2024-02-15")).from, day("2024-02-01"));
  EXPECT_EQ(month_of(day("2024-02-15")).until, day("2024-02-29"));
  EXPECT_EQ(month_of(day("2026-12-31")).until, day("2026-12-31"));
}

TEST(PayDue, PaysEachDayAtItsOwnRate) {
  const PayDue due = due_of(kAdult, {{day("2026-01-01"), Hours{800}}, {day("2025-12-31"), Hours{800}}});
  EXPECT_EQ(due.amount.value, 8 * 1440 + 8 * 1471);
  ASSERT_EQ(due.segments.size(), 2U);
  EXPECT_EQ(due.segments[0].days.until, day("2025-12-31"));
  EXPECT_EQ(due.segments[1].days.from, day("2026-01-01"));
  EXPECT_EQ(due.segments[1].weight, 800);
  EXPECT_EQ(due.holiday_pay.amount.value, 1864);  // 8 % of 232.88 is 18.6304, rounded up
}

TEST(PayDue, RoundsUpOnceOverTheWholePeriod) {
  // A quarter of an hour of 14.71 is 3.6775.
  EXPECT_EQ(due_of(kAdult, {{day("2026-01-05"), Hours{25}}}).amount.value, 368);
  EXPECT_EQ(due_of(kAdult, {{day("2026-01-05"), Hours{25}}, {day("2026-01-06"), Hours{25}}}).amount.value, 736);
  EXPECT_EQ(due_of(kAdult, {{day("2026-01-05"), Hours{25}}, {day("2026-01-05"), Hours{75}}}).amount.value, 1471);
}

TEST(PayDue, RaisesTheRateOnABirthdayInsideThePeriod) {
  const Worker turns_21{day("2005-01-07"), false};
  const PayDue due = due_of(turns_21, {{day("2026-01-06"), Hours{100}}, {day("2026-01-07"), Hours{100}}});
  EXPECT_EQ(due.amount.value, 1177 + 1471);
}

TEST(PayDue, SpreadsHoursOfAPeriodOverItsWorkingDays) {
  // The week of 29 December 2025: three working days at 14.40, two at 14.71.
  const PayDue due = due_of(kAdult, week_of(day("2026-01-01")), 4000);
  ASSERT_EQ(due.segments.size(), 2U);
  EXPECT_EQ(due.segments[0].weight, 3);
  EXPECT_EQ(due.segments[1].weight, 2);
  EXPECT_EQ(due.amount.value, 24 * 1440 + 16 * 1471);
  EXPECT_EQ(due_of(kAdult, month_of(day("2026-03-01")), 17600).amount.value, 176 * 1471);
}

TEST(PayDue, SpreadsOverAllDaysWhereNoneIsAWorkingDay) {
  EXPECT_EQ(due_of(kAdult, {day("2026-01-03"), day("2026-01-04")}, 1000).amount.value, 14710);
}

TEST(PayDue, AsksNothingBelowTheLowestAgeAndPaysFromTheBirthday) {
  const Worker turns_15{day("2011-01-07"), false};
  const std::vector<DayHours> before{{day("2026-01-06"), Hours{100}}};
  EXPECT_TRUE(std::holds_alternative<NoMinimum>(*pay_due(shipped_law(), turns_15, before)));
  EXPECT_EQ(due_of(turns_15, {{day("2026-01-06"), Hours{100}}, {day("2026-01-07"), Hours{100}}}).amount.value, 441);
}

TEST(PayDue, RefusesNoHoursAndNamesADayThatIsNotKnown) {
  const std::vector<DayHours> idle{{day("2026-01-06"), Hours{0}}};
  EXPECT_EQ(pay_due(shipped_law(), kAdult, idle).error().front().code, FaultCode::kOutOfRange);
  const PayPeriod week = week_of(day("2026-12-31"));
  EXPECT_EQ(pay_due(shipped_law(), kAdult, week, Hours{0}).error().front().code, FaultCode::kOutOfRange);
  const auto unknown = pay_due(shipped_law(), kAdult, week, Hours{4000});
  EXPECT_EQ(unknown.error().front().code, FaultCode::kNoValue);
  EXPECT_EQ(unknown.error().front().value, "2027-01-01");
}

TEST(PayDue, FindsEveryCentThatIsShort) {
  const PayDue due = due_of(kAdult, week_of(day("2026-01-12")), 4000);
  EXPECT_EQ(check_gross(due, Eurocent{58839}).short_by.value, 1);
  EXPECT_FALSE(check_gross(due, Eurocent{58839}).enough());
  EXPECT_TRUE(check_gross(due, Eurocent{58840}).enough());
  EXPECT_TRUE(check_gross(due, Eurocent{58841}).enough());
}

RC_GTEST_PROP(PayDueProperty, AddsUpExactlyOverTheDays, ()) {
  const int first = *rc::gen::inRange(day("2024-01-01").days, day("2026-12-01").days);
  const Worker worker{Date{first - *rc::gen::inRange(366 * 15, 365 * 24)}, *rc::gen::arbitrary<bool>()};
  const auto hours = *rc::gen::container<std::vector<int>>(28, rc::gen::inRange(1, 1200));
  std::vector<DayHours> days;
  std::int64_t sum = 0;
  for (int i = 0; i < 28; ++i) {
    days.push_back({Date{first + i}, Hours{hours[static_cast<std::size_t>(i)]}});
    const std::vector<DayHours> one{days.back()};
    sum += std::get<PayDue>(*pay_due(shipped_law(), worker, one)).numerator;
  }
  const auto all = std::get<PayDue>(*pay_due(shipped_law(), worker, days));
  RC_ASSERT(all.numerator == sum);
  RC_ASSERT(all.amount.value * 100 >= sum);
  RC_ASSERT((all.amount.value - 1) * 100 < sum);
}

RC_GTEST_PROP(PayDueProperty, DoesNotDependOnTheOrderOfDays, ()) {
  const int first = *rc::gen::inRange(day("2024-01-01").days, day("2026-12-01").days);
  const Worker worker{Date{first - *rc::gen::inRange(366 * 16, 365 * 24)}, false};
  std::vector<DayHours> days;
  for (const int offset : *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 28))))
    days.push_back({Date{first + offset}, Hours{*rc::gen::inRange(1, 1200)}});
  const auto forward = std::get<PayDue>(*pay_due(shipped_law(), worker, days));
  std::reverse(days.begin(), days.end());
  const auto backward = std::get<PayDue>(*pay_due(shipped_law(), worker, days));
  RC_ASSERT(forward.amount == backward.amount);
  RC_ASSERT(forward.segments.size() == backward.segments.size());
}

}  // namespace
}  // namespace passend
