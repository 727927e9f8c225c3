// SPDX-License-Identifier: EUPL-1.2
// What a household gets of its municipality's own schemes, and of remission of local taxes. docs/income.md 13.
#pragma once

#include "income/household_columns.hpp"
#include "income/net_income.hpp"

namespace passend::income {

// Cents a year; 0 without a file of local rules. `income` is worked out but for the local schemes.
double local_schemes_year(const RuleBook& rules, const Household& household, const Settled& settled,
                          const NetIncome<double>& income);

}  // namespace passend::income
