// SPDX-License-Identifier: EUPL-1.2
#include "insight/money.hpp"

#include <algorithm>

#include "base/quantity.hpp"

namespace passend::insight {
namespace {

using income::EmployerLine;
using income::Part;

constexpr std::int64_t kMonthsInYear = 12;
constexpr std::int64_t kWeeksInYear = 52;
constexpr std::int64_t kMille = 1000;
constexpr std::int64_t kCentihours = 100;

// The flow that a part of net income is, and whether the household pays it.
struct PartRow {
  Part part;
  Flow flow;
  bool paid = false;
};
constexpr std::array<PartRow, income::kParts> kPartFlows{{
    {Part::kWage, Flow::kWage},
    {Part::kHolidayAllowance, Flow::kWage},
    {Part::kOwnBenefit, Flow::kBenefits},
    {Part::kBijstand, Flow::kBijstand},
    {Part::kOtherIncome, Flow::kBenefits},
    {Part::kIncomeTax, Flow::kTax, true},
    {Part::kAlgemeneHeffingskorting, Flow::kTax, true},
    {Part::kArbeidskorting, Flow::kTax, true},
    {Part::kIack, Flow::kTax, true},
    {Part::kJonggehandicaptenkorting, Flow::kTax, true},
    {Part::kOuderenkorting, Flow::kTax, true},
    {Part::kAlleenstaandeOuderenkorting, Flow::kTax, true},
    {Part::kAhkUitbetaling, Flow::kTax, true},
    {Part::kZvw, Flow::kContributionZvw, true},
    {Part::kZorgtoeslag, Flow::kToeslagen},
    {Part::kHuurtoeslag, Flow::kToeslagen},
    {Part::kKindgebondenBudget, Flow::kToeslagen},
    {Part::kKinderbijslag, Flow::kToeslagen},
    {Part::kKinderopvangtoeslag, Flow::kToeslagen},
    {Part::kLocalSchemes, Flow::kLocalSchemes},
    {Part::kChildcareCost, Flow::kChildcare, true},
    {Part::kTravelCost, Flow::kTravel, true},
    {Part::kRounding, Flow::kTax, true},
}};

constexpr std::array<std::pair<EmployerLine, Flow>, 7> kEmployerFlows{{
    {EmployerLine::kAwf, Flow::kPremiums},
    {EmployerLine::kAof, Flow::kPremiums},
    {EmployerLine::kWko, Flow::kPremiums},
    {EmployerLine::kWhk, Flow::kPremiums},
    {EmployerLine::kZvw, Flow::kPremiumZvw},
    {EmployerLine::kPension, Flow::kPensionEmployer},
    {EmployerLine::kLks, Flow::kLoonkostensubsidie},
}};

// The household as it would be on bijstand alone: no work, no other benefit of the adult.
std::int64_t on_bijstand(const income::RuleBook& rules, const ParameterStore& law, income::Household household) {
  for (income::Adult& adult : household.adults) {
    adult.centihours = adult.hourly = adult.benefit_month = 0;
    adult.gross_month.reset();
    adult.benefit = income::Benefit::kBijstand;
  }
  household.travel = 0;
  const auto state = income::evaluate(rules, law, household);
  return state ? state->net() : 0;
}

}  // namespace

Flows& Flows::operator+=(const Flows& other) {
  for (std::size_t f = 0; f < kFlows; ++f) of[f] += other.of[f];
  return *this;
}

std::int64_t Flows::balance(Account account) const {
  std::int64_t sum = 0;
  for (std::size_t f = 0; f < kFlows; ++f) {
    if (kFlowTable[f].to == account) sum += of[f];
    if (kFlowTable[f].from == account) sum -= of[f];
  }
  return sum;
}

Result<WorkEffect> effect_of(const income::RuleBook& rules, const ParameterStore& law, const income::Household& without,
                             const income::Offer& offer, const PlacesRule& place) {
  const auto before = income::evaluate(rules, law, without);
  if (!before) return fail(before.error());
  const auto changed = income::with_offer(without, offer, "scenario");
  if (!changed) return fail(changed.error());
  const auto after = income::evaluate(rules, law, *changed);
  if (!after) return fail(after.error());
  const income::EmployerCost cost = income::employer_cost(law, rules, *after, offer);
  if (!cost.total)
    return fail({.code = FaultCode::kNoValue,
                 .column = cost.unknown.empty() ? std::string() : std::string(cost.unknown.front()),
                 .value = to_string(rules.date)});

  WorkEffect effect{.net_month = after->net() - before->net(), .gross_month = after->gross() - before->gross()};
  for (const PartRow& row : kPartFlows) {
    const std::int64_t more = kMonthsInYear * (after->part(row.part) - before->part(row.part));
    effect.flows[row.flow] += row.paid ? -more : more;
  }
  // Net income is after the worker's own pension premium: the wage that flows is before it.
  effect.flows[Flow::kPensionWorker] += kMonthsInYear * offer.pension;
  effect.flows[Flow::kWage] += kMonthsInYear * offer.pension;
  for (const auto& [line, flow] : kEmployerFlows) effect.flows[flow] += kMonthsInYear * cost.of(line).value_or(0);
  effect.flows[Flow::kLoonkostensubsidie] += kMonthsInYear * cost.of(EmployerLine::kCompensation).value_or(0);
  effect.flows[Flow::kPlaceSubsidy] =
      divide_half_up(kMonthsInYear * std::max<std::int64_t>(*cost.total, 0) * place.paid_per_mille, kMille);
  effect.flows[Flow::kCoaching] =
      divide_half_up(kWeeksInYear * place.coaching_centihours_week * place.coaching_hour_eurocent, kCentihours);
  effect.has_bijstand = after->part(Part::kBijstand) > 0;
  effect.below_bijstand = after->net() < on_bijstand(rules, law, *changed);
  return effect;
}

}  // namespace passend::insight
