// SPDX-License-Identifier: EUPL-1.2
// Shows: the question at the counter is answered with the hourly amount, what was due, what is short, and every
// parameter with its article.
#include "wage/wage_question.hpp"

#include <gtest/gtest.h>

#include "law_folder.hpp"

namespace passend {
namespace {

WageAnswer answer(const WageQuestion& question) { return answer_wage_question(shipped_law(), question).value(); }

TEST(WageQuestion, AnswersTheHourlyAmountAlone) {
  const WageAnswer found = answer({.worker = {day("1990-05-05"), false}, .on = day("2025-01-01")});
  const auto& hourly = std::get<HourlyAnswer>(found.hourly);
  EXPECT_EQ(hourly.floor.hourly.value, 1406);
  EXPECT_EQ(hourly.holiday_pay.amount.value, 113);  // 15.19 together, as the SVB publishes
  EXPECT_FALSE(found.due.has_value());
  EXPECT_FALSE(found.check.has_value());
}

TEST(WageQuestion, ChecksAPayslipOfTheMonthOfThatDay) {
  WageQuestion question{.worker = {day("1990-05-05"), false},
                        .on = day("2026-03-10"),
                        .paid = PaidWork{PeriodKind::kMonth, Hours{17600}, Eurocent{258896}}};
  EXPECT_TRUE(answer(question).check->enough());
  EXPECT_EQ(answer(question).period->until, day("2026-03-31"));
  question.paid->gross = Eurocent{258895};
  EXPECT_EQ(answer(question).check->short_by.value, 1);
  question.paid->gross.reset();
  EXPECT_FALSE(answer(question).check.has_value());
  EXPECT_EQ(std::get<PayDue>(*answer(question).due).amount.value, 258896);
}

TEST(WageQuestion, NamesEachParameterAndArticleOnce) {
  const WageAnswer found = answer({.worker = {day("2007-12-31"), true},
                                   .on = day("2025-12-31"),
                                   .paid = PaidWork{PeriodKind::kWeek, Hours{4000}, Eurocent{1}}});
  const auto origins = origins_of(found.check->due);
  ASSERT_EQ(origins.size(), 5U);  // adult 2025-07, youth scale at 17, BBL scale at 18, adult 2026-01, holiday pay
  EXPECT_EQ(origins.back().article, "WML art. 15");
}

TEST(WageQuestion, KnowsThePeriodsByName) {
  EXPECT_EQ(period_named("4weeks"), PeriodKind::kFourWeeks);
  EXPECT_EQ(period_named("week"), PeriodKind::kWeek);
  EXPECT_EQ(period_named("month"), PeriodKind::kMonth);
  EXPECT_FALSE(period_named("year").has_value());
}

TEST(WageQuestion, AnswersThatTheLawSetsNoMinimum) {
  const WageAnswer found = answer({.worker = {day("2014-01-01"), false},
                                   .on = day("2026-03-10"),
                                   .paid = PaidWork{PeriodKind::kWeek, Hours{400}, Eurocent{100}}});
  EXPECT_TRUE(std::holds_alternative<NoMinimum>(found.hourly));
  EXPECT_TRUE(std::holds_alternative<NoMinimum>(*found.due));
  EXPECT_FALSE(found.check.has_value());
}

}  // namespace
}  // namespace passend
