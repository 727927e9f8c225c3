// SPDX-License-Identifier: EUPL-1.2
// Loonkostensubsidie: Participatiewet art. 10d. It goes to the employer; the worker is paid in full. docs/income.md 14.
#pragma once

#include "income/lane.hpp"

namespace passend::income {

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
