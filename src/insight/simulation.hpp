// SPDX-License-Identifier: EUPL-1.2
// A scenario played on a population, one replication at a time. docs/simulation.md is the definition.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "insight/money.hpp"
#include "insight/population.hpp"
#include "insight/scenario.hpp"
#include "insight/seekers.hpp"

namespace passend::insight {

// What is counted, by name: the same for every replication of a scenario. Amounts are eurocent a year unless the name
// says a month; shares are per mille.
std::vector<std::string> indicators_of(const Scenario& scenario);

struct Replication {
  int number = 0;                                  // from 0
  std::vector<std::vector<std::int64_t>> value{};  // by year, by indicator
  std::int64_t plans = 0;
  double plan_seconds = 0;  // of all plans; not part of any result
};

// What every replication shares; all of it outlives the simulation.
struct SimulationInput {
  const Scenario& scenario;
  const Population& population;
  const ParameterStore& law;  // with the changes of the scenario
  const income::RuleBook& rules;
  const Reference& reference;
  const std::vector<scheme::Scheme>& library;
  const SeekerFiles& files;
};

// Replications first … last (excluded), in parallel; by number, whatever the threads. Faults of the files; the first.
// `done` is called after each, from any thread, one at a time.
Result<std::vector<Replication>> simulate(const SimulationInput& input, int first, int last, int threads,
                                          const std::stop_token& stop, const std::function<void(int)>& done);

}  // namespace passend::insight
