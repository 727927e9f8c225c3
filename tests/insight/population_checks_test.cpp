// SPDX-License-Identifier: EUPL-1.2
// Shows: each plausibility check passes a plausible household and finds the one that breaks its rule.
#include "insight/population_checks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

#include "population_inputs.hpp"

namespace passend::insight {
namespace {

using income::Benefit;

// A couple of 40 with a child of 10; both have bijstand since 2020.
Population family() {
  Population out;
  out.date = test_law().on;
  const Resident parent{.birth = day("1985-06-01"), .benefit_since = day("2020-01-01"), .benefit = Benefit::kBijstand};
  out.residents = {parent, parent, {.birth = day("2015-06-01"), .role = Role::kChild}};
  out.residents[1].role = Role::kAdult2;
  HouseholdRow row;
  row.count = 3;
  row.type = HouseholdType::kCoupleWithChildren;
  row.bare_rent = 60000;
  out.households = {row};
  return out;
}

std::map<std::string, std::int64_t> failed(const Population& population) {
  std::map<std::string, std::int64_t> out;
  for (const auto& check : check_population(population, test_structure(), test_law()))
    if (check.failed > 0) out[std::string(check.name)] = check.failed;
  return out;
}

struct Breach {
  std::string check;
  std::function<void(Population&)> make;
};

void work(Resident& one, int centihours, int hourly) {
  one.centihours = static_cast<std::uint16_t>(centihours);
  one.hourly = static_cast<std::uint16_t>(hourly);
}

const std::vector<Breach> kBreaches{
    {"type_has_its_people", [](Population& p) { p.households[0].type = HouseholdType::kCouple; }},
    {"adult_is_grown_up", [](Population& p) { p.residents[0].birth = day("2008-01-02"); }},
    {"child_is_minor", [](Population& p) { p.residents[2].birth = day("2007-12-31"); }},
    {"child_parent_years", [](Population& p) { p.residents[1].birth = day("2001-01-01"); }},
    {"child_parent_years", [](Population& p) { p.residents[1].birth = day("1965-05-31"); }},
    {"bijstand_below_aow", [](Population& p) { p.residents[0].birth = day("1959-01-01"); }},
    {"bijstand_of_couple",
     [](Population& p) {
       p.residents[0].benefit = Benefit::kGeen;
       p.residents[0].benefit_since = kNever;
     }},
    {"aow_from_its_age", [](Population& p) { p.residents[0].benefit = Benefit::kAow; }},
    {"benefit_since", [](Population& p) { p.residents[0].benefit_since = day("2003-05-31"); }},
    {"benefit_since", [](Population& p) { p.residents[0].benefit_since = day("2026-01-02"); }},
    {"pay_at_least_minimum", [](Population& p) { work(p.residents[0], 800, 1470); }},
    {"hours_with_pay", [](Population& p) { work(p.residents[0], 0, 1500); }},
    {"rent_with_tenure", [](Population& p) { p.households[0].bare_rent = 0; }},
    {"bijstand_assets", [](Population& p) { p.households[0].assets = 1600001; }},
};

TEST(PopulationChecks, PassAPlausibleFamily) {
  Population population = family();
  work(population.residents[0], 800, 1471);
  population.households[0].assets = 1600000;
  EXPECT_EQ(failed(population), (std::map<std::string, std::int64_t>{}));
}

TEST(PopulationChecks, FindTheHouseholdThatBreaksTheRule) {
  for (const Breach& breach : kBreaches) {
    Population population = family();
    breach.make(population);
    EXPECT_TRUE(failed(population).contains(breach.check)) << breach.check;
  }
}

TEST(PopulationChecks, AreAllBrokenByTheBreachesAbove) {
  for (const auto name : kCheckNames)
    EXPECT_TRUE(std::ranges::any_of(kBreaches, [&](const Breach& breach) { return breach.check == name; })) << name;
}

}  // namespace
}  // namespace passend::insight
