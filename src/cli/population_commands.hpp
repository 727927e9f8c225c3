// SPDX-License-Identifier: EUPL-1.2
// passend population: an invented population with the published margins of a municipality.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "cli/command_tree.hpp"

namespace passend::cli {

struct PopulationArguments {
  std::filesystem::path margins, out;
  std::uint64_t seed = 1;
  std::optional<std::int64_t> households;  // else as the file says
};

int population_command(const Console& console, const Common& common, const PopulationArguments& arguments);

void add_population(CommandTree& tree, CLI::App& app);

}  // namespace passend::cli
