// SPDX-License-Identifier: EUPL-1.2
// Where people live, and whether the plan shares fairly between groups.
#include <algorithm>
#include <cmath>

#include "present/chart.hpp"
#include "present/map_chart.hpp"
#include "present/report_sections.hpp"

namespace passend::present::report {
namespace {

Table places_table(const Context& context) {
  auto points = context.data.points;
  std::stable_sort(points.begin(), points.end(),
                   [](auto& a, auto& b) { return a.waiting.value() > b.waiting.value(); });
  Table table{context.text("report.places.caption"),
              {{context.text("report.places.pc4")}, {context.text("report.places.people"), true}}};
  for (const auto& point : points)
    table.rows.push_back(
        {{point.pc4 + (point.name.empty() ? "" : " ") + point.name}, people_cell(context, point.waiting)});
  return table;
}

Table first_rows(Table table, std::size_t rows) {
  if (table.rows.size() > rows) table.rows.resize(rows);
  return table;
}

const MapPoint* most_waiting(const std::vector<MapPoint>& points) {
  const auto most = std::max_element(points.begin(), points.end(),
                                     [](auto& a, auto& b) { return a.waiting.value() < b.waiting.value(); });
  return most == points.end() || most->waiting.value() == 0 ? nullptr : &*most;
}

std::string place_name(const MapPoint& point) {
  return point.name.empty() ? point.pc4 : point.name + " (" + point.pc4 + ")";
}

// The smallest share first; those without one last.
std::vector<const GroupShare*> by_share(const ReportData& data) {
  std::vector<const GroupShare*> groups;
  for (const auto& group : data.groups) groups.push_back(&group);
  std::stable_sort(groups.begin(), groups.end(), [](auto* a, auto* b) {
    return a->share_per_mille.value_or(1001) < b->share_per_mille.value_or(1001);
  });
  return groups;
}

std::string share_text(const Context& context, const GroupShare& group) {
  return group.share_per_mille ? context.numbers.whole_percent(*group.share_per_mille)
                               : context.text("report.fair.too_small");
}

// "korte dagen (steun nodig)"; the kind is left out where it says the same.
std::string name_and_kind(const Context& context, const GroupShare& group) {
  const auto key = "group_kind." + group.kind;
  const auto kind = context.texts.has(key) ? context.text(key) : group.kind;
  return kind.empty() || kind == group.name ? group.name : group.name + " (" + kind + ")";
}

std::string interval_text(const Context& context, const GroupShare& group) {
  if (!group.low_per_mille || !group.high_per_mille) return "";
  return context.text("report.fair.interval_value", {{"low", context.numbers.whole_percent(*group.low_per_mille)},
                                                     {"high", context.numbers.whole_percent(*group.high_per_mille)}});
}

Table groups_table(const Context& context) {
  Table table{context.text("report.fair.caption")};
  for (const auto* column : {"group", "people", "candidate", "reach", "voorstel", "share", "interval"})
    table.columns.push_back({context.text("report.fair." + std::string(column)), !table.columns.empty()});
  for (const auto* group : by_share(context.data))
    table.rows.push_back({{name_and_kind(context, *group)},
                          people_cell(context, group->people),
                          people_cell(context, group->candidate),
                          people_cell(context, group->reach),
                          people_cell(context, group->voorstel),
                          {share_text(context, *group)},
                          {interval_text(context, *group)}});
  return table;
}

Markup groups_block(const Context& context) {
  const auto groups = by_share(context.data);
  if (groups.empty() || !groups[0]->share_per_mille)
    return block({paragraph(context.text(groups.empty() ? "report.fair.none" : "report.fair.all_small"))});
  std::vector<ShareRow> rows;
  for (const auto* group : groups)
    rows.push_back({group->name, share_text(context, *group), group->share_per_mille, group->low_per_mille,
                    group->high_per_mille, rows.empty()});
  const Arguments worst{{"group", rows[0].name}, {"percent", rows[0].shown}};
  const int begin = axis_of(rows).begin;
  auto note = context.text("report.fair.chart_note");
  if (begin > 0) note += " " + context.text("report.fair.axis_note", {{"begin", std::to_string(begin) + "%"}});
  return block({heading(3, context.text("report.fair.finding", worst)), paragraph(note, "source"),
                share_chart(rows, context.text("report.fair.label", worst))});
}

std::string floor_state(const Context& context, const GroupShare& group) {
  if (group.voorstel.is_hidden()) return context.text("report.fair.too_small");
  return context.text(group.voorstel.value() >= *group.floor ? "report.fair.floor_met" : "report.fair.floor_short");
}

std::string price_text(const Context& context, const GroupShare& group) {
  const auto hundredths = std::llround(group.price.value_or(0) * 100);
  if (group.people.is_hidden() || hundredths <= 0) return context.text("report.fair.price_none");
  return context.text("report.fair.price_some", {{"price", context.numbers.decimal(hundredths, 2)}});
}

Table floors_table(const Context& context) {
  Table table{context.text("report.fair.floors_caption"),
              {{context.text("report.fair.group")},
               {context.text("report.fair.floor_asked"), true},
               {context.text("report.fair.floor_reached"), true},
               {context.text("report.fair.floor_state")},
               {context.text("report.fair.floor_price")}}};
  for (const auto& group : context.data.groups)
    if (group.floor)
      table.rows.push_back({{group.name},
                            count_cell(context, *group.floor),
                            people_cell(context, group.voorstel),
                            {floor_state(context, group)},
                            {price_text(context, group)}});
  return table;
}

std::string total_price(const Context& context) {
  const auto without = context.data.voorstellen_without_floors;
  if (!without || context.data.rounds.empty()) return {};
  const auto now = context.data.rounds.front().voorstellen;
  if (now.is_hidden()) return {};
  if (*without <= now.value()) return context.text("report.fair.price_free");
  return context.text("report.fair.price_total",
                      {{"without", context.numbers.people(*without)}, {"with", context.numbers.people(now)}});
}

Markup floors_block(const Context& context) {
  const auto table = floors_table(context);
  return block({heading(3, context.text("report.fair.floors_heading")),
                table.rows.empty() ? paragraph(context.text("report.fair.floors_none"))
                                   : html_table(table) + paragraph(total_price(context), "notice")});
}

}  // namespace

Markup places(const Context& context) {
  constexpr std::size_t kTableRows = 8;
  const auto* most = most_waiting(context.data.points);
  if (most == nullptr) return {};
  std::vector<std::string> shown;
  for (const auto& point : context.data.points) shown.push_back(context.numbers.people(point.waiting));
  const auto label = context.text("report.places.label",
                                  {{"place", place_name(*most)}, {"people", context.numbers.people(most->waiting)}});
  const auto table = places_table(context);
  return section(
      "places", context.text("report.places.heading"),
      {heading(3, context.text("report.places.finding", {{"place", place_name(*most)}})),
       paragraph(context.text("report.places.subtitle"), "source"),
       block({block({map_chart(context.data.points, shown, label),
                     paragraph(context.text("report.places.note"), "source")}),
              block({html_table(first_rows(table, kTableRows)), table_behind(table, context.texts, "places")})},
             "two")});
}

Markup fairness(const Context& context) {
  return section(
      "fair", context.text("report.fair.heading"),
      {paragraph(context.text("report.fair.subtitle"), "lead"),
       block({groups_block(context), floors_block(context)}, "two"),
       context.data.groups.empty() ? Markup() : table_behind(groups_table(context), context.texts, "groups")});
}

}  // namespace passend::present::report
