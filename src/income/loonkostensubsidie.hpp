// SPDX-License-Identifier: EUPL-1.2
// Loonkostensubsidie: Participatiewet art. 10d. It goes to the employer; the worker is paid in full. docs/income.md 14.
#pragma once

#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

struct LoonkostensubsidieRules {
  double cap = 0;           // lid 4: rate of the minimum wage with holiday allowance
  double flat = 0;          // lid 5: the same, in the first months and without a measured wage value
  double compensation = 0;  // of the employer's charges, rate of the subsidy

  static LoonkostensubsidieRules read(LawValues& law) {
    return {.cap = law.rate("wage_cost_subsidy_cap"),
            .flat = law.cell("wage_cost_subsidy_flat_first_six_months", 0, 0, kRateDigits),
            .compensation = law.rate("wage_cost_subsidy_employer_charge_rate")};
  }
};

// Lid 4: what the minimum wage is above the wage value, at most the cap. Cents; both with holiday allowance.
struct MeasuredSubsidy {
  double cap = 0, subsidy = 0;
};
inline MeasuredSubsidy measured_subsidy(double minimum_wage, double wage_value, double cap_rate) {
  const double cap = half_up(minimum_wage * cap_rate, kRate);
  return {cap, lesser(positive(minimum_wage - wage_value), cap)};
}

// Lid 5. Cents.
inline double flat_subsidy(double minimum_wage, double flat_rate) { return half_up(minimum_wage * flat_rate, kRate); }

// Cents.
inline double charges_compensation(double subsidy, double rate) { return half_up(subsidy * rate, kRate); }

}  // namespace passend::income
