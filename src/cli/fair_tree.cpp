// SPDX-License-Identifier: EUPL-1.2
#include "cli/fair_tree.hpp"

namespace passend::cli {

void add_fair(CommandTree&, CLI::App& fair, FairArguments&) { fair.require_subcommand(1); }

}  // namespace passend::cli
