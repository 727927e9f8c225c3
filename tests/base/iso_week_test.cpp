// SPDX-License-Identifier: EUPL-1.2
// Shows: a day has one ISO week, also around New Year, and only names of real weeks are read.
#include "base/iso_week.hpp"

#include <gtest/gtest.h>

namespace passend {
namespace {

std::string week_name(int year, int month, int day) { return to_string(iso_week_of(make_date(year, month, day))); }

TEST(IsoWeekOf, ChangesOnMondayAndBelongsToTheYearOfItsThursday) {
  EXPECT_EQ(week_name(2026, 8, 2), "2026-W31");
  EXPECT_EQ(week_name(2026, 8, 3), "2026-W32");
  EXPECT_EQ(week_name(2026, 12, 31), "2026-W53");
  EXPECT_EQ(week_name(2027, 1, 3), "2026-W53");
  EXPECT_EQ(week_name(2027, 1, 4), "2027-W01");
  EXPECT_EQ(week_name(2024, 12, 30), "2025-W01");
  EXPECT_EQ(week_name(1969, 12, 31), "1970-W01");
}

TEST(IsoWeekOf, IsReadBackFromItsNameForEveryDayOfTwoCenturies) {
  for (Date day = make_date(1901, 1, 1); day < make_date(2199, 1, 1); day = day + 1) {
    const IsoWeek week = iso_week_of(day);
    ASSERT_EQ(parse_iso_week(to_string(week)), week);
    ASSERT_TRUE(week.monday <= day && day < week.monday + 7);
  }
}

TEST(IsoWeekOf, HasNoOtherNames) {
  for (const char* text : {"", "2026-W00", "2026-W54", "2025-W53", "2026-W1", "2026-W011", "2026W01", "2026-w01",
                           "1800-W01", "2026-W1x", "2026-W-1", "abcd-W01"})
    EXPECT_FALSE(parse_iso_week(text)) << text;
}

}  // namespace
}  // namespace passend
