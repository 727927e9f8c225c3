// SPDX-License-Identifier: EUPL-1.2
// Shows: every alarm on running work on its day, and nothing where all is well.
#include "fairwork/running_placements.hpp"

#include <gtest/gtest.h>

#include "matching/small_municipality.hpp"
#include "scheme/scheme_file.hpp"

namespace passend::fairwork {
namespace {

using testing::Row;

// One person at one work, on the plan date of the small municipalities.
class Running : public ::testing::Test {
 protected:
  Row person_{{"person", "p1"}, {"birth_date", "1990-01-01"}};
  Row work_{{"work", "w1"}, {"employer", "e1"}, {"kind", "regulier"}, {"hourly_eurocent", "1800"}};
  std::vector<Row> placements_{{{"person", "p1"}, {"work", "w1"}, {"from", "2025-01-01"}}};
  std::vector<Row> more_works_{};
  std::vector<Row> indications_{};

  RunningPlacements look(int days = 60) {
    testing::Tables tables{{"people", {person_}}, {"employers", {{{"employer", "e1"}, {"name", "E"}}}}};
    tables["work"] = {work_};
    for (const Row& row : more_works_) tables["work"].push_back(row);
    tables["placements"] = placements_;
    if (!indications_.empty()) tables["indications"] = indications_;
    const auto made = testing::planned(tables, testing::rules_of({}));
    const auto library = scheme::load_schemes(std::filesystem::path(PASSEND_SOURCE_DIR) / "data/schemes");
    EXPECT_TRUE(library.has_value());
    date_ = made->context.date;
    const auto answer = look_at_placements(made->context, made->snapshot, shipped_law(), *library, days);
    EXPECT_TRUE(answer.has_value());
    return answer ? *answer : RunningPlacements{};
  }

  std::string alarms(int days = 60) {
    std::string all;
    for (const PlacementFinding& one : look(days).findings)
      all += (all.empty() ? "" : " ") + std::string(name_of(one.alarm)) + "@" + to_string(one.on);
    return all;
  }

  Date date_{};
};

TEST_F(Running, NothingWhereAllIsWell) { EXPECT_EQ(alarms(), ""); }

TEST_F(Running, ANewRateABirthdayAndTheEndOfTheBblScale) {
  // The plan date is that of the small municipalities; the law changes on 1 January and 1 July.
  look();
  const Date day = date_;
  const auto floor = wage_floor_on(shipped_law(), {make_date(1990, 1, 1), false}, day);
  const auto now = std::get<WageFloor>(*floor).hourly.value;
  work_["hourly_eurocent"] = std::to_string(now - 1);
  EXPECT_EQ(alarms(), "below_floor@" + to_string(day));
  work_["hourly_eurocent"] = std::to_string(now);
  const auto later = look(400);
  EXPECT_EQ(later.findings.size(), 0U);
  ASSERT_EQ(later.floor_not_known.size(), 1U);
  EXPECT_EQ(later.floor_not_known.begin()->first, make_date(2027, 1, 1));

  // Twenty on the day, twenty-one in thirty days.
  const Date turns = day + 30;
  const auto birth = calendar_of(turns);
  person_["birth_date"] =
      to_string(make_date(static_cast<int>(birth.year()) - 21, static_cast<int>(static_cast<unsigned>(birth.month())),
                          static_cast<int>(static_cast<unsigned>(birth.day()))));
  const Worker young{*parse_date(person_["birth_date"]), false};
  const auto young_floor = std::get<WageFloor>(*wage_floor_on(shipped_law(), young, day)).hourly.value;
  work_["hourly_eurocent"] = std::to_string(young_floor);
  auto found = look().findings;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].alarm, PlacementAlarm::kFallsBelow);
  EXPECT_EQ(found[0].on, turns);
  EXPECT_EQ(found[0].cause, FallCause::kBirthday);
  EXPECT_EQ(look(29).findings.size(), 0U);

  work_["bbl"] = "ja";
  work_["kind"] = "leerbaan";
  const auto bbl_floor = std::get<WageFloor>(*wage_floor_on(shipped_law(), {young.birth_date, true}, day)).hourly.value;
  work_["hourly_eurocent"] = std::to_string(bbl_floor);
  found = look().findings;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause, FallCause::kBblEnds);
}

