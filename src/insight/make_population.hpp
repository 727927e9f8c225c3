// SPDX-License-Identifier: EUPL-1.2
// An invented population that fits the margins of a municipality, with how well it fits and what was checked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "insight/population.hpp"
#include "insight/population_checks.hpp"
#include "insight/population_margins.hpp"

namespace passend::insight {

// Why a cell is off by more than 0.5 %.
enum class FitCause : std::uint8_t {
  kFits,
  kSmallCell,      // one household or person is more than that
  kContradiction,  // the margins cannot all be met; this one gave way
  kRounding,       // whole households; the weights did fit
};
inline constexpr std::array<std::string_view, 4> kFitCauseNames{"fits", "small_cell", "contradiction", "rounding"};

struct FitRow {
  std::string_view level, variable;  // household, person
  std::string value;
  double wanted = 0;
  std::int64_t got = 0;
  FitCause cause{};
  FigureSource from;
  double difference() const { return static_cast<double>(got) - wanted; }
};

struct FitReport {
  std::vector<FitRow> rows;  // households and residents first, then the cells by variable
  std::size_t kinds = 0;     // of households that can be
  int rounds = 0;            // of proportional updating
  bool converged = false;
  double largest_gap = 0;  // of the weights, relative
};

struct MadePopulation {
  Population population;
  FitReport fit;
  std::vector<CheckResult> checks;
  std::string source_hash;  // of figures, structure and date
};

// kContradiction (population-no-household) for a cell that no possible household counts in. Same inputs, same bytes.
Result<MadePopulation> make_population(const PopulationSpec& spec, const Structure& structure, const PopulationLaw& law,
                                       std::uint64_t seed, const std::string& file);

// The residents of `copies[k]` households of each kind k, in that order; each household has a stream of its own.
Population draw_population(const Structure& structure, const PopulationLaw& law, const std::vector<Archetype>& kinds,
                           const std::vector<std::int64_t>& copies, std::uint64_t seed);

}  // namespace passend::insight
