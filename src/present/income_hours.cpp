// SPDX-License-Identifier: EUPL-1.2
// What is left by hours of work or by hourly wage, and where that breaks.
#include <algorithm>

#include "present/html_table.hpp"
#include "present/income_sections.hpp"
#include "present/line_chart.hpp"
#include "present/page.hpp"

namespace passend::present::income_view {
namespace {

constexpr int kStepsUp = 5, kStepsAcross = 8;

std::vector<LineSpot> line_of(const IncomeData& data) {
  std::vector<LineSpot> line;
  for (const auto& point : data.sweep) line.push_back({static_cast<double>(point.at), static_cast<double>(point.net)});
  return line;
}

std::vector<AxisStep> steps_up(const Context& context, const std::vector<LineSpot>& line) {
  const auto [low, high] = std::minmax_element(line.begin(), line.end(), [](auto& a, auto& b) { return a.y < b.y; });
  std::vector<AxisStep> steps;
  for (const auto at : round_steps(low->y / 100, high->y / 100, kStepsUp)) {
    const auto eurocent = static_cast<std::int64_t>(at * 100);
    steps.push_back({at * 100, context.numbers.whole_euro(Eurocent{eurocent})});
  }
  return steps;
}

std::vector<AxisStep> steps_across(const Context& context, const std::vector<LineSpot>& line) {
  const double first = line.front().x, last = line.back().x;
  std::vector<AxisStep> steps;
  for (const auto at : round_steps(first / 100, last / 100, kStepsAcross))
    if (at * 100 >= first && at * 100 <= last)
      steps.push_back({at * 100, context.numbers.decimal(static_cast<std::int64_t>(at * 100), 2)});
  return steps;
}

std::vector<LineMark> marks_of(const IncomeData& data, const std::vector<LineSpot>& line) {
  std::vector<LineMark> marks;
  for (const auto& at : data.breaks) {
    const auto x = std::clamp(static_cast<double>(at.at), line.front().x, line.back().x);
    marks.push_back({{x, height_at(line, x)}, std::to_string(marks.size() + 1), at.kind == IncomeBreak::Kind::kKink});
  }
  return marks;
}

std::optional<LineFocus> own_place(const Context& context, const std::vector<LineSpot>& line) {
  const auto own = context.data.own_place;
  if (!own) return std::nullopt;
  const auto x = static_cast<double>(*own);
  if (x < line.front().x || x > line.back().x) return std::nullopt;
  const auto y = height_at(line, x);
  return LineFocus{{x, y},
                   swept_text(context, "spot",
                              {{"at", place_name(context, *own)},
                               {"amount", context.numbers.whole_euro(Eurocent{static_cast<std::int64_t>(y)})}})};
}

std::string label(const Context& context) {
  const auto& sweep = context.data.sweep;
  const auto place = [&](const IncomePoint& point) { return place_name(context, point.at); };
  const auto net = [&](const IncomePoint& point) { return context.numbers.whole_euro(Eurocent{point.net}); };
  return swept_text(context, "label",
                    {{"from", place(sweep.front())},
                     {"low", net(sweep.front())},
                     {"until", place(sweep.back())},
                     {"high", net(sweep.back())}});
}

Markup chart_block(const Context& context) {
  if (context.data.sweep.empty()) return {};
  const auto line = line_of(context.data);
  const auto up = steps_up(context, line);
  const LineChart chart{line, marks_of(context.data, line), own_place(context, line), steps_across(context, line), up};
  return paragraph(swept_text(context, "note", {{"begin", up.front().shown}}) + steady_note(context), "note") +
         line_chart(chart, label(context)) + paragraph(swept_text(context, "axis"), "axis note");
}

std::string legend(const Context& context) {
  const auto& data = context.data;
  std::string words;
  if (data.own_place && !data.sweep.empty())
    words = swept_text(context, data.has_offer ? "legend_offer" : "legend_now") + " ";
  return data.breaks.empty() ? words : words + swept_text(context, "legend");
}

Markup breaks_list(const Context& context) {
  Markup items;
  for (const auto& at : context.data.breaks)
    items += element("li", {{"class", at.kind == IncomeBreak::Kind::kCliff ? "cliff" : "kink"}},
                     {element("strong", {}, {break_name(context, at)}), " ", break_meaning(context, at)}) +
             Markup::raw("\n");
  if (items.empty()) return {};
  return element("ol", {{"class", "places"}, {"role", "list"}}, {items}) + Markup::raw("\n");
}

}  // namespace

Markup hours_section(const Context& context) {
  const auto& data = context.data;
  if (data.debt_warning || (data.sweep.empty() && data.breaks.empty())) return {};
  return section(
      sweep_id(context), swept_text(context, "heading"),
      {heading(3, hours_finding(context)), chart_block(context), paragraph(legend(context), "source"),
       breaks_list(context),
       data.sweep.empty() ? Markup() : table_behind(sweep_table(context), context.texts, swept_text(context, "file"))});
}

}  // namespace passend::present::income_view
