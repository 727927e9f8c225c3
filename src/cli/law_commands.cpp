// SPDX-License-Identifier: EUPL-1.2
// passend law show and passend law doubts: values with their source, and everything that rests on doubt.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/today.hpp"
#include "cli/workspace.hpp"
#include "law/law_view.hpp"
#include "present/table.hpp"

namespace passend::cli {
namespace {

nlohmann::json json_of(const LawEntry& entry) {
  return {{"id", entry.origin.id},         {"value", entry.value},
          {"unit", entry.origin.unit},     {"article", entry.origin.article},
          {"source", entry.origin.source}, {"confidence", name_of(entry.origin.confidence)},
          {"state", name_of(entry.origin.state)}, {"from", to_string(entry.origin.from)}};
}

int print_json(const Console& console, const std::vector<LawEntry>& entries) {
  nlohmann::json json = nlohmann::json::array();
  for (const LawEntry& entry : entries) json.push_back(json_of(entry));
  console.answer(json.dump(1) + "\n");
  return static_cast<int>(Exit::kDone);
}

}  // namespace

int law_show_command(const Console& console, const Common& common, const LawArguments& arguments) {
  const auto law = load_parameters(find_data_folder(common.data) / "law");
  if (!law) return console.fail(law.error());
  const auto date = arguments.date.empty() ? std::optional(today()) : parse_date(arguments.date);
  if (!date) return console.fail({{.code = FaultCode::kNotADate, .file = "--date", .value = arguments.date}});
  const auto entries = law_entries_at(*law, arguments.id, *date);
  if (!entries) return console.fail(entries.error());
  if (console.json()) return print_json(console, *entries);
  for (const LawEntry& entry : *entries)
    console.answer(console.text("cli.law.entry", {{"title", std::string(entry.origin.title)}, {"value", entry.value}, {"unit", std::string(entry.origin.unit)},
                                                  {"from", to_string(entry.origin.from)}, {"article", std::string(entry.origin.article)},
                                                  {"source", std::string(entry.origin.source)}, {"confidence", std::string(name_of(entry.origin.confidence))},
                                                  {"state", std::string(name_of(entry.origin.state))}}) + "\n");
  return static_cast<int>(Exit::kDone);
}

int law_doubts_command(const Console& console, const Common& common) {
  const auto law = load_parameters(find_data_folder(common.data) / "law");
  if (!law) return console.fail(law.error());
  const auto entries = doubts(*law);
  if (console.json()) return print_json(console, entries);
  present::Table table;
  for (const char* column : {"id", "from", "value", "confidence", "state"})
    table.columns.push_back({.name = console.text(fmt::format("cli.law.column.{}", column))});
  for (const LawEntry& entry : entries)
    table.rows.push_back({{.text = std::string(entry.origin.id)}, {.text = to_string(entry.origin.from)}, {.text = entry.value},
                          {.text = std::string(name_of(entry.origin.confidence))}, {.text = std::string(name_of(entry.origin.state))}});
  console.answer(present::text_table(table, 110));
  return static_cast<int>(Exit::kDone);
}

}  // namespace passend::cli
