// SPDX-License-Identifier: EUPL-1.2
// Shows: the short forms of day parts become the cells that a snapshot asks for.
#include "insight/demo_days.hpp"

#include <gtest/gtest.h>

namespace passend {
namespace {

TEST(DemoDays, ARangeCountsBothEndsAndADayStandsForItself) {
  EXPECT_EQ(days_of("ma-wo"), (std::vector<std::string>{"ma", "di", "wo"}));
  EXPECT_EQ(days_of("zo"), (std::vector<std::string>{"zo"}));
  EXPECT_TRUE(days_of("vr-ma").empty());
  EXPECT_TRUE(days_of("maandag").empty());
}

TEST(DemoDays, DaysWithoutPartsTakeThoseOfTheNextGroup) {
  EXPECT_EQ(day_parts_of("ma-di:om"), "ma-o ma-m di-o di-m");
  EXPECT_EQ(day_parts_of("ma,do:o"), "ma-o do-o");
  EXPECT_EQ(day_parts_of("wo:m,za-zo:an"), "wo-m za-a za-n zo-a zo-n");
  EXPECT_EQ(day_parts_of(""), "");
}

}  // namespace
}  // namespace passend
