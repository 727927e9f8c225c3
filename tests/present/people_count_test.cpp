// SPDX-License-Identifier: EUPL-1.2
// Shows: 1 to 9 cannot be read back, and what would tell it is hidden too.
#include "present/people_count.hpp"

#include <gtest/gtest.h>

namespace passend::present {
namespace {

TEST(PeopleCount, HoldsZeroAndTenAndMoreOnly) {
  EXPECT_EQ(PeopleCount(0).shown(), 0);
  EXPECT_EQ(PeopleCount(10).shown(), 10);
  EXPECT_FALSE(PeopleCount(1).shown().has_value());
  EXPECT_FALSE(PeopleCount(9).shown().has_value());
  EXPECT_EQ(PeopleCount(3), PeopleCount(8));
}

TEST(PeopleCount, OneHiddenPartHidesTheNextSmallest) {
  PeopleCount a = 4, b = 30, c = 12, none = 0;
  hide_what_tells({&a, &b, &c, &none});
  EXPECT_TRUE(c.is_hidden());
  EXPECT_FALSE(b.is_hidden());
  EXPECT_FALSE(none.is_hidden());
}

TEST(PeopleCount, TwoHiddenPartsOrNoneHideNothingMore) {
  PeopleCount a = 4, b = 5, c = 12;
  hide_what_tells({&a, &b, &c});
  EXPECT_FALSE(c.is_hidden());
  PeopleCount d = 40, e = 50;
  hide_what_tells({&d, &e});
  EXPECT_FALSE(d.is_hidden());
}

}  // namespace
}  // namespace passend::present
