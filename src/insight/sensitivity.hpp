// SPDX-License-Identifier: EUPL-1.2
// Which assumptions drive a scenario: one at a time, and all at once by a Latin hypercube. docs/simulation.md
// section 6.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "insight/scenario.hpp"
#include "insight/simulation_results.hpp"

namespace passend::insight {

using PlayScenario = std::function<Result<Results>(const Scenario&)>;
using SensitivityProgress = std::function<void(std::int64_t done, std::int64_t total)>;

struct ParameterEffect {
  std::string parameter{};
  // One at a time: the middle of the last year at low and at high, less that at the value.
  std::vector<std::int64_t> at_low{}, at_high{};  // by indicator
  // Global: standardised rank regression coefficient, per mille.
  std::vector<std::int64_t> coefficient{};
};

struct Sensitivity {
  bool is_global = false;
  std::vector<std::string> indicators{};
  std::vector<ParameterEffect> effects{};  // of the parameters whose low and high differ
  std::vector<std::int64_t> explained{};   // global: share of the variance of ranks, per mille, by indicator
};

Result<Sensitivity> one_at_a_time(const Scenario& scenario, const PlayScenario& play, const std::stop_token& stop,
                                  const SensitivityProgress& progress);

// Each sample is played with one replication of its own number, so that dice count as noise.
Result<Sensitivity> global_sensitivity(const Scenario& scenario, const PlayScenario& play, int samples,
                                       const std::stop_token& stop, const SensitivityProgress& progress);

// "parameter,indicator,low,high" or "parameter,indicator,coefficient_per_mille".
std::string sensitivity_csv(const Sensitivity& answer);

// Coefficients of least squares on standardised ranks (average ranks for ties), and R²; empty where a column does not
// vary.
struct RankRegression {
  std::vector<double> coefficient{};
  double r2 = 0;
};
RankRegression rank_regression(const std::vector<std::vector<double>>& columns, const std::vector<double>& outcome);

}  // namespace passend::insight
