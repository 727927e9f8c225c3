// SPDX-License-Identifier: EUPL-1.2
// Shows: scenarios with a closed form come out exactly, money adds up to nought, and replications do not depend on
// threads or on how they are cut into stretches.
#include "insight/simulation.hpp"

#include <gtest/gtest.h>

#include "base/text_file.hpp"
#include "exchange/reference_reader.hpp"
#include "insight/simulation_results.hpp"
#include "law_folder.hpp"
#include "scheme/scheme_file.hpp"
#include "wage/minimum_wage.hpp"

namespace passend::insight {
namespace {

const std::filesystem::path kData = std::filesystem::path(PASSEND_SOURCE_DIR) / "data";
const Date kDay = make_date(2026, 12, 1);

// So many single people of 40 with bijstand and a rented home.
Population singles(std::size_t count) {
  Population population;
  population.municipality = "test";
  population.date = kDay;
  for (std::size_t i = 0; i < count; ++i) {
    population.households.push_back({.first = static_cast<std::uint32_t>(i),
                                     .bare_rent = 60000,
                                     .count = 1,
                                     .type = HouseholdType::kSingle,
                                     .tenure = Tenure::kSocialRent});
    Resident resident;
    resident.household = static_cast<std::uint32_t>(i);
    resident.birth = make_date(1986, 5, 1);
    resident.benefit = income::Benefit::kBijstand;
    resident.benefit_since = make_date(2023, 1, 1);
    population.residents.push_back(resident);
  }
  return population;
}

Scenario still(std::int64_t places, Assignment assignment = Assignment::kCapacity) {
  Scenario scenario;
  scenario.title = "test";
  scenario.years = 4;
  scenario.replications = 3;
  scenario.seed = 7;
  scenario.law = kDay;
  scenario.assignment = assignment;
  scenario.places = {{.kind = WorkKind::kBasisbaan,
                      .places = {places},
                      .hours_week = 3200,
                      .floor_per_mille = 1000,
                      .paid_per_mille = 1000,
                      .permanent = true}};
  for (const std::string_view id : kScenarioParameters) scenario.parameters[std::string(id)] = {};
  for (const char* id : {"ends.basisbaan", "onward.basisbaan"}) scenario.parameters[id] = {};
  for (const char* id : {"wants.bijstand", "accept", "accept_conditional"}) scenario.parameters[id].value = 1000;
  return scenario;
}

// All that a simulation reads, for one scenario and population.
struct Table {
  Table(Scenario played, Population people)
      : scenario(std::move(played)),
        population(std::move(people)),
        law(*changed_law(shipped_law(), scenario)),
        rules(income::read_rule_book(law, scenario.law)),
        reference(*read_reference(kData)),
        library(*scheme::load_schemes(kData / "schemes")),
        files(*make_seeker_files(scenario, kData)) {}

  Results play(int first = 0, int last = -1, int threads = 1) const {
    const SimulationInput input{scenario, population, law, rules, reference.reference, library, files};
    auto replications =
        simulate(input, first, last < 0 ? scenario.replications : last, threads, std::stop_token{}, [](int) {});
    EXPECT_TRUE(replications.has_value());
    return {"hash", indicators_of(scenario), scenario.years, replications ? *replications : std::vector<Replication>{}};
  }

