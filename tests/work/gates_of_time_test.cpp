// SPDX-License-Identifier: EUPL-1.2
// Shows, at each limit and on the day before, on and after each date: closed, hours, day parts, start, permit.
#include <gtest/gtest.h>

#include "scene.hpp"

namespace passend::testing {
namespace {

TEST(GateClosed, NeedsAnOpenWorkWithAFreePlace) {
  Scene scene;
  EXPECT_EQ(scene.asks(Gate::kClosed), "yes");
  scene.work().closed = std::nullopt;
  EXPECT_EQ(scene.asks(Gate::kClosed), "work.closed");
  scene.work().places = std::nullopt;
  EXPECT_EQ(scene.asks(Gate::kClosed), "work.closed work.places");
  scene.work().closed = true;
  EXPECT_EQ(scene.asks(Gate::kClosed), "no");
}

TEST(GateClosed, APlaceIsTakenByWorkThatRunsOrIsAgreed) {
  struct Case {
    const char* shows;
    PlacementRow row;
    std::int32_t free;
  };
  const Date today = day("2026-11-03");
  const std::vector<Case> cases{
      {"nothing is known of it", {1, 0, {}, {}, {}, {}, false}, 1},
      {"runs since yesterday", {1, 0, today + -1, {}, {}, {}, false}, 0},
      {"starts today", {1, 0, today, {}, {}, {}, false}, 0},
      {"starts tomorrow, not agreed", {1, 0, today + 1, {}, {}, {}, true}, 1},
      {"starts tomorrow, agreed", {1, 0, today + 1, {}, today + -5, {}, false}, 0},
      {"ended yesterday", {1, 0, today + -9, today + -1, today + -20, {}, true}, 1},
      {"ends today", {1, 0, today + -9, today, {}, {}, false}, 0},
      {"agreed, no dates", {1, 0, {}, {}, today, {}, false}, 0},
      {"confirmed, no dates", {1, 0, {}, {}, {}, {}, true}, 0},
  };
  for (const Case& c : cases) {
    Scene scene;
    scene.work().places = 1;
    Person other = scene.person();
    other.id = scene.symbol("p2");
    scene.snapshot.people.push_back(other);
    scene.snapshot.placements = {c.row};
    EXPECT_EQ(scene[Gate::kClosed], c.free > 0 ? Outcome::kYes : Outcome::kNo) << c.shows;
    EXPECT_EQ(scene.work().free, c.free) << c.shows;
  }
}

TEST(GateClosed, TheWorkSomeoneAlreadyDoesIsNoVoorstel) {
  Scene scene;
  scene.snapshot.placements = {{0, 0, day("2026-01-01"), {}, {}, false}};
  EXPECT_EQ(scene[Gate::kClosed], Outcome::kNo);  // one of two places is still free
  EXPECT_EQ(scene.work().free, 1);
}

TEST(GateClosed, UnknownPlacesCountAsOneFreePlaceWhoeverWorksThere) {
  Scene scene;
  scene.work().places = std::nullopt;
  Person other = scene.person();
  other.id = scene.symbol("p2");
  scene.snapshot.people.push_back(other);
  scene.snapshot.placements = {{1, 0, day("2026-01-01"), {}, {}, false}};
  EXPECT_EQ(scene.asks(Gate::kClosed), "work.places");
}

TEST(GateHours, TheRangesMustMeet) {
  struct Case {
    std::optional<Centihours> person_min, person_max, work_min, work_max;
    const char* answer;
  };
  const std::vector<Case> cases{
      {1600, 3200, 0, 1599, "no"},
      {1600, 3200, 0, 1600, "yes"},
      {1600, 3200, 3200, 4000, "yes"},
      {1600, 3200, 3201, 4000, "no"},
      {{}, 3200, 1600, 2400, "person.hours"},
      {1600, {}, 1600, 2400, "person.hours"},
      {1600, 3200, {}, 2400, "work.hours"},
      {1600, 3200, 1600, {}, "work.hours"},
      {1600, {}, 0, 1599, "no"},
      {{}, {}, {}, {}, "person.hours work.hours"},
  };
  for (const Case& c : cases) {
    Scene scene;
    scene.person().hours_min = c.person_min;
    scene.person().hours_max = c.person_max;
    scene.work().hours_min = c.work_min;
    scene.work().hours_max = c.work_max;
    EXPECT_EQ(scene.asks(Gate::kHours), c.answer);
  }
}

TEST(GateDayParts, EachPartOfTheWorkIsOneOfThePersons) {
  Scene scene;
  EXPECT_EQ(scene.asks(Gate::kDayParts), "yes");
  scene.work().day_parts = *day_part("ma-o") | *day_part("zo-n");
  EXPECT_EQ(scene.asks(Gate::kDayParts), "no");
  scene.person().day_parts = std::nullopt;
  EXPECT_EQ(scene.asks(Gate::kDayParts), "person.day_parts");
  scene.work().day_parts = std::nullopt;
  EXPECT_EQ(scene.asks(Gate::kDayParts), "person.day_parts work.day_parts");
}

TEST(DayPart, KnowsSevenDaysAndFourPartsAndNothingElse) {
  DayParts all = 0;
  for (const char* d : {"ma", "di", "wo", "do", "vr", "za", "zo"})
    for (const char* p : {"-o", "-m", "-a", "-n"}) all |= *day_part(std::string(d) + p);
  EXPECT_EQ(all, (DayParts{1} << 28) - 1);
  for (const char* word : {"ma", "ma-x", "xx-o", "ma_o", "MA-o", "ma-oo", ""}) EXPECT_FALSE(day_part(word)) << word;
}

TEST(GateStart, EachDateOnTheDayBeforeOnAndAfter) {
  struct Case {
    const char* person_from;
    const char* person_until;
    const char* work_from;
    const char* work_until;
    Outcome outcome;
  };
  const std::vector<Case> cases{
      {"", "", "", "", Outcome::kYes},
      {"", "2026-11-02", "", "", Outcome::kNo},
      {"", "2026-11-03", "", "", Outcome::kYes},
      {"", "", "", "2026-11-02", Outcome::kNo},
      {"", "", "", "2026-11-03", Outcome::kYes},
      {"", "", "2027-03-03", "", Outcome::kYes},  // 120 days on
      {"", "", "2027-03-04", "", Outcome::kNo},
      {"2027-03-03", "", "", "", Outcome::kYes},
      {"2027-03-04", "", "", "", Outcome::kNo},
      {"2026-12-01", "", "2026-12-02", "2026-12-01", Outcome::kNo},
      {"2026-12-02", "", "2026-12-01", "2026-12-02", Outcome::kYes},
      {"2026-12-02", "", "2026-12-01", "2026-12-01", Outcome::kNo},
      {"", "2026-12-01", "2026-12-02", "", Outcome::kNo},
  };
  for (const Case& c : cases) {
    Scene scene;
    scene.person().from = parse_date(c.person_from);
    scene.person().until = parse_date(c.person_until);
    scene.work().from = parse_date(c.work_from);
    scene.work().until = parse_date(c.work_until);
    EXPECT_EQ(scene[Gate::kStart], c.outcome) << c.person_from << ' ' << c.work_from << ' ' << c.work_until;
  }
}

TEST(GatePermit, MustReachTheFirstDayOfWork) {
  Scene scene;
  scene.work().from = day("2026-12-01");
  for (const auto& [until, outcome] :
       {std::pair{"2026-11-30", Outcome::kNo}, {"2026-12-01", Outcome::kYes}, {"2026-12-02", Outcome::kYes}}) {
    scene.person().may_work_until = day(until);
    EXPECT_EQ(scene[Gate::kPermit], outcome) << until;
  }
}

}  // namespace
}  // namespace passend::testing
