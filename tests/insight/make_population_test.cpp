// SPDX-License-Identifier: EUPL-1.2
// Shows: a population fits its margins, is the same whatever the order of the file, differs by seed only inside a
// class, is small in memory, reads back as written, and gives households that the income statutes can work out.
#include "insight/make_population.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "income/household_columns.hpp"
#include "income/rule_book.hpp"
#include "insight/population_files.hpp"
#include "population_inputs.hpp"

namespace passend::insight {
namespace {

constexpr double kRoom = 10;  // times the 1,000 households of the town: cells are then large enough for half a per cent

MadePopulation town(std::uint64_t seed = 1) {
  return make_population(scaled_to(spec_of(kTown), static_cast<std::int64_t>(kRoom * 1000)), test_structure(),
                         test_law(), seed, "town.toml")
      .value();
}

TEST(MakePopulation, FitsEveryMarginWithinHalfAPerCent) {
  const auto made = town();
  EXPECT_TRUE(made.fit.converged);
  for (const FitRow& row : made.fit.rows) {
    EXPECT_LE(std::abs(row.difference()), 0.005 * row.wanted) << row.variable << " " << row.value;
    EXPECT_EQ(row.cause, FitCause::kFits) << row.variable << " " << row.value;
  }
  EXPECT_EQ(made.population.households.size(), 10000U);
  EXPECT_EQ(made.population.residents.size(), 20500U);
}

TEST(MakePopulation, PassesEveryCheck) {
  for (const auto& check : town().checks) {
    EXPECT_EQ(check.failed, 0) << check.name;
    EXPECT_EQ(check.asked, 10000) << check.name;
  }
}

TEST(MakePopulation, ChangesNoByteWhenTheFileIsReversed) {
  const std::string reversed = kTownHead + kTownBijstand + kTownAge + kTownType;
  const auto one = population_files(made_of(kTown), spec_of(kTown));
  EXPECT_EQ(one, population_files(made_of(reversed), spec_of(reversed)));
  EXPECT_EQ(one.size(), 5U);
}

TEST(MakePopulation, DrawsOnlyInsideAClassByItsSeed) {
  const auto one = town(1), two = town(2);
  for (std::size_t r = 0; r < one.fit.rows.size(); ++r) EXPECT_EQ(one.fit.rows[r].got, two.fit.rows[r].got);
  std::size_t other_births = 0;
  for (std::size_t r = 0; r < one.population.residents.size(); ++r)
    other_births += one.population.residents[r].birth != two.population.residents[r].birth ? 1 : 0;
  EXPECT_GT(other_births, one.population.residents.size() / 2);
}

TEST(MakePopulation, HoldsTheCountryInLessThanAGigabyte) {
  const std::size_t bytes = 8'000'000 * sizeof(HouseholdRow) + 18'000'000 * sizeof(Resident);
  EXPECT_LT(bytes, 1'000'000'000U);
}

TEST(MakePopulation, RefusesACellThatNoHouseholdCanBeIn) {
  // No child of a couple that is older than the AOW age: bijstand above it cannot be asked for, but an empty class can.
  Structure poor = test_structure();
  poor.activities.erase(std::ranges::find(poor.activities, "bijstand", &Activity::id));
  const auto refused = make_population(spec_of(kTown), poor, test_law(), 1, "town.toml");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().at(0).code, FaultCode::kContradiction);
  EXPECT_EQ(refused.error().at(0).args.at("reason"), "population-no-household");
}

TEST(MakePopulation, SaysWhichCellsAreTooSmallForHalfAPerCent) {
  const auto made = make_population(scaled_to(spec_of(kTown), 50), test_structure(), test_law(), 1, "t").value();
  for (const FitRow& row : made.fit.rows) {
    EXPECT_LE(std::abs(row.difference()), row.variable == "total" ? 2.0 : 1.0) << row.value;
    if (row.variable == "total") continue;
    if (std::abs(row.difference()) > 0.005 * row.wanted) {
      EXPECT_EQ(row.cause, FitCause::kSmallCell);
    }
  }
}

TEST(MakePopulation, NamesAContradictionBetweenMargins) {
  const std::string text = kTown + "[[margin]]\nvariable = \"benefit\"\ncounts = { bijstand = 300 }\nassumed = true\n";
  const auto made = made_of(text);  // 60 households cannot hold 300 people with bijstand
  EXPECT_FALSE(made.fit.converged);
  EXPECT_TRUE(
      std::ranges::any_of(made.fit.rows, [](const FitRow& row) { return row.cause == FitCause::kContradiction; }));
}

class WrittenPopulation : public ::testing::Test {
 protected:
  WrittenPopulation() : made(made_of(kTown)), files(population_files(made, spec_of(kTown))) { write(); }
  ~WrittenPopulation() override { std::filesystem::remove_all(folder); }
  void write() { ASSERT_TRUE(replace_folder(folder, files)); }

