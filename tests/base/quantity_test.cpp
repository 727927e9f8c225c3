// SPDX-License-Identifier: EUPL-1.2
// Shows: decimals are read exactly, and each named rounding does what it says on both sides of its limit.
#include "base/quantity.hpp"

#include <gtest/gtest.h>

namespace passend {
namespace {

TEST(Quantity, ReadsDecimalsExactly) {
  EXPECT_EQ(parse_scaled("13.27", 2), 1327);
  EXPECT_EQ(parse_scaled("13.2", 2), 1320);
  EXPECT_EQ(parse_scaled("13", 2), 1300);
  EXPECT_EQ(parse_scaled("-0.05", 2), -5);
  EXPECT_EQ(parse_rate("0.395"), (Rate{395, 3}));
  for (const auto* text : {"", ".5", "5.", "1,5", "1e3", "abc", "13.271", "999999999999999999", "--1", "+1"})
    EXPECT_FALSE(parse_scaled(text, 2).has_value()) << text;
}

TEST(Quantity, RoundsDownUpAndHalfUp) {
  EXPECT_EQ(divide_down(7, 2), 3);
  EXPECT_EQ(divide_down(-7, 2), -4);
  EXPECT_EQ(divide_up(7, 2), 4);
  EXPECT_EQ(divide_up(6, 2), 3);
  EXPECT_EQ(divide_half_up(1049, 100), 10);
  EXPECT_EQ(divide_half_up(1050, 100), 11);
}

TEST(Quantity, WritesDecimals) {
  EXPECT_EQ(to_decimal(1327, 2), "13.27");
  EXPECT_EQ(to_decimal(-5, 2), "-0.05");
  EXPECT_EQ(to_decimal(42, 0), "42");
}

}  // namespace
}  // namespace passend
