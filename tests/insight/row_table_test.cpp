// SPDX-License-Identifier: EUPL-1.2
// Shows: a filter meets the rows a person would count by hand, dates move by calendar months, an empty cell meets no
// comparison, and a join adds the columns of the row with the same key.
#include "insight/row_table.hpp"

#include <gtest/gtest.h>

namespace passend::insight {
namespace {

const RowTable kPeople{.file = "people.csv",
                       .columns = {"person", "benefit", "since"},
                       .rows = {{"a", "bijstand", "2020-01-31"}, {"b", "ww", "2026-01-01"}, {"c", "bijstand", ""}}};

TEST(RowTable, WordsAndComparisons) {
  EXPECT_EQ(count(kPeople, {}), 3);
  EXPECT_EQ(count(kPeople, {{"benefit", "=", {"bijstand", "ioaw"}}}), 2);
  EXPECT_EQ(count(kPeople, {{"benefit", "!=", {"bijstand"}}}), 1);
  EXPECT_EQ(count(kPeople, {{"since", "<=", {"2020-01-31"}}}), 1);
  EXPECT_EQ(count(kPeople, {{"since", "<", {"2020-01-31"}}}), 0);
  EXPECT_EQ(count(kPeople, {{"since", "=", {""}}}), 1);
  EXPECT_EQ(count(kPeople, {{"since", ">", {"1900-01-01"}}}), 2) << "an empty cell is not compared";
  EXPECT_EQ(count(kPeople, {{"no_such", ">", {"0"}}}), 0);
}

TEST(RowTable, MonthsAndDaysLater) {
  EXPECT_EQ(kPeople.cell(0, "since+1m"), "2020-02-29") << "the last day where the month is shorter";
  EXPECT_EQ(kPeople.cell(0, "since+36m"), "2023-01-31");
  EXPECT_EQ(kPeople.cell(0, "since+1d"), "2020-02-01");
  EXPECT_EQ(kPeople.cell(2, "since+1d"), "");
  EXPECT_EQ(count(kPeople, {{"since", "<", {"@since+1d"}}}), 2);
}

TEST(RowTable, TheTextOfAFilterSaysAllOfIt) {
  EXPECT_EQ(text_of({{"benefit", "=", {"bijstand", "ioaw"}}, {"since", "=", {""}}}),
            "benefit = bijstand|ioaw and since = \"\"");
}

TEST(RowTable, DistinctValuesAndJoin) {
  RowTable placed{.columns = {"person", "work"}, .rows = {{"a", "w1"}, {"a", "w2"}, {"x", "w1"}}};
  EXPECT_EQ(count_distinct(placed, "person", {}), 2);
  join(placed, kPeople, "person", "people");
  EXPECT_EQ(placed.cell(1, "people.benefit"), "bijstand");
  EXPECT_EQ(placed.cell(2, "people.benefit"), "") << "no such person: not known";
}

}  // namespace
}  // namespace passend::insight
