// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "cli/command_tree.hpp"
#include "cli/fair_practice_commands.hpp"
#include "fairwork/outcome_groups.hpp"

namespace passend::cli {
namespace {

void add_practice_test(CommandTree& tree, CLI::App& fair) {
  auto& arguments = tree.keep<FairPracticeArguments>();
  CLI::App* practice = tree.command(fair, "practice-test", "fair-practice-test");
  practice->alias("practice");
  practice->require_subcommand(1);
  CLI::App* design = tree.command(*practice, "design", "fair-practice-test-design");
  design->add_option("FILE", arguments.file, tree.text("cli.help.practice-design"))->required();
  design->add_option("--seed", arguments.seed, tree.text("cli.help.practice-seed"))
      ->required()
      ->check(CLI::Range(0.0, kMostSeed).description(""));
  design->add_option("--out", arguments.out, tree.text("cli.help.practice-out"));
  tree.add_template(design, "examples/practice_design.toml");
  tree.on(design, arguments, fair_practice_design_command);
  CLI::App* analyse = tree.command(*practice, "analyse", "fair-practice-test-analyse");
  analyse->add_option("FILE", arguments.file, tree.text("cli.help.practice-log"))->required();
  analyse->add_option("--design", arguments.design, tree.text("cli.help.practice-design"));
  tree.add_template(analyse, "examples/practice_log.csv");
  tree.on(analyse, arguments, fair_practice_analyse_command);
}

void add_monitor(CommandTree& tree, CLI::App& fair) {
  auto& arguments = tree.keep<FairMonitorArguments>();
  CLI::App* monitor = tree.command(fair, "monitor", "fair-monitor");
  monitor->require_subcommand(1);
  CLI::App* plan = tree.command(*monitor, "plan", "fair-monitor-plan");
  plan->add_option("PLAN", arguments.plan, tree.text("cli.help.plan"))->required();
  plan->add_option("DIR", arguments.snapshot, tree.text("cli.help.snapshot"))->required();
  const std::vector<std::string> kinds(fairwork::kOutcomeKinds.begin(), fairwork::kOutcomeKinds.end());
  plan->add_option("--by", arguments.by, tree.text("cli.help.monitor-by"))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(kinds).description(""));
  plan->add_option("--outcome", arguments.outcome, tree.text("cli.help.monitor-outcome"))
      ->capture_default_str()
      ->check(CLI::IsMember(std::vector<std::string>{"voorstel", "placement"}).description(""));
  tree.on(plan, arguments, fair_monitor_plan_command);
  CLI::App* totals = tree.command(*monitor, "totals", "fair-monitor-totals");
  totals->add_option("FILE", arguments.file, tree.text("cli.help.monitor-totals"))->required();
  tree.add_template(totals, "examples/outcome_totals.csv");
  tree.on(totals, arguments, fair_monitor_totals_command);
}

}  // namespace

void add_fair_practice(CommandTree& tree, CLI::App& fair) {
  add_practice_test(tree, fair);
  add_monitor(tree, fair);
}

}  // namespace passend::cli
