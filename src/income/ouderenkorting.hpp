// SPDX-License-Identifier: EUPL-1.2
// Fixed and falling credits of a person: ouderenkorting (art. 8.17), alleenstaande-ouderenkorting (8.18) and
// jonggehandicaptenkorting (8.16a) of Wet IB 2001. docs/income.md 5.
#pragma once

#include "income/algemene_heffingskorting.hpp"

namespace passend::income {

struct OuderenkortingRules {
  FallingCredit elderly;
  double single_elderly = 0, young_disabled = 0;  // euro a year

  static OuderenkortingRules read(LawValues& law) {
    return {.elderly = {law.cell("elderly_tax_credit", 0, 0, 0), law.cell("elderly_tax_credit", 0, 1, 0),
                        law.cell("elderly_tax_credit", 0, 2, kRateDigits)},
            .single_elderly = law.euros("single_elderly_tax_credit"),
            .young_disabled = law.euros("young_disabled_tax_credit")};
  }
};

template <class L>
L ouderenkorting(const OuderenkortingRules& rules, L income) {
  return falling_credit(L(rules.elderly.maximum), L(rules.elderly.from), L(rules.elderly.rate), income);
}

}  // namespace passend::income
