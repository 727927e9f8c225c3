// SPDX-License-Identifier: EUPL-1.2
// Shows: one cent decides; a supplement counts under loondispensatie; a passed check cannot be made by hand.
#include "wage/wage_check.hpp"

#include <gtest/gtest.h>

#include <type_traits>

#include "law_folder.hpp"

namespace passend {
namespace {

// Nothing but the check makes a PassedWageCheck.
static_assert(!std::is_default_constructible_v<PassedWageCheck>);
static_assert(!std::is_constructible_v<PassedWageCheck, Worker, HourlyPay, Date, WageFloor>);
static_assert(!std::is_aggregate_v<PassedWageCheck>);
static_assert(!std::is_default_constructible_v<WageCheck>);

WageCheck check(std::int64_t wage, std::int64_t supplement = 0, std::string_view on = "2026-01-01",
                std::string_view birth = "1990-05-05") {
  return check_hourly_wage(shipped_law(), {day(birth), false}, {Eurocent{wage}, Eurocent{supplement}}, day(on)).value();
}

TEST(WageCheck, PassesAtTheFloorAndNotACentBelow) {
  EXPECT_TRUE(std::holds_alternative<WageShortfall>(check(1470)));
  EXPECT_EQ(std::get<WageShortfall>(check(1470)).short_by.value, 1);
  EXPECT_TRUE(std::holds_alternative<PassedWageCheck>(check(1471)));
  EXPECT_TRUE(std::holds_alternative<PassedWageCheck>(check(1472)));
}

TEST(WageCheck, ChecksAgainstTheDayAsked) {
  EXPECT_TRUE(std::holds_alternative<PassedWageCheck>(check(1440, 0, "2025-12-31")));
  EXPECT_EQ(std::get<WageShortfall>(check(1440, 0, "2026-01-01")).short_by.value, 31);
}

TEST(WageCheck, CountsTheSupplementOfLoondispensatie) {
  EXPECT_TRUE(std::holds_alternative<PassedWageCheck>(check(735, 736)));
  EXPECT_EQ(std::get<WageShortfall>(check(735, 735)).short_by.value, 1);
}

TEST(WageCheck, KeepsWhatWasChecked) {
  const auto answer = check(1500);
  const auto& passed = std::get<PassedWageCheck>(answer);
  EXPECT_EQ(passed.on(), day("2026-01-01"));
  EXPECT_EQ(passed.pay().wage.value, 1500);
  EXPECT_EQ(passed.worker().birth_date, day("1990-05-05"));
  EXPECT_EQ(passed.floor().hourly.value, 1471);
}

TEST(WageCheck, DoesNotPassWhatCannotBeChecked) {
  const auto answer =
      check_hourly_wage(shipped_law(), {day("1990-05-05"), false}, {Eurocent{5000}, {}}, day("2027-01-01"));
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().front().code, FaultCode::kNoValue);
  EXPECT_TRUE(std::holds_alternative<NoMinimum>(check(5000, 0, "2026-01-01", "2012-05-05")));
}

}  // namespace
}  // namespace passend
