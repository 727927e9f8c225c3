// SPDX-License-Identifier: EUPL-1.2
// Shows: numbers of people from 1 to 9 never stay in an answer, nor what would give one away by subtraction; checked
// against every way to solve the shown numbers on random tables.
#include "insight/council_answer.hpp"

#include <gtest/gtest.h>

#include <random>

namespace passend::insight {
namespace {

Figure people(std::string id, std::int64_t value, std::optional<std::int64_t> whole = std::nullopt) {
  return {.id = id, .unit = Unit::kPeople, .value = value, .whole = whole, .trace = {.file = "f", .filter = id}};
}

TEST(HideSmall, OneToNineIsSmallZeroAndTenAreShown) {
  Computed computed;
  for (const int value : {0, 1, 9, 10}) computed.add(people(std::to_string(value), value));
  hide_small(computed);
  EXPECT_EQ(computed.figures[0].shown, Shown::kValue);
  EXPECT_EQ(computed.figures[1].shown, Shown::kSmall);
  EXPECT_EQ(computed.figures[2].shown, Shown::kSmall);
  EXPECT_EQ(computed.figures[3].shown, Shown::kValue);
}

TEST(HideSmall, ASmallRestOfAWholeHidesThePartAndItsShare) {
  Computed computed;
  computed.add(people("whole", 50));
  computed.add(people("part", 45, 50));
  computed.add({.id = "share", .unit = Unit::kPerMille, .value = 900, .trace = {.part = "part", .whole = "whole"}});
  hide_small(computed);
  EXPECT_TRUE(computed.figures[0].is_shown());
  EXPECT_EQ(computed.figures[1].shown, Shown::kHidden);
  EXPECT_EQ(computed.figures[2].shown, Shown::kHidden);
}

TEST(HideSmall, ThingsAreNotPeople) {
  Computed computed;
  computed.add({.id = "contracts", .unit = Unit::kNumber, .value = 3});
  hide_small(computed);
  EXPECT_TRUE(computed.figures[0].is_shown());
}

TEST(HideSmall, AnUnknownNumberIsUnknownAndNotZero) {
  Computed computed;
  computed.add({.id = "a", .unit = Unit::kPeople});
  hide_small(computed);
  EXPECT_EQ(computed.figures[0].shown, Shown::kUnknown);
}

TEST(HideSmall, TheSameCountInTwoPlacesIsHiddenInBoth) {
  Computed computed;
  computed.add(people("a", 20));
  computed.add(people("b", 20));
  computed.figures[1].trace.filter = "a";
  computed.add(people("c", 4));
  computed.sums = {{1, 2}};
  hide_small(computed);
  EXPECT_FALSE(computed.figures[1].is_shown());
  EXPECT_FALSE(computed.figures[0].is_shown());
}

// With the total known, a reader solves for the hidden parts: more than one hidden part above zero, or none.
TEST(HideSmall, NoHiddenPartOfASumCanBeFoundBySubtraction) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    Computed computed;
    std::vector<std::size_t> parts;
    const int count = 2 + static_cast<int>(random() % 5);
    for (int i = 0; i < count; ++i)
      parts.push_back(computed.add(people(std::to_string(i), static_cast<std::int64_t>(random() % 30))));
    computed.sums = {parts};
    hide_small(computed);
    std::int64_t hidden = 0, shown_above_zero = 0;
    for (const std::size_t i : parts) {
      const Figure& figure = computed.figures[i];
      if (figure.is_shown()) {
        EXPECT_TRUE(*figure.value == 0 || *figure.value >= 10);
        shown_above_zero += *figure.value > 0;
      } else {
        ++hidden;
      }
    }
    EXPECT_TRUE(hidden != 1 || shown_above_zero == 0) << "the only hidden part could be found";
  }
}

TEST(HideSmall, NestedCountsThatDifferByFewHideTheInnerOne) {
  Computed computed;
  for (const int value : {100, 95, 80}) computed.add(people(std::to_string(value), value));
  computed.nested = {{0, 1, 2}};
  hide_small(computed);
  EXPECT_TRUE(computed.figures[0].is_shown());
  EXPECT_FALSE(computed.figures[1].is_shown());
  EXPECT_TRUE(computed.figures[2].is_shown());
}

TEST(HideChoices, AnotherWayOfCountingThatDiffersByFewIsHidden) {
  Computed computed;
  computed.add_lead(people("narrow", 894));
  std::vector<Choice> choices{{.variant = "broad", .figure = people("broad", 900)},
                              {.variant = "wide", .figure = people("wide", 950)}};
  hide_close_choices(computed, choices);
  EXPECT_FALSE(choices[0].figure->is_shown());
  EXPECT_TRUE(choices[1].figure->is_shown());
}

}  // namespace
}  // namespace passend::insight
