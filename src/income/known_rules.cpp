// SPDX-License-Identifier: EUPL-1.2
#include "income/known_rules.hpp"

#include <algorithm>

namespace passend::income {
namespace {

Result<RuledAnswer> answer_by(const ParameterStore& law, Date rules_of, const Household& household,
                              const std::optional<Offer>& offer, const std::string& file) {
  RuleBook rules = read_rule_book(law, rules_of);
  auto found = answer(rules, law, household, offer, file);
  if (!found) return fail(found.error());
  return RuledAnswer{std::move(rules), *std::move(found)};
}

// Amounts change on 1 January and 1 July.
Date last_of_half_year_before(Date on) {
  const auto day = calendar_of(on);
  const int year = static_cast<int>(day.year());
  const bool is_second = static_cast<unsigned>(day.month()) > 12 / 2;
  return make_date(year, is_second ? 12 / 2 + 1 : 1, 1) + -1;
}

bool lacks_value(const Faults& faults) {
  return std::ranges::all_of(faults, [](const Fault& fault) { return fault.code == FaultCode::kNoValue; });
}

}  // namespace

Result<RuledAnswer> answer_on_date(const ParameterStore& law, const Household& household,
                                   const std::optional<Offer>& offer, const std::string& file) {
  return answer_by(law, household.date, household, offer, file);
}

Result<RuledAnswer> answer_with_known_rules(const ParameterStore& law, const Household& household,
                                            const std::optional<Offer>& offer, const std::string& file) {
  constexpr int kHalfYears = 10;
  auto first = answer_by(law, household.date, household, offer, file);
  if (first || !lacks_value(first.error())) return first;
  Date rules_of = household.date;
  for (int tried = 0; tried < kHalfYears; ++tried) {
    rules_of = last_of_half_year_before(rules_of);
    auto found = answer_by(law, rules_of, household, offer, file);
    if (found) return found;
  }
  return first;
}

}  // namespace passend::income
