// SPDX-License-Identifier: EUPL-1.2
// What every invented household must satisfy to be plausible; docs/population.md lists the same rules.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "insight/population.hpp"
#include "insight/population_structure.hpp"

namespace passend::insight {

struct CheckResult {
  std::string_view name;
  std::int64_t asked = 0;   // households
  std::int64_t failed = 0;  // households
};

inline constexpr std::array<std::string_view, 12> kCheckNames{
    "type_has_its_people",  "adult_is_grown_up",  "child_is_minor",   "child_parent_years",
    "bijstand_below_aow",   "bijstand_of_couple", "aow_from_its_age", "benefit_since",
    "pay_at_least_minimum", "hours_with_pay",     "rent_with_tenure", "bijstand_assets"};

// One row for each name, in that order.
std::vector<CheckResult> check_population(const Population& population, const Structure& structure,
                                          const PopulationLaw& law);

}  // namespace passend::insight
