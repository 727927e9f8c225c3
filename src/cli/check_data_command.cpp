// SPDX-License-Identifier: EUPL-1.2
// passend check-data: every fault of a snapshot, what weakens a plan on it, and the questions worth asking.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/question_subject.hpp"
#include "cli/today.hpp"
#include "exchange/snapshot_columns.hpp"
#include "matching/data_quality.hpp"
#include "matching/questions.hpp"
#include "present/numbers.hpp"
#include "present/plan_words.hpp"
#include "present/table.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

constexpr std::size_t kQuestionsShown = 20;

// The form of a cell: its words, or what its type asks, and where else it must stand.
std::string form_of(const Console& console, const passend::Column& column) {
  if (!column.refers.empty()) return fmt::format("{}.csv", column.refers);
  if (column.words.empty()) return console.text(fmt::format("cli.columns.type.{}", static_cast<int>(column.type)));
  return listed(column.words);
}

std::string empty_of(const Console& console, const passend::Column& column, std::string_view table) {
  if (column.required) return console.text("cli.columns.required");
  const std::string own = fmt::format("cli.columns.empty.{}.{}", table, column.name);
  return console.text(console.catalogue().has(own) ? own : "cli.columns.unknown");
}

// docs/snapshot.md holds this text: one table per file.
int print_columns(const Console& console) {
  std::string_view file;
  for (const passend::Column& column : snapshot_columns()) {
    const std::string_view table = column.file.substr(0, column.file.find('.'));
    if (column.file != file) {
      file = column.file;
      console.answer(fmt::format("\n## {}{}\n\n{}\n|---|---|---|---|\n", file, is_required_file(file) ? " *" : "",
                                 console.text("cli.columns.header")));
    }
    console.answer(fmt::format("| `{}`{} | {} | {} | {} |\n", column.name,
                               column.key ? fmt::format(" ({})", console.text("cli.columns.key")) : "",
                               form_of(console, column), empty_of(console, column, table),
                               console.text(fmt::format("column.{}.{}", table, column.name))));
  }
  return static_cast<int>(Exit::kDone);
}

nlohmann::json json_of(const service::Workspace& w, const DataQuality& quality,
                       const std::vector<QuestionWorth>& questions) {
  nlohmann::json json;
  json["people"] = w.read.snapshot.people.size();
  json["works"] = w.read.snapshot.works.size();
  json["set_aside"] = w.read.set_aside.size();
  for (const QualityCount& count : quality.counts)
    json["weakens"].push_back({{"what", count.name}, {"count", count.count}, {"of", count.of}});
  json["questions"] = nlohmann::json::array();
  for (const QuestionWorth& row : questions)
    json["questions"].push_back(
        {{"question", code_of(row.question, w.context)}, {"people", row.people}, {"pairs", row.pairs}});
  return json;
}

void print_quality(const Console& console, const DataQuality& quality) {
  const present::Numbers numbers(console.catalogue());
  present::Table table;
  table.columns = {{.name = console.text("cli.check.what")},
                   {.name = console.text("cli.check.count"), .number = true},
                   {.name = console.text("cli.check.of"), .number = true}};
  for (const QualityCount& count : quality.counts)
    table.rows.push_back({{.text = console.text(fmt::format("cli.check.quality.{}", count.name))},
                          {.text = numbers.count(count.count)},
                          {.text = numbers.count(count.of)}});
  console.answer("\n" + console.text("cli.check.weakens") + "\n\n" + present::text_table(table, 100));
}

void print_questions(const Console& console, const service::Workspace& w, const std::vector<QuestionWorth>& questions) {
  const present::Numbers numbers(console.catalogue());
  present::Table table;
  table.columns = {{.name = console.text("cli.check.question")},
                   {.name = console.text("cli.check.people"), .number = true},
                   {.name = console.text("cli.check.pairs"), .number = true}};
  for (const QuestionWorth& row : questions) {
    if (table.rows.size() == kQuestionsShown) break;
    table.rows.push_back(
        {{.text = present::question_text(console.catalogue(), code_of(row.question, w.context),
                                         subject_of(row.question, w.context, console.catalogue().language()))},
         {.text = numbers.people(row.people)},
         {.text = numbers.count(row.pairs)}});
  }
  console.answer("\n" + console.text("cli.check.questions") + "\n\n" + present::text_table(table, 100));
}

}  // namespace

int check_data_command(const Console& console, const Common& common, const CheckArguments& arguments) {
  if (arguments.columns) return print_columns(console);
  if (arguments.snapshot.empty())
    return console.fail(
        {{.code = FaultCode::kWrongUse, .file = "passend", .value = "check-data", .args = {{"reason", "DIR"}}}});
  service::Source source{.snapshot = arguments.snapshot,
                         .data = service::find_data_folder(common.data),
                         .rules = {},
                         .date = arguments.date.value_or(today()),
                         .reading = arguments.lenient ? Reading::kLenient : Reading::kStrict};
  if (!arguments.rules.empty()) source.rules = arguments.rules;
  const auto workspace = service::open_workspace(source);
  if (!workspace) return console.fail(workspace.error());
  const service::Workspace& w = **workspace;
  const int threads = threads_of(0);
  const Candidates candidates = find_candidates(w.context, w.read.snapshot, threads);
  const DataQuality quality = data_quality(w.context, w.read.snapshot, candidates);
  const auto questions = questions_worth_asking(w.context, w.read.snapshot, candidates, threads);
  if (console.json()) {
    console.answer(json_of(w, quality, questions).dump(1) + "\n");
    return static_cast<int>(Exit::kDone);
  }
  const present::Numbers numbers(console.catalogue());
  for (const Fault& remark : w.read.remarks)
    console.note(console.text("cli.check.ignored", {{"file", remark.file}, {"column", remark.column}}));
  console.answer(console.text("cli.check.read",
                              {{"people", numbers.count(static_cast<std::int64_t>(w.read.snapshot.people.size()))},
                               {"works", numbers.count(static_cast<std::int64_t>(w.read.snapshot.works.size()))}}) +
                 "\n");
  if (!w.read.set_aside.empty())
    console.answer(console.text(w.read.set_aside.size() == 1 ? "cli.check.set-aside-one" : "cli.check.set-aside",
                                {{"rows", std::to_string(w.read.set_aside.size())}}) +
                   "\n");
  print_quality(console, quality);
  print_questions(console, w, questions);
  return static_cast<int>(Exit::kDone);
}

}  // namespace passend::cli
