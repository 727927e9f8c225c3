// SPDX-License-Identifier: EUPL-1.2
// Inkomensafhankelijke combinatiekorting: Wet IB 2001 art. 8.14a. docs/income.md 5.
#pragma once

#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

struct CombinatiekortingRules {
  double threshold = 0, rate = 0, maximum = 0;
  double child_age = 0;

  static CombinatiekortingRules read(LawValues& law) {
    return {.threshold = law.cell("combination_tax_credit", 0, 0, 0),
            .rate = law.cell("combination_tax_credit", 0, 1, kRateDigits),
            .maximum = law.cell("combination_tax_credit", 0, 2, 0),
            .child_age = law.number("combination_tax_credit_child_age", 0)};
  }
};

// Whole euro, rounded up; nothing at or below the threshold.
template <class L>
L combinatiekorting(const CombinatiekortingRules& rules, L labour_income) {
  return up(lesser(L(rules.maximum * kRate), L(rules.rate) * positive(labour_income - L(rules.threshold))), L(kRate));
}

}  // namespace passend::income
