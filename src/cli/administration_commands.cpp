// SPDX-License-Identifier: EUPL-1.2
// passend scheme budget, divide and due: the money, the places and the terms of schemes, from a folder of CSV files.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/schemes.hpp"
#include "cli/today.hpp"
#include "exchange/administration_reader.hpp"
#include "present/numbers.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using scheme::Answered;

constexpr std::size_t kTableWidth = 130;
constexpr int kYearsAround = 60;  // a term and what lengthens it end within so many years

present::Table table_of(const Console& console, std::string_view section, std::initializer_list<const char*> columns,
                        std::size_t first_number) {
  present::Table table;
  for (const char* column : columns)
    table.columns.push_back({.name = console.text(fmt::format("scheme.{}.{}", section, column)),
                             .number = table.columns.size() >= first_number});
  return table;
}

int year_of(Date day) { return static_cast<int>(calendar_of(day).year()); }

// ---- divide

struct ToDivide {
  std::vector<scheme::Application> applications;
  scheme::Room room;
};

// Applications received by the day that wait for a decision, and what is left: the places of the ceiling less those
// granted, and the money left in the ledger, or in the ceiling where no ledger is kept for the year. A ceiling of one
// year counts what was decided in that year. kNotStated: neither money nor places are known. kCellEmpty: money is
// divided and an application names no amount.
Result<ToDivide> to_divide(const Administration& administration, const FoundVersion& found, Date on,
                           const std::string& file) {
  ToDivide out;
  const scheme::Ceiling* ceiling = found.version->ceiling_in(year_of(on));
  const auto* position = administration.ledger.position({found.scheme->id, year_of(on)});
  std::int64_t granted = 0;
  Eurocent spent{};
  for (const ApplicationCase& one : administration.cases) {
    if (one.scheme != found.scheme->id || !found.version->holds_on(one.received) || one.received > on) continue;
    if (!one.decided) out.applications.push_back(one.application);
    const bool counts = one.outcome == "verleend" && *one.decided <= on &&
                        (ceiling == nullptr || ceiling->year == 0 || ceiling->year == year_of(*one.decided));
    if (!counts) continue;
    ++granted;
    spent = spent + one.application.amount;
  }
  if (ceiling != nullptr && ceiling->places.has_value())
    out.room.places = std::max<std::int64_t>(ceiling->places.value - granted, 0);
  if (ceiling != nullptr && ceiling->eurocent.has_value())
    out.room.money = Eurocent{std::max<std::int64_t>(ceiling->eurocent.value - spent.value, 0)};
  if (position != nullptr) out.room.money = position->left();
  if (!out.room.places && !out.room.money)
    return passend::fail(scheme::not_stated(*found.scheme, *found.version, "ceiling", found.version->line));
  Faults faults;
  for (const ApplicationCase& one : administration.cases)
    if (out.room.money && !one.decided && one.scheme == found.scheme->id && !one.has_amount)
      faults.push_back({.code = FaultCode::kCellEmpty, .file = file, .line = one.line, .column = "eurocent"});
  if (!faults.empty()) return passend::fail(std::move(faults));
  return out;
}

nlohmann::json json_of(const std::vector<scheme::Divided>& rows) {
  nlohmann::json json = nlohmann::json::array();
  for (const scheme::Divided& row : rows)
    json.push_back({{"application", row.application},
                    {"answer", scheme::kAnsweredNames[static_cast<std::size_t>(row.answer)]},
                    {"place", row.place},
                    {"last_granted", row.last_granted},
                    {"lot", row.lot}});
  return json;
}

// ---- due

struct Due {
  const ApplicationCase* one = nullptr;
  scheme::TermEnd end;
  scheme::TermState state{};
};

