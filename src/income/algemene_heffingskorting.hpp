// SPDX-License-Identifier: EUPL-1.2
// Algemene heffingskorting: Wet IB 2001 art. 8.10. docs/income.md 5.
#pragma once

#include "income/box1.hpp"

namespace passend::income {

struct FallingCredit {
  double maximum = 0, from = 0, rate = 0;
};

// Whole euro, rounded up: maximum less the rate over income above `from`.
template <class L>
L falling_credit(L maximum, L from, L rate, L income) {
  return up(positive(maximum * L(kRate) - rate * positive(income - from)), L(kRate));
}

struct AlgemeneHeffingskortingRules {
  FallingCredit below_aow;
  double maximum_aow = 0, rate_aow = 0;
  double payout_birth_year = 0;  // art. 8.9

  // At AOW age the rate shrinks with the first bracket, to five decimals.
  static AlgemeneHeffingskortingRules read(LawValues& law, const Box1Rules& box1) {
    AlgemeneHeffingskortingRules rules;
    rules.below_aow = {law.cell("general_tax_credit", 0, 0, 0), law.cell("general_tax_credit", 0, 1, 0),
                       law.cell("general_tax_credit", 0, 2, kRateDigits)};
    rules.maximum_aow = law.euros("general_tax_credit_aow_age_max");
    if (box1.first_rate(false) > 0)
      rules.rate_aow = half_up(rules.below_aow.rate * box1.first_rate(true), box1.first_rate(false));
    rules.payout_birth_year = law.number("general_tax_credit_payout_birth_year", 0);
    return rules;
  }
};

template <class L, class M>
L algemene_heffingskorting(const AlgemeneHeffingskortingRules& rules, L income, M of_aow) {
  return falling_credit(select(of_aow, L(rules.maximum_aow), L(rules.below_aow.maximum)), L(rules.below_aow.from),
                        select(of_aow, L(rules.rate_aow), L(rules.below_aow.rate)), income);
}

}  // namespace passend::income
