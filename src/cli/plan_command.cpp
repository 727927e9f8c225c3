// SPDX-License-Identifier: EUPL-1.2
// passend plan: snapshot in, plan folder out. The folder appears whole or not at all.
#include <fmt/format.h>

#include "base/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/report_values.hpp"
#include "cli/today.hpp"
#include "exchange/plan_files.hpp"
#include "matching/fairness.hpp"
#include "matching/plan.hpp"
#include "matching/waiting.hpp"
#include "present/report.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

Result<std::vector<PreviousProposal>> previous_of(const PlanArguments& arguments) {
  if (arguments.previous.empty()) return std::vector<PreviousProposal>{};
  const std::filesystem::path file = std::filesystem::path(arguments.previous) / "plan.json";
  const auto bytes = read_file(file);
  if (!bytes) return passend::fail(bytes.error());
  return read_proposals(*bytes, file.string());
}

std::string set_aside_csv(const std::vector<SetAside>& rows) {
  std::string out = "file,line,code\n";
  for (const SetAside& row : rows) out += fmt::format("{},{},{}\n", row.file, row.line, name_of(row.code));
  return out;
}

}  // namespace

int plan_command(const Console& console, const Common& common, const PlanArguments& arguments) {
  const StopOnSignal stop;
  if (const auto own = check_own_folder(arguments.out, "manifest.json"); !own) return console.fail(own.error());
  const Date date = arguments.date.value_or(today());
  const auto data = service::find_data_folder(common.data);
  service::Source source{.snapshot = arguments.snapshot,
                         .data = data,
                         .rules = {},
                         .date = date,
                         .reading = arguments.lenient ? Reading::kLenient : Reading::kStrict};
  if (!arguments.rules.empty()) source.rules = arguments.rules;
  console.progress("read", 0, 0);
  const auto workspace = service::open_workspace(source);
  if (!workspace) return console.fail(workspace.error());
  const auto previous = previous_of(arguments);
  if (!previous) return console.fail(previous.error());
  service::Workspace& w = **workspace;

  PlanOptions options;
  options.seed = arguments.seed.value_or(w.rules.seed);
  options.threads = threads_of(arguments.threads);
  options.previous = *previous;
  options.stop = stop.token();
  options.progress = [&](std::string_view stage, std::int64_t done, std::int64_t total) {
    console.progress(stage, done, total);
  };
  const Plan plan = make_plan(w.context, w.read.snapshot, options);
  if (plan.rounds.empty()) {
    console.end_progress();
    console.note(console.text("cli.stopped-early"));
    return static_cast<int>(Exit::kStopped);
  }
  console.progress("explain", 0, 0);
  const auto waiting = find_waiting(w.context, w.read.snapshot, plan, options.threads);
  const Fairness fairness = count_fairness(w.context, w.read.snapshot, plan);
  const auto learning = learning_routes(w.context, w.read.snapshot, waiting, options.threads);

  const PlanFilesInput input{.context = w.context,
                             .snapshot = w.read.snapshot,
                             .plan = plan,
                             .waiting = waiting,
                             .fairness = fairness,
                             .learning = learning,
                             .rules_bytes = w.rules_bytes,
                             .previous = *previous,
                             .inputs = w.inputs,
                             .program = kProgram};
  auto files = plan_files(input);
  if (!w.read.set_aside.empty()) files["set-aside.csv"] = set_aside_csv(w.read.set_aside);
  const auto css = read_file(data / "report" / "report.css");
  if (!css) return console.fail(css.error());
  const present::ReportData report = report_data({.workspace = w,
                                                  .plan = plan,
                                                  .waiting = waiting,
                                                  .fairness = fairness,
                                                  .plan_folder = arguments.out,
                                                  .snapshot_folder = arguments.snapshot,
                                                  .data_folder = data,
                                                  .threads = options.threads,
                                                  .language = console.catalogue().language()});
  files["report.html"] = present::report_html(report, console.catalogue(), *css);
  files["manifest.json"] = manifest_of(input, files);
  if (const auto done = replace_folder(arguments.out, files); !done) return console.fail(done.error());
  console.end_progress();
  if (!w.read.set_aside.empty())
    console.note(console.text(
        w.read.set_aside.size() == 1 ? "cli.set-aside-one" : "cli.set-aside",
        {{"rows", std::to_string(w.read.set_aside.size())}, {"file", (arguments.out / "set-aside.csv").string()}}));
  if (console.json())
    console.answer(files["plan.json"]);
  else
    console.answer(present::plan_summary(report, console.catalogue(), (arguments.out / "report.html").string()));
  return static_cast<int>(plan.stopped ? Exit::kStopped : Exit::kDone);
}

}  // namespace passend::cli
