// SPDX-License-Identifier: EUPL-1.2
// passend fair monitor: outcomes of a plan or of placements by lawful groups, or of counts that were made elsewhere.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/fair_practice_commands.hpp"
#include "cli/fair_practice_words.hpp"
#include "cli/scheme_words.hpp"
#include "exchange/plan_files.hpp"
#include "fairwork/outcome_groups.hpp"
#include "present/plain_text.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using fairwork::MonitorRules;
using fairwork::OutcomeAnswer;
using fairwork::OutcomeFamily;
using fairwork::OutcomeRow;

Result<MonitorRules> monitor_rules_asked(const Common& common) {
  const auto file = service::find_data_folder(common.data) / "fairwork/outcome_monitor.toml";
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());
  return fairwork::read_monitor_rules(*bytes, file.string());
}

nlohmann::json json_of(const OutcomeRow& row) {
  nlohmann::json one{{"group", row.name}, {"hidden", !row.figures.has_value()}};
  if (!row.figures) return one;
  const auto& f = *row.figures;
  one["people"] = f.cell.people;
  one["placed"] = f.cell.placed;
  one["rate_per_mille"] = nearest_per_mille(f.rate);
  one["low_per_mille"] = per_mille_down(f.interval.low);
  one["high_per_mille"] = per_mille_up(f.interval.high);
  one["ratio_per_mille"] = f.ratio ? nlohmann::json(nearest_per_mille(*f.ratio)) : nlohmann::json();
  one["p"] = f.p;
  one["p_holm"] = f.p_adjusted;
  one["question"] = f.question;
  return one;
}

nlohmann::json json_of(const OutcomeAnswer& answer, const MonitorRules& rules, const std::string& outcome) {
  nlohmann::json kinds = nlohmann::json::array();
  for (const auto& kind : answer.kinds) {
    nlohmann::json rows = nlohmann::json::array();
    for (const OutcomeRow& row : kind.rows) rows.push_back(json_of(row));
    kinds.push_back({{"kind", kind.kind},
                     {"unnamed", kind.rest_is_unknown ? "unknown" : "others"},
                     {"people", kind.total ? nlohmann::json(kind.total->people) : nlohmann::json()},
                     {"placed", kind.total ? nlohmann::json(kind.total->placed) : nlohmann::json()},
                     {"groups", rows}});
  }
  return {{"outcome", outcome},
          {"alpha", rules.alpha},
          {"confidence", rules.confidence},
          {"four_fifths_per_mille", nearest_per_mille(rules.four_fifths)},
          {"best_share_per_mille", nearest_per_mille(rules.best_share)},
          {"small_cell", rules.small_cell},
          {"kinds", kinds}};
}

std::string kind_words(const Console& console, const std::string& kind) {
  const std::string key = "monitor.kind." + kind;
  return console.catalogue().has(key) ? console.text(key) : present::one_line(kind);
}

std::string table_of(const Console& console, const OutcomeAnswer::Kind& kind) {
  const present::Numbers numbers(console.catalogue());
  present::Table table{.columns = {{kind_words(console, kind.kind)},
                                   {console.text("monitor.column.people"), true},
                                   {console.text("monitor.column.placed"), true},
                                   {console.text("monitor.column.rate"), true},
                                   {console.text("monitor.column.interval"), true},
                                   {console.text("monitor.column.ratio"), true},
                                   {console.text("monitor.column.p"), true},
                                   {""}}};
  for (const OutcomeRow& row : kind.rows) {
    const std::string name = !row.name.empty()      ? present::one_line(row.name)
                             : kind.rest_is_unknown ? console.text("monitor.unknown")
                                                    : console.text("monitor.others");
    if (!row.figures) {
      table.rows.push_back({{name}, {console.text("monitor.hidden")}, {"–"}, {"–"}, {"–"}, {"–"}, {"–"}, {""}});
      continue;
    }
    const auto& f = *row.figures;
    table.rows.push_back({{name},
                          {numbers.count(f.cell.people)},
                          {numbers.count(f.cell.placed)},
                          {numbers.percent(nearest_per_mille(f.rate))},
                          {range_in_words(console, f.interval)},
                          {f.ratio ? numbers.percent(nearest_per_mille(*f.ratio)) : "–"},
                          {p_in_words(console, f.p_adjusted)},
                          {f.question ? "?" : ""}});
  }
  return present::text_table(table);
}

