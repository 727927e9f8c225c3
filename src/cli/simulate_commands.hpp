// SPDX-License-Identifier: EUPL-1.2
// passend simulate: what a measure would do, whole or in parts, and scenarios beside each other.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command_tree.hpp"

namespace passend::cli {

struct SimulateArguments {
  std::filesystem::path scenario, population, out, work, page;
  std::string sensitivity;  // one, global
  int parts = 2, part = 0;
  int threads = 0;
  int samples = 60;  // of a global sensitivity
  std::vector<std::filesystem::path> outs;
};

int simulate_command(const Console& console, const Common& common, const SimulateArguments& arguments);
int simulate_plan_command(const Console& console, const Common& common, const SimulateArguments& arguments);
int simulate_run_command(const Console& console, const Common& common, const SimulateArguments& arguments);
int simulate_merge_command(const Console& console, const Common& common, const SimulateArguments& arguments);
int simulate_compare_command(const Console& console, const Common& common, const SimulateArguments& arguments);

void add_simulate(CommandTree& tree, CLI::App& app);

}  // namespace passend::cli
