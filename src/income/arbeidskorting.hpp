// SPDX-License-Identifier: EUPL-1.2
// Arbeidskorting: Wet IB 2001 art. 8.11. docs/income.md 5.
#pragma once

#include <vector>

#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

struct ArbeidskortingRules {
  struct Step {
    double knot = 0, rate = 0, maximum = 0;  // cumulative maximum at the knot, euro
  };
  std::vector<Step> steps;
  double final_rate = 0;

  static ArbeidskortingRules read(LawValues& law, std::string_view id) {
    ArbeidskortingRules rules;
    const std::size_t rows = law.rows(id);
    for (std::size_t row = 0; row + 1 < rows; ++row)
      rules.steps.push_back({law.cell(id, row, 0, 0), law.cell(id, row, 1, kRateDigits), law.cell(id, row, 2, 0)});
    if (rows > 0) rules.final_rate = law.cell(id, rows - 1, 0, kRateDigits);
    return rules;
  }
};

// Whole euro, rounded up. Within a step: what stood at the knot before it and the rate over the part above that, up to
// the step's maximum; beyond the last it falls.
template <class L>
L arbeidskorting(const ArbeidskortingRules& rules, L labour_income) {
  L credit(0);
  double knot = 0;
  double maximum = 0;
  for (const auto& step : rules.steps) {
    const L within = lesser(L(step.maximum * kRate), L(maximum * kRate) + L(step.rate) * (labour_income - L(knot)));
    credit = select(labour_income > L(knot), within, credit);
    knot = step.knot;
    maximum = step.maximum;
  }
  const L falling = positive(L(maximum * kRate) - L(rules.final_rate) * (labour_income - L(knot)));
  return up(select(labour_income > L(knot), falling, credit), L(kRate));
}

}  // namespace passend::income
