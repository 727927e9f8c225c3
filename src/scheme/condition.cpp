// SPDX-License-Identifier: EUPL-1.2
#include "scheme/condition.hpp"

#include <algorithm>
#include <chrono>

namespace passend::scheme {
namespace {

constexpr int kMonthsInYear = 12;

Outcome yes_if(bool yes) { return yes ? Outcome::kYes : Outcome::kNo; }

bool is_among(const std::vector<std::string>& words, const std::vector<std::string>& list) {
  return std::ranges::any_of(words, [&](const auto& word) { return std::ranges::find(list, word) != list.end(); });
}

bool is_between(std::int64_t number, const Predicate& predicate, bool with_most) {
  if (predicate.at_least && number < *predicate.at_least) return false;
  if (!predicate.at_most) return true;
  return with_most ? number <= *predicate.at_most : number < *predicate.at_most;
}

// Below the AOW age unless the day on which it is reached lies on or before `on`.
Outcome is_below_aow(Date birth, Date on, const std::optional<AowAge>& aow) {
  if (!aow) return Outcome::kUnknown;
  return yes_if(months_between(birth, on) < aow->years * kMonthsInYear + aow->months);
}

Outcome age_outcome(const Predicate& predicate, Date birth, Date on, const std::optional<AowAge>& aow) {
  const Outcome range = yes_if(is_between(age_on(birth, on), predicate, false));
  return predicate.until_aow ? both(range, is_below_aow(birth, on, aow)) : range;
}

}  // namespace

const PredicateRow* predicate_named(std::string_view name) {
  const auto* found = std::ranges::find(kPredicateTable, name, &PredicateRow::name);
  return found == kPredicateTable.end() ? nullptr : found;
}

std::optional<AowAge> aow_age_on(const ParameterStore& law, Date on) {
  const auto age = law.table_at("aow_age", on);
  if (!age) return std::nullopt;
  const auto years = number_in(age->rows.front(), 0, age->origin, on);
  const auto months = number_in(age->rows.front(), 1, age->origin, on);
  if (!years || !months) return std::nullopt;
  return AowAge{static_cast<int>(years->units), static_cast<int>(months->units)};
}

bool asks(const Condition& condition, Fact fact) {
  if (condition.join == Condition::Join::kOne) return condition.predicate.row->fact == fact;
  return std::ranges::any_of(condition.parts, [&](const Condition& part) { return asks(part, fact); });
}

std::int64_t months_between(Date since, Date on) {
  const auto from = calendar_of(since);
  const auto to = calendar_of(on);
  const auto months = (to.year() / to.month()) - (from.year() / from.month());
  return months.count() - (to.day() < from.day() ? 1 : 0);
}

Outcome outcome_of(const Predicate& predicate, const Facts& facts, const std::optional<AowAge>& aow) {
  if (predicate.row->form == PredicateForm::kNotStated) return Outcome::kUnknown;
  const auto& value = facts.at(predicate.row->fact);
  if (!value) return Outcome::kUnknown;
  switch (predicate.row->form) {
    case PredicateForm::kAge:
      return age_outcome(predicate, std::get<Date>(*value), facts.date, aow);
    case PredicateForm::kWords: {
      const auto& words = std::get<std::vector<std::string>>(*value);
      return yes_if((predicate.any_of.empty() || is_among(words, predicate.any_of)) &&
                    !is_among(words, predicate.none_of));
    }
    case PredicateForm::kRange:
      return yes_if(is_between(std::get<std::int64_t>(*value), predicate, true));
    case PredicateForm::kMonths:
      return yes_if(is_between(months_between(std::get<Date>(*value), facts.date), predicate, false));
    case PredicateForm::kYesNo:
      return yes_if(std::get<bool>(*value) == predicate.is);
    case PredicateForm::kNotStated:
      break;
  }
  return Outcome::kUnknown;
}

Outcome outcome_of(const Condition& condition, const Facts& facts, const std::optional<AowAge>& aow,
                   std::vector<PredicateOutcome>* each, std::string_view article) {
  if (!condition.article.empty()) article = condition.article;
  if (condition.join == Condition::Join::kOne) {
    const Outcome outcome = outcome_of(condition.predicate, facts, aow);
    if (each != nullptr) each->push_back({&condition.predicate, article, outcome});
    return outcome;
  }
  const bool all = condition.join == Condition::Join::kAll;
  Outcome joined = all ? Outcome::kYes : Outcome::kNo;
  for (const Condition& part : condition.parts) {
    const Outcome outcome = outcome_of(part, facts, aow, each, article);
    joined = all ? std::min(joined, outcome) : std::max(joined, outcome);
  }
  return joined;
}

}  // namespace passend::scheme
