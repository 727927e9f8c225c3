// SPDX-License-Identifier: EUPL-1.2
#include "cli/fair_sex_work_tree.hpp"

#include "cli/fair_sex_work_commands.hpp"
#include "fairwork/leave_no_trace.hpp"

namespace passend::cli {
namespace {

// From the moment that the command is known, before its options are looked at; so a mistake in them leaves no trace
// either.
void leaves_no_trace(CLI::App* app) {
  app->preparse_callback([](std::size_t) {
    fairwork::overwrite_command_line();
    fairwork::close_to_onlookers();
    fairwork::leave_no_trace_at_exit();
  });
}

// Values are checked by the command: the parser would repeat them in its message.
void add_home_work(CommandTree& tree, CLI::App& fair) {
  auto& arguments = tree.keep<HomeWorkArguments>();
  CLI::App* app = tree.command(fair, "home-work", "fair-home-work");
  leaves_no_trace(app);
  app->add_option("--municipality", arguments.municipality, tree.text("cli.help.home-municipality"));
  app->add_option("--set", arguments.set, tree.text("cli.help.home-set"))->allow_extra_args(false);
  app->add_option("--answers", arguments.answers, tree.text("cli.help.home-answers"));
  app->add_flag("--questions", arguments.questions, tree.text("cli.help.home-questions"));
  app->add_option("REST", arguments.rest)->group("");
  tree.add_template(app, "examples/home_work.toml");
  tree.on(app, arguments, fair_home_work_command);
}

void add_licence(CommandTree& tree, CLI::App& fair) {
  auto& arguments = tree.keep<LicenceArguments>();
  CLI::App* app = tree.command(fair, "licence", "fair-licence");
  app->add_option("FILE", arguments.file, tree.text("cli.help.licence-file"));
  tree.add_template(app, "examples/operator_licence.toml");
  tree.add_date(app);
  tree.on(app, arguments, fair_licence_command);
}

void add_consultation(CommandTree& tree, CLI::App& fair) {
  auto& arguments = tree.keep<ConsultationArguments>();
  CLI::App* app = tree.command(fair, "consultation", "fair-consultation");
  app->require_subcommand(1);
  CLI::App* open = tree.command(*app, "open", "fair-consultation-open");
  open->add_option("DRAFT", arguments.draft, tree.text("cli.help.consultation-draft"))->required();
  open->add_option("DIR", arguments.folder, tree.text("cli.help.consultation-new"))->required();
  tree.add_template(open, "examples/consultation_draft.md");
  tree.add_date(open);
  tree.on(open, arguments, consultation_open_command);
  const auto on_folder = [&](const char* name, const char* key) {
    CLI::App* found = tree.command(*app, name, key);
    found->add_option("DIR", arguments.folder, tree.text("cli.help.consultation-dir"))->required();
    return found;
  };
  CLI::App* comment = on_folder("comment", "fair-consultation-comment");
  leaves_no_trace(comment);
  comment->add_option("--article", arguments.article, tree.text("cli.help.consultation-article"))->required();
  tree.add_date(comment);
  tree.on(comment, arguments, consultation_comment_command);
  tree.on(on_folder("read", "fair-consultation-read"), arguments, consultation_read_command);
  CLI::App* summary = on_folder("summary", "fair-consultation-summary");
  summary->add_option("--publish", arguments.publish, tree.text("cli.help.consultation-publish"));
  tree.on(summary, arguments, consultation_summary_command);
}

}  // namespace

void add_fair_sex_work(CommandTree& tree, CLI::App& fair) {
  add_home_work(tree, fair);
  add_licence(tree, fair);
  add_consultation(tree, fair);
}

}  // namespace passend::cli
