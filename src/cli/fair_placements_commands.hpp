// SPDX-License-Identifier: EUPL-1.2
// passend fair placements: what changes in running work in the coming days.
#pragma once

#include <filesystem>
#include <optional>

#include "base/date.hpp"
#include "cli/command_tree.hpp"

namespace passend::cli {

struct FairPlacementsArguments {
  std::filesystem::path folder, rules;
  std::optional<Date> date;
  int days = 60;
};

int fair_placements_command(const Console& console, const Common& common, const FairPlacementsArguments& arguments);

void add_fair_placements(CommandTree& tree, CLI::App& fair);

}  // namespace passend::cli
