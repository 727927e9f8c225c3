// SPDX-License-Identifier: EUPL-1.2
// Everything a simulation needs from files, and the folder it writes.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "cli/commands.hpp"
#include "exchange/reference_reader.hpp"
#include "income/rule_book.hpp"
#include "insight/population.hpp"
#include "insight/scenario.hpp"
#include "insight/simulation.hpp"
#include "insight/simulation_results.hpp"

namespace passend::cli {

struct OpenSimulation {
  insight::Scenario scenario;
  insight::Population population;
  std::string people;  // SHA-256 of the population
  std::string hash;    // of scenario and population: what was played
  std::unique_ptr<ParameterStore> law;
  income::RuleBook rules;
  ReadReference reference;
  std::vector<scheme::Scheme> library;
  insight::SeekerFiles files;

  insight::SimulationInput input() const {
    return {scenario, population, *law, rules, reference.reference, library, files};
  }
};

// All of it; faults of any file.
Result<std::unique_ptr<OpenSimulation>> open_simulation(const Common& common, const std::filesystem::path& scenario,
                                                        const std::filesystem::path& population);

inline constexpr const char* kSimulationMarker = "simulation.json";

struct WrittenSimulation {
  std::string title;
  std::string population;  // SHA-256
  insight::Results results;
};

// results.csv, bands.csv, simulation.json: the same results, the same bytes.
Result<void> write_simulation(const std::filesystem::path& out, const WrittenSimulation& simulation);
// kJsonSyntax, kContradiction: head and rows do not belong together.
Result<WrittenSimulation> read_simulation(const std::filesystem::path& folder);

}  // namespace passend::cli
