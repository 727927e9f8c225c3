// SPDX-License-Identifier: EUPL-1.2
// Questions that a simulation answers: what work brings, and what more places cost. docs/questions.md.
#pragma once

#include <optional>
#include <string>

#include "insight/council_answer.hpp"
#include "insight/question_catalogue.hpp"
#include "insight/simulation_results.hpp"

namespace passend::insight {

// Results as a folder of `passend simulate` holds them.
struct SimulationSource {
  Results results;
  std::string title, population;  // of the scenario; SHA-256 of the people
  std::string file, sha256;       // of results.csv
};

// The middle of the last year with its band, each figure traced to its rows. For "cost_of_more_places" what `second`
// gives more than `first`, by year; for other questions `second` alone is read. kContradiction as difference(), and
// where the people are not the same.
Result<Computed> simulated(const Question& question, const std::optional<SimulationSource>& first,
                           const SimulationSource& second);

}  // namespace passend::insight
