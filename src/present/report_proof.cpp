// SPDX-License-Identifier: EUPL-1.2
// The proof, the rules, what is doubtful and where the data come from.
#include <algorithm>
#include <cstdlib>

#include "present/plan_words.hpp"
#include "present/report_sections.hpp"

namespace passend::present::report {
namespace {

// A stopped run proves nothing.
const LevelValue* placed_level(const ReportData& data) {
  if (data.stopped) return nullptr;
  const auto level =
      std::find_if(data.levels.begin(), data.levels.end(), [](auto& l) { return l.round == 1 && l.name == "placed"; });
  return level == data.levels.end() ? nullptr : &*level;
}

std::string proof_name(const LevelValue* level) {
  if (level == nullptr) return "unknown";
  return level->bound == level->value ? "best" : "gap";
}

std::string proof_heading(const Context& context, const LevelValue* level) {
  const auto name = proof_name(level);
  if (name != "gap") return context.text("report.proof." + name);
  const auto gap = level->bound - level->value;
  return gap == 1 ? context.text("report.proof.gap_one")
                  : context.text("report.proof.gap", {{"gap", context.numbers.count(gap)}});
}

// Levels that count people; below 10 they are hidden as everywhere.
bool counts_people(const std::string& level) {
  return level == "floors" || level == "placed" || level == "kept" || level.starts_with("leximin");
}

bool is_hidden(const Context& context, const LevelValue& level) {
  const bool small = PeopleCount(level.value).is_hidden() || PeopleCount(level.bound).is_hidden();
  return counts_people(level.name) && (small || context.data.people.voorstel.is_hidden());
}

Markup proof_facts(const Context& context, const LevelValue* level) {
  Markup facts;
  // A small plan keeps its numbers to itself; the auditor has certificate.json.
  if (level != nullptr && !is_hidden(context, *level)) {
    facts += fact(context.text("report.proof.highest"), context.numbers.count(level->bound));
    facts += fact(context.text("report.proof.reached"), context.numbers.count(level->value));
    facts += fact(context.text("report.proof.difference"), context.numbers.count(level->bound - level->value));
  }
  return element(
      "dl", {},
      {facts, fact(context.text("report.proof.command"), element("code", {}, {context.data.verify_command}))});
}

Cell level_cell(const Context& context, const LevelValue& level, std::int64_t number) {
  return is_hidden(context, level) ? people_cell(context, PeopleCount::hidden()) : count_cell(context, number);
}

Table levels_table(const Context& context, const std::string& caption, bool later) {
  Table table{caption, {{context.text("report.proof.level")}}};
  for (const auto* column : {"round", "value", "bound", "gap_column"})
    table.columns.push_back({context.text("report.proof." + std::string(column)), true});
  for (const auto& level : context.data.levels)
    if ((level.round > 1) == later)
      table.rows.push_back({{level_text(context.texts, level.name)},
                            {std::to_string(level.round)},
                            level_cell(context, level, level.value),
                            level_cell(context, level, level.bound),
                            level_cell(context, level, std::abs(level.bound - level.value))});
  return table;
}

Markup level_tables(const Context& context) {
  const auto first = levels_table(context, context.text("report.proof.caption"), false);
  const auto later = levels_table(context, context.text("report.proof.later_caption"), true);
  Markup shown;
  if (!first.rows.empty()) shown += html_table(first) + paragraph(context.text("report.proof.note"), "source");
  if (!later.rows.empty())
    shown += element("details", {}, {element("summary", {}, {context.text("report.proof.later")}), html_table(later)});
  return shown;
}

struct RuleRows {
  const Context& context;
  Table table;

