// SPDX-License-Identifier: EUPL-1.2
// Where work stops paying, when money comes, and what to do.
#include <algorithm>
#include <cstdlib>
#include <map>

#include "present/income_words.hpp"
#include "present/plain_text.hpp"

namespace passend::present::income_view {
namespace {

constexpr int kYearAfter = 13;

std::string whole(const Context& context, std::int64_t eurocent) {
  return context.numbers.whole_euro(Eurocent{std::abs(eurocent)});
}

using Payments = std::vector<std::pair<std::string, std::int64_t>>;

// Per month, in the order given.
std::map<int, Payments> by_month(const std::vector<IncomePayment>& payments) {
  std::map<int, Payments> months;
  for (const auto& payment : payments)
    if (payment.eurocent != 0) months[payment.month].emplace_back(payment.rule, payment.eurocent);
  return months;
}

std::string period_name(const Context& context, int first, int last) {
  if (first == kYearAfter)
    return context.text("income.payments.later", {{"year", std::to_string(year_of(context) + 1)}});
  const auto from = context.text("month." + std::to_string(first));
  if (first == last) return upper_first(from);
  return upper_first(context.text("income.payments.period",
                                  {{"from", from}, {"until", context.text("month." + std::to_string(last))}}));
}

std::string caption(const Context& context, int first, int last) {
  if (first == kYearAfter) return context.text("income.payments.settled", {{"year", std::to_string(year_of(context))}});
  return context.text(first == last ? "income.payments.once" : "income.payments.each_month");
}

Table payments_table(const Context& context, const Payments& payments, const std::string& caption) {
  Table table{caption, {{context.text("income.payments.what")}, {context.text("income.payments.amount"), true}}};
  std::int64_t sum = 0;
  for (const auto& [rule, eurocent] : payments) {
    table.rows.push_back({{paid_name(context, rule)}, euro_cell(context, eurocent)});
    sum += eurocent;
  }
  if (!context.data.debt_warning) table.rows.push_back({{context.text("income.parts.total")}, euro_cell(context, sum)});
  return table;
}

std::string listed(const Context& context, const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i)
    list += (i == 0 ? "" : i + 1 == names.size() ? " " + context.text("income.and") + " " : ", ") + names[i];
  return list;
}

}  // namespace

std::string sweep_id(const Context& context) {
  return context.data.sweep_axis == SweepAxis::kHours ? "hours" : "hourly";
}

std::string swept_text(const Context& context, const std::string& key, const Arguments& values) {
  return context.text("income." + sweep_id(context) + "." + key, values);
}

std::string place_name(const Context& context, std::int64_t at) {
  if (context.data.sweep_axis == SweepAxis::kHours) return context.numbers.hours(Hours{static_cast<std::int32_t>(at)});
  return context.numbers.euro(Eurocent{at});
}

std::string break_name(const Context& context, const IncomeBreak& at) {
  return swept_text(context, "from", {{"at", place_name(context, at.at)}});
}

std::string break_meaning(const Context& context, const IncomeBreak& at) {
  const auto key = at.kind == IncomeBreak::Kind::kCliff ? "cliff" : at.eurocent < 0 ? "less" : "more";
  return swept_text(context, key,
                    {{"amount", whole(context, at.eurocent)}, {"rule", legal_part_name(context, at.rule)}});
}

std::string hours_finding(const Context& context) {
  const IncomeBreak* deepest = nullptr;
  for (const auto& at : context.data.breaks)
    if (at.kind == IncomeBreak::Kind::kCliff && (deepest == nullptr || at.eurocent < deepest->eurocent)) deepest = &at;
  if (deepest == nullptr) return swept_text(context, "no_cliff");
  return swept_text(context, "deepest",
                    {{"at", place_name(context, deepest->at)}, {"amount", whole(context, deepest->eurocent)}});
}

Table sweep_table(const Context& context) {
  Table table{swept_text(context, "caption"), {{swept_text(context, "column")}, {swept_text(context, "net"), true}}};
  for (const auto& point : context.data.sweep)
    table.rows.push_back({{place_name(context, point.at), to_decimal(point.at, 2)}, euro_cell(context, point.net)});
  return table;
}

std::vector<Period> periods(const Context& context) {
  const auto months = by_month(context.data.payments);
  std::vector<Period> found;
  for (auto first = months.begin(); first != months.end();) {
    auto last = first, next = std::next(first);
    while (next != months.end() && next->first == last->first + 1 && next->first != kYearAfter &&
           next->second == first->second)
      last = next++;
    found.push_back({period_name(context, first->first, last->first),
                     payments_table(context, first->second, caption(context, first->first, last->first))});
    first = next;
  }
  return found;
}

std::vector<StepWords> steps(const Context& context) {
  struct Merged {
    std::string key{};
    std::optional<Date> by{};
    std::vector<std::string> rules{};
  };
  std::vector<Merged> merged;
  for (const auto& step : context.data.steps) {
    auto same =
        std::find_if(merged.begin(), merged.end(), [&](auto& m) { return m.key == step.key && m.by == step.by; });
    if (same == merged.end()) same = merged.insert(merged.end(), Merged{step.key, step.by, {}});
    if (!step.rule.empty()) same->rules.push_back(lower_first(part_name(context, step.rule)));
  }
  std::vector<StepWords> words;
  for (const auto& step : merged)
    words.push_back({context.text("income.step." + step.key, {{"rule", listed(context, step.rules)}}),
                     context.text("income.step_why." + step.key),
                     step.by ? context.text("income.steps.by", {{"date", context.numbers.date(*step.by)}}) : ""});
  return words;
}

}  // namespace passend::present::income_view
