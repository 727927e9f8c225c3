// SPDX-License-Identifier: EUPL-1.2
#include "cli/fair_tree.hpp"

namespace passend::cli {

void add_fair(CommandTree& tree, CLI::App& fair, FairArguments& arguments) {
  fair.require_subcommand(1);
  add_fair_report(tree, fair, arguments.report);
}

}  // namespace passend::cli
