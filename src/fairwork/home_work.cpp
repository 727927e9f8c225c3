// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/home_work.hpp"

#include <algorithm>

namespace passend::fairwork {
namespace {

bool holds(const FactTest& test, const HomeWorkFacts& facts) {
  return std::ranges::find(test.options, facts[test.question]) != test.options.end();
}

bool may_hold(const FactTest& test, const HomeWorkFacts& facts) {
  return facts[test.question] == kNotSaid || holds(test, facts);
}

bool is_asked(const std::vector<FactTest>& when, const HomeWorkFacts& facts) {
  return std::ranges::all_of(when, [&](const FactTest& test) { return may_hold(test, facts); });
}

Met outcome_of(const HomeWorkCondition& condition, const HomeWorkFacts& facts) {
  if (condition.not_met && holds(*condition.not_met, facts)) return Met::kNotMet;
  if (condition.met && holds(*condition.met, facts)) return Met::kMet;
  return Met::kNotKnown;
}

MayWork may_work(const HomeWorkMunicipality* municipality, const HomeWorkAnswer& answer) {
  const auto any = [&](Met outcome) {
    return std::ranges::any_of(answer.conditions, [&](const auto& one) { return one.second == outcome; });
  };
  const std::string_view stance = municipality == nullptr ? "unknown" : kHomeWorkStances[municipality->stance];
  if (stance == "not_allowed" || any(Met::kNotMet)) return MayWork::kNo;
  if (stance == "unknown") return MayWork::kUnknown;
  return any(Met::kNotKnown) ? MayWork::kIf : MayWork::kYes;
}

}  // namespace

HomeWorkAnswer answer_home_work(const HomeWorkBook& book, const HomeWorkMunicipality* municipality,
                                const HomeWorkFacts& facts) {
  HomeWorkAnswer answer;
  const auto judge = [&](const std::vector<HomeWorkCondition>& conditions) {
    for (const HomeWorkCondition& one : conditions)
      if (is_asked(one.when, facts)) answer.conditions.emplace_back(&one, outcome_of(one, facts));
  };
  judge(book.everywhere);
  if (municipality != nullptr) judge(municipality->conditions);
  for (const HomeWorkStep& step : book.steps)
    if (is_asked(step.when, facts)) answer.steps.push_back(&step);
  answer.may = may_work(municipality, answer);
  return answer;
}

}  // namespace passend::fairwork
