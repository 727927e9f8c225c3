// SPDX-License-Identifier: EUPL-1.2
// Which households can be, as data (data/population/structure.toml): age bands, what adults live on, sets of children,
// and the weights that make one more plausible than another before any margin is fitted. All of it is assumed.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "insight/population.hpp"
#include "law/parameter_store.hpp"

namespace passend::insight {

// Values of law that a population rests on, on its day.
struct PopulationLaw {
  Date on{};
  int aow_months = 0;                                // AOW age
  std::array<std::int64_t, 128> minimum{};           // eurocent an hour by age; 0 = the law sets none
  std::int64_t assets_single = 0, assets_other = 0;  // eurocent, limit for bijstand
};

// kNoValue, kUnknownParameter as ParameterStore.
Result<PopulationLaw> population_law_on(const ParameterStore& law, Date on);

struct Band {
  std::string id;
  int from = 0, until = 0;  // months; until is outside
};

struct HoursClass {
  std::string id;
  std::int64_t least = 0, most = 0, step = 1;  // hours a week
};

struct WeightedRange {
  std::int64_t weight = 0, least = 0, most = 0;
};
using WeightedRanges = std::vector<WeightedRange>;

struct Activity {
  std::string id;
  income::Benefit benefit = income::Benefit::kGeen;
  std::size_t source = 0;  // of income_sources
  bool income = false, student = false, same_for_partner = false;
  std::vector<std::int64_t> ages, hours, durations;  // weights; durations empty: begin drawn from `days`
  std::int64_t days_least = 0, days_most = 0;        // since the benefit began
  WeightedRanges month, premium;                     // eurocent; per mille of the minimum wage
  std::int64_t medisch = 0, lks = 0;                 // per mille
};

struct ChildSet {
  std::vector<std::size_t> bands;  // rising
  std::int64_t weight = 0;
};

struct GapWeight {
  std::size_t gap = 0;  // age bands
  std::int64_t weight = 0;
};

struct Structure {
  std::vector<std::string> sources;
  int parent_least = 0, parent_most = 0;  // years
  std::int64_t without_income = 0;        // per mille
  std::vector<GapWeight> couple_gaps, other_gaps;
  std::vector<Band> ages, child_ages, durations;
  std::vector<HoursClass> hours;
  std::vector<Activity> activities;
  std::array<std::vector<std::int64_t>, kHouseholdTypeNames.size()> types;  // weights by age band
  std::vector<ChildSet> children;
  std::array<std::vector<std::int64_t>, kTenureNames.size()> tenures;  // weights by source
  std::array<WeightedRanges, kTenureNames.size()> rents;               // empty = owner
  std::vector<WeightedRanges> assets;                                  // by source
  std::string hash;                                                    // of the file
};

// kTomlKeyMissing, kTomlKeyUnknown, kTomlType, kOutOfRange, kNotInList, kKeyTwice.
Result<Structure> read_structure(std::string_view bytes, const std::string& file, const PopulationLaw& law);

}  // namespace passend::insight
