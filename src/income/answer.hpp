// SPDX-License-Identifier: EUPL-1.2
// What work changes for a household: before, after, what is lost of each extra euro. docs/income.md 3 and 11.
#pragma once

#include <optional>

#include "income/household_columns.hpp"
#include "income/net_income.hpp"

namespace passend::income {

// A household in one state, worked out.
struct State {
  Household household;
  Settled settled;
  NetIncome<double> income;

  std::int64_t net() const { return static_cast<std::int64_t>(income.net); }
  std::int64_t part(Part p) const { return static_cast<std::int64_t>(income.of(p)); }
  std::int64_t gross() const;  // pay and holiday allowance of all adults, eurocent a month
};

struct Answer {
  State before;
  std::optional<State> after{};
  bool debt_warning = false;                        // garnishment or a debt scheme, or unknown: no gain is named
  std::optional<std::int64_t> participation_tax{};  // per mille
  std::optional<std::int64_t> marginal_hour{};      // eurocent net for one hour a week more
  std::optional<std::int64_t> marginal_100{};       // eurocent net for 100 euro a month more
};

// The table of kinderopvangtoeslag does not reach the income: the one value of law that an income can miss.
Fault unknown_share(const ParameterStore& law, Date on);

// Faults of settle(). Where the table of kinderopvangtoeslag does not reach the income, that part and net are NaN.
Result<State> work_out(const RuleBook& rules, const ParameterStore& law, const Household& household);

// The same; such a part is kNoValue.
Result<State> evaluate(const RuleBook& rules, const ParameterStore& law, const Household& household);

// `file` names the offer in faults.
Result<Answer> answer(const RuleBook& rules, const ParameterStore& law, const Household& household,
                      const std::optional<Offer>& offer, const std::string& file = {});

}  // namespace passend::income
