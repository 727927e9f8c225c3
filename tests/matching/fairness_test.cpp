// SPDX-License-Identifier: EUPL-1.2
// Shows: the exact interval equals a slow computation with whole numbers only; small counts are hidden, and the count
// from which a hidden one could be worked out is hidden too.
#include "matching/fairness.hpp"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>

#include "small_municipality.hpp"

namespace passend::testing {
namespace {

using Big = boost::multiprecision::cpp_int;

Big power(int base, int exponent) {
  Big out = 1;
  for (int i = 0; i < exponent; ++i) out *= base;
  return out;
}

// P(X >= hits) <= 25 / 1000 for X binomial (tries, q / 1000), in whole numbers.
bool tail_is_small(int hits, int tries, int q) {
  Big sum = 0;
  Big choose = 1;
  for (int k = 0; k <= tries; ++k) {
    if (k >= hits) sum += choose * power(q, k) * power(1000 - q, tries - k);
    choose = choose * (tries - k) / (k + 1);
  }
  return sum * 1000 <= 25 * power(1000, tries);
}

int slow_low(int hits, int tries) {
  if (hits == 0) return 0;
  int q = 0;
  while (q < 1000 && tail_is_small(hits, tries, q + 1)) ++q;
  return q;
}

TEST(Fairness, TheExactIntervalEqualsWholeNumberArithmetic) {
  for (int tries = 1; tries <= 14; ++tries) {
    for (int hits = 0; hits <= tries; ++hits) {
      const Interval interval = exact_interval(hits, tries);
      EXPECT_EQ(interval.low, slow_low(hits, tries)) << hits << " of " << tries;
      EXPECT_EQ(interval.high, 1000 - slow_low(tries - hits, tries)) << hits << " of " << tries;
    }
  }
}

TEST(Fairness, TheExactIntervalOfManyPeopleIsAsPublishedTablesHaveIt) {
  EXPECT_EQ(exact_interval(0, 0).low, 0);
  EXPECT_EQ(exact_interval(0, 0).high, 1000);
  EXPECT_EQ(exact_interval(50, 100).low, 398);  // 0.3983 to 0.6017
  EXPECT_EQ(exact_interval(50, 100).high, 602);
  EXPECT_EQ(exact_interval(0, 10).high, 309);  // 0.3085
  EXPECT_EQ(exact_interval(100'000, 100'000).high, 1000);
}

// So many people in each state of their wish, all in one group.
FairnessRow row_with(int without, int unconfirmed, int expired, int live) {
  Tables tables = random_tables(1, {.people = 1, .works = 1});
  for (const char* file : {"people", "wishes", "conditions", "languages", "skills", "groups"}) tables[file].clear();
  tables["wishes"].emplace_back();
  int n = 0;
  const auto add = [&](int count, const std::string& confirmed, const std::string& expires, bool wish) {
    for (int k = 0; k < count; ++k) {
      const std::string id = numbered("p", n++);
      tables["people"].push_back({{"person", id}});
      tables["groups"].push_back({{"person", id}, {"group", "lang"}, {"kind", "waiting"}});
      if (wish)
        tables["wishes"].push_back(
            {{"person", id}, {"rank", "1"}, {"kind", "wsw"}, {"confirmed", confirmed}, {"expires", expires}});
    }
  };
  tables["wishes"].clear();
  add(without, "", "", false);
  add(unconfirmed, "", "", true);
  add(expired, "2026-01-01", "2026-02-01", true);
  add(live, "2026-01-01", "", true);
  if (tables["wishes"].empty()) tables["wishes"].push_back({{"person", "p0000"}, {"rank", "1"}, {"kind", "wsw"}});
  const auto made = planned(tables, rules_of({}));
  return made->fairness.groups.at(0);
}

TEST(Fairness, NineIsHiddenAndTenIsShown) {
  EXPECT_FALSE(row_with(9, 20, 20, 20).without_wish.has_value());
  EXPECT_EQ(row_with(10, 20, 20, 20).without_wish, 10);
  EXPECT_EQ(row_with(0, 20, 20, 20).without_wish, 0);
  EXPECT_FALSE(row_with(10, 20, 20, 20).suppressed);
  EXPECT_FALSE(row_with(9, 0, 0, 0).people.has_value());
}

TEST(Fairness, OneHiddenPartTakesTheNextSmallestWithIt) {
  const FairnessRow one = row_with(3, 40, 20, 50);
  EXPECT_FALSE(one.without_wish.has_value());
  EXPECT_FALSE(one.expired.has_value());
  EXPECT_EQ(one.unconfirmed, 40);
  EXPECT_EQ(one.people, 113);
  EXPECT_TRUE(one.suppressed);
  const FairnessRow two = row_with(3, 4, 20, 50);
  EXPECT_EQ(two.expired, 20);
  const FairnessRow live = row_with(30, 40, 20, 5);  // people less the three parts would give it away
  EXPECT_FALSE(live.expired.has_value());
  EXPECT_EQ(live.without_wish, 30);
}

}  // namespace
}  // namespace passend::testing
