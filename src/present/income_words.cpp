// SPDX-License-Identifier: EUPL-1.2
#include "present/income_words.hpp"

#include <algorithm>
#include <cstdlib>

namespace passend::present::income_view {
namespace {

const Part* part_of(std::string_view rule) {
  const auto part = std::find_if(kParts.begin(), kParts.end(), [&](auto& known) { return known.rule == rule; });
  return part == kParts.end() ? nullptr : &*part;
}

std::int64_t difference(const IncomeData& data) { return data.net_after - data.net_before; }

std::int64_t in_whole_euro(std::int64_t eurocent) { return divide_half_up(std::abs(eurocent), 100); }

std::string whole(const Context& context, std::int64_t eurocent) {
  return context.numbers.whole_euro(Eurocent{eurocent});
}

std::string each(const Context& context) {
  return context.text(context.data.calendar_year ? "income.each.average" : "income.each.month");
}

std::string with_hours(const Context& context, const std::string& key, Arguments arguments) {
  arguments["each"] = each(context);
  const bool names_hours = context.data.own_place && context.data.sweep_axis == SweepAxis::kHours;
  if (!names_hours) return context.text(key, arguments);
  arguments["hours"] = place_name(context, *context.data.own_place);
  return context.text(key + "_hours", arguments);
}

bool compares_years(const Context& context) { return context.data.calendar_year && context.data.has_offer; }

std::string share_kept(const Context& context, std::int64_t lost_per_mille) {
  const auto kept = 1000 - lost_per_mille;
  const auto percent = divide_half_up(std::abs(kept), 10);
  return context.numbers.percent(10 * (kept < 0 ? -percent : percent));
}

}  // namespace

Group group_of(std::string_view rule) {
  const auto* part = part_of(rule);
  return part == nullptr ? Group::kWork : part->group;
}

std::string name_of(Group group) {
  constexpr std::array<std::string_view, kGroups.size()> kNames{"work", "benefit", "tax", "allowances", "costs"};
  return std::string(kNames[static_cast<std::size_t>(group)]);
}

std::string part_name(const Context& context, std::string_view rule) {
  return context.text("income.part." + std::string(rule));
}

std::string paid_name(const Context& context, std::string_view rule) {
  const auto key = "income.paid." + std::string(rule);
  return context.texts.has(key) ? context.text(key) : part_name(context, rule);
}

std::string legal_part_name(const Context& context, std::string_view rule) {
  const auto* part = part_of(rule);
  const auto name = part_name(context, rule);
  return part != nullptr && part->has_law_name
             ? name + " (" + context.text("income.law_name." + std::string(rule)) + ")"
             : name;
}

int year_of(const Context& context) {
  const auto& data = context.data;
  return data.payments_year ? *data.payments_year : static_cast<int>(calendar_of(data.date).year());
}

bool names_gain(const IncomeData& data) { return data.has_offer && !data.debt_warning; }

std::string headline(const Context& context) {
  const auto& data = context.data;
  if (data.debt_warning) return context.text("income.headline.debt");
  if (!data.has_offer)
    return context.text("income.headline.now", {{"amount", whole(context, data.net_before)}, {"each", each(context)}});
  const auto change = difference(data);
  if (in_whole_euro(change) == 0) return with_hours(context, "income.headline.even", {});
  return with_hours(context, change > 0 ? "income.headline.gain" : "income.headline.loss",
                    {{"amount", whole(context, std::abs(change))}});
}

std::vector<std::string> lead(const Context& context) {
  const auto& data = context.data;
  std::vector<std::string> sentences;
  if (data.debt_warning) sentences.push_back(context.text("income.lead.debt"));
  if (names_gain(data))
    sentences.push_back(context.text(data.calendar_year ? "income.lead.year" : "income.lead.offer",
                                     {{"before", whole(context, data.net_before)},
                                      {"after", whole(context, data.net_after)},
                                      {"year", std::to_string(year_of(context))}}));
  if (!data.debt_warning) sentences.push_back(context.text("income.lead.spend"));
  return sentences;
}

std::string estimate(const Context& context) {
  const auto basis = context.data.calendar_year
                         ? context.text("income.basis.calendar", {{"year", std::to_string(year_of(context))}})
                         : context.text("income.basis.steady");
  return basis + " " + context.text("income.estimate");
}

std::string steady_note(const Context& context) {
  return context.data.calendar_year ? " " + context.text("income.basis.steady") : "";
}

Cell euro_cell(const Context& context, std::int64_t eurocent) {
  return {context.numbers.euro(Eurocent{eurocent}), to_decimal(eurocent, 2)};
}

Cell change_cell(const Context& context, std::int64_t eurocent) {
  if (eurocent == 0) return {context.text("income.equal"), to_decimal(0, 2)};
  return {context.numbers.change(Eurocent{eurocent}), to_decimal(eurocent, 2)};
}

namespace {

// A calendar year is made of what is paid, after tax.
std::string row_name(const Context& context, const std::string& rule, Names names) {
  if (context.data.calendar_year) return paid_name(context, rule);
  return names == Names::kLegal ? legal_part_name(context, rule) : part_name(context, rule);
}

std::vector<Cell> part_row(const Context& context, const std::string& name, std::int64_t before, std::int64_t after) {
  std::vector<Cell> row{{name}, euro_cell(context, before)};
  if (context.data.has_offer) row.push_back(euro_cell(context, after));
  if (names_gain(context.data)) row.push_back(change_cell(context, after - before));
  return row;
}

}  // namespace

std::string before_name(const Context& context) {
  return context.text(compares_years(context) ? "income.parts.before_year" : "income.parts.before");
}

std::string after_name(const Context& context) {
  return context.text(compares_years(context) ? "income.parts.after_year" : "income.parts.after");
}

Table parts_table(const Context& context, Names names) {
  const auto& data = context.data;
  Table table{context.text(data.debt_warning ? "income.parts.caption_debt" : "income.parts.caption"),
              {{context.text("income.parts.part")}, {before_name(context), true}}};
  if (data.has_offer) table.columns.push_back({after_name(context), true});
  if (names_gain(data)) table.columns.push_back({context.text("income.parts.change"), true});
  for (const auto& part : data.parts) {
    if (part.before == 0 && part.after == 0) continue;
    table.rows.push_back(part_row(context, row_name(context, part.rule, names), part.before, part.after));
  }
  table.rows.push_back(part_row(context, context.text("income.parts.total"), data.net_before, data.net_after));
  // A sum of then would be read as what is left.
  if (data.debt_warning && data.has_offer) table.rows.back()[2] = {context.text("income.parts.not_known")};
  return table;
}

std::vector<Kept> kept(const Context& context) {
  const auto& data = context.data;
  std::vector<Kept> figures;
  if (data.debt_warning) return figures;
  if (data.participation_tax)
    figures.push_back({share_kept(context, *data.participation_tax),
                       context.text("income.kept.whole", {{"before", whole(context, data.gross_before)},
                                                          {"after", whole(context, data.gross_after)}})});
  if (data.marginal_100) figures.push_back({whole(context, *data.marginal_100), context.text("income.kept.hundred")});
  if (data.marginal_hour) figures.push_back({whole(context, *data.marginal_hour), context.text("income.kept.hour")});
  return figures;
}

std::vector<std::string> not_covered(const Context& context) {
  std::vector<std::string> notes;
  for (const auto& note : context.data.not_covered) notes.push_back(context.text("income.note." + note));
  return notes;
}

std::vector<std::string> certainty(const Context& context) {
  const auto& data = context.data;
  std::vector<std::string> sentences;
  if (!data.weakest.empty()) sentences.push_back(context.text("income.weakest." + data.weakest));
  if (data.rules_as_of != data.date)
    sentences.push_back(context.text("income.sure.rules", {{"rules", context.numbers.date(data.rules_as_of)},
                                                           {"date", context.numbers.date(data.date)}}));
  return sentences;
}

std::string input_value(const Context& context, const TraceInput& input) {
  switch (input.unit) {
    case TraceInput::Unit::kEurocent:
      return context.numbers.euro(Eurocent{input.value});
    case TraceInput::Unit::kEuroYear:
      return context.text("income.trace.per_year", {{"amount", whole(context, 100 * input.value)}});
    case TraceInput::Unit::kYes:
      return context.text(input.value != 0 ? "income.trace.yes" : "income.trace.no");
    case TraceInput::Unit::kCount:
      break;
  }
  return context.numbers.count(input.value);
}

std::string origin(const Context& context, const TraceParameter& parameter) {
  return context.text("income.trace.origin",
                      {{"confidence", context.text("cli.law.confidences." + parameter.confidence)},
                       {"state", context.text("cli.law.states." + parameter.state)},
                       {"from", context.numbers.date(parameter.from)}});
}

}  // namespace passend::present::income_view
