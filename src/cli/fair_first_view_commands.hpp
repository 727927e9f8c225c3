// SPDX-License-Identifier: EUPL-1.2
// passend fair first-view: what an employer sees first.
#pragma once

#include <filesystem>
#include <string>

#include "cli/command_tree.hpp"

namespace passend::cli {

struct FairFirstViewArguments {
  std::filesystem::path plan, folder;
  std::string work;
};

int fair_first_view_command(const Console& console, const Common& common, const FairFirstViewArguments& arguments);

void add_fair_first_view(CommandTree& tree, CLI::App& fair);

}  // namespace passend::cli
