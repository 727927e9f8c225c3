// SPDX-License-Identifier: EUPL-1.2
// Shows: a unit fixes the shape of its values; values are written as a reader of the law would.
#include "law/parameter.hpp"

#include <gtest/gtest.h>

namespace passend {
namespace {

Cell number(std::int64_t units, int digits) { return {Cell::Kind::kNumber, {units, digits}}; }

TEST(Parameter, TakesTheShapeFromTheUnit) {
  EXPECT_EQ(shape_of("EUR/hour").kind, UnitShape::Kind::kNumber);
  EXPECT_EQ(shape_of("[single, couple] EUR/month").kind, UnitShape::Kind::kRow);
  EXPECT_EQ(shape_of("[single, couple] EUR/month").columns, 2U);
  EXPECT_EQ(shape_of("[[age, fraction], ...]").kind, UnitShape::Kind::kTable);
  EXPECT_EQ(shape_of("[[a, b, c], ..., [d]]").columns, 3U);
  EXPECT_EQ(shape_of("[[a, b, c], ..., [d]]").last_row_columns, 1U);
  EXPECT_TRUE(shape_of("[category, EUR/hour]").in_series);
  EXPECT_EQ(shape_of("[category, EUR/hour]").columns, 1U);
}

TEST(Parameter, WritesEurosWithTwoDecimalsAndOtherNumbersAsTheyAre) {
  EXPECT_EQ(text_of({.rows = {{number(144, 1)}}}, "EUR/hour"), "14.40");
  EXPECT_EQ(text_of({.rows = {{number(36, 0)}}}, "hours/week"), "36");
  EXPECT_EQ(text_of({.rows = {{number(1, 1), Cell{}}}}, "[rate, months]"), "[0.1, unknown]");
  EXPECT_EQ(text_of({.rows = {{number(20, 0), number(8, 1)}, {Cell{Cell::Kind::kNoLimit, {}}, number(1, 0)}}},
                    "[[age, fraction], ...]"),
            "[[20, 0.8], [inf, 1]]");
  EXPECT_EQ(text_of({.rows = {{Cell{}}}}, "EUR"), "unknown");
  EXPECT_EQ(text_of({}, "[[age, fraction], ...]"), "[]");
}

TEST(Parameter, MakesEurocentsOnlyOfWholeCents) {
  EXPECT_EQ(eurocent_of({1499, 2}), Eurocent{1499});
  EXPECT_EQ(eurocent_of({36, 0}), Eurocent{3600});
  EXPECT_EQ(eurocent_of({-3772, 2}), Eurocent{-3772});
  EXPECT_FALSE(eurocent_of({14995, 3}).has_value());
}

TEST(Parameter, KnowsItsClosedLists) {
  for (const auto state : {LawState::kVastgesteld, LawState::kAangekondigd, LawState::kOnbekend})
    EXPECT_EQ(law_state_named(name_of(state)), state);
  for (const auto confidence : {Confidence::kConfirmed, Confidence::kSingle, Confidence::kMemory})
    EXPECT_EQ(confidence_named(name_of(confidence)), confidence);
  EXPECT_FALSE(law_state_named("draft").has_value());
}

}  // namespace
}  // namespace passend
