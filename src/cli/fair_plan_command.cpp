// SPDX-License-Identifier: EUPL-1.2
// passend fair plan: pairs of runs in which one person changes in one thing that must not matter.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text_file.hpp"
#include "cli/fair_commands.hpp"
#include "cli/published_plan.hpp"
#include "cli/scheme_words.hpp"
#include "exchange/plan_files.hpp"
#include "fairwork/plan_twins.hpp"
#include "present/numbers.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using fairwork::TwinAnswer;
using fairwork::TwinRow;

nlohmann::json json_of(const TwinAnswer& answer) {
  nlohmann::json rows = nlohmann::json::array();
  for (std::size_t c = 0; c < answer.rows.size(); ++c)
    rows.push_back({{"change", fairwork::kTwinChanges[c]},
                    {"twins", answer.rows[c].twins},
                    {"candidates_differ", answer.rows[c].candidates_differ},
                    {"voorstel_differs", answer.rows[c].voorstel_differs},
                    {"options_looked_at", answer.rows[c].options_looked_at},
                    {"options_differ", answer.rows[c].options_differ}});
  return {{"twins", answer.twins()},
          {"differences", answer.differences()},
          {"plans", answer.plans},
          {"changes", rows},
          {"state", answer.stopped ? "stopped" : "complete"}};
}

void print(const Console& console, const TwinAnswer& answer) {
  const present::Numbers numbers(console.catalogue());
  console.answer(present::wrapped(console.text(answer.differences() > 0 ? "twins.differ"
                                               : answer.twins() > 0     ? "twins.same"
                                                                        : "twins.none",
                                               {{"twins", numbers.count(answer.twins())},
                                                {"differences", numbers.count(answer.differences())}})) +
                 "\n");
  present::Table table{.columns = {{console.text("twins.column.change")},
                                   {console.text("twins.column.twins"), true},
                                   {console.text("twins.column.candidates"), true},
                                   {console.text("twins.column.voorstel"), true},
                                   {console.text("twins.column.options"), true}}};
  for (std::size_t c = 0; c < answer.rows.size(); ++c) {
    const TwinRow& row = answer.rows[c];
    table.rows.push_back(
        {{console.text(fmt::format("twins.change.{}", fairwork::kTwinChanges[c]))},
         {numbers.count(row.twins)},
         {numbers.count(row.candidates_differ)},
         {numbers.count(row.voorstel_differs)},
         {fmt::format("{} / {}", numbers.count(row.options_differ), numbers.count(row.options_looked_at))}});
  }
  console.answer(present::text_table(table));
  for (const auto& one : answer.first)
    console.answer(bullet(
        one.person + ": " +
        console.text(fmt::format("twins.change.{}", fairwork::kTwinChanges[static_cast<std::size_t>(one.change)]))));
  if (answer.stopped) console.answer(present::wrapped(console.text("twins.stopped")));
}

}  // namespace

int fair_plan_command(const Console& console, const Common& common, const FairArguments& arguments) {
  const StopOnSignal stop;
  const auto plan = read_published_plan(arguments.file);
  if (!plan) return console.fail(plan.error());
  const auto workspace = service::open_workspace({.snapshot = arguments.folder,
                                                  .data = service::find_data_folder(common.data),
                                                  .rules = arguments.file / "rules.toml",
                                                  .date = plan->date});
  if (!workspace) return console.fail(workspace.error());
  service::Workspace& w = **workspace;
  PlanOptions options{.seed = plan->seed,
                      .threads = threads_of(arguments.threads),
                      .previous = {},
                      .stop = stop.token(),
                      .progress = {}};
  const auto previous = read_file(arguments.file / "previous.json");
  if (previous)
    if (const auto read = read_proposals(*previous, "previous.json")) options.previous = *read;
  const fairwork::Planner planner = [&](const PlanContext& context, const Snapshot& snapshot) {
    return make_plan(context, snapshot, options);
  };
  const auto answer = fairwork::test_twins(w.context, w.read.snapshot, *w.law, planner,
                                           {.twins = arguments.twins,
                                            .options_each = 100,
                                            .stop = stop.token(),
                                            .progress = [&](std::int64_t done, std::int64_t total) {
                                              console.progress("twins", std::min(done, total), total);
                                            }});
  console.end_progress();
  if (!answer) return console.fail(answer.error());
  if (console.json())
    console.answer(json_of(*answer).dump(1) + "\n");
  else
    print(console, *answer);
  if (answer->stopped) return static_cast<int>(Exit::kStopped);
  return static_cast<int>(answer->differences() == 0 ? Exit::kDone : Exit::kNo);
}

}  // namespace passend::cli
