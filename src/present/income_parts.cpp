// SPDX-License-Identifier: EUPL-1.2
// The answer, what makes it up, and what stays of more work.
#include <algorithm>
#include <cstdlib>

#include "present/flow_chart.hpp"
#include "present/html_table.hpp"
#include "present/income_sections.hpp"
#include "present/page.hpp"
#include "present/plain_text.hpp"

namespace passend::present::income_view {
namespace {

using Kind = FlowStep::Kind;

struct GroupSum {
  Group group{};
  std::int64_t before = 0, after = 0;
};

std::vector<GroupSum> sums_of(const IncomeData& data) {
  std::vector<GroupSum> sums;
  for (const auto group : kGroups) {
    GroupSum sum{group};
    for (const auto& part : data.parts)
      if (group_of(part.rule) == group) sum.before += part.before, sum.after += part.after;
    if (sum.before != 0 || sum.after != 0) sums.push_back(sum);
  }
  return sums;
}

std::string group_name(const Context& context, Group group) { return context.text("income.group." + name_of(group)); }

// "Meer loon", "Minder uitkering": what the change of a group does to what is left.
std::string change_name(const Context& context, Group group, std::int64_t change) {
  return context.text((change < 0 ? "income.less." : "income.more.") + name_of(group));
}

FlowStep total(const std::string& name, const Context& context, std::int64_t net, bool focus) {
  return {name, euro_cell(context, net).text, static_cast<double>(net), Kind::kTotal, focus};
}

FlowStep change(const Context& context, const std::string& name, std::int64_t amount) {
  return {name, change_cell(context, amount).text, static_cast<double>(amount), Kind::kChange, false};
}

// From now to then, or what makes up now.
std::vector<FlowStep> flow(const Context& context, const std::vector<GroupSum>& sums) {
  const auto& data = context.data;
  std::vector<FlowStep> steps;
  if (!names_gain(data)) {
    for (const auto& sum : sums)
      if (sum.before != 0) steps.push_back(change(context, group_name(context, sum.group), sum.before));
    steps.push_back(total(before_name(context), context, data.net_before, true));
    return steps;
  }
  steps.push_back(total(before_name(context), context, data.net_before, false));
  for (const auto& sum : sums)
    if (const auto amount = sum.after - sum.before; amount != 0)
      steps.push_back(change(context, change_name(context, sum.group, amount), amount));
  steps.push_back(total(after_name(context), context, data.net_after, true));
  return steps;
}

std::string finding(const Context& context, const std::vector<GroupSum>& sums) {
  if (!names_gain(context.data)) return context.text("income.parts.finding_now");
  const GroupSum *up = nullptr, *down = nullptr;
  for (const auto& sum : sums) {
    const auto moved = sum.after - sum.before;
    if (moved > 0 && (up == nullptr || moved > up->after - up->before)) up = &sum;
    if (moved < 0 && (down == nullptr || moved < down->after - down->before)) down = &sum;
  }
  if (up == nullptr && down == nullptr) return context.text("income.parts.finding_none");
  if (up == nullptr) return change_name(context, down->group, -1);
  if (down == nullptr) return change_name(context, up->group, 1);
  return change_name(context, up->group, 1) + ", " + lower_first(change_name(context, down->group, -1));
}

Table groups_table(const Context& context, const std::vector<FlowStep>& steps) {
  Table table{context.text("income.parts.flow_caption"),
              {{context.text("income.parts.step")}, {context.text("income.parts.amount"), true}}};
  for (const auto& step : steps)
    table.rows.push_back({{step.name}, {step.shown, to_decimal(static_cast<std::int64_t>(step.amount), 2)}});
  return table;
}

Markup flow_block(const Context& context) {
  const auto sums = sums_of(context.data);
  const auto steps = flow(context, sums);
  const auto found = finding(context, sums);
  const auto label = context.text("income.parts.flow_label", {{"finding", found}, {"amount", steps.back().shown}});
  return block(
      {heading(3, found),
       paragraph(context.text(names_gain(context.data) ? "income.parts.flow_note" : "income.parts.now_note"), "note"),
       flow_chart(steps, label),
       table_behind(groups_table(context, steps), context.texts, context.text("income.parts.file"))});
}

bool has_part(const IncomeData& data, std::string_view rule) {
  return std::any_of(data.parts.begin(), data.parts.end(),
                     [&](auto& part) { return part.rule == rule && (part.before != 0 || part.after != 0); });
}

Markup table_block(const Context& context) {
  const bool is_gross = !context.data.calendar_year && has_part(context.data, "bijstand");
  const auto gross = is_gross ? context.text("income.parts.gross_note") : "";
  return block({heading(3, context.text("income.parts.table")),
                block({html_table(parts_table(context, Names::kLegal))}, "sum beside"), paragraph(gross, "source")});
}

const char* kept_key(const IncomeData& data) {
  if (!data.has_offer) return "income.kept.text_now";
  return data.participation_tax ? "income.kept.text" : "income.kept.text_after";
}

Markup sentences(const std::vector<std::string>& all) {
  Markup shown;
  for (const auto& sentence : all) shown += (shown.empty() ? Markup() : Markup(" ")) + Markup(sentence);
  return element("p", {{"class", "lead"}}, {shown}) + Markup::raw("\n");
}

}  // namespace

Markup answer_section(const Context& context) {
  return block({block({element("h1", {}, {headline(context)}), Markup::raw("\n"), sentences(lead(context)),
                       paragraph(estimate(context), "source")})},
               "answer");
}

Markup parts_section(const Context& context) {
  return section("parts", context.text(context.data.has_offer ? "income.parts.heading" : "income.parts.heading_now"),
                 {block({flow_block(context), table_block(context)}, "two wide")});
}

Markup kept_section(const Context& context) {
  Markup figures;
  for (const auto& figure : kept(context)) figures += key_figure(figure.number, figure.label, "");
  if (figures.empty()) return {};
  return section("kept", context.text("income.kept.heading"),
                 {paragraph(context.text(kept_key(context.data)) + steady_note(context)),
                  element("dl", {{"class", "key"}}, {figures}), Markup::raw("\n")});
}

}  // namespace passend::present::income_view
