// SPDX-License-Identifier: EUPL-1.2
// Shows: figures are read with their source or as assumed, shares divide what counts leave, and figures that cannot be
// are one clear fault each.
#include "insight/population_margins.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "population_inputs.hpp"

namespace passend::insight {
namespace {

Faults faults_of(const std::string& text) {
  const auto found = read_population_spec(text, "town.toml", test_structure());
  return found ? Faults{} : found.error();
}

// The only fault: its code, and its reason where it has one.
std::string only_fault(const std::string& text) {
  const auto faults = faults_of(text);
  if (faults.size() != 1) return std::to_string(faults.size()) + " faults";
  const auto reason = faults[0].args.find("reason");
  return std::string(name_of(faults[0].code)) + (reason == faults[0].args.end() ? "" : " " + reason->second);
}

std::string margin(const std::string& lines, const std::string& origin = "assumed = true") {
  return kTown + "[[margin]]\n" + lines + "\n" + origin + "\n";
}

double wanted(const PopulationSpec& spec, const std::string& name) {
  for (const MarginCell& cell : spec.cells)
    if (std::string(kVariableRows[static_cast<std::size_t>(cell.variable)].name) + ":" +
            name_of(test_structure(), cell) ==
        name)
      return cell.wanted;
  return -1;
}

TEST(PopulationMargins, DividesWhatCountsLeaveOverTheShares) {
  const auto spec =
      spec_of(margin("variable = \"tenure\"\ncounts = { own = 400 }\nshares = { social_rent = 2, private_rent = 1 }"));
  EXPECT_DOUBLE_EQ(wanted(spec, "tenure:own"), 400);
  EXPECT_DOUBLE_EQ(wanted(spec, "tenure:social_rent"), 400);
  EXPECT_DOUBLE_EQ(wanted(spec, "tenure:private_rent"), 200);
}

TEST(PopulationMargins, CountsAdultsByTheKindsOfHousehold) {
  const auto spec = spec_of(kTown);  // 400 + 70 + 2 × 530 adults
  EXPECT_NEAR(wanted(spec, "age:aow"), 1530 * 0.21, 1e-9);
}

TEST(PopulationMargins, KeepsSourceYearAndDefinition) {
  const auto spec = spec_of(kTown);
  const auto found = std::ranges::find(spec.cells, Variable::kSource, &MarginCell::variable);
  ASSERT_NE(found, spec.cells.end());
  EXPECT_FALSE(found->from.assumed);
  EXPECT_EQ(found->from.source, "a publication");
  EXPECT_EQ(found->from.year, 2025);
  EXPECT_EQ(found->from.definition, "breed");
}

TEST(PopulationMargins, RefusesAFigureWithoutSourceOrDefinition) {
  EXPECT_EQ(only_fault(margin("variable = \"tenure\"\ncounts = { own = 4 }", "source = \"x\"")), "toml-key-missing");
  EXPECT_EQ(only_fault(margin("variable = \"tenure\"\ncounts = { own = 4 }", "year = 2025")), "toml-key-missing");
  EXPECT_EQ(only_fault(margin("variable = \"benefit\"\ncounts = { ww = 4 }", "source = \"x\"\nyear = 2025")),
            "toml-key-missing");
  EXPECT_EQ(only_fault(margin("variable = \"tenure\"\ncounts = { own = 4 }", "assumed = true\nsource = \"x\"")),
            "contradiction population-assumed-and-source");
}

TEST(PopulationMargins, RefusesWhatCannotBe) {
  EXPECT_EQ(only_fault(kTownHead + kTownAge), "contradiction population-not-whole");
  EXPECT_EQ(only_fault(margin("variable = \"tenure\"\nshares = { own = 4 }")),
            "contradiction population-shares-not-whole");
  EXPECT_EQ(only_fault(margin("variable = \"tenure\"\ncounts = { own = 1100 }")),
            "contradiction population-above-total");
  EXPECT_EQ(only_fault(margin("variable = \"tenure\"\ncounts = { own = 1, social_rent = 1, private_rent = 1 }")),
            "contradiction population-below-total");
  EXPECT_EQ(only_fault(margin("variable = \"duration\"\nshares = { tot_1 = 1, 1_3 = 1, 3_5 = 1, 5_plus = 1 }")),
            "contradiction population-total-unknown");
  EXPECT_EQ(only_fault(margin("variable = \"benefit\"\nshares = { \"ww+zw\" = 1 }")),
            "contradiction population-share-of-a-sum");
  std::string few = kTown, many = kTown;
  few.replace(few.find("2050"), 4, "1600");
  many.replace(many.find("2050"), 4, "3000");
  EXPECT_EQ(only_fault(few), "contradiction population-residents-too-few");
  EXPECT_EQ(only_fault(many), "contradiction population-residents-too-many");
}

TEST(PopulationMargins, RefusesUnknownWordsAndCellsGivenTwice) {
  EXPECT_EQ(only_fault(margin("variable = \"colour\"\ncounts = { red = 4 }")), "not-in-list");
  EXPECT_EQ(only_fault(margin("variable = \"tenure\"\ncounts = { tent = 4 }")), "not-in-list");
  EXPECT_EQ(only_fault(margin("variable = \"income_source\"\ncounts = { bijstand = 4 }")), "key-twice");
  EXPECT_EQ(only_fault(margin("variable = \"tenure\"\ncounts = { own = -4 }")), "out-of-range");
  EXPECT_EQ(only_fault(margin("variable = \"tenure\"\ncounts = { own = \"4\" }")), "toml-type");
  EXPECT_EQ(only_fault(margin("variable = \"tenure\"")), "toml-key-missing");
  EXPECT_EQ(only_fault("colour = 1\n" + kTown), "toml-key-unknown");
  std::string code = kTown;
  code.replace(code.find("GM0000"), 6, "GMxxxx");
  EXPECT_EQ(only_fault(code), "code-unknown");
}

TEST(PopulationMargins, ReadsTheSameFromAnyOrder) {
  const auto one = spec_of(kTownHead + kTownType + kTownAge + kTownBijstand);
  const auto two = spec_of(kTownHead + kTownBijstand + kTownAge + kTownType);
  EXPECT_EQ(canonical_text(one, test_structure()), canonical_text(two, test_structure()));
}

TEST(PopulationMargins, ScalesEveryFigure) {
  const auto spec = scaled_to(spec_of(kTown), 100);
  EXPECT_EQ(spec.households.count, 100);
  EXPECT_EQ(spec.residents.count, 205);
  EXPECT_DOUBLE_EQ(wanted(spec, "income_source:bijstand"), 6);
}

}  // namespace
}  // namespace passend::insight
