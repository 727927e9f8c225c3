// SPDX-License-Identifier: EUPL-1.2
// passend law show and passend law doubts: values with their source, and everything that rests on doubt.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/today.hpp"
#include "income/law_cases.hpp"
#include "income/rests_on.hpp"
#include "law/law_view.hpp"
#include "present/numbers.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

std::string words_of(const Console& console, std::string_view what, std::string_view name) {
  return console.text(fmt::format("cli.law.{}s.{}", what, name));
}

nlohmann::json rests_json(std::string_view id) {
  nlohmann::json names = nlohmann::json::array();
  for (const income::Part part : income::parts_resting_on(id))
    names.push_back(income::kPartNames[static_cast<std::size_t>(part)]);
  if (income::employer_cost_rests_on(id)) names.push_back("employer");
  return names;
}

// The parts in words, the wage check, the cost of the employer, or nothing.
std::string rests_words(const Console& console, std::string_view id) {
  std::string words = id.starts_with("minimum_wage_") ? console.text("cli.law.wage-check") : std::string();
  for (const income::Part part : income::parts_resting_on(id)) {
    const auto name = income::kPartNames[static_cast<std::size_t>(part)];
    words += (words.empty() ? "" : ", ") + console.text(fmt::format("income.part.{}", name));
  }
  if (income::employer_cost_rests_on(id)) words += (words.empty() ? "" : ", ") + console.text("cli.law.employer-cost");
  return words;
}

nlohmann::json json_of(const LawEntry& entry) {
  return {{"id", entry.origin.id},
          {"value", entry.value},
          {"unit", entry.origin.unit},
          {"article", entry.origin.article},
          {"source", entry.origin.source},
          {"confidence", name_of(entry.origin.confidence)},
          {"state", name_of(entry.origin.state)},
          {"from", to_string(entry.origin.from)},
          {"rests_on_it", rests_json(entry.origin.id)}};
}

int print_json(const Console& console, const std::vector<LawEntry>& entries) {
  nlohmann::json json = nlohmann::json::array();
  for (const LawEntry& entry : entries) json.push_back(json_of(entry));
  console.answer(json.dump(1) + "\n");
  return static_cast<int>(Exit::kDone);
}

void print_entry(const Console& console, const LawEntry& entry) {
  const present::Numbers numbers(console.catalogue());
  const Origin& origin = entry.origin;
  const present::Arguments arguments{{"title", std::string(origin.title)},
                                     {"value", entry.value},
                                     {"unit", std::string(origin.unit)},
                                     {"from", numbers.date(origin.from)},
                                     {"article", std::string(origin.article)},
                                     {"source", std::string(origin.source)},
                                     {"confidence", words_of(console, "confidence", name_of(origin.confidence))},
                                     {"state", words_of(console, "state", name_of(origin.state))}};
  for (const char* key : {"cli.law.entry", "cli.law.article", "cli.law.source", "cli.law.confidence"})
    console.answer(present::wrapped(console.text(key, arguments)));
}

}  // namespace

int law_show_command(const Console& console, const Common& common, const LawArguments& arguments) {
  const auto law = load_parameters(service::find_data_folder(common.data) / "law");
  if (!law) return console.fail(law.error());
  const auto date = arguments.date.empty() ? std::optional(today()) : parse_date(arguments.date);
  if (!date) return console.fail({{.code = FaultCode::kNotADate, .file = "--date", .value = arguments.date}});
  const auto entries = law_entries_at(*law, arguments.id, *date);
  if (!entries) return console.fail(entries.error());
  if (console.json()) return print_json(console, *entries);
  for (const LawEntry& entry : *entries) print_entry(console, entry);
  return static_cast<int>(Exit::kDone);
}

int law_cases_command(const Console& console, const Common& common, const LawArguments& arguments) {
  const auto law = load_parameters(service::find_data_folder(common.data) / "law");
  if (!law) return console.fail(law.error());
  int passed = 0;
  int failed = 0;
  bool is_value_missing = false;
  for (const auto& path : arguments.cases) {
    const auto bytes = read_file(path);
    if (!bytes) return console.fail(bytes.error());
    const auto report = income::run_cases(*law, *bytes, path.string());
    if (!report) return console.fail(report.error());
    for (const auto* lines : {&report->failures, &report->no_values})
      for (const std::string& line : *lines) console.answer(line + "\n");
    passed += report->passed;
    failed += report->failed();
    is_value_missing = is_value_missing || !report->no_values.empty();
  }
  console.answer(fmt::format("{} passed, {} failed\n", passed, failed));
  return static_cast<int>(failed > 0 ? Exit::kNo : is_value_missing ? Exit::kNoValue : Exit::kDone);
}

int law_doubts_command(const Console& console, const Common& common) {
  const auto law = load_parameters(service::find_data_folder(common.data) / "law");
  if (!law) return console.fail(law.error());
  const auto entries = doubts(*law);
  if (console.json()) return print_json(console, entries);
  present::Table table;
  for (const char* column : {"id", "from", "value", "confidence", "state", "rests"})
    table.columns.push_back({.name = console.text(fmt::format("cli.law.column.{}", column))});
  for (const LawEntry& entry : entries)
    table.rows.push_back({{.text = std::string(entry.origin.id)},
                          {.text = to_string(entry.origin.from)},
                          {.text = entry.value},
                          {.text = words_of(console, "confidence", name_of(entry.origin.confidence))},
                          {.text = words_of(console, "state", name_of(entry.origin.state))},
                          {.text = rests_words(console, entry.origin.id)}});
  console.answer(present::text_table(table, 130));
  return static_cast<int>(Exit::kDone);
}

}  // namespace passend::cli
