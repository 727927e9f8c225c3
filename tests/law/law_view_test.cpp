// SPDX-License-Identifier: EUPL-1.2
// Shows: a reader sees a parameter as it stands on a day, and every value that rests on doubt.
#include "law/law_view.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "law_folder.hpp"

namespace passend {
namespace {

TEST(LawView, ShowsTheValueOfADayWithItsOrigin) {
  const auto entries = law_entries_at(shipped_law(), "minimum_wage_hourly_adult", day("2026-11-21"));
  ASSERT_EQ(entries->size(), 1U);
  EXPECT_EQ((*entries)[0].value, "14.99");
  EXPECT_EQ((*entries)[0].origin.confidence, Confidence::kSingle);
  EXPECT_EQ((*entries)[0].origin.from, day("2026-07-01"));
  EXPECT_EQ(law_history(shipped_law(), "minimum_wage_hourly_adult")->size(), 7U);
}

TEST(LawView, ShowsEachSeriesThatHasAValueOnThatDay) {
  const auto entries = law_entries_at(shipped_law(), "individual_income_supplement", day("2024-12-31"));
  ASSERT_EQ(entries->size(), 3U);  // not Nijmegen (not known) and not Groningen (ended)
  EXPECT_EQ((*entries)[0].origin.series, "Kerkrade");
  EXPECT_EQ((*entries)[0].value, "[445, 513, 627]");
}

TEST(LawView, SaysWhyThereIsNothingToShow) {
  EXPECT_EQ(law_entries_at(shipped_law(), "x", day("2026-01-01")).error().front().code, FaultCode::kUnknownParameter);
  EXPECT_EQ(law_history(shipped_law(), "x").error().front().code, FaultCode::kUnknownParameter);
  const auto none = law_entries_at(shipped_law(), "minimum_wage_hourly_adult", day("2027-01-01"));
  EXPECT_EQ(none.error().front().code, FaultCode::kNoValue);
}

TEST(LawView, ListsEveryDoubtAndNothingElse) {
  const auto listed = doubts(shipped_law());
  const auto has = [&](std::string_view id, const char* from) {
    return std::any_of(listed.begin(), listed.end(),
                       [&](const LawEntry& e) { return e.origin.id == id && e.origin.from == day(from); });
  };
  EXPECT_TRUE(has("minimum_wage_hourly_adult", "2026-07-01"));      // one source
  EXPECT_TRUE(has("minimum_wage_hourly_adult", "2027-01-01"));      // not known
  EXPECT_TRUE(has("minimum_wage_youth_percentage", "2027-01-01"));  // announced
  EXPECT_TRUE(has("aow_holiday_allowance", "2024-07-01"));          // one cell not known
  EXPECT_FALSE(has("minimum_wage_hourly_adult", "2026-01-01"));
  EXPECT_TRUE(std::is_sorted(listed.begin(), listed.end(),
                             [](const LawEntry& a, const LawEntry& b) { return a.origin.id < b.origin.id; }));
}

}  // namespace
}  // namespace passend
