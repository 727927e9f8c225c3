// SPDX-License-Identifier: EUPL-1.2
// Shows: the highest of law, agreement and municipality binds, to the cent; the days on which a floor changes are the
// birthdays and dates of law at which it really does; the floor is never below the law and never falls with age.
#include "wage/wage_floor.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "law_folder.hpp"

namespace passend {
namespace {

WageFloor floor_of(std::string_view birth, std::string_view on, const OtherFloors& others = {}, bool bbl = false) {
  return std::get<WageFloor>(wage_floor_on(shipped_law(), {day(birth), bbl}, day(on), others).value());
}

OtherFloors agreement(std::int64_t cents) { return {.agreement_hourly = Eurocent{cents}, .municipal = {}}; }
OtherFloors municipal(std::int64_t cents, int from_age) {
  return {.agreement_hourly = {}, .municipal = MunicipalFloor{Eurocent{cents}, from_age}};
}

TEST(WageFloor, IsTheHighestAndSaysWhichOneBinds) {
  struct Case {
    OtherFloors others;
    std::int64_t hourly;
    FloorGround ground;
  };
  const Case cases[]{
      {{}, 1471, FloorGround::kMinimumWage},
      {agreement(1470), 1471, FloorGround::kMinimumWage},
      {agreement(1471), 1471, FloorGround::kMinimumWage},
      {agreement(1472), 1472, FloorGround::kAgreement},
      {municipal(1471, 21), 1471, FloorGround::kMinimumWage},
      {municipal(1500, 21), 1500, FloorGround::kMunicipality},
      {{Eurocent{1600}, MunicipalFloor{Eurocent{1500}, 21}}, 1600, FloorGround::kAgreement},
      {{Eurocent{1500}, MunicipalFloor{Eurocent{1500}, 21}}, 1500, FloorGround::kAgreement},
      {{Eurocent{1500}, MunicipalFloor{Eurocent{1501}, 21}}, 1501, FloorGround::kMunicipality},
  };
  for (const Case& c : cases) {
    const WageFloor floor = floor_of("1990-01-01", "2026-03-01", c.others);
    EXPECT_EQ(floor.hourly.value, c.hourly);
    EXPECT_EQ(floor.ground, c.ground);
    EXPECT_EQ(floor.minimum.hourly.value, 1471);
  }
}

TEST(WageFloor, ReachesTheMunicipalFloorOnTheBirthdayAtItsAge) {
  EXPECT_EQ(floor_of("2005-03-15", "2026-03-14", municipal(1600, 21)).hourly.value, 1177);
  EXPECT_EQ(floor_of("2005-03-15", "2026-03-15", municipal(1600, 21)).hourly.value, 1600);
  EXPECT_EQ(floor_of("2005-03-15", "2026-03-14", municipal(1600, 20)).hourly.value, 1600);
}

TEST(WageFloor, HasNoneBelowTheLowestAge) {
  const auto answer = wage_floor_on(shipped_law(), {day("2012-01-01"), false}, day("2026-03-01"), agreement(900));
  EXPECT_TRUE(std::holds_alternative<NoMinimum>(*answer));
}

std::vector<FloorChange> changes(std::string_view birth, std::string_view from, std::string_view until,
                                 const OtherFloors& others = {}, bool bbl = false) {
  return floor_changes(shipped_law(), {day(birth), bbl}, day(from), day(until), others).value();
}

TEST(WageFloor, ListsTheDaysOnWhichItChangesForARunningPlacement) {
  const auto listed = changes("2005-03-15", "2025-11-21", "2027-06-30");
  ASSERT_EQ(listed.size(), 4U);
  EXPECT_EQ(listed[0].on, day("2026-01-01"));
  EXPECT_EQ(listed[0].before.hourly.value, 1152);
  EXPECT_EQ(listed[0].after.hourly.value, 1177);
  EXPECT_FALSE(listed[0].birthday);
  EXPECT_EQ(listed[1].on, day("2026-03-15"));
  EXPECT_EQ(listed[1].after.hourly.value, 1471);
  EXPECT_TRUE(listed[1].birthday);
  EXPECT_EQ(listed[2].on, day("2026-07-01"));
  EXPECT_EQ(listed[3].on, day("2027-01-01"));
  EXPECT_EQ(listed[3].after.kind, FloorState::Kind::kNotKnown);
}

TEST(WageFloor, ListsOnlyRealChangesWithinTheDaysAsked) {
  EXPECT_TRUE(changes("1990-03-15", "2026-01-01", "2026-06-30").empty());
  EXPECT_EQ(changes("1990-03-15", "2025-12-31", "2026-01-01").size(), 1U);
  EXPECT_TRUE(changes("1990-03-15", "2025-10-01", "2026-12-31", agreement(1800)).empty());
  EXPECT_EQ(changes("2011-03-15", "2026-03-01", "2026-03-31")[0].before.kind, FloorState::Kind::kNoMinimum);
}

TEST(WageFloor, EndsTheTraineeScaleAtItsHighestAge) {
  const auto listed = changes("2005-03-15", "2026-01-01", "2026-06-30", {}, true);
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(listed[0].before.hourly.value, 905);
  EXPECT_EQ(listed[0].after.hourly.value, 1471);
}

Date known_day() { return Date{*rc::gen::inRange(day("2024-01-01").days, day("2027-01-01").days)}; }
Date birth_before(Date on, int age_min, int age_max) {
  return Date{on.days - *rc::gen::inRange(366 * age_min, 365 * age_max)};
}

RC_GTEST_PROP(WageFloorProperty, IsNeverBelowTheLaw, ()) {
  const Date on = known_day();
  const Worker worker{birth_before(on, 16, 70), *rc::gen::arbitrary<bool>()};
  const OtherFloors others{Eurocent{*rc::gen::inRange(0, 3000)},
                           MunicipalFloor{Eurocent{*rc::gen::inRange(0, 3000)}, *rc::gen::inRange(15, 30)}};
  const auto floor = std::get<WageFloor>(*wage_floor_on(shipped_law(), worker, on, others));
  const auto minimum = std::get<MinimumWage>(*minimum_wage_on(shipped_law(), worker, on));
  RC_ASSERT(floor.hourly >= minimum.hourly);
  RC_ASSERT(floor.hourly >= *others.agreement_hourly);
  RC_ASSERT((floor.ground == FloorGround::kMinimumWage) == (floor.hourly == minimum.hourly));
}

RC_GTEST_PROP(WageFloorProperty, NeverFallsWithAgeUnderTheOrdinaryScale, ()) {
  const Date on = known_day();
  const Date younger = birth_before(on, 16, 30);
  const Date older{younger.days - *rc::gen::inRange(0, 3000)};
  const auto low = std::get<MinimumWage>(*minimum_wage_on(shipped_law(), {younger, false}, on));
  const auto high = std::get<MinimumWage>(*minimum_wage_on(shipped_law(), {older, false}, on));
  RC_ASSERT(low.hourly <= high.hourly);
}

FloorState state_on(const Worker& worker, Date on) {
  const auto floor = wage_floor_on(shipped_law(), worker, on);
  if (!floor) return {};
  const auto* amount = std::get_if<WageFloor>(&*floor);
  if (amount == nullptr) return {FloorState::Kind::kNoMinimum, {}};
  return {FloorState::Kind::kAmount, amount->hourly};
}

RC_GTEST_PROP(WageFloorProperty, StaysTheSameBetweenTwoListedChanges, ()) {
  const Date from = known_day();
  const Date until{from.days + *rc::gen::inRange(0, 700)};
  const Date between{*rc::gen::inRange(from.days, until.days + 1)};
  const Worker worker{birth_before(from, 12, 24), *rc::gen::arbitrary<bool>()};
  const auto listed = floor_changes(shipped_law(), worker, from, until).value();
  FloorState expected = state_on(worker, from);
  for (const FloorChange& change : listed)
    if (change.on <= between) expected = change.after;
  RC_ASSERT(state_on(worker, between) == expected);
}

}  // namespace
}  // namespace passend
