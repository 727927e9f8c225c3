// SPDX-License-Identifier: EUPL-1.2
// Wage of a month: agreed hours at an hourly wage, and the holiday allowance on top (WML art. 15). docs/income.md 4.
#pragma once

#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

struct WageRules {
  double weeks_per_year = 0;
  double holiday_rate = 0;

  static WageRules read(LawValues& law) {
    return {.weeks_per_year = law.number("weeks_per_year", 0), .holiday_rate = law.rate("holiday_allowance_rate")};
  }
};

// Cents a month from hundredths of hours a week.
template <class L>
L gross_month(const WageRules& rules, L centihours, L hourly_cents) {
  return half_up(centihours * hourly_cents * L(rules.weeks_per_year), L(kCents * kMonths));
}

// Never rounded down: a minimum (SVB rounds so too).
template <class L>
L holiday_allowance(const WageRules& rules, L gross) {
  return up(gross * L(rules.holiday_rate), L(kRate));
}

}  // namespace passend::income
