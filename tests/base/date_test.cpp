// SPDX-License-Identifier: EUPL-1.2
// Shows: dates are real days, and ages change on the birthday itself, also for those born on 29 February.
#include "base/date.hpp"

#include <gtest/gtest.h>

namespace passend {
namespace {

TEST(Date, ReadsOnlyRealDays) {
  EXPECT_EQ(to_string(*parse_date("2024-02-29")), "2024-02-29");
  for (const auto* text :
       {"2023-02-29", "2024-13-01", "2024-1-01", "01-01-2024", "", "2024-00-10", "1899-12-31", "2200-01-01"})
    EXPECT_FALSE(parse_date(text).has_value()) << text;
}

TEST(Date, AgeChangesOnTheBirthday) {
  const Date birth = make_date(2005, 7, 1);
  EXPECT_EQ(age_on(birth, make_date(2026, 6, 30)), 20);
  EXPECT_EQ(age_on(birth, make_date(2026, 7, 1)), 21);
  EXPECT_EQ(age_on(birth, make_date(2026, 7, 2)), 21);
}

TEST(Date, BornOn29FebruaryTurnsOlderOn1MarchInOtherYears) {
  const Date birth = make_date(2004, 2, 29);
  EXPECT_EQ(age_on(birth, make_date(2025, 2, 28)), 20);
  EXPECT_EQ(age_on(birth, make_date(2025, 3, 1)), 21);
  EXPECT_EQ(birthday(birth, 24), make_date(2028, 2, 29));
}

}  // namespace
}  // namespace passend
