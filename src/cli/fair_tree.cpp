// SPDX-License-Identifier: EUPL-1.2
#include "cli/fair_tree.hpp"

#include "cli/fair_first_view_commands.hpp"
#include "cli/fair_placements_commands.hpp"
#include "cli/fair_practice_commands.hpp"
#include "cli/fair_sex_work_tree.hpp"
#include "cli/fair_tender_commands.hpp"

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
  CLI::App* plan = tree.command(fair, "plan", "fair-plan");
  plan->add_option("PLAN", arguments.file, tree.text("cli.help.plan"))->required();
  plan->add_option("DIR", arguments.folder, tree.text("cli.help.snapshot"))->required();
  plan->add_option("--twins", arguments.twins, tree.text("cli.help.twins"))
      ->capture_default_str()
      ->check(CLI::Range(1, 10'000'000).description(""));
  plan->add_option("--threads", arguments.threads, tree.text("cli.help.threads"))
      ->check(CLI::Range(0, 256).description(""));
  tree.on(plan, arguments, fair_plan_command);
  add_fair_tender(tree, fair);
  add_fair_placements(tree, fair);
  add_fair_first_view(tree, fair);
  add_fair_report(tree, fair, arguments.report);
  add_fair_practice(tree, fair);
  add_fair_sex_work(tree, fair);
}

}  // namespace passend::cli
