// SPDX-License-Identifier: EUPL-1.2
// Money, hours and places with a limit, what they held back, and the rounds.
#include <algorithm>

#include "present/chart.hpp"
#include "present/plain_text.hpp"
#include "present/report_sections.hpp"

namespace passend::present::report {
namespace {

std::string amount_text(const Context& context, ResourceUnit unit, std::int64_t amount) {
  switch (unit) {
    case ResourceUnit::kEurocent:
      return context.numbers.whole_euro(Eurocent{amount});
    case ResourceUnit::kCentihours:
      return context.numbers.hours(Hours{static_cast<std::int32_t>(amount)});
    case ResourceUnit::kCount:
      break;
  }
  return context.numbers.count(amount);
}

// As CONTRACTS writes amounts: eurocent and counts as integers, hours with a point.
std::string amount_csv(ResourceUnit unit, std::int64_t amount) {
  return unit == ResourceUnit::kCentihours ? to_decimal(amount, 2) : std::to_string(amount);
}

Cell amount_cell(const Context& context, const ResourceUse& use, std::int64_t amount) {
  if (use.people.is_hidden()) return {context.numbers.people(use.people)};
  return {amount_text(context, use.unit, amount), amount_csv(use.unit, amount)};
}

bool is_full(const ResourceUse& use) { return !use.people.is_hidden() && use.budget > 0 && use.used >= use.budget; }

// Holds people back: nothing left, or too little for the next one. How many may be too few to show.
bool binds(const ResourceUse& use) {
  return is_full(use) || (!use.people.is_hidden() && use.extra_people != PeopleCount(0));
}

std::string full_name(const Context& context, const ResourceUse& use) {
  return context.text(is_full(use) ? "report.means.full_name" : "report.means.nearly_name",
                      {{"name", upper_first(use.name)}});
}

Cell left_cell(const Context& context, const ResourceUse& use) {
  auto cell = amount_cell(context, use, use.budget - use.used);
  if (binds(use)) cell.text += " – " + context.text(is_full(use) ? "report.means.full" : "report.means.nearly");
  return cell;
}

Table resources_table(const Context& context) {
  Table table{context.text("report.means.caption"),
              {{context.text("report.means.resource")},
               {context.text("report.means.used"), true},
               {context.text("report.means.of"), true},
               {context.text("report.means.left"), true}}};
  for (const auto& use : context.data.resources)
    table.rows.push_back({{use.name},
                          amount_cell(context, use, use.used),
                          {amount_text(context, use.unit, use.budget), amount_csv(use.unit, use.budget)},
                          left_cell(context, use)});
  return table;
}

std::vector<Markup> meters(const ReportData& data) {
  std::vector<Markup> drawn;
  for (const auto& use : data.resources)
    drawn.push_back(use.people.is_hidden() ? Markup()
                                           : meter(static_cast<double>(use.used), static_cast<double>(use.budget)));
  return drawn;
}

Markup full_notice(const Context& context, const ResourceUse& use) {
  const bool priced = use.extra_people.value() > 0;
  const auto words =
      priced ? context.text("report.means.extra", {{"amount", amount_text(context, use.unit, use.extra_amount)},
                                                   {"people", context.numbers.people(use.extra_people)}})
             : context.text("report.means.extra_unknown");
  return element("p", {{"class", "notice"}}, {element("strong", {}, {full_name(context, use) + "."}), " ", words}) +
         Markup::raw("\n");
}

Markup resources_block(const Context& context) {
  const auto& resources = context.data.resources;
  if (resources.empty()) return block({paragraph(context.text("report.means.none"))});
  Markup notices;
  for (const auto& use : resources)
    if (binds(use)) notices += full_notice(context, use);
  const auto first = std::find_if(resources.begin(), resources.end(), binds);
  const auto finding =
      first == resources.end() ? context.text("report.means.nothing_full") : full_name(context, *first);
  return block({heading(3, finding), html_table(resources_table(context), meters(context.data)), notices});
}

Markup binding_block(const Context& context) {
  Markup sentences;
  for (const auto& use : context.data.resources)
    if (binds(use)) sentences += element("li", {}, {context.text("report.means.bind_resource", {{"name", use.name}})});
  for (const auto& group : context.data.groups)
    if (group.floor && group.price.value_or(0) > 0)
      sentences += element("li", {}, {context.text("report.means.bind_floor", {{"name", group.name}})});
  return heading(3, context.text("report.means.bind_heading")) +
         (sentences.empty() ? paragraph(context.text("report.means.bind_none")) : element("ul", {}, {sentences}));
}

Markup rounds_block(const Context& context) {
  Table table{context.text("report.rounds.caption"),
              {{context.text("report.rounds.round")},
               {context.text("report.rounds.voorstellen"), true},
               {context.text("report.rounds.conditional"), true}}};
  for (const auto& round : context.data.rounds)
    table.rows.push_back({{context.text("report.rounds.round_name", {{"round", std::to_string(round.round)}})},
                          people_cell(context, round.voorstellen),
                          people_cell(context, round.conditional)});
  return heading(3, context.text("report.rounds.heading")) + html_table(table);
}

}  // namespace

Markup means(const Context& context) {
  return section("means", context.text("report.means.heading"),
                 {block({resources_block(context), block({rounds_block(context), binding_block(context)})}, "two")});
}

}  // namespace passend::present::report
