// SPDX-License-Identifier: EUPL-1.2
// Of what net income is made up: docs/income.md 11.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace passend::income {

// Parts of net income, in the order of docs/income.md 11; cents a month.
enum class Part {
  kWage,
  kHolidayAllowance,
  kOwnBenefit,
  kBijstand,
  kOtherIncome,
  kIncomeTax,
  kAlgemeneHeffingskorting,
  kArbeidskorting,
  kIack,
  kJonggehandicaptenkorting,
  kOuderenkorting,
  kAlleenstaandeOuderenkorting,
  kAhkUitbetaling,
  kZvw,
  kZorgtoeslag,
  kHuurtoeslag,
  kKindgebondenBudget,
  kKinderbijslag,
  kKinderopvangtoeslag,
  kLocalSchemes,
  kChildcareCost,
  kTravelCost,
  kRounding,
  kCount
};
inline constexpr std::size_t kParts = static_cast<std::size_t>(Part::kCount);
// Credits in the order in which they use up the tax; parts kAlgemeneHeffingskorting and on.
enum class Credit { kAlgemeen, kArbeid, kCombinatie, kJonggehandicapt, kOuderen, kAlleenstaandeOuderen, kCount };
inline constexpr std::size_t kCredits = static_cast<std::size_t>(Credit::kCount);

inline constexpr std::array<std::string_view, kParts> kPartNames{"wage",
                                                                 "holiday_allowance",
                                                                 "own_benefit",
                                                                 "bijstand",
                                                                 "other_income",
                                                                 "income_tax",
                                                                 "algemene_heffingskorting",
                                                                 "arbeidskorting",
                                                                 "iack",
                                                                 "jonggehandicaptenkorting",
                                                                 "ouderenkorting",
                                                                 "alleenstaande_ouderenkorting",
                                                                 "ahk_uitbetaling",
                                                                 "zvw",
                                                                 "zorgtoeslag",
                                                                 "huurtoeslag",
                                                                 "kindgebonden_budget",
                                                                 "kinderbijslag",
                                                                 "kinderopvangtoeslag",
                                                                 "local_schemes",
                                                                 "childcare_cost",
                                                                 "travel_cost",
                                                                 "rounding"};

}  // namespace passend::income
