// SPDX-License-Identifier: EUPL-1.2
// The commands of `passend fair`, laid out under their parent.
#pragma once

#include "cli/command_tree.hpp"
#include "cli/fair_commands.hpp"

namespace passend::cli {

// `arguments` outlives the tree.
void add_fair(CommandTree& tree, CLI::App& fair, FairArguments& arguments);

}  // namespace passend::cli
