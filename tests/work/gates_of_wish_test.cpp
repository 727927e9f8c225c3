// SPDX-License-Identifier: EUPL-1.2
// Shows the gates that a person's own wishes decide: which wish a pair rests on, exclusion, resting, travel, pay.
#include <gtest/gtest.h>

#include "scene.hpp"

namespace passend::testing {
namespace {

TEST(WishOfThePair, IsLiveFromItsConfirmationToItsLastDay) {
  struct Case {
    const char* confirmed;
    const char* expires;
    bool live;
  };
  for (const Case& c : {Case{"2026-11-02", "", true},
                        {"2026-11-03", "", true},
                        {"2026-11-04", "", false},
                        {"", "", false},
                        {"2026-11-01", "2026-11-02", false},
                        {"2026-11-01", "2026-11-03", true},
                        {"2026-11-01", "2026-11-04", true}}) {
    Scene scene;
    scene.wish().confirmed = parse_date(c.confirmed);
    scene.wish().expires = parse_date(c.expires);
    EXPECT_EQ(scene[Gate::kWish], c.live ? Outcome::kYes : Outcome::kNo) << c.confirmed << ' ' << c.expires;
  }
}

TEST(WishOfThePair, AdmitsWhatLiesInItAndAsksWhereTheWorkIsToldTooBroadly) {
  struct Case {
    const char* wished;
    const char* offered;
    const char* answer;
  };
  for (const Case& c : {Case{"", "kelner", "yes"},
                        {"5", "kelner", "yes"},
                        {"kelner", "kelner", "yes"},
                        {"kelner", "hoofdkelner", "yes"},
                        {"hoofdkelner", "kelner", "work.occupation"},
                        {"kelner", "51", "work.occupation"},
                        {"kelner", "", "work.occupation"},
                        {"9112", "kelner", "no"},
                        {"9", "keukenhulp", "yes"},
                        {"513", "keukenhulp", "yes"},
                        {"", "", "yes"}}) {
    Scene scene;
    scene.wish().occupation = scene.occupation(c.wished);
    scene.work().occupation = scene.occupation(c.offered);
    scene.person().conditions = {scene.condition("IV.13", kNoLevel), scene.condition("II.1", 0)};
    EXPECT_EQ(scene.asks(Gate::kWish), c.answer) << c.wished << " / " << c.offered;
  }
}

TEST(WishOfThePair, IsTheFirstThatFailsOnNothingElseTheFirstThatAdmits) {
  Scene scene;
  scene.person().wishes = {wish_for(1, WorkKind::kBasisbaan), wish_for(2, WorkKind::kRegulier),
                           wish_for(4, WorkKind::kRegulier), wish_for(7, WorkKind::kRegulier)};
  scene.person().wishes[1].confirmed = std::nullopt;
  scene.person().wishes[2].min_hourly_eurocent = 2001;
  PairWish chosen = choose_wish(scene.context(), scene.person(), scene.work());
  EXPECT_EQ(chosen.index, 3);
  EXPECT_EQ(chosen.position, 3);  // third live wish
  scene.person().wishes[3].max_metres = 1;
  chosen = choose_wish(scene.context(), scene.person(), scene.work());
  EXPECT_EQ(chosen.index, 2);
  EXPECT_EQ(chosen.pay, Outcome::kNo);
  scene.work().kind = WorkKind::kWsw;
  chosen = choose_wish(scene.context(), scene.person(), scene.work());
  EXPECT_EQ(chosen.index, -1);
  EXPECT_EQ(chosen.wish, Outcome::kNo);
  EXPECT_EQ(chosen.pay, Outcome::kYes);  // nothing asked
}

TEST(GateExclusion, OfEmployerWorkAndOccupation) {
  Scene scene;
  auto& rows = scene.person().exclusions;
  const auto only = [&](Exclusion row) {
    rows = {row};
    return scene.asks(Gate::kExclusion);
  };
  EXPECT_EQ(only({ExclusionKind::kEmployer, scene.symbol("e1")}), "no");
  EXPECT_EQ(only({ExclusionKind::kEmployer, scene.symbol("e2")}), "yes");
  EXPECT_EQ(only({ExclusionKind::kWork, scene.symbol("w1")}), "no");
  EXPECT_EQ(only({ExclusionKind::kWork, scene.symbol("e1")}), "yes");
  EXPECT_EQ(only({ExclusionKind::kOccupation, {}, scene.occupation("51")}), "no");
  EXPECT_EQ(only({ExclusionKind::kOccupation, {}, scene.occupation("kelner")}), "no");
  EXPECT_EQ(only({ExclusionKind::kOccupation, {}, scene.occupation("hoofdkelner")}), "work.occupation");
  EXPECT_EQ(only({ExclusionKind::kOccupation, {}, scene.occupation("9")}), "yes");
  scene.work().occupation = kOpen;
  EXPECT_EQ(only({ExclusionKind::kOccupation, {}, scene.occupation("9")}), "work.occupation");
}

TEST(GateResting, RestsUntilAndWithItsLastDay) {
  for (const auto& [until, outcome] : {std::pair{"", Outcome::kNo},
                                       {"2026-11-02", Outcome::kYes},
                                       {"2026-11-03", Outcome::kNo},
                                       {"2026-11-04", Outcome::kNo}}) {
    Scene scene;
    scene.snapshot.resting = {{0, 0, parse_date(until)}};
    EXPECT_EQ(scene[Gate::kResting], outcome) << until;
  }
}

// The scene lies 5000 m straight: 6500 m by bicycle, 28 minutes; 7000 m by car, 16 minutes.
TEST(GateTravel, AMetreAndAMinuteDecide) {
  struct Case {
    std::int64_t metres, minutes;
    Outcome outcome;
  };
  for (const Case& c : {Case{6499, 60, Outcome::kNo},
                        {6500, 60, Outcome::kYes},
                        {6501, 60, Outcome::kYes},
                        {25'000, 27, Outcome::kNo},
                        {25'000, 28, Outcome::kYes},
                        {25'000, 29, Outcome::kYes}}) {
    Scene scene;
    scene.wish().max_metres = c.metres;
    scene.wish().max_minutes = c.minutes;
    EXPECT_EQ(scene[Gate::kTravel], c.outcome) << c.metres << ' ' << c.minutes;
  }
}

TEST(GateTravel, WithoutAModeAllFitNoneFitsOrItIsAsked) {
  Scene scene;
  scene.wish().mode = std::nullopt;
  EXPECT_EQ(scene.asks(Gate::kTravel), "yes");
  EXPECT_EQ(choose_wish(scene.context(), scene.person(), scene.work()).minutes, 28);
  scene.wish().max_metres = 6999;
  EXPECT_EQ(scene.asks(Gate::kTravel), "person.mode");
  scene.wish().max_metres = std::nullopt;
  scene.wish().max_minutes = 16;
  EXPECT_EQ(scene.asks(Gate::kTravel), "person.mode");
  EXPECT_EQ(choose_wish(scene.context(), scene.person(), scene.work()).minutes, 16);
  scene.wish().max_minutes = 15;
  EXPECT_EQ(scene.asks(Gate::kTravel), "no");
}

TEST(GateTravel, AsksForThePlaceThatIsNotKnown) {
  Scene scene;
  scene.person().point = kNoPoint;
  EXPECT_EQ(scene.asks(Gate::kTravel), "person.pc4");
  scene.work().point = kNoPoint;
  EXPECT_EQ(scene.asks(Gate::kTravel), "person.pc4 work.pc4");
  scene.person().point = 0;
  EXPECT_EQ(scene.asks(Gate::kTravel), "work.pc4");
}

TEST(GateTravel, WithinOnePlaceTheLeastDistanceCounts) {
  Scene scene;
  scene.work().point = 0;
  EXPECT_EQ(pair_straight_metres(scene.context(), scene.person(), scene.work()), 500);
  scene.wish().max_metres = 649;  // 500 m straight is 650 m by bicycle
  EXPECT_EQ(scene[Gate::kTravel], Outcome::kNo);
  scene.wish().max_metres = 650;
  EXPECT_EQ(scene[Gate::kTravel], Outcome::kYes);
}

TEST(GatePay, ACentDecides) {
  Scene scene;
  for (const auto& [asked, outcome] : {std::pair{1999, Outcome::kYes}, {2000, Outcome::kYes}, {2001, Outcome::kNo}}) {
    scene.wish().min_hourly_eurocent = asked;
    EXPECT_EQ(scene[Gate::kPay], outcome) << asked;
  }
  scene.work().hourly_eurocent = std::nullopt;
  EXPECT_EQ(scene.asks(Gate::kPay), "work.hourly");
  scene.work_of(WorkKind::kVrijwilligerswerk);
  EXPECT_EQ(scene[Gate::kPay], Outcome::kNo);
  scene.wish().min_hourly_eurocent = std::nullopt;
  EXPECT_EQ(scene[Gate::kPay], Outcome::kYes);
}

}  // namespace
}  // namespace passend::testing
