// SPDX-License-Identifier: EUPL-1.2
#include "income/local_schemes.hpp"

namespace passend::income {
namespace {

double amount_for(const Household& household, const LocalAmounts& amounts) {
  if (is_couple(household)) return static_cast<double>(amounts.couple);
  return static_cast<double>(household.children.empty() ? amounts.single : amounts.single_parent);
}

double assets_of(const Household& household) {
  return static_cast<double>(household.assets + household.partner_assets);
}

class LocalSchemesOf {
 public:
  LocalSchemesOf(const RuleBook& rules, const Household& household, const Settled& settled,
                 const NetIncome<double>& income)
      : rules_(rules), household_(household), settled_(settled), income_(income) {}

  double year() const {
    double sum = 0;
    for (const LocalScheme& scheme : household_.local->schemes)
      if (is_due(scheme)) sum += amount_for(household_, scheme.amounts);
    const auto& remission = household_.local->remission;
    if (remission && settled_.has_remission) sum += kwijtschelding(*remission);
    if (household_.local->study_supplement) sum += studietoeslag(*household_.local->study_supplement);
    return sum;
  }

 private:
  double counted_income() const {
    double counted = income_.of(Part::kRounding);
    for (std::size_t p = 0; p <= static_cast<std::size_t>(Part::kZvw); ++p) counted += income_.part[p];
    return counted;
  }

  bool is_due(const LocalScheme& scheme) const {
    const double limit = scheme.asset_limit ? static_cast<double>(*scheme.asset_limit) : settled_.bijstand_assets;
    return scheme.counts(household_.date) && assets_of(household_) <= limit &&
           counted_income() * kPerMille <= settled_.local_norm * static_cast<double>(scheme.factor);
  }

  // For who studies with a medical limit on work.
  double studietoeslag(const LocalStudySupplement& local) const {
    double sum = 0;
    for (const Adult& adult : household_.adults) {
      const double least = rules_.study_supplement.rules.at_age(age_on(adult.birth, household_.date));
      if (may_have_study_supplement(adult) && least > 0 && local.counts(household_.date))
        sum += kMonths * (least + static_cast<double>(local.extra_month));
    }
    return sum;
  }

  double kwijtschelding(const LocalRemission& local) const {
    if (assets_of(household_) > static_cast<double>(local.asset_limit)) return 0;
    const KwijtscheldingRules& rules = rules_.remission.rules;
    const double norm_premium =
        static_cast<double>(is_couple(household_) ? local.norm_premium_couple : local.norm_premium_single);
    const double premium = positive(static_cast<double>(household_.health_premium.value_or(0)) - norm_premium);
    const double rent = household_.rents ? rules.counted_rent(static_cast<double>(household_.bare_rent)) : 0;
    const double income = counted_income() + income_.of(Part::kHuurtoeslag) + income_.of(Part::kZorgtoeslag);
    const double norm = half_up(static_cast<double>(local.share_of_norm) * settled_.local_norm, kPerMille);
    const double capacity = betalingscapaciteit(income - rent - premium, norm);
    return positive(amount_for(household_, local.taxes) - used_capacity(capacity, rules.share_of_capacity));
  }

  const RuleBook& rules_;
  const Household& household_;
  const Settled& settled_;
  const NetIncome<double>& income_;
};

}  // namespace

double local_schemes_year(const RuleBook& rules, const Household& household, const Settled& settled,
                          const NetIncome<double>& income) {
  if (!household.local || settled.local_norm == 0) return 0;
  return LocalSchemesOf(rules, household, settled, income).year();
}

}  // namespace passend::income