Result<Due> due_of(const ApplicationCase& one, const SchemeLibrary& library, const scheme::TermRules& rules, Date on,
                   const std::string& file) {
  const auto found = version_on(library, one.scheme, one.received);
  if (!found) {
    Faults faults = found.error();
    faults[0].file = file;
    faults[0].line = one.line;
    faults[0].column = "scheme";
    return passend::fail(std::move(faults));
  }
  auto term = scheme::decision_term(*found->scheme, *found->version, one.received, rules);
  if (!term) return passend::fail(term.error());
  term->events = one.events;
  Due due{.one = &one, .end = scheme::end_of(*term, rules)};
  due.state = scheme::state_of(*term, due.end, one.decided, on);
  return due;
}

std::string remark_of(const Console& console, const Due& due) {
  std::string remark;
  const auto add = [&](std::string_view key) {
    remark += (remark.empty() ? "" : "; ") + console.text(fmt::format("scheme.due.{}", key));
  };
  for (const scheme::Ignored ignored : due.end.ignored) add(scheme::kIgnoredNames[static_cast<std::size_t>(ignored)]);
  if (due.end.designated_unknown) add("designated-days-unknown");
  return remark;
}

// Everything that waits for a decision: what is late first, then by last day.
Result<std::vector<Due>> all_due(const Administration& administration, const SchemeLibrary& library,
                                 const ParameterStore& law, Date on, const std::string& file) {
  std::vector<Due> due;
  if (administration.cases.empty()) return due;
  const auto by_received = [](const ApplicationCase& a, const ApplicationCase& b) { return a.received < b.received; };
  const auto [first, last] = std::ranges::minmax_element(administration.cases, by_received);
  const auto rules = scheme::TermRules::read(law, year_of(first->received),
                                             std::max(year_of(last->received), year_of(on)) + kYearsAround);
  if (!rules) return passend::fail(rules.error());
  Faults faults;
  for (const ApplicationCase& one : administration.cases) {
    if (one.decided && *one.decided <= on) continue;
    if (one.received > on) continue;
    auto found = due_of(one, library, *rules, on, file);
    if (found)
      due.push_back(std::move(*found));
    else
      faults.insert(faults.end(), found.error().begin(), found.error().end());
  }
  if (!faults.empty()) return passend::fail(std::move(faults));
  std::ranges::sort(due, {}, [](const Due& one) { return std::tuple(one.end.last, one.one->application.id); });
  return due;
}

}  // namespace

int scheme_budget_command(const Console& console, const Common&, const SchemeArguments& arguments) {
  const auto administration = read_administration(arguments.folder);
  if (!administration) return console.fail(administration.error());
  const present::Numbers numbers(console.catalogue());
  present::Table table = table_of(
      console, "budget", {"fund", "year", "ceiling", "reserved", "committed", "realised", "left", "lapsed"}, 2);
  nlohmann::json json = nlohmann::json::array();
  for (const auto& [at, position] : administration->ledger.positions()) {
    json.push_back({{"fund", at.fund},
                    {"year", at.year},
                    {"closed", position.closed},
                    {"ceiling_eurocent", position.ceiling.value},
                    {"reserved_eurocent", position.reserved.value},
                    {"committed_eurocent", position.committed.value},
                    {"realised_eurocent", position.realised.value},
                    {"left_eurocent", position.left().value},
                    {"lapsed_eurocent", position.lapsed.value}});
    const std::string year =
        std::to_string(at.year) + (position.closed ? " (" + console.text("scheme.budget.closed") + ")" : "");
    table.rows.push_back({{.text = at.fund}, {.text = year}});
    for (const Eurocent amount :
         {position.ceiling, position.reserved, position.committed, position.realised, position.left(), position.lapsed})
      table.rows.back().push_back({.text = numbers.euro(amount)});
  }
  if (console.json())
    console.answer(json.dump(1) + "\n");
  else
    console.answer(table.rows.empty() ? console.text("scheme.budget.none") + "\n"
                                      : present::text_table(table, kTableWidth));
  return static_cast<int>(Exit::kDone);
}

