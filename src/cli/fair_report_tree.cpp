// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>

#include "cli/command_tree.hpp"
#include "cli/fair_report_commands.hpp"
#include "fairwork/sealed_report.hpp"

namespace passend::cli {
namespace {

// Nothing of a report may reach the disk by a crash.
template <class Function>
auto without_core(Function function) {
  return [function](const Console& console, const Common& common, const FairReportArguments& arguments) {
    const rlimit none{};
    ::setrlimit(RLIMIT_CORE, &none);
    fairwork::start_sodium();
    return function(console, common, arguments);
  };
}

class Layout {
 public:
  Layout(CommandTree& tree, CLI::App& parent, FairReportArguments& arguments)
      : tree_(tree), app_(*tree.command(parent, "report", "fair-report")), arguments_(arguments) {
    app_.require_subcommand(1);
  }

  CLI::App* command(const std::string& name) { return tree_.command(app_, name, "fair-report-" + name); }
  template <class Value>
  CLI::Option* option(CLI::App* app, const char* name, Value& value, const char* key) {
    return app->add_option(name, value, tree_.text(fmt::format("cli.help.{}", key)));
  }
  void kind(CLI::App* app, bool required) {
    option(app, "--kind", arguments_.kind, "report-kind")
        ->required(required)
        ->check(CLI::IsMember(std::vector<std::string>(fairwork::kReportKinds.begin(), fairwork::kReportKinds.end()))
                    .description(""));
  }
  CLI::App* on_store(const std::string& name) {
    CLI::App* app = command(name);
    option(app, "--store", arguments_.store, "report-store")->required();
    return app;
  }
  template <class Function>
  void on(CLI::App* app, Function function) {
    tree_.on(app, arguments_, without_core(function));
  }

 private:
  CommandTree& tree_;
  CLI::App& app_;
  FairReportArguments& arguments_;
};

void add_reporter(Layout& layout, CommandTree& tree, FairReportArguments& arguments) {
  CLI::App* send = layout.on_store("send");
  layout.option(send, "FILE", arguments.text, "report-text")->required();
  layout.option(send, "--recipients", arguments.recipients, "report-recipients")->required();
  layout.option(send, "--to", arguments.to, "report-to")->required()->delimiter(',');
  layout.kind(send, true);
  tree.add_template(send, "examples/recipients.toml");
  tree.add_date(send);
  layout.on(send, fair_report_send_command);
  CLI::App* follow = layout.on_store("follow");
  layout.option(follow, "--add", arguments.add, "report-add");
  tree.add_date(follow);
  layout.on(follow, fair_report_follow_command);
}

void add_recipient(Layout& layout, CommandTree& tree, FairReportArguments& arguments) {
  CLI::App* read = layout.on_store("read");
  layout.option(read, "--key", arguments.key, "report-key")->required();
  layout.on(read, fair_report_read_command);
  CLI::App* answer = layout.on_store("answer");
  layout.option(answer, "FILE", arguments.text, "report-text")->required();
  layout.option(answer, "--key", arguments.key, "report-key")->required();
  layout.option(answer, "--report", arguments.report, "report-id")->required();
  tree.add_date(answer);
  layout.on(answer, fair_report_answer_command);
}

}  // namespace

void add_fair_report(CommandTree& tree, CLI::App& fair, FairReportArguments& arguments) {
  Layout layout(tree, fair, arguments);
  CLI::App* routes = layout.command("routes");
  layout.kind(routes, false);
  layout.on(routes, fair_report_routes_command);
  CLI::App* keys = layout.command("keys");
  layout.option(keys, "--out", arguments.out, "report-keys-out")->required();
  layout.on(keys, fair_report_keys_command);
  add_reporter(layout, tree, arguments);
  add_recipient(layout, tree, arguments);
  CLI::App* decoy = layout.on_store("decoy");
  tree.add_date(decoy);
  layout.on(decoy, fair_report_decoy_command);
}

}  // namespace passend::cli