int answered(const Console& console, const std::vector<OutcomeFamily>& families, const MonitorRules& rules,
             const std::string& outcome) {
  const OutcomeAnswer answer = fairwork::monitor_outcomes(families, rules);
  const auto code = static_cast<int>(answer.asks() ? Exit::kNo : Exit::kDone);
  if (console.json()) {
    console.answer(json_of(answer, rules, outcome).dump(1) + "\n");
    return code;
  }
  const present::Numbers numbers(console.catalogue());
  console.answer(present::wrapped(console.text("monitor.counted." + outcome)));
  for (const auto& kind : answer.kinds) console.answer("\n" + table_of(console, kind));
  if (answer.kinds.empty()) console.answer(present::wrapped(console.text("monitor.no-groups")));
  console.answer("\n");
  const present::Arguments arguments{{"small", numbers.count(rules.small_cell)},
                                     {"alpha", p_in_words(console, rules.alpha)},
                                     {"confidence", numbers.percent(nearest_per_mille(rules.confidence))},
                                     {"four_fifths", numbers.percent(nearest_per_mille(rules.four_fifths))}};
  console.answer(bullet(console.text(answer.asks() ? "monitor.asks" : "monitor.asks-not")));
  for (const auto& line : numbered_texts(console, "monitor.note", arguments)) console.answer(bullet(line));
  return code;
}

// Who had a voorstel in the first round, of those with a live wish; or who has a running placement, of all.
fairwork::OutcomeOf outcome_of(const service::Workspace& workspace, const std::string& outcome,
                               const std::vector<PreviousProposal>& proposals) {
  const Snapshot& snapshot = workspace.read.snapshot;
  if (outcome == "placement")
    return {[](std::uint32_t) { return true; },
            [&snapshot](std::uint32_t p) { return !snapshot.people[p].running.empty(); }};
  std::set<std::uint32_t> placed;
  for (const PreviousProposal& one : proposals)
    if (const auto person = snapshot.find_person(one.person); person && one.round == 1) placed.insert(*person);
  return {[&workspace](std::uint32_t p) {
            return wish_state(workspace.read.snapshot.people[p], workspace.context.date) == WishState::kLive;
          },
          [placed = std::move(placed)](std::uint32_t p) { return placed.contains(p); }};
}

}  // namespace

int fair_monitor_plan_command(const Console& console, const Common& common, const FairMonitorArguments& arguments) {
  const auto rules = monitor_rules_asked(common);
  if (!rules) return console.fail(rules.error());
  const auto file = arguments.plan / "plan.json";
  const auto bytes = read_file(file);
  if (!bytes) return console.fail(bytes.error());
  const auto plan = nlohmann::json::parse(*bytes, nullptr, false);
  const auto date = plan.is_object() && plan.contains("date") && plan["date"].is_string()
                        ? parse_date(plan["date"].get<std::string>())
                        : std::nullopt;
  const auto proposals = read_proposals(*bytes, file.string());
  if (!proposals) return console.fail(proposals.error());
  if (!date)
    return console.fail({{.code = FaultCode::kJsonSyntax, .file = file.string(), .args = {{"reason", "date"}}}});
  const auto workspace = service::open_workspace({.snapshot = arguments.snapshot,
                                                  .data = service::find_data_folder(common.data),
                                                  .rules = arguments.plan / "rules.toml",
                                                  .date = *date});
  if (!workspace) return console.fail(workspace.error());
  const service::Workspace& w = **workspace;
  for (const PreviousProposal& one : *proposals)
    if (!w.read.snapshot.find_person(one.person))
      return console.fail({{.code = FaultCode::kReferenceMissing,
                            .file = file.string(),
                            .column = "person",
                            .value = one.person,
                            .args = {{"expected", "people.csv"}}}});
  const auto families = fairwork::outcome_families(w.read.snapshot, *date, *rules, arguments.by,
                                                   outcome_of(w, arguments.outcome, *proposals));
  return answered(console, families, *rules, arguments.outcome);
}

int fair_monitor_totals_command(const Console& console, const Common& common, const FairMonitorArguments& arguments) {
  const auto rules = monitor_rules_asked(common);
  if (!rules) return console.fail(rules.error());
  const auto bytes = read_file(arguments.file);
  if (!bytes) return console.fail(bytes.error());
  const auto families = fairwork::read_outcome_totals(*bytes, arguments.file.string());
  if (!families) return console.fail(families.error());
  return answered(console, *families, *rules, "totals");
}

}  // namespace passend::cli