  void add(std::string_view name, const std::string& value) {
    table.rows.push_back({{context.text("report.rules." + std::string(name))}, {value}});
  }
  void add_or(std::string_view name, const std::string& value, std::string_view otherwise) {
    add(name, value.empty() ? context.text(otherwise) : value);
  }
};

void add_who(RuleRows& rows, const RulesUsed& rules) {
  rows.add("title", rules.title);
  rows.add_or("organ", rules.organ, "report.sources.not_known");
  rows.add_or("date", rules.date ? rows.context.numbers.date(*rules.date) : "", "report.sources.not_known");
  rows.add_or("publication", rules.publication, "report.rules.not_published");
  rows.add_or("policy", rules.policy_on_refusals, "report.rules.no_policy");
}

void add_plan(RuleRows& rows, const RulesUsed& rules) {
  const auto& context = rows.context;
  rows.add("rounds", context.numbers.count(rules.rounds));
  rows.add("offers", context.numbers.count(rules.offers_per_place));
  rows.add("leximin", context.numbers.count(rules.leximin_steps));
  rows.add("horizon", context.text("report.rules.days", {{"days", context.numbers.count(rules.start_horizon_days)}}));
  const auto floor =
      rules.wage_floor_hourly.value == 0
          ? ""
          : context.text("report.rules.wage_floor_value", {{"amount", context.numbers.euro(rules.wage_floor_hourly)},
                                                           {"age", std::to_string(rules.wage_floor_from_age)}});
  rows.add_or("wage_floor", floor, "report.rules.none_own");
  const auto stage = rules.stage_allowance_month.value;
  rows.add_or("stage", stage == 0 ? "" : context.numbers.euro({stage}), "report.rules.none_own");
}

void add_travel(RuleRows& rows, const RulesUsed& rules) {
  const auto& context = rows.context;
  rows.add("travel",
           context.text("report.rules.travel_value", {{"km", std::to_string(rules.default_max_km)},
                                                      {"minutes", std::to_string(rules.default_max_minutes)}}));
  for (const auto& mode : rules.modes)
    rows.table.rows.push_back(
        {{context.text("report.rules.mode", {{"mode", mode.name}})},
         {context.text("report.rules.mode_value", {{"speed", context.numbers.decimal(mode.metres_per_hour, 3)},
                                                   {"detour", context.numbers.percent(mode.detour_per_mille - 1000)},
                                                   {"minutes", std::to_string(mode.fixed_minutes)}})}});
}

void add_weights(RuleRows& rows, const RulesUsed& rules) {
  const auto& numbers = rows.context.numbers;
  rows.add("weights",
           rows.context.text("report.rules.weights_value", {{"wish", numbers.percent(rules.weight_wish)},
                                                            {"skills", numbers.percent(rules.weight_skills)},
                                                            {"travel", numbers.percent(rules.weight_travel)},
                                                            {"hours", numbers.percent(rules.weight_hours)},
                                                            {"known", numbers.percent(rules.weight_known)}}));
}

Table rules_table(const Context& context) {
  RuleRows rows{context,
                {context.text("report.rules.caption"),
                 {{context.text("report.rules.rule")}, {context.text("report.rules.value")}}}};
  add_who(rows, context.data.rules);
  add_plan(rows, context.data.rules);
  add_travel(rows, context.data.rules);
  add_weights(rows, context.data.rules);
  return rows.table;
}

Table floor_rules(const Context& context) {
  Table table{context.text("report.rules.floors_caption")};
  for (const auto* column : {"group", "people", "ground", "organ_column", "period", "justification"})
    table.columns.push_back(
        {context.text("report.rules." + std::string(column)), std::string_view(column) == "people"});
  for (const auto& floor : context.data.rules.floors)
    table.rows.push_back({{floor.group},
                          count_cell(context, floor.people),
                          {floor.ground},
                          {floor.organ},
                          {context.text("report.rules.period_value", {{"from", context.numbers.date(floor.from)},
                                                                      {"until", context.numbers.date(floor.until)}})},
                          {floor.justification}});
  return table;
}

}  // namespace

Markup proof(const Context& context) {
  const auto* level = placed_level(context.data);
  const auto words = context.text("report.proof." + proof_name(level) + "_text");
  const auto second = level == nullptr ? "" : context.text("report.proof.second");
  const auto card = block(
      {block({element("h2", {{"id", "proof"}}, {proof_heading(context, level)}), paragraph(words), paragraph(second)}),
       proof_facts(context, level)},
      "card");
  return element("section", {{"aria-labelledby", "proof"}}, {card, level_tables(context)}) + Markup::raw("\n");
}

Markup rules(const Context& context) {
  const auto floors = floor_rules(context);
  return section(
      "rules", context.text("report.rules.heading"),
      {html_table(rules_table(context)),
       floors.rows.empty() ? Markup() : heading(3, context.text("report.rules.floors_heading")) + html_table(floors)});
}

Markup doubts(const Context& context) {
  const auto& doubtful = context.data.doubts;
  auto list = element("li", {}, {context.text("report.doubts.travel")});
  if (const auto share = doubtful.assumed_demands_per_mille)
    list += element("li", {},
                    {context.text("report.doubts.assumed", {{"percent", context.numbers.whole_percent(*share)}})});
  if (doubtful.own_estimate_templates) list += element("li", {}, {context.text("report.doubts.templates")});
  for (const auto& value : doubtful.unknown_law)
    list += element("li", {}, {context.text("report.doubts.law", {{"value", value}})});
  const auto& levels = context.data.levels;
  if (std::none_of(levels.begin(), levels.end(), [](auto& level) { return level.name.starts_with("leximin"); }))
    list += element("li", {}, {context.text("report.doubts.leximin")});
  list += element("li", {}, {context.text("report.doubts.scope")});
  return section("doubts", context.text("report.doubts.heading"), {element("ul", {{"class", "doubts"}}, {list})});
}

Markup sources(const Context& context) {
  Table table{context.text("report.sources.caption"),
              {{context.text("report.sources.name")},
               {context.text("report.sources.licence")},
               {context.text("report.sources.version")}}};
  const auto known = [&](const std::string& value) {
    return Cell{value.empty() ? context.text("report.sources.not_known") : value};
  };
  for (const auto& source : context.data.sources)
    table.rows.push_back({{source.name}, known(source.licence), known(source.version)});
  const auto esco = element("p", {{"lang", "en"}}, {context.text("report.sources.esco")});
  return section("sources", context.text("report.sources.heading"),
                 {table.rows.empty() ? Markup() : html_table(table), esco});
}

}  // namespace passend::present::report
