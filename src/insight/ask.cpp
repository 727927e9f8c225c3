// SPDX-License-Identifier: EUPL-1.2
#include "insight/ask.hpp"

#include <algorithm>
#include <set>

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
  return method->method({input, question, variant});
}

// A variant as it can be asked: in its year, or in no year of its own.
struct View {
  const Variant* variant = nullptr;
  int year = 0;
  Computed computed{};
};

// Question 3 gives years and their total, so that a reader who asks for each year can subtract.
constexpr std::string_view kWithYears = "placements_last";
constexpr std::string_view kOneYear = "paid_year", kAllYears = "paid_all_years";

// Every variant, in every year that it can be asked for beside others.
Result<std::vector<View>> all_views(const AskInput& input, const Question& question) {
  std::set<int> years;
  if (question.id == kWithYears && input.has(Source::kSnapshot)) {
    auto found = years_of_placements(input);
    if (!found) return fail(found.error());
    years = std::move(*found);
    years.insert(input.counted_year());
  }
  std::vector<View> out;
  for (const Variant& variant : question.variants) {
    const bool by_year = !years.empty() && is_by_year(variant);
    for (const int year : by_year ? years : std::set{0}) {
      AskInput in_year = input;
      if (by_year) in_year.year = year;
      auto computed = compute(in_year, question, variant);
      if (!computed) return fail(computed.error());
      out.push_back({&variant, year, std::move(*computed)});
    }
  }
  return out;
}

// Whichever view is asked, the same figures are hidden: of two variants that differ by few people, in the later one.
void hide_together(const Question& question, std::vector<View>& views) {
  std::vector<Beside> beside;
  std::vector<Sum> across;
  Sum years;
  for (std::size_t i = 0; i < views.size(); ++i) {
    const View& one = views[i];
    beside.push_back({&views[i].computed, static_cast<int>(one.variant - question.variants.data())});
    for (std::size_t j = 0; j < i; ++j)
      if (views[j].variant != one.variant && (views[j].year == one.year || views[j].year == 0 || one.year == 0))
        across.push_back({i, {j}});
    if (question.id != kWithYears) continue;
    if (one.variant->id == kAllYears) years.total = i;
    if (one.variant->id == kOneYear) years.parts.push_back(i);
  }
  if (years.parts.size() > 1) across.push_back(std::move(years));
  hide_small(beside, across);
}

// What this program can now compute is not missing where it was computed.
std::vector<Missing> missing_of(const Question& question, bool simulated) {
  std::vector<Missing> out = question.missing;
  if (simulated) std::erase_if(out, [](const Missing& one) { return one.holder == "this_program"; });
  return out;
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
  auto views = all_views(input, question);
  if (!views) return fail(views.error());
  hide_together(question, *views);
  Answer out{.question = question.id, .number = question.number, .variant = chosen->id};
  for (View& view : *views) {
    if (view.year != 0 && view.year != input.counted_year()) continue;
    if (view.variant == chosen)
      out.computed = std::move(view.computed);
    else
      out.choices.push_back(choice_of(*view.variant, view.computed));
  }
  out.missing = missing_of(question, chosen->needs == Source::kSimulation && out.has_figures());
  if (!out.has_figures()) out.needs = name_of(chosen->needs);
  if (out.computed.date == Date{}) out.computed.date = input.date;
  out.computed.doubts.insert(out.computed.doubts.end(), question.doubts.begin(), question.doubts.end());
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
