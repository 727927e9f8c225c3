// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command_tree.hpp"

namespace passend::cli {

void add_fair_sex_work(CommandTree& tree, CLI::App& fair);

}  // namespace passend::cli
