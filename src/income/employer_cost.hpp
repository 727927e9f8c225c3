// SPDX-License-Identifier: EUPL-1.2
// What an offer costs the employer a month: wage, charges (Wfsv, Zvw), pension, less loonkostensubsidie. It changes
// nothing for the household. docs/income.md 14.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "income/answer.hpp"

namespace passend::income {

enum class EmployerLine : std::uint8_t {
  kWage,
  kHolidayAllowance,
  kZvw,
  kAwf,
  kAof,
  kWko,
  kWhk,
  kPension,
  kLks,           // paid to the employer
  kCompensation,  // of charges, with loonkostensubsidie
  kCount
};
inline constexpr std::size_t kEmployerLines = static_cast<std::size_t>(EmployerLine::kCount);
inline constexpr std::array<std::string_view, kEmployerLines> kEmployerLineNames{
    "wage", "holiday_allowance", "zvw", "awf", "aof", "wko", "whk", "pension", "lks", "compensation"};

inline bool is_paid_to_employer(EmployerLine line) { return line >= EmployerLine::kLks; }

struct EmployerCost {
  // Eurocent a month, none below 0; nothing where a value of law is not known on the date.
  std::array<std::optional<std::int64_t>, kEmployerLines> line{};
  std::optional<std::int64_t> total{};    // costs less what is paid to the employer; nothing if a line is not known
  std::optional<int> flat_months{};       // a flat subsidy was counted, which ends after so many
  std::vector<std::string_view> unknown;  // ids of the parameters without a value
  std::vector<Origin> origins;            // of the values used

  std::optional<std::int64_t> of(EmployerLine which) const { return line[static_cast<std::size_t>(which)]; }
};

// Of the adult of the offer, in the state with it. `law` outlives the answer.
EmployerCost employer_cost(const ParameterStore& law, const RuleBook& rules, const State& after, const Offer& offer);

}  // namespace passend::income