TEST_F(Running, ThePayAgreedWithThePersonCountsBeforeThatOfTheWork) {
  placements_[0]["hourly_eurocent"] = "100";
  EXPECT_TRUE(alarms().starts_with("below_floor"));
  work_["hourly_eurocent"] = "100";
  placements_[0]["hourly_eurocent"] = "5000";
  EXPECT_EQ(alarms(), "");
}

TEST_F(Running, WhatIsNotKnownIsSaidAndNotGuessed) {
  work_.erase("hourly_eurocent");
  EXPECT_TRUE(alarms().starts_with("pay_not_known"));
  work_["hourly_eurocent"] = "900";
  person_.erase("birth_date");
  EXPECT_TRUE(alarms().starts_with("age_not_known"));
  indications_ = {{{"person", "p1"}, {"kind", "loondispensatie"}}};
  EXPECT_TRUE(alarms().starts_with("supplement"));
}

TEST_F(Running, AShelteredPlaceThatEndsIsAnAlarmUnlessWorkFollowsOnTheNextDay) {
  look();
  const Date end = date_ + 40;
  work_["kind"] = "beschut";
  placements_[0]["until"] = to_string(end);
  EXPECT_EQ(alarms(), "sheltered_ends@" + to_string(end));
  EXPECT_EQ(alarms(39), "");
  const auto answer = look();
  EXPECT_EQ(answer.sheltered_now, 1);
  EXPECT_EQ(answer.sheltered_then, 0);
  more_works_ = {{{"work", "w2"}, {"employer", "e1"}, {"kind", "regulier"}, {"hourly_eurocent", "1800"}}};
  placements_.push_back({{"person", "p1"}, {"work", "w2"}, {"from", to_string(end + 1)}});
  EXPECT_EQ(alarms(), "");
  placements_[1]["from"] = to_string(end + 2);
  EXPECT_EQ(alarms(), "sheltered_ends@" + to_string(end));
  placements_[1]["from"] = to_string(end + 1);
  more_works_[0]["kind"] = "vrijwilligerswerk";
  more_works_[0]["until"] = to_string(end + 300);
  EXPECT_EQ(alarms(), "sheltered_ends@" + to_string(end));
}

TEST_F(Running, ThePlaceIsLostTooWhenTheWorkItselfEnds) {
  look();
  work_["kind"] = "wsw";
  work_["until"] = to_string(date_ + 10);
  EXPECT_EQ(alarms(), "sheltered_ends@" + to_string(date_ + 10));
}

TEST_F(Running, UnpaidWorkEndsHasAnEndAndKeepsToTheTermOfItsScheme) {
  look();
  const Date day = date_;
  work_ = {{"work", "w1"}, {"employer", "e1"}, {"kind", "vrijwilligerswerk"}};
  EXPECT_EQ(alarms(), "unpaid_open@" + to_string(day));
  placements_[0]["until"] = to_string(day + 60);
  EXPECT_EQ(alarms(), "unpaid_ends@" + to_string(day + 60));
  placements_[0]["until"] = to_string(day + 61);
  EXPECT_EQ(alarms(), "");
  work_["kind"] = "proefplaatsing";  // six months at most, extension included
  placements_[0]["from"] = to_string(plus_months(day + 20, -6));
  const Date over = plus_months(*parse_date(placements_[0]["from"]), 6);
  EXPECT_EQ(alarms(), "over_term@" + to_string(over));
  placements_[0]["until"] = to_string(over + -1);
  EXPECT_EQ(alarms(), "unpaid_ends@" + to_string(over + -1));
}

TEST_F(Running, WorkThatHasEndedOrHasNotBegunIsNotLookedAt) {
  look();
  work_["hourly_eurocent"] = "1";
  placements_[0]["until"] = to_string(date_ + -1);
  EXPECT_EQ(look().running, 0);
  placements_[0] = {{"person", "p1"}, {"work", "w1"}, {"from", to_string(date_ + 1)}};
  EXPECT_EQ(look().running, 0);
}

}  // namespace
}  // namespace passend::fairwork
