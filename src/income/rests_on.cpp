// SPDX-License-Identifier: EUPL-1.2
#include "income/rests_on.hpp"

#include <algorithm>
#include <array>

namespace passend::income {
namespace {

struct Row {
  std::string_view begin;  // of the parameter's id
  Part part;
};

constexpr std::array kRows{
    Row{"weeks_per_year", Part::kWage},
    Row{"holiday_allowance_rate", Part::kHolidayAllowance},
    Row{"unemployment_", Part::kOwnBenefit},
    Row{"wajong_rates", Part::kOwnBenefit},
    Row{"minimum_wage_reference_monthly", Part::kOwnBenefit},
    Row{"minimum_wage_youth_percentage", Part::kOwnBenefit},
    Row{"aow_", Part::kOwnBenefit},
    Row{"assistance_norm_single_21", Part::kOwnBenefit},  // IOAW
    Row{"assistance_norm_couple_21", Part::kOwnBenefit},
    Row{"aow_age", Part::kBijstand},
    Row{"assistance_", Part::kBijstand},
    Row{"disregard_", Part::kBijstand},
    Row{"cost_shar", Part::kBijstand},
    Row{"asset_limit_single", Part::kBijstand},
    Row{"withholding_month_table_step", Part::kBijstand},
    Row{"box1_", Part::kBijstand},
    Row{"general_tax_credit", Part::kBijstand},
    Row{"labour_tax_credit", Part::kBijstand},
    Row{"box1_", Part::kIncomeTax},
    Row{"national_insurance_rates", Part::kIncomeTax},
    Row{"general_tax_credit", Part::kAlgemeneHeffingskorting},
    Row{"labour_tax_credit", Part::kArbeidskorting},
    Row{"combination_tax_credit", Part::kIack},
    Row{"young_disabled_tax_credit", Part::kJonggehandicaptenkorting},
    Row{"elderly_tax_credit", Part::kOuderenkorting},
    Row{"single_elderly_tax_credit", Part::kAlleenstaandeOuderenkorting},
    Row{"general_tax_credit_payout_birth_year", Part::kAhkUitbetaling},
    Row{"zvw_low_rate", Part::kZvw},
    Row{"health_allowance_", Part::kZorgtoeslag},
    Row{"threshold_income", Part::kZorgtoeslag},
    Row{"allowance_payment_floor_year", Part::kZorgtoeslag},
    Row{"asset_limit_health_child", Part::kZorgtoeslag},
    Row{"rent_allowance_", Part::kHuurtoeslag},
    Row{"asset_limit_rent", Part::kHuurtoeslag},
    Row{"child_budget_", Part::kKindgebondenBudget},
    Row{"threshold_income", Part::kKindgebondenBudget},
    Row{"asset_limit_health_child", Part::kKindgebondenBudget},
    Row{"child_benefit_", Part::kKinderbijslag},
    Row{"childcare_max", Part::kKinderopvangtoeslag},
    Row{"childcare_pct", Part::kKinderopvangtoeslag},
    Row{"study_supplement", Part::kLocalSchemes},
    Row{"remission_share_of_capacity", Part::kLocalSchemes},
    Row{"remission_subsistence_norm_local_max", Part::kLocalSchemes},
    Row{"remission_norm_rent", Part::kLocalSchemes},
};

// Read by nothing that works out net income: other uses, or forms that are named and not worked out.
constexpr std::array<std::string_view, 7> kUnread{
    "assistance_norm_institution", "assistance_institution", "assistance_youth_supplement_max",
    "rent_allowance_reference",    "rent_allowance_child",   "rent_allowance_norm_income",
    "child_budget_asset_limit"};

// Of what the work costs the employer.
constexpr std::array<std::string_view, 13> kEmployer{"minimum_wage_hourly_adult",
                                                     "minimum_wage_youth_percentage",
                                                     "weeks_per_year",
                                                     "holiday_allowance_rate",
                                                     "zvw_employer_rate",
                                                     "maximum_premium_wage",
                                                     "awf_low_rate",
                                                     "awf_high_rate",
                                                     "aof_low_rate",
                                                     "aof_high_rate",
                                                     "childcare_levy_rate",
                                                     "whk_average_rate",
                                                     "wage_cost_subsidy_"};

}  // namespace

bool employer_cost_rests_on(std::string_view parameter) {
  return std::ranges::any_of(kEmployer, [&](std::string_view begin) { return parameter.starts_with(begin); });
}

std::vector<Part> parts_resting_on(std::string_view parameter) {
  std::vector<Part> parts;
  if (std::ranges::any_of(kUnread, [&](std::string_view begin) { return parameter.starts_with(begin); })) return parts;
  for (const Row& row : kRows)
    if (parameter.starts_with(row.begin) && std::ranges::find(parts, row.part) == parts.end())
      parts.push_back(row.part);
  return parts;
}

}  // namespace passend::income
