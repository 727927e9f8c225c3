// SPDX-License-Identifier: EUPL-1.2
#include "cli/ask_commands.hpp"

namespace passend::cli {
namespace {

void add_question(CommandTree& tree, CLI::App& app, AskArguments& arguments) {
  app.add_option("QUESTION", arguments.question, tree.text("cli.help.question"));
  app.add_option("DIR", arguments.source, tree.text("cli.help.question-source"));
  app.add_option("--variant", arguments.variant, tree.text("cli.help.variant"));
  app.add_option("--snapshot", arguments.snapshot, tree.text("cli.help.snapshot"));
  app.add_option("--administration", arguments.administration, tree.text("cli.help.administration"));
  app.add_option("--tables", arguments.tables, tree.text("cli.help.tables"));
  app.add_option("--municipality", arguments.municipality, tree.text("cli.help.municipality-code"));
  app.add_option("--contracts", arguments.contracts, tree.text("cli.help.bids"));
  app.add_option("--clauses", arguments.clauses, tree.text("cli.help.clauses"));
  app.add_option("--scheme", arguments.scheme, tree.text("cli.help.scheme-id"));
  app.add_option("--household", arguments.household, tree.text("cli.help.household"));
  app.add_option("--hours", arguments.hours, tree.text("cli.help.place-hours"))
      ->check(CLI::Range(1, 80).description(""));
  app.add_option("--wage-value", arguments.wage_value, tree.text("cli.help.wage-value"))
      ->check(CLI::Range(0, 1000).description(""));
  app.add_option("--year", arguments.year, tree.text("cli.help.question-year"))
      ->check(CLI::Range(1901, 2198).description(""));
  app.add_option("--out", arguments.out, tree.text("cli.help.draft-out"));
  auto* simulation = app.add_option("--simulation", arguments.simulation, tree.text("cli.help.simulation"));
  app.add_option("--compared-with", arguments.compared_with, tree.text("cli.help.compared-with"))->needs(simulation);
  tree.add_date(&app);
}

}  // namespace

void add_ask(CommandTree& tree, CLI::App& app) {
  auto& arguments = tree.keep<AskArguments>();
  CLI::App* ask = tree.command(app, "ask", "ask");
  add_question(tree, *ask, arguments);
  tree.on(ask, arguments, ask_command);
  // Each says what is asked for.
  const auto add = [&](const char* name, const char* key, AskFor what) {
    CLI::App* found = tree.command(*ask, name, key);
    found->parse_complete_callback([&arguments, what] { arguments.what = what; });
    tree.on(found, arguments, ask_command);
    return found;
  };
  add("list", "ask-list", AskFor::kList);
  add_question(tree, *add("motion", "ask-motion", AskFor::kMotion), arguments);
  add_question(tree, *add("letter", "ask-letter", AskFor::kLetter), arguments);
  CLI::App* agreement = add("agreement", "ask-agreement", AskFor::kAgreement);
  agreement->add_option("FILE", arguments.agreement, tree.text("cli.help.agreement"))->required();
  agreement->add_option("DIR", arguments.source, tree.text("cli.help.snapshot"))->required();
  agreement->add_option("--out", arguments.out, tree.text("cli.help.draft-out"));
  tree.add_date(agreement);
  tree.add_template(agreement, "examples/agreement.toml");
}

}  // namespace passend::cli