  std::string fault_after(const std::string& file, const std::string& from, const std::string& to) {
    auto changed = files;
    std::string& text = changed.at(file);
    text.replace(text.find(from), from.size(), to);
    EXPECT_TRUE(replace_folder(folder, changed));
    const auto read = read_population(folder);
    return read ? "none" : std::string(name_of(read.error().at(0).code));
  }

  MadePopulation made;
  std::map<std::string, std::string> files;
  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("population_test." + std::to_string(::getpid()));
};

TEST_F(WrittenPopulation, ReadsBackAsItWas) {
  MadePopulation again{.population = read_population(folder).value(), .fit = {}, .checks = {}, .source_hash = {}};
  again.fit = made.fit;
  again.checks = made.checks;
  again.source_hash = made.source_hash;
  EXPECT_EQ(population_files(again, spec_of(kTown)), files);
}

TEST_F(WrittenPopulation, RefusesAFolderThatIsNotWhole) {
  EXPECT_EQ(fault_after("population.json", "passend-population/1", "other/1"), "json-syntax");
  EXPECT_EQ(fault_after("residents.csv", "birth_date", "born"), "column-missing");
  EXPECT_EQ(fault_after("residents.csv", "1,adult1", "2,adult1"), "reference-missing");
  EXPECT_EQ(fault_after("residents.csv", "1,adult1", "1,child"), "reference-missing");
  EXPECT_EQ(fault_after("households.csv", "single", "alone"), "not-in-list");
  EXPECT_EQ(fault_after("households.csv", "\n2,", "\n3,"), "out-of-range");
  std::string& people = files.at("residents.csv");
  people.resize(people.rfind('\n', people.size() - 2) + 1);
  EXPECT_EQ(fault_after("population.json", "true", "true"), "reference-missing");
}

TEST(HouseholdOf, GivesWhatTheStatutesAsk) {
  const auto made = town();
  const auto& population = made.population;
  const auto find = [&](HouseholdType type) {
    return static_cast<std::size_t>(std::ranges::find(population.households, type, &HouseholdRow::type) -
                                    population.households.begin());
  };
  const auto couple = household_of(population, find(HouseholdType::kCoupleWithChildren), population.date);
  EXPECT_EQ(couple.adults.size(), 2U);
  EXPECT_TRUE(income::is_couple(couple));
  EXPECT_FALSE(couple.children.empty());
  const std::size_t other = find(HouseholdType::kOther);
  for (const std::size_t unit : {0U, 1U}) {
    const auto mate = household_of(population, other, population.date, unit);
    EXPECT_EQ(mate.adults.size(), 1U);
    EXPECT_EQ(mate.co_residents.size(), 1U);
    EXPECT_EQ(mate.adults[0].birth, population.of(other)[unit].birth);
  }
  EXPECT_EQ(income_units(HouseholdType::kOther), 2U);
}

// A student whose house mate has bijstand, and the like, are outside the rules by name; nothing of it cannot be.
TEST(HouseholdOf, CanBeWorkedOutByTheIncomeStatutes) {
  const auto made = town();
  const auto rules = income::read_rule_book(shipped_law(), made.population.date);
  std::size_t asked = 0, settled = 0;
  for (std::size_t h = 0; h < made.population.households.size(); ++h)
    for (std::size_t unit = 0; unit < income_units(made.population.households[h].type); ++unit) {
      const auto household = household_of(made.population, h, made.population.date, unit);
      const auto done = income::settle(rules, shipped_law(), household);
      ++asked;
      settled += done ? 1 : 0;
      if (!done) {
        EXPECT_EQ(done.error().at(0).code, FaultCode::kNotCovered) << done.error().at(0).column;
      }
    }
  EXPECT_GT(settled, asked * 99 / 100);
}

TEST(HouseholdOf, MakesAGrownUpChildACoResident) {
  const auto made = made_of(kTown);
  const auto found = std::ranges::find(made.population.households, HouseholdType::kSingleParent, &HouseholdRow::type);
  const auto h = static_cast<std::size_t>(found - made.population.households.begin());
  const auto later = household_of(made.population, h, plus_months(made.population.date, 12 * 20));
  EXPECT_TRUE(later.children.empty());
  EXPECT_EQ(later.co_residents.at(0).relation, "kind");
}

}  // namespace
}  // namespace passend::insight
