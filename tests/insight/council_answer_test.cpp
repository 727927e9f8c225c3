// SPDX-License-Identifier: EUPL-1.2
// Shows: numbers of people from 1 to 9 never stay in an answer, nor what would give one away by subtraction; checked
// against every way to solve the shown numbers on random tables; the same figures are hidden in answers side by side.
#include "insight/council_answer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace passend::insight {
namespace {

Figure people(std::string id, std::int64_t value) {
  return {.id = id, .unit = Unit::kPeople, .value = value, .trace = {.file = "f", .filter = id}};
}

// A total and its parts, in that order.
Computed table(const std::vector<std::int64_t>& values) {
  Computed out;
  Sum sum{.total = out.add(people("total", values.front()))};
  for (std::size_t i = 1; i < values.size(); ++i) sum.parts.push_back(out.add(people(std::to_string(i), values[i])));
  out.sums = {sum};
  return out;
}

std::vector<std::int64_t> told(const Computed& computed) {  // -1: not
  std::vector<std::int64_t> out;
  for (const Figure& figure : computed.figures) out.push_back(figure.is_shown() ? *figure.value : -1);
  return out;
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
  computed.add(people("part", 45));
  computed.add({.id = "share", .unit = Unit::kPerMille, .value = 900, .trace = {.part = "part", .whole = "whole"}});
  computed.nest({0, 1});
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
  Computed computed = table({24, 20, 4});
  computed.add(people("again", 20));
  computed.figures[3].trace.filter = computed.figures[1].trace.filter;
  hide_small(computed);
  EXPECT_EQ(computed.figures[1].shown, computed.figures[3].shown);
}

TEST(HideSmall, PartsWhoseSumIsFewHideAThird) {
  Computed computed = table({465, 442, 14, 5, 4});
  hide_small(computed);
  EXPECT_EQ(told(computed), (std::vector<std::int64_t>{465, 442, -1, -1, -1})) << "465 - 442 - 14 = 9";
  computed = table({132, 30, 1, 1, 40, 60});
  hide_small(computed);
  EXPECT_EQ(told(computed), (std::vector<std::int64_t>{132, -1, -1, -1, 40, 60})) << "two parts of 1";
}

TEST(HideSmall, PartsThatAreAllFewDoNotGiveEachOtherAway) {
  Computed computed = table({17, 9, 8});
  hide_small(computed);
  EXPECT_EQ(told(computed), (std::vector<std::int64_t>{-1, -1, -1})) << "at least eight each";
  computed = table({34, 9, 9, 9, 7, 0});
  hide_small(computed);
  EXPECT_EQ(told(computed), (std::vector<std::int64_t>{34, -1, -1, -1, -1, -1})) << "a nought is hidden, not the total";
}

// Which values each hidden part may have, found by trying: of parts called small 1 to 9, of hidden ones nought or from
// ten on (and any where even the total's parts are all hidden).
std::set<std::int64_t> values_of_part(const Computed& computed, std::size_t part) {
  const std::int64_t total = *computed.figures[0].value;
  std::set<std::int64_t> rest{0};
  for (std::size_t i = 1; i < computed.figures.size(); ++i) {
    if (i == part) continue;
    const Figure& figure = computed.figures[i];
    std::set<std::int64_t> next;
    for (const std::int64_t sum : rest)
      for (std::int64_t value = 0; sum + value <= total; ++value) {
        const bool may_be = figure.is_shown()               ? value == *figure.value
                            : figure.shown == Shown::kSmall ? value > 0 && value < 10
                            : *figure.value < 10            ? true
                                                            : value >= 10;
        if (may_be) next.insert(sum + value);
      }
    rest = std::move(next);
  }
  std::set<std::int64_t> out;
  for (const std::int64_t sum : rest)
    if (computed.figures[part].shown != Shown::kSmall || (total - sum > 0 && total - sum < 10)) out.insert(total - sum);
  return out;
}

TEST(HideSmall, NineValuesRemainOfEachSmallPartOfAShownTotal) {
  std::mt19937 random(7);
  int shown_totals = 0, protected_parts = 0;
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::int64_t> values{0};
    const std::size_t count = 2 + random() % 5;
    for (std::size_t i = 0; i < count; ++i) {
      values.push_back(static_cast<std::int64_t>(random() % 3 == 0 ? random() % 10 : random() % 60));
      values[0] += values.back();
    }
    Computed computed = table(values);
    hide_small(computed);
    for (const Figure& figure : computed.figures)
      if (figure.is_shown()) {
        EXPECT_TRUE(*figure.value == 0 || *figure.value >= 10);
      }
    if (!computed.figures[0].is_shown() || *computed.figures[0].value == 0) continue;
    ++shown_totals;
    for (std::size_t part = 1; part < computed.figures.size(); ++part) {
      if (*computed.figures[part].value == 0 || *computed.figures[part].value >= 10) continue;
      ++protected_parts;
      EXPECT_GE(values_of_part(computed, part).size(), 9U) << testing::PrintToString(values);
    }
  }
  EXPECT_GT(shown_totals, 1000);
  EXPECT_GT(protected_parts, 1000);
}

TEST(HideSmall, NestedCountsThatDifferByFewHideTheInnerOne) {
  Computed computed;
  for (const int value : {100, 95, 80}) computed.add(people(std::to_string(value), value));
  computed.nest({0, 1, 2});
  hide_small(computed);
  EXPECT_EQ(told(computed), (std::vector<std::int64_t>{100, -1, 80}));
}

TEST(HideSmall, TheLeadNamesTheLeastThatIsShown) {
  Computed computed;
  for (const int value : {4, 30, 20}) computed.least_of.push_back(computed.add(people(std::to_string(value), value)));
  hide_small(computed);
  EXPECT_EQ(computed.lead, (std::vector<std::size_t>{2}));
}

TEST(HideTogether, RowsOfTwoVariantsThatDifferByFewAreHiddenInTheSecond) {
  Computed narrow = table({100, 60, 40}), broad = table({125, 66, 59});
  for (Figure& figure : broad.figures) figure.trace.filter += " broad";
  const std::vector<Beside> beside{{&narrow, 0}, {&broad, 1}};
  hide_small(beside, {{1, {0}}});
  EXPECT_EQ(told(narrow), (std::vector<std::int64_t>{100, 60, 40}));
  EXPECT_FALSE(broad.figures[1].is_shown()) << "66 - 60";
  EXPECT_LE(std::ranges::count_if(broad.figures, &Figure::is_shown), 1) << "125 - 59 would be 66";
}

TEST(HideTogether, AHiddenYearIsNotFoundFromAllYears) {
  Computed all, first, second, third;
  all.add(people("began", 57));
  first.add(people("began", 21));
  second.add(people("began", 28));
  third.add(people("began", 8));
  int year = 0;
  for (Computed* one : {&all, &first, &second, &third}) one->figures[0].trace.filter = std::to_string(year++);
  const std::vector<Beside> beside{{&first, 0}, {&second, 0}, {&third, 0}, {&all, 1}};
  hide_small(beside, {{3, {0, 1, 2}}});
  EXPECT_TRUE(first.figures[0].is_shown());
  EXPECT_TRUE(second.figures[0].is_shown());
  EXPECT_FALSE(third.figures[0].is_shown());
  EXPECT_FALSE(all.figures[0].is_shown()) << "57 - 21 - 28 = 8";
}

}  // namespace
}  // namespace passend::insight
