// SPDX-License-Identifier: EUPL-1.2
#include "insight/ask.hpp"

#include <algorithm>

#include "base/quantity.hpp"
#include "insight/question_methods.hpp"

namespace passend::insight {
namespace {

struct MethodRow {
  std::string_view question;
  Method method;
};
constexpr MethodRow kMethods[] = {
    {"no_offer", no_offer},         {"long_in_bijstand", long_in_bijstand}, {"placements_last", placements_last},
    {"minimum_wage", minimum_wage}, {"cost_of_place", cost_of_place},       {"displacement", displacement},
    {"fair_share", fair_share},     {"unpaid_trials", unpaid_trials},       {"fund_used", fund_used},
    {"in_time", in_time},           {"contractors", contractors},           {"in_bijstand", in_bijstand},
};

// Nothing computed, and no fault, where the variant has no source.
Result<Computed> compute(const AskInput& input, const Question& question, const Variant& variant) {
  if (!input.has(variant.needs)) return Computed{};
  if (variant.needs == Source::kSimulation) return input.simulate(question, variant);
  const auto method = std::ranges::find(kMethods, std::string_view(question.id), &MethodRow::question);
  if (method == std::end(kMethods)) return Computed{};
  auto computed = method->method({input, question, variant});
  if (computed) hide_small(*computed);
  return computed;
}

// The variant asked for; without a name the first that has its source, else the first.
const Variant* chosen_of(const AskInput& input, const Question& question, const std::string& name) {
  if (!name.empty()) return question.find(name);
  const auto found = std::ranges::find_if(question.variants, [&](const Variant& one) { return input.has(one.needs); });
  return found == question.variants.end() ? &question.variants.front() : &*found;
}

Choice choice_of(const Variant& variant, const Computed& computed) {
  if (computed.lead.empty()) return {.variant = variant.id, .needs = std::string(name_of(variant.needs))};
  return {.variant = variant.id, .figure = computed.figures[computed.lead.front()]};
}

}  // namespace

bool AskInput::has(Source source) const {
  switch (source) {
    case Source::kSnapshot:
      return !snapshot.empty();
    case Source::kPlan:
      return !plan.empty();
    case Source::kAdministration:
      return !administration.empty();
    case Source::kScheme:
      return !scheme.empty() && household != nullptr;
    case Source::kContracts:
      return !contracts.empty() && !clauses.empty();
    case Source::kTables:
      return !tables.empty() && !municipality.empty();
    case Source::kSimulation:
      return static_cast<bool>(simulate);
    case Source::kOutside:
      return false;
  }
  return false;
}

int AskInput::counted_year() const { return year != 0 ? year : static_cast<int>(calendar_of(date).year()) - 1; }

Result<Answer> answer(const AskInput& input, const Question& question, const std::string& variant) {
  const Variant* chosen = chosen_of(input, question, variant);
  if (chosen == nullptr) {
    std::string list;
    for (const Variant& one : question.variants) list += (list.empty() ? "" : ", ") + one.id;
    return fail({.code = FaultCode::kNotInList, .file = "--variant", .value = variant, .args = {{"expected", list}}});
  }
  auto computed = compute(input, question, *chosen);
  if (!computed) return fail(computed.error());
  Answer out{.question = question.id,
             .number = question.number,
             .variant = chosen->id,
             .computed = std::move(*computed),
             .missing = question.missing};
  if (!out.has_figures()) out.needs = name_of(chosen->needs);
  if (out.computed.date == Date{}) out.computed.date = input.date;
  out.computed.doubts.insert(out.computed.doubts.end(), question.doubts.begin(), question.doubts.end());
  for (const Variant& other : question.variants) {
    if (&other == chosen) continue;
    const auto beside = compute(input, question, other);
    if (!beside) return fail(beside.error());
    out.choices.push_back(choice_of(other, *beside));
  }
  hide_close_choices(out.computed, out.choices);
  for (const Figure& figure : out.computed.figures) {
    if (!figure.trace.sha256.empty()) out.sources.emplace(figure.trace.file, figure.trace.sha256);
    out.sources.insert(figure.trace.joined.begin(), figure.trace.joined.end());
  }
  return out;
}

Figure counted(const RowTable& table, std::string id, Label label, Unit unit, const Filter& filter,
               const std::string& column) {
  return {.id = std::move(id),
          .label = std::move(label),
          .unit = unit,
          .value = column.empty() ? count(table, filter) : count_distinct(table, column, filter),
          .trace = {.how = column.empty() ? "count" : "distinct",
                    .file = table.file,
                    .sha256 = table.sha256,
                    .filter = text_of(filter),
                    .column = column,
                    .joined = table.joined}};
}

Figure share(const Computed& computed, std::string id, Label label, std::size_t part, std::size_t whole) {
  const Figure& above = computed.figures[part];
  const Figure& below = computed.figures[whole];
  Figure out{.id = std::move(id),
             .label = std::move(label),
             .unit = Unit::kPerMille,
             .trace = {.how = "share", .part = above.id, .whole = below.id}};
  if (above.value && below.value && *below.value > 0) out.value = divide_half_up(1000 * *above.value, *below.value);
  return out;
}

Filter with(Filter filter, std::initializer_list<Condition> more) {
  filter.insert(filter.end(), more.begin(), more.end());
  return filter;
}

}  // namespace passend::insight
