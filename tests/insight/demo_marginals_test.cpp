// SPDX-License-Identifier: EUPL-1.2
// Shows: the demo municipality has the published shares within what chance allows, and is as incomplete as real data.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "base/quantity.hpp"
#include "demo_tables.hpp"

namespace passend {
namespace {

const Date kPlanDate = DemoOptions{}.date;

// Of the rows that `counts` takes, the share in thousandths that `has` takes.
template <class Counts, class Has>
double share(const std::vector<Cells>& rows, Counts counts, Has has) {
  double all = 0, with = 0;
  for (const auto& row : rows) {
    if (!counts(row)) continue;
    all += 1;
    if (has(row)) with += 1;
  }
  return 1000 * with / all;
}

auto is(const char* name, const char* value) {
  return [=](const Cells& row) { return row.at(name) == value; };
}
auto empty(const char* name) { return is(name, ""); }
bool any(const Cells&) { return true; }

double mean(const std::vector<Cells>& rows, const char* kind, const char* name) {
  double count = 0, sum = 0;
  for (const auto& row : rows) {
    if (row.at("kind") != kind || row.at(name).empty()) continue;
    count += 1;
    sum += static_cast<double>(*parse_integer(row.at(name)));
  }
  return sum / count;
}

TEST(DemoMarginals, BijstandAndWwStandAsInOudeIJsselstreekIn2017) {
  const auto either = [](const Cells& row) { return row.at("benefit") == "bijstand" || row.at("benefit") == "ww"; };
  EXPECT_NEAR(share(demo_rows("people"), either, is("benefit", "bijstand")), 579, 25);
}

TEST(DemoMarginals, EightPerCentOfPeopleWithBijstandWork) {
  EXPECT_NEAR(share(demo_rows("people"), is("benefit", "bijstand"), is("status", "werkend")), 80, 20);
}

TEST(DemoMarginals, FourteenPerCentOfPeopleWithBijstandAreUnder27) {
  const auto counts = [](const Cells& row) { return row.at("benefit") == "bijstand" && !row.at("birth_date").empty(); };
  const auto young = [](const Cells& row) { return age_on(*parse_date(row.at("birth_date")), kPlanDate) < 27; };
  EXPECT_NEAR(share(demo_rows("people"), counts, young), 140, 25);
}

// Young people cannot have had it for five years, so the share lies somewhat below the published "nearly half".
TEST(DemoMarginals, NearlyHalfOfPeopleWithBijstandHaveHadItForFiveYears) {
  const auto counts = [](const Cells& row) {
    return row.at("benefit") == "bijstand" && !row.at("benefit_since").empty();
  };
  const auto long_ago = [](const Cells& row) {
    return kPlanDate.days - parse_date(row.at("benefit_since"))->days > 1826;
  };
  EXPECT_NEAR(share(demo_rows("people"), counts, long_ago), 470, 40);
}

TEST(DemoMarginals, LoonwaardeIsHalfOnAverageAndBasisbanenAreThirtyHours) {
  EXPECT_NEAR(mean(demo_rows("indications"), "lks", "wage_value_per_mille"), 510, 30);
  EXPECT_NEAR(mean(demo_rows("work"), "basisbaan", "hours_max"), 30, 1);
}

TEST(DemoMarginals, TwoThirdsOfPeopleWithBeschutAdviceWorkThere) {
  std::set<std::string> beschut_works, placed;
  for (const auto& row : demo_rows("work"))
    if (row.at("kind") == "beschut") beschut_works.insert(row.at("work"));
  for (const auto& row : demo_rows("placements"))
    if (beschut_works.contains(row.at("work"))) placed.insert(row.at("person"));
  const auto works = [&](const Cells& row) { return placed.contains(row.at("person")); };
  EXPECT_NEAR(share(demo_rows("indications"), is("kind", "beschut"), works), 647, 100);
}

TEST(DemoMarginals, SomePeopleHaveNoWishAndSomeAreUnconfirmedOrExpired) {
  std::set<std::string> wishing, confirmed, open;
  for (const auto& row : demo_rows("wishes")) {
    wishing.insert(row.at("person"));
    const auto expires = parse_date(row.at("expires"));
    if (!row.at("confirmed").empty()) confirmed.insert(row.at("person"));
    if (!row.at("confirmed").empty() && (!expires || *expires >= kPlanDate)) open.insert(row.at("person"));
  }
  const auto& people = demo_rows("people");
  const auto in = [](const std::set<std::string>& set) {
    return [&](const Cells& row) { return set.contains(row.at("person")); };
  };
  EXPECT_NEAR(1000 - share(people, any, in(wishing)), 65, 25);
  EXPECT_NEAR(share(people, in(wishing), in(confirmed)), 947, 25);
  EXPECT_NEAR(share(people, in(confirmed), in(open)), 967, 25);
}

TEST(DemoMarginals, HalfOfWhatWorkAsksAboutIsUnknownAndMostWorksHaveNoDemandsOfTheirOwn) {
  const auto asked = column(demo_rows("conditions"), "person").size();
  EXPECT_NEAR(static_cast<double>(asked) / 7000, 0.52, 0.03);  // nearly all their items are known: half in all
  const auto own = column(demo_rows("demands"), "work");
  const auto has_own = [&](const Cells& row) { return own.contains(row.at("work")); };
  EXPECT_NEAR(share(demo_rows("work"), any, has_own), 200, 25);
}

TEST(DemoMarginals, SomeWagesAreUnknownAndAFewBelowTheMinimum) {
  const std::set<std::string> paid{"regulier",  "met_ondersteuning", "detachering", "leerbaan",
                                   "basisbaan", "beschut",           "wsw"};
  const auto is_paid = [&](const Cells& row) { return paid.contains(row.at("kind")); };
  const auto below = [](const Cells& row) {
    return !row.at("hourly_eurocent").empty() && *parse_integer(row.at("hourly_eurocent")) < 1499;
  };
  EXPECT_NEAR(share(demo_rows("work"), is_paid, empty("hourly_eurocent")), 80, 20);
  const double low = share(demo_rows("work"), is_paid, below);
  EXPECT_GT(low, 3);
  EXPECT_LT(low, 45);
}

TEST(DemoMarginals, EveryKindOfWorkAndOfWishIsThere) {
  const auto kinds = column(demo_rows("work"), "kind");
  EXPECT_EQ(kinds.size(), 13U);
  auto wished = column(demo_rows("wishes"), "kind");
  EXPECT_TRUE(wished.contains("scholing"));
  wished.erase("scholing");
  EXPECT_EQ(wished, kinds);
}

}  // namespace
}  // namespace passend
