// SPDX-License-Identifier: EUPL-1.2
// Shows the gates that law and municipality set: indication, non-displacement and the wage floor - one cent below, at
// and above, on each birthday of the youth scale and each 1 January and 1 July.
#include <gtest/gtest.h>

#include "base/quantity.hpp"
#include "scene.hpp"

namespace passend::testing {
namespace {

// The highest of an hour's wage and the floor at which the gate still says no.
void expect_floor(Scene& scene, std::int64_t floor, const std::string& shows) {
  for (const std::int64_t step : {-1, 0, 1}) {
    scene.work().hourly_eurocent = floor + step;
    EXPECT_EQ(scene[Gate::kWage], step < 0 ? Outcome::kNo : Outcome::kYes) << shows << ' ' << floor + step;
  }
  EXPECT_EQ(wage_floor_hourly(scene.context(), scene.person(), scene.work()), floor) << shows;
}

// WML art. 8: the day before the birthday the younger amount holds. Amounts of 1 July 2026.
TEST(GateWage, OnEachBirthdayOfTheYouthScale) {
  struct Case {
    int age;
    std::int64_t floor;
  };
  const std::vector<Case> cases{{15, 450}, {16, 517},  {17, 592},  {18, 750},
                                {19, 899}, {20, 1199}, {21, 1499}, {22, 1499}};
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::string birth = std::to_string(2026 - cases[i].age) + "-11-";
    const std::string shows = "age " + std::to_string(cases[i].age);
    for (const char* born : {"02", "03"}) {  // the birthday was yesterday, is today
      Scene scene;
      scene.person().birth = day(birth + born);
      expect_floor(scene, cases[i].floor, shows);
    }
    Scene tomorrow;
    tomorrow.person().birth = day(birth + "04");
    if (i > 0) expect_floor(tomorrow, cases[i - 1].floor, shows + " tomorrow");
  }
}

TEST(GateWage, BelowTheLowestAgeOfTheScaleThereIsNoWork) {
  Scene scene;
  scene.work().hourly_eurocent = 100'000;
  scene.person().birth = day("2011-11-04");
  EXPECT_EQ(scene[Gate::kWage], Outcome::kNo);
  scene.person().birth = day("2011-11-03");
  EXPECT_EQ(scene[Gate::kWage], Outcome::kYes);
}

TEST(GateWage, ABirthdayOn29FebruaryIsOn1MarchInOtherYears) {
  for (const auto& [on, floor] : {std::pair{"2025-02-28", 1125}, {"2025-03-01", 1406}}) {
    Scene scene(on);
    scene.person().birth = day("2004-02-29");
    expect_floor(scene, floor, on);
  }
}

TEST(GateWage, OnEachFirstOfJanuaryAndJulyTheAmountOfThatDay) {
  struct Case {
    const char* on;
    std::int64_t floor;
  };
  for (const Case& c : {Case{"2024-06-30", 1327},
                        {"2024-07-01", 1368},
                        {"2024-12-31", 1368},
                        {"2025-01-01", 1406},
                        {"2025-06-30", 1406},
                        {"2025-07-01", 1440},
                        {"2025-12-31", 1440},
                        {"2026-01-01", 1471},
                        {"2026-06-30", 1471},
                        {"2026-07-01", 1499},
                        {"2026-12-31", 1499}}) {
    Scene scene(c.on);
    expect_floor(scene, c.floor, c.on);
  }
}

TEST(GateWage, TheFirstDayOfWorkDecidesNotThePlanDate) {
  Scene scene("2025-12-20");
  scene.work().from = day("2025-12-31");
  expect_floor(scene, 1440, "last day of the year");
  scene.work().from = day("2026-01-01");
  expect_floor(scene, 1471, "first day of the year");
}

TEST(GateWage, WhereNoAmountIsKnownItIsAskedForThatDay) {
  Scene scene;
  scene.work().from = day("2026-12-31");
  EXPECT_EQ(scene.asks(Gate::kWage), "yes");
  scene.work().from = day("2027-01-01");
  EXPECT_EQ(scene.asks(Gate::kWage), "law.wml:2027-01-01");
  scene.work().hourly_eurocent = std::nullopt;
  EXPECT_EQ(scene.asks(Gate::kWage), "work.hourly");
}

TEST(GateWage, TheHighestOfLawAgreementAndMunicipalityIsTheFloor) {
  Scene scene;
  scene.work().cao_floor_eurocent = 1600;
  expect_floor(scene, 1600, "agreement");
  scene.rules.wage_floor_hourly_eurocent = 1700;
  expect_floor(scene, 1700, "municipality");
  scene.person().birth = day("2005-11-04");  // 20: the municipality's floor is from 21
  expect_floor(scene, 1600, "agreement at 20");
  scene.person().birth = day("2005-11-03");  // 21 today
  expect_floor(scene, 1700, "municipality at 21");
}

TEST(GateWage, WithoutABirthDateOnlyTheFloorOfAnAdultPasses) {
  Scene scene;
  scene.person().birth = std::nullopt;
  for (const auto& [hourly, answer] : {std::pair{1498, "person.birth_date"}, {1499, "yes"}, {1, "person.birth_date"}}) {
    scene.work().hourly_eurocent = hourly;
    EXPECT_EQ(scene.asks(Gate::kWage), answer) << hourly;
  }
  scene.rules.wage_floor_hourly_eurocent = 1700;
  scene.rules.wage_floor_from_age = 27;
  scene.work().hourly_eurocent = 1699;
  EXPECT_EQ(scene.asks(Gate::kWage), "person.birth_date");
  scene.work().hourly_eurocent = 1700;
  EXPECT_EQ(scene.asks(Gate::kWage), "yes");
}

// BBL scale of 20, 19 and 18; on 3 November 2026 at 19: 787 against 899.
TEST(GateWage, TheBblScaleHoldsOnlyWhereTheWorkIsBbl) {
  Scene scene;
  scene.person().birth = day("2007-05-05");
  scene.work_of(WorkKind::kLeerbaan);
  scene.work().bbl = true;
  expect_floor(scene, 787, "BBL");
  scene.work().bbl = false;
  expect_floor(scene, 899, "no BBL");
  scene.work().bbl = std::nullopt;
  for (const auto& [hourly, answer] : {std::pair{786, "no"}, {787, "work.bbl"}, {898, "work.bbl"}, {899, "yes"}}) {
    scene.work().hourly_eurocent = hourly;
    EXPECT_EQ(scene.asks(Gate::kWage), answer) << hourly;
  }
  scene.work_of(WorkKind::kRegulier);
  scene.work().hourly_eurocent = 898;
  EXPECT_EQ(scene.asks(Gate::kWage), "no");  // only a leerbaan may turn out to be BBL
}

TEST(GateWage, LoondispensatieWaitsForTheSupplement) {
  for (const auto& [since, until, answer] : {std::tuple{"", "", "uwv.supplement"},
                                             {"2026-11-03", "", "uwv.supplement"},
                                             {"2026-11-04", "", "no"},
                                             {"", "2026-11-03", "uwv.supplement"},
                                             {"", "2026-11-02", "no"}}) {
    Scene scene;
    scene.work().hourly_eurocent = 1;
    scene.person().indications = {{scene.symbol("loondispensatie"), parse_date(since), parse_date(until)}};
    EXPECT_EQ(scene.asks(Gate::kWage), answer) << since << ' ' << until;
    scene.work().hourly_eurocent = 1499;
    EXPECT_EQ(scene.asks(Gate::kWage), "yes");
  }
}

TEST(GateWage, AnAllowanceIsWeighedByHoursAndRoundedUp) {
  Scene scene;
  scene.work_of(WorkKind::kStage);
  scene.rules.stage_allowance_month_eurocent = 40'001;
  for (const auto& [hours, norm] : {std::pair{3600, 40'001}, {4000, 40'001}, {1800, 20'001}, {0, 0}}) {
    scene.work().hours_max = hours;
    EXPECT_EQ(allowance_norm_month(scene.context(), scene.work()), norm) << hours;
  }
  scene.work().hours_max = std::nullopt;
  EXPECT_EQ(allowance_norm_month(scene.context(), scene.work()), 40'001);
  scene.work().hours_max = 3600;
  EXPECT_EQ(scene.asks(Gate::kWage), "work.allowance");
  for (const auto& [month, answer] : {std::pair{40'000, "no"}, {40'001, "yes"}, {40'002, "yes"}}) {
    scene.work().allowance_month_eurocent = month;
    EXPECT_EQ(scene.asks(Gate::kWage), answer) << month;
  }
  scene.rules.stage_allowance_month_eurocent = 0;
  scene.work().allowance_month_eurocent = std::nullopt;
  EXPECT_EQ(scene.asks(Gate::kWage), "yes");
}

TEST(GateWage, UnpaidKindsHaveNoFloorAndPaidKindsHave) {
  for (std::size_t k = 0; k < kWorkKinds; ++k) {
    Scene scene;
    scene.work_of(static_cast<WorkKind>(k));
    scene.work().hourly_eurocent = 1498;
    EXPECT_EQ(scene[Gate::kWage], kWorkKindTable[k].paid ? Outcome::kNo : Outcome::kYes) << kWorkKindTable[k].name;
  }
}

TEST(GateIndication, BeschutNeedsAValidOne) {
  Scene scene;
  scene.work_of(WorkKind::kBeschut);
  EXPECT_EQ(scene.asks(Gate::kIndication), "person.indication:beschut");
  auto& rows = scene.person().indications;
  const Symbol kind = scene.symbol("beschut");
  rows = {{scene.symbol("lks"), {}, {}}};
  EXPECT_EQ(scene.asks(Gate::kIndication), "person.indication:beschut");
  for (const auto& [since, until, answer] : {std::tuple{"", "", "yes"},
                                             {"2026-11-03", "2026-11-03", "yes"},
                                             {"2026-11-04", "", "no"},
                                             {"", "2026-11-02", "no"}}) {
    rows = {{kind, parse_date(since), parse_date(until)}};
    EXPECT_EQ(scene.asks(Gate::kIndication), answer) << since << ' ' << until;
  }
  rows.push_back({kind, day("2020-01-01"), {}});
  EXPECT_EQ(scene.asks(Gate::kIndication), "yes");
  scene.work_of(WorkKind::kWsw);
  rows.clear();
  EXPECT_EQ(scene.asks(Gate::kIndication), "yes");
}

TEST(GateDisplacement, OnlyBasisbaanAndVrijwilligerswerkNeedTheDeclaration) {
  for (std::size_t k = 0; k < kWorkKinds; ++k) {
    Scene scene;
    scene.work_of(static_cast<WorkKind>(k));
    const auto kind = static_cast<WorkKind>(k);
    const bool needed = kind == WorkKind::kBasisbaan || kind == WorkKind::kVrijwilligerswerk;
    EXPECT_EQ(scene[Gate::kDisplacement], needed ? Outcome::kUnknown : Outcome::kYes) << kWorkKindTable[k].name;
  }
  Scene scene;
  scene.work_of(WorkKind::kBasisbaan);
  EXPECT_EQ(scene.asks(Gate::kDisplacement), "work.non_displacement");
  for (const auto& [declared, answer] : {std::pair{"2026-11-02", "yes"}, {"2026-11-03", "yes"}, {"2026-11-04", "no"}}) {
    scene.work().non_displacement = day(declared);
    EXPECT_EQ(scene.asks(Gate::kDisplacement), answer) << declared;
  }
}

}  // namespace
}  // namespace passend::testing
