// SPDX-License-Identifier: EUPL-1.2
#include "scheme/eligibility.hpp"

#include <algorithm>

namespace passend::scheme {

Eligibility eligible(const SchemeVersion& version, const Facts& facts, const std::optional<AowAge>& aow) {
  Eligibility out;
  out.outcome = Outcome::kYes;
  for (const Condition& condition : version.target) {
    out.begin_of_each.push_back(out.each.size());
    out.conditions.push_back(outcome_of(condition, facts, aow, &out.each));
    out.outcome = both(out.outcome, out.conditions.back());
  }
  out.begin_of_each.push_back(out.each.size());
  return out;
}

Outcome eligibility_of(const SchemeVersion& version, const Facts& facts, const std::optional<AowAge>& aow) {
  Outcome outcome = Outcome::kYes;
  for (const Condition& condition : version.target) {
    outcome = both(outcome, outcome_of(condition, facts, aow));
    if (outcome == Outcome::kNo) return outcome;
  }
  return outcome;
}

Result<Grant> grant_of(const Scheme& scheme, const SchemeVersion& version, const Offer& offer, Eurocent cost,
                       const EarlierGrants& earlier) {
  Grant grant{.amount = cost};
  const std::array caps{std::pair{Figure::kCapTrajectory, Eurocent{}}, std::pair{Figure::kCapYear, earlier.this_year},
                        std::pair{Figure::kCapPerson, earlier.ever}};
  for (const auto& [figure, used] : caps) {
    const Stated& cap = offer.of(figure);
    // A wider cap is never below that of one application: not known, it limits nothing before a first grant.
    const bool is_wider = figure != Figure::kCapTrajectory && used.value == 0;
    if (!cap.known() && is_wider) continue;
    if (!cap.known()) return fail(not_stated(scheme, version, std::string(row_of(figure).name), offer.line));
    if (!cap.has_value()) continue;
    const Eurocent left{std::max<std::int64_t>(cap.value - used.value, 0)};
    if (left >= grant.amount) continue;
    grant.amount = left;
    grant.limited_by = figure;
  }
  grant.own_part = cost - grant.amount;
  return grant;
}

Result<DeMinimis> de_minimis_check(const ParameterStore& law, Date on, Eurocent received, Eurocent grant) {
  const auto ceiling = law.amount_at("de_minimis_ceiling", on);
  if (!ceiling) return fail(ceiling.error());
  return DeMinimis{.ceiling = ceiling->amount, .left = ceiling->amount - received - grant, .origin = ceiling->origin};
}

std::vector<Fact> unknown_facts(const Eligibility& answer, const Facts& facts) {
  std::vector<Fact> out;
  for (std::size_t c = 0; c < answer.conditions.size(); ++c) {
    if (answer.conditions[c] != Outcome::kUnknown) continue;
    for (std::size_t i = answer.begin_of_each[c]; i < answer.begin_of_each[c + 1]; ++i) {
      const PredicateRow& row = *answer.each[i].predicate->row;
      const Fact fact = row.fact;
      if (row.form == PredicateForm::kNotStated) continue;
      if (answer.each[i].outcome == Outcome::kUnknown && !facts.at(fact) && std::ranges::find(out, fact) == out.end())
        out.push_back(fact);
    }
  }
  return out;
}

}  // namespace passend::scheme
