// SPDX-License-Identifier: EUPL-1.2
// passend fair placements: whose pay falls below the floor, which unpaid activity ends, which sheltered place is lost.
#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "cli/fair_placements_commands.hpp"
#include "cli/schemes.hpp"
#include "cli/today.hpp"
#include "fairwork/running_placements.hpp"
#include "present/numbers.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using fairwork::PlacementFinding;
using fairwork::RunningPlacements;

constexpr std::size_t kMostRows = 40;

nlohmann::json json_of(const Snapshot& snapshot, const RunningPlacements& answer) {
  nlohmann::json findings = nlohmann::json::array();
  const auto amount = [](const std::optional<Eurocent>& euro) {
    return euro ? nlohmann::json(euro->value) : nlohmann::json();
  };
  for (const PlacementFinding& one : answer.findings)
    findings.push_back(
        {{"alarm", name_of(one.alarm)},
         {"date", to_string(one.on)},
         {"person", snapshot.symbols.text(snapshot.people[one.person].id)},
         {"work", snapshot.symbols.text(snapshot.works[one.work].id)},
         {"pay_eurocent", amount(one.pay)},
         {"floor_eurocent", amount(one.floor)},
         {"cause",
          one.cause ? nlohmann::json(fairwork::kFallCauses[static_cast<std::size_t>(*one.cause)]) : nlohmann::json()}});
  nlohmann::json unknown = nlohmann::json::array();
  for (const auto& [on, count] : answer.floor_not_known)
    unknown.push_back({{"from", to_string(on)}, {"placements", count}});
  return {{"running", answer.running},
          {"sheltered_now", answer.sheltered_now},
          {"sheltered_then", answer.sheltered_then},
          {"floor_not_known", unknown},
          {"findings", findings}};
}

void print(const Console& console, const Snapshot& snapshot, const RunningPlacements& answer, int days) {
  const present::Numbers numbers(console.catalogue());
  console.answer(
      present::wrapped(console.text(answer.findings.empty() ? "placements.quiet" : "placements.headline",
                                    {{"running", numbers.count(answer.running)},
                                     {"days", numbers.count(days)},
                                     {"findings", numbers.count(static_cast<std::int64_t>(answer.findings.size()))}})));
  console.answer(
      present::wrapped(console.text("placements.sheltered", {{"now", numbers.count(answer.sheltered_now)},
                                                             {"then", numbers.count(answer.sheltered_then)}})));
  for (const auto& [on, count] : answer.floor_not_known)
    console.answer(present::wrapped(
        console.text("placements.not_known", {{"date", numbers.date(on)}, {"count", numbers.count(count)}})));
  if (answer.findings.empty()) return;
  std::map<fairwork::PlacementAlarm, int> counts;
  for (const PlacementFinding& one : answer.findings) ++counts[one.alarm];
  present::Table alarms{
      .columns = {{console.text("placements.column.alarm")}, {console.text("placements.column.count"), true}}};
  for (const auto& [alarm, count] : counts)
    alarms.rows.push_back({{console.text(fmt::format("placements.alarm.{}", name_of(alarm)))}, {numbers.count(count)}});
  console.answer("\n" + present::text_table(alarms) + "\n");
  present::Table table{.columns = {{console.text("placements.column.date")},
                                   {console.text("placements.column.person")},
                                   {console.text("placements.column.work")},
                                   {console.text("placements.column.alarm")},
                                   {console.text("placements.column.pay"), true},
                                   {console.text("placements.column.floor"), true}}};
  const auto amount = [&](const std::optional<Eurocent>& euro) {
    return euro ? numbers.euro(*euro) : std::string("–");
  };
  for (const PlacementFinding& one : answer.findings) {
    if (table.rows.size() == kMostRows) break;
    const std::string why =
        one.cause ? fmt::format("placements.cause.{}", fairwork::kFallCauses[static_cast<std::size_t>(*one.cause)])
                  : fmt::format("placements.short.{}", name_of(one.alarm));
    table.rows.push_back({{to_string(one.on)},
                          {std::string(snapshot.symbols.text(snapshot.people[one.person].id))},
                          {std::string(snapshot.symbols.text(snapshot.works[one.work].id))},
                          {console.text(why)},
                          {amount(one.pay)},
                          {amount(one.floor)}});
  }
  console.answer(present::text_table(table));
  if (answer.findings.size() > kMostRows)
    console.answer(present::wrapped(console.text(
        "placements.more", {{"count", numbers.count(static_cast<std::int64_t>(answer.findings.size() - kMostRows))}})));
  console.answer("\n" + present::wrapped(console.text("placements.what")));
}

}  // namespace

int fair_placements_command(const Console& console, const Common& common, const FairPlacementsArguments& arguments) {
  const auto workspace =
      service::open_workspace({.snapshot = arguments.folder,
                               .data = service::find_data_folder(common.data),
                               .rules = arguments.rules.empty() ? std::nullopt : std::optional(arguments.rules),
                               .date = arguments.date.value_or(today())});
  if (!workspace) return console.fail(workspace.error());
  SchemeArguments schemes;
  schemes.folder = arguments.folder;
  const auto library = open_schemes(common, schemes);
  if (!library) return console.fail(library.error());
  const service::Workspace& w = **workspace;
  const auto answer =
      fairwork::look_at_placements(w.context, w.read.snapshot, *w.law, library->schemes, arguments.days);
  if (!answer) return console.fail(answer.error());
  if (console.json())
    console.answer(json_of(w.read.snapshot, *answer).dump(1) + "\n");
  else
    print(console, w.read.snapshot, *answer, arguments.days);
  return static_cast<int>(answer->findings.empty() ? Exit::kDone : Exit::kNo);
}

void add_fair_placements(CommandTree& tree, CLI::App& fair) {
  auto& arguments = tree.keep<FairPlacementsArguments>();
  CLI::App* placements = tree.command(fair, "placements", "fair-placements");
  placements->add_option("DIR", arguments.folder, tree.text("cli.help.snapshot"))->required();
  placements->add_option("--rules", arguments.rules, tree.text("cli.help.rules"));
  placements->add_option("--days", arguments.days, tree.text("cli.help.days-ahead"))
      ->capture_default_str()
      ->check(CLI::Range(1, 730).description(""));
  tree.add_date(placements);
  tree.on(placements, arguments, fair_placements_command);
}

}  // namespace passend::cli
