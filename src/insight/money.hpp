// SPDX-License-Identifier: EUPL-1.2
// What work moves between municipality, state, employers, households, pension funds, insurers and providers: every flow
// has a payer and a payee, so that nothing is lost. docs/simulation.md section 4.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/fault.hpp"
#include "income/answer.hpp"
#include "income/employer_cost.hpp"
#include "insight/scenario.hpp"

namespace passend::insight {

enum class Account : std::uint8_t {
  kMunicipality,
  kState,
  kEmployers,
  kHouseholds,
  kPensionFunds,
  kInsurers,
  kProviders,
  kCount
};
inline constexpr std::size_t kAccounts = static_cast<std::size_t>(Account::kCount);
inline constexpr std::array<std::string_view, kAccounts> kAccountNames{
    "municipality", "state", "employers", "households", "pension_funds", "insurers", "providers"};

enum class Flow : std::uint8_t {
  kWage,
  kPremiums,
  kPremiumZvw,
  kPensionEmployer,
  kPensionWorker,
  kLoonkostensubsidie,
  kPlaceSubsidy,
  kCoaching,
  kBijstand,
  kLocalSchemes,
  kBenefits,
  kToeslagen,
  kTax,
  kContributionZvw,
  kChildcare,
  kTravel,
  kTraining,
  kInternships,
  kCount
};
inline constexpr std::size_t kFlows = static_cast<std::size_t>(Flow::kCount);

struct FlowRow {
  std::string_view name;
  Account from;
  Account to;
};
inline constexpr std::array<FlowRow, kFlows> kFlowTable{{
    {"wage", Account::kEmployers, Account::kHouseholds},
    {"premiums", Account::kEmployers, Account::kState},
    {"premium_zvw", Account::kEmployers, Account::kInsurers},
    {"pension_employer", Account::kEmployers, Account::kPensionFunds},
    {"pension_worker", Account::kHouseholds, Account::kPensionFunds},
    {"loonkostensubsidie", Account::kMunicipality, Account::kEmployers},
    {"place_subsidy", Account::kMunicipality, Account::kEmployers},
    {"coaching", Account::kMunicipality, Account::kProviders},
    {"bijstand", Account::kMunicipality, Account::kHouseholds},
    {"local_schemes", Account::kMunicipality, Account::kHouseholds},
    {"benefits", Account::kState, Account::kHouseholds},
    {"toeslagen", Account::kState, Account::kHouseholds},
    {"tax", Account::kHouseholds, Account::kState},
    {"contribution_zvw", Account::kHouseholds, Account::kInsurers},
    {"childcare", Account::kHouseholds, Account::kProviders},
    {"travel", Account::kHouseholds, Account::kProviders},
    {"training", Account::kMunicipality, Account::kProviders},
    {"internships", Account::kEmployers, Account::kHouseholds},
}};
constexpr const FlowRow& row_of(Flow flow) { return kFlowTable[static_cast<std::size_t>(flow)]; }

// Eurocent; below 0 where less flows than without the work.
struct Flows {
  std::array<std::int64_t, kFlows> of{};

  std::int64_t& operator[](Flow flow) { return of[static_cast<std::size_t>(flow)]; }
  std::int64_t operator[](Flow flow) const { return of[static_cast<std::size_t>(flow)]; }
  Flows& operator+=(const Flows& other);
  std::int64_t balance(Account account) const;  // received less paid; they add up to 0
};

// One placement, a year.
struct WorkEffect {
  Flows flows{};
  std::int64_t net_month = 0;    // of the household, more or less
  std::int64_t gross_month = 0;  // pay with holiday allowance, more
  bool has_bijstand = false;     // with the work
  bool below_bijstand = false;   // with the work less than the household would have on bijstand alone
};

// The work of the adult: `offer` as income::with_offer takes it, with what a place of the rule pays and gets. The
// benefit that ends with work (WW) is taken from `without` by the statutes. Faults of income::evaluate; kNoValue where
// a line of the employer's cost has no value.
Result<WorkEffect> effect_of(const income::RuleBook& rules, const ParameterStore& law, const income::Household& without,
                             const income::Offer& offer, const PlacesRule& place);

}  // namespace passend::insight
