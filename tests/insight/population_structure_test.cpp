// SPDX-License-Identifier: EUPL-1.2
// Shows: the shipped structure is read with the AOW age of the date, every kind of household that comes out of it can
// be, and a structure that is not whole is refused.
#include "insight/population_structure.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "population_inputs.hpp"

namespace passend::insight {
namespace {

std::string shipped_text() {
  return read_file(std::filesystem::path(PASSEND_SOURCE_DIR) / "data/population/structure.toml").value();
}

std::string fault_after(const std::string& from, const std::string& to) {
  std::string text = shipped_text();
  const auto place = text.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  text.replace(place, from.size(), to);
  const auto read = read_structure(text, "structure.toml", test_law());
  return read ? "none" : std::string(name_of(read.error().at(0).code));
}

TEST(PopulationStructure, TakesTheAowAgeAndTheMinimumFromTheLaw) {
  EXPECT_EQ(test_law().aow_months, 12 * 67);
  EXPECT_EQ(test_structure().ages.back().from, 12 * 67);
  EXPECT_EQ(test_law().minimum[21], 1471);
  EXPECT_EQ(test_law().minimum[120], 1471);
  EXPECT_EQ(test_law().minimum[14], 0);
  EXPECT_FALSE(population_law_on(shipped_law(), day("2019-01-01")));
}

TEST(PopulationStructure, IsRefusedWhenItIsNotWhole) {
  EXPECT_EQ(fault_after("ages = [620, ", "ages = ["), "toml-type");
  EXPECT_EQ(fault_after("ages = [620, ", "ages = [-620, "), "out-of-range");
  EXPECT_EQ(fault_after("benefit = \"ww\"", "benefit = \"dole\""), "not-in-list");
  EXPECT_EQ(fault_after("id = \"27_34\"", "id = \"18_26\""), "key-twice");
  EXPECT_EQ(fault_after("until = 27", "until = 17"), "interval-reversed");
  EXPECT_EQ(fault_after("bands = [\"0_3\"]", "bands = [\"0_4\"]"), "reference-missing");
  EXPECT_EQ(fault_after("premium = [[150, 1000,", "premium = [[150, 900,"), "out-of-range");
  EXPECT_EQ(fault_after("parent_years", "parent_jears"), "toml-key-unknown");
  EXPECT_EQ(fault_after("ao = [[600,", "ill = [[600,"), "toml-key-missing");
}

TEST(PopulationArchetypes, CanBe) {
  const Structure& structure = test_structure();
  const auto kinds = archetypes_of(structure);
  EXPECT_GT(kinds.size(), 10000U);
  for (const Archetype& kind : kinds) {
    ASSERT_GT(kind.weight, 0);
    ASSERT_EQ(kind.children != kNone, has_children(kind.type));
    for (const AdultState& adult : kind.people()) ASSERT_TRUE(age_window(structure, adult, kind.children));
    if (!has_partners(kind.type)) continue;
    const auto on_bijstand = [&](const AdultState& one) {
      return structure.activities[one.activity].benefit == income::Benefit::kBijstand;
    };
    ASSERT_EQ(on_bijstand(kind.adults[0]), on_bijstand(kind.adults[1]));
  }
}

TEST(PopulationArchetypes, CountEachAdultAndChildOnce) {
  const Structure& structure = test_structure();
  for (const Archetype& kind : archetypes_of(structure)) {
    int adults = 0, children = 0;
    count_values(structure, kind, [&](Variable variable, std::size_t value, int times) {
      ASSERT_LT(value, values_of(structure, variable).size());
      adults += variable == Variable::kAge ? times : 0;
      children += variable == Variable::kChildAge ? times : 0;
    });
    ASSERT_EQ(static_cast<std::size_t>(adults), adults_of(kind.type));
    ASSERT_EQ(children > 0, has_children(kind.type));
  }
}

}  // namespace
}  // namespace passend::insight
