// SPDX-License-Identifier: EUPL-1.2
// What population tests share: the law of one day, the shipped structure, and a small town without any published
// figure.
#pragma once

#include <string>

#include "base/text_file.hpp"
#include "insight/make_population.hpp"
#include "law_folder.hpp"

namespace passend::insight {

inline const PopulationLaw& test_law() {
  static const PopulationLaw law = population_law_on(shipped_law(), day("2026-01-01")).value();
  return law;
}

inline const Structure& test_structure() {
  static const Structure structure = [] {
    const auto path = std::filesystem::path(PASSEND_SOURCE_DIR) / "data/population/structure.toml";
    return read_structure(read_file(path).value(), "structure.toml", test_law()).value();
  }();
  return structure;
}

inline const std::string kTownHead = R"(municipality = "Voorbeeldstad"
code = "GM0000"
date = 2026-01-01
[residents]
count = 2050
assumed = true
[households]
count = 1000
assumed = true
)";
inline const std::string kTownType = R"([[margin]]
variable = "type"
shares = { single = 400, single_parent = 70, couple = 270, couple_with_children = 190, other = 70 }
assumed = true
)";
inline const std::string kTownAge = R"([[margin]]
variable = "age"
shares = { 18_26 = 150, 27_34 = 140, 35_44 = 150, 45_54 = 160, 55_aow = 190, aow = 210 }
assumed = true
)";
inline const std::string kTownBijstand = R"([[margin]]
variable = "income_source"
counts = { bijstand = 60 }
definition = "breed"
source = "a publication"
year = 2025
)";
inline const std::string kTown = kTownHead + kTownType + kTownAge + kTownBijstand;

inline PopulationSpec spec_of(const std::string& text) {
  return read_population_spec(text, "town.toml", test_structure()).value();
}

inline MadePopulation made_of(const std::string& text, std::uint64_t seed = 1) {
  return make_population(spec_of(text), test_structure(), test_law(), seed, "town.toml").value();
}

}  // namespace passend::insight
