// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/operator_licence.hpp"

#include <algorithm>

namespace passend::fairwork {
namespace {

using scheme::Term;
using scheme::TermUnit;

// A term that an APV sets is none of an act: the Algemene termijnenwet does not hold for it (docs/terms.md section 1).
Term term_of(const LicenceFile& licence, int weeks, std::optional<int> extension, const scheme::TermRules& rules) {
  if (weeks == 0)
    return {.start = licence.received,
            .length = {rules.reasonable_weeks, TermUnit::kWeeks},
            .statutory = true,
            .is_set = false,
            .events = licence.events};
  return {.start = licence.received,
          .length = {weeks, TermUnit::kWeeks},
          .most_extension = scheme::TermLength{extension.value_or(0), TermUnit::kWeeks},
          .events = licence.events};
}

bool lapsed(const scheme::TermEvent& event, Date on) {
  const auto* suspension = std::get_if<scheme::Suspension>(&event);
  if (suspension == nullptr || !suspension->until) return false;
  return *suspension->until < std::min(on, suspension->completed.value_or(on));
}

}  // namespace

LicenceAnswer answer_licence(const LicenceBook& book, const LicenceFile& licence, const scheme::TermRules& rules,
                             int objection_weeks, Date on) {
  const bool from_model = !licence.apv.weeks;
  const LicenceTerm& source = from_model ? book.model : licence.apv;
  const Term term = term_of(licence, source.weeks.value_or(0), source.extension_weeks, rules);
  LicenceAnswer answer{.end = scheme::end_of(term, rules), .from_model = from_model, .silence = licence.apv.silence};
  answer.state = scheme::state_of(term, answer.end, licence.decided, on);
  const bool is_decided = licence.decided && *licence.decided <= on;
  answer.may_be_left_aside =
      !is_decided && std::ranges::any_of(licence.events, [&](const auto& event) { return lapsed(event, on); });
  if (is_decided)
    answer.objection_until =
        scheme::end_of({.start = *licence.decided, .length = {objection_weeks, TermUnit::kWeeks}, .statutory = true},
                       rules)
            .last;
  for (const auto& one : licence.checks)
    answer.checks.push_back(!one ? Met::kNotKnown : *one ? Met::kMet : Met::kNotMet);
  return answer;
}

}  // namespace passend::fairwork
