// SPDX-License-Identifier: EUPL-1.2
#include "cli/fair_tree.hpp"

namespace passend::cli {

void add_fair(CommandTree& tree, CLI::App& fair, FairArguments& arguments) {
  fair.require_subcommand(1);
  CLI::App* payslip = tree.command(fair, "payslip", "fair-payslip");
  payslip->add_option("FILE", arguments.file, tree.text("cli.help.payslip"))->required();
  tree.add_template(payslip, "examples/payslip.toml");
  tree.on(payslip, arguments, fair_payslip_command);
  CLI::App* vacancy = tree.command(fair, "vacancy", "fair-vacancy");
  vacancy->add_option("FILE", arguments.file, tree.text("cli.help.work-text"))->required();
  vacancy->add_flag("--measure", arguments.measure, tree.text("cli.help.measure"));
  tree.add_template(vacancy, "examples/work_text.txt");
  tree.on(vacancy, arguments, fair_vacancy_command);
}

}  // namespace passend::cli
