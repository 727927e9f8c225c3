// SPDX-License-Identifier: EUPL-1.2
// An answer for a date after the last known value, with the last rules in force. Such an answer says so on every figure
// and is never used in a wage check or stored.
#pragma once

#include "income/answer.hpp"

namespace passend::income {

struct RuledAnswer {
  RuleBook rules;  // of rules.date
  Answer answer;
};

// With the rules of the household's date. Faults as answer().
Result<RuledAnswer> answer_on_date(const ParameterStore& law, const Household& household,
                                   const std::optional<Offer>& offer, const std::string& file);

// With the rules of that date or, where they lack a value the household needs (kNoValue), those of the last day of the
// latest half-year before it that has them all; the fault of the date itself where none within five years has.
Result<RuledAnswer> answer_with_known_rules(const ParameterStore& law, const Household& household,
                                            const std::optional<Offer>& offer, const std::string& file);

}  // namespace passend::income