  Scenario scenario;
  Population population;
  ParameterStore law;
  income::RuleBook rules;
  ReadReference reference;
  std::vector<scheme::Scheme> library;
  SeekerFiles files;
};

std::int64_t value_in(const Results& results, int replication, int year, const std::string& name) {
  const auto k = static_cast<std::size_t>(std::ranges::find(results.indicators, name) - results.indicators.begin());
  EXPECT_LT(k, results.indicators.size()) << name;
  return results.replications[static_cast<std::size_t>(replication)].value[static_cast<std::size_t>(year)][k];
}

TEST(Simulation, WithoutFlowsEveryoneOfOneTypeIsPlacedAndMoneyIsThatOfOnePersonTimesAll) {
  const Table table(still(1000), singles(50));
  const Results results = table.play();
  income::Household household = household_of(table.population, 0, kDay);
  income::Offer offer;
  offer.adult = household.adults[0].id;
  offer.centihours = 3200;
  const auto market =
      SeekerMarket::open(table.files, table.scenario, table.reference.reference, table.law, table.library);
  ASSERT_TRUE(market.has_value());
  offer.hourly = (*market)->pay_of(0).hourly;  // the minimum wage, or the collective agreement of that work
  EXPECT_GE(offer.hourly, adult_minimum_wage_on(table.law, kDay)->amount.value);
  offer.from = kDay;
  offer.contract = income::Contract::kVast;
  offer.travel = 0;
  const auto one = effect_of(table.rules, table.law, household, offer, table.scenario.places[0]);
  ASSERT_TRUE(one.has_value());
  for (int r = 0; r < 3; ++r) {
    EXPECT_EQ(value_in(results, r, 0, "accepted"), 50);
    for (int year = 0; year < 4; ++year) {
      EXPECT_EQ(value_in(results, r, year, "running.basisbaan"), 50);
      EXPECT_EQ(value_in(results, r, year, "waiting.2_to_5_years"), 0);
    }
    for (std::size_t f = 0; f < kFlows; ++f)
      EXPECT_EQ(value_in(results, r, 0, "flow." + std::string(kFlowTable[f].name)), 50 * one->flows.of[f]);
    EXPECT_EQ(value_in(results, r, 0, "gain_month_middle"), one->net_month);
  }
}

TEST(Simulation, WithFewerPlacesTheOthersWaitAndWaitAYearLongerEachYear) {
  const Results results = Table(still(20), singles(50)).play();
  for (int r = 0; r < 3; ++r)
    for (int year = 0; year < 4; ++year) {
      EXPECT_EQ(value_in(results, r, year, "running"), 20);
      EXPECT_EQ(value_in(results, r, year, "filled_per_mille.basisbaan"), 1000);
      EXPECT_EQ(value_in(results, r, year, "waiting.2_to_5_years"), 30);
      EXPECT_EQ(value_in(results, r, year, "waiting_years_per_mille.2_to_5_years"), 1000 * (year + 1));
      EXPECT_EQ(value_in(results, r, year, "people_bijstand"), 30);
    }
}

TEST(Simulation, NobodyWithoutAWishHasAVoorstelOrLosesAnything) {
  Scenario scenario = still(1000);
  scenario.parameters["wants.bijstand"].value = 0;
  const Results results = Table(scenario, singles(50)).play();
  for (int year = 0; year < 4; ++year) {
    EXPECT_EQ(value_in(results, 0, year, "voorstellen"), 0);
    EXPECT_EQ(value_in(results, 0, year, "people_bijstand"), 50);
  }
}

TEST(Simulation, ANoChangesNothingButThatThePersonTakesPartAgain) {
  Scenario scenario = still(1000);
  scenario.parameters["accept"].value = 0;
  const Results results = Table(scenario, singles(50)).play();
  for (int year = 0; year < 4; ++year) EXPECT_EQ(value_in(results, 0, year, "voorstellen"), 50);
}

TEST(Simulation, OfPlacesThatAreCutTheLastComersLoseTheirs) {
  Scenario scenario = still(40);
  scenario.places[0].places = {40, 36};
  const Results results = Table(scenario, singles(50)).play();
  EXPECT_EQ(value_in(results, 0, 1, "places_lost"), 4);
  EXPECT_EQ(value_in(results, 0, 1, "running"), 36);
  EXPECT_EQ(value_in(results, 0, 2, "places_lost"), 0);
}

TEST(Simulation, InflowAndOutflowAreThoseOfTheScenarioOnAverage) {
  Scenario scenario = still(0);
  scenario.years = 1;
  scenario.replications = 40;
  scenario.parameters["out_other.bijstand"].value = 200;
  const Results results = Table(scenario, singles(500)).play(0, -1, 2);
  std::int64_t left = 0;
  for (int r = 0; r < 40; ++r) left += 500 - value_in(results, r, 0, "people_bijstand");
  // 20,000 draws of 0.2: four standard deviations are 226.
  EXPECT_NEAR(static_cast<double>(left), 4000, 226);
}

TEST(Simulation, EveryFlowHasAPayerAndAPayeeInEveryYear) {
  Scenario scenario = still(30, Assignment::kPlan);
  scenario.parameters["pension.employer"].value = 100;
  scenario.parameters["pension.employee"].value = 50;
  scenario.places[0].coaching_centihours_week = 150;
  scenario.places[0].coaching_hour_eurocent = 8123;
  const Results results = Table(scenario, singles(50)).play();
  std::int64_t moved = 0;
  for (const Replication& one : results.replications)
    for (std::size_t year = 0; year < one.value.size(); ++year) {
      std::int64_t sum = 0;
      for (const std::string_view account : kAccountNames) {
        const auto balance = value_in(results, one.number, static_cast<int>(year), "balance." + std::string(account));
        sum += balance;
        moved += std::abs(balance);
      }
      EXPECT_EQ(sum, 0);
    }
  EXPECT_GT(moved, 0);
}

TEST(Simulation, HouseholdsReceiveTheDifferenceOfTheirNetIncomes) {
  const Table table(still(1), singles(1));
  income::Household household = household_of(table.population, 0, kDay);
  for (std::int64_t hours = 400; hours <= 4000; hours += 400) {
    income::Offer offer;
    offer.adult = household.adults[0].id;
    offer.centihours = hours;
    offer.hourly = 1733;
    offer.from = kDay;
    offer.pension = 3100;
    const auto effect = effect_of(table.rules, table.law, household, offer, table.scenario.places[0]);
    ASSERT_TRUE(effect.has_value());
    EXPECT_EQ(effect->flows.balance(Account::kHouseholds), 12 * effect->net_month) << hours;
  }
}

TEST(Simulation, TwoPlacementsOfOneHouseholdAreAddedOneAfterTheOther) {
  Population couple = singles(2);
  couple.households.resize(1);
  couple.households[0].count = 2;
  couple.households[0].type = HouseholdType::kCouple;
  couple.residents[1].household = 0;
  couple.residents[1].role = Role::kAdult2;
  const Results one = Table(still(1), couple).play();
  const Results both = Table(still(2), couple).play();
  EXPECT_LT(value_in(one, 0, 0, "flow.bijstand"), 0);
  EXPECT_LE(value_in(both, 0, 0, "flow.bijstand"), value_in(one, 0, 0, "flow.bijstand"));
  EXPECT_EQ(value_in(both, 0, 0, "households_gaining"), 1);
  EXPECT_EQ(value_in(both, 0, 0, "balance.households"), 12 * value_in(both, 0, 0, "gain_month_middle"));
  EXPECT_EQ(value_in(both, 0, 0, "people_bijstand"), 0);
  // One works full-time, and the bijstand of both is gone.
  Scenario full = still(1);
  full.places[0].hours_week = 4000;
  EXPECT_EQ(value_in(Table(full, couple).play(), 0, 0, "people_bijstand"), 0);
}

TEST(Simulation, ThePlannerAndThreadsAndStretchesGiveTheSameRows) {
  const Table table(still(25, Assignment::kPlan), singles(60));
  const Results whole = table.play(0, 3, 1);
  EXPECT_GT(value_in(whole, 0, 0, "voorstellen"), 0);
  EXPECT_EQ(rows_csv(table.play(0, 3, 2)), rows_csv(whole));
  const auto merged = merge({{"b", table.play(2, 3)}, {"a", table.play(0, 2)}}, 3);
  ASSERT_TRUE(merged.has_value());
  EXPECT_EQ(rows_csv(*merged), rows_csv(whole));
}

TEST(Simulation, AHigherMinimumWageGoesThroughToPayAndCost) {
  Scenario scenario = still(1000);
  scenario.law_changes["minimum_wage_hourly_adult"] = {"16.00"};
  const Results now = Table(still(1000), singles(5)).play();
  const Results then = Table(scenario, singles(5)).play();
  EXPECT_GT(value_in(then, 0, 0, "flow.wage"), value_in(now, 0, 0, "flow.wage"));
  EXPECT_GT(value_in(then, 0, 0, "flow.place_subsidy"), value_in(now, 0, 0, "flow.place_subsidy"));
}

}  // namespace
}  // namespace passend::insight