int scheme_divide_command(const Console& console, const Common& common, const SchemeArguments& arguments) {
  const auto library = open_schemes(common, arguments);
  if (!library) return console.fail(library.error());
  const auto administration = read_administration(arguments.folder);
  if (!administration) return console.fail(administration.error());
  const Date on = arguments.date.value_or(today());
  const auto found = version_on(*library, arguments.first, on);
  if (!found) return console.fail(found.error());
  const auto divisible = to_divide(*administration, *found, on, (arguments.folder / "applications.csv").string());
  if (!divisible) return console.fail(divisible.error());
  const ToDivide& input = *divisible;
  const auto rows = scheme::divide(*found->scheme, *found->version, input.applications, input.room, arguments.seed);
  if (!rows) return console.fail(rows.error());
  if (console.json()) {
    console.answer(json_of(*rows).dump(1) + "\n");
    return static_cast<int>(Exit::kDone);
  }
  const present::Numbers numbers(console.catalogue());
  const std::string rule = console.text(fmt::format(
      "scheme.divisions.{}", scheme::kDivisionNames[static_cast<std::size_t>(found->version->division->rule)]));
  const auto granted = std::ranges::count(*rows, Answered::kGranted, &scheme::Divided::answer);
  console.answer(present::wrapped(
      console.text("scheme.divide.title", {{"scheme", found->scheme->title},
                                           {"version", found->version->name},
                                           {"granted", numbers.count(granted)},
                                           {"rule", rule},
                                           {"all", numbers.count(static_cast<std::int64_t>(rows->size()))}})));
  present::Table table = table_of(console, "divide", {"application", "answer", "why"}, 3);
  for (const scheme::Divided& row : *rows) {
    const auto name = scheme::kAnsweredNames[static_cast<std::size_t>(row.answer)];
    table.rows.push_back({{.text = row.application},
                          {.text = console.text(fmt::format("scheme.divide.{}", name))},
                          {.text = console.text(fmt::format("scheme.divide.reason-{}", name),
                                                {{"place", std::to_string(row.place)},
                                                 {"rule", rule},
                                                 {"last", std::to_string(row.last_granted)},
                                                 {"left", numbers.euro(row.left)}})}});
  }
  console.answer(present::text_table(table, kTableWidth));
  return static_cast<int>(Exit::kDone);
}

int scheme_due_command(const Console& console, const Common& common, const SchemeArguments& arguments) {
  const auto library = open_schemes(common, arguments);
  if (!library) return console.fail(library.error());
  const auto law = load_parameters(service::find_data_folder(common.data) / "law");
  if (!law) return console.fail(law.error());
  const auto administration = read_administration(arguments.folder);
  if (!administration) return console.fail(administration.error());
  const auto due = all_due(*administration, *library, *law, arguments.date.value_or(today()),
                           (arguments.folder / "applications.csv").string());
  if (!due) return console.fail(due.error());
  const present::Numbers numbers(console.catalogue());
  present::Table table = table_of(console, "due", {"application", "scheme", "last", "state", "remark"}, 5);
  nlohmann::json json = nlohmann::json::array();
  for (const Due& row : *due) {
    const auto state = scheme::kTermStateNames[static_cast<std::size_t>(row.state)];
    const std::string remark = remark_of(console, row);
    json.push_back({{"application", row.one->application.id},
                    {"scheme", row.one->scheme},
                    {"last", to_string(row.end.last)},
                    {"state", state},
                    {"remark", remark}});
    table.rows.push_back({{.text = row.one->application.id},
                          {.text = row.one->scheme},
                          {.text = numbers.date(row.end.last)},
                          {.text = console.text(fmt::format("scheme.due.{}", state))},
                          {.text = remark}});
  }
  if (console.json())
    console.answer(json.dump(1) + "\n");
  else
    console.answer(table.rows.empty() ? console.text("scheme.due.none") + "\n"
                                      : present::text_table(table, kTableWidth));
  return static_cast<int>(Exit::kDone);
}

}  // namespace passend::cli
