// SPDX-License-Identifier: EUPL-1.2
// Zorgtoeslag: Wet op de zorgtoeslag art. 2. docs/income.md 10.
#pragma once

#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

struct ZorgtoeslagRules {
  double standard_premium = 0, threshold = 0;             // euro a year
  double share_single = 0, share_partner = 0, taper = 0;  // rates
  double payment_floor = 0;                               // euro a year
  double minimum_age = 0;
  double asset_limit_single = 0, asset_limit_partner = 0;  // cents

  // What the amount of a year before payment rests on.
  static ZorgtoeslagRules read_formula(LawValues& law) {
    ZorgtoeslagRules rules;
    rules.standard_premium = law.euros("health_allowance_standard_premium");
    rules.threshold = law.euros("threshold_income");
    rules.share_single = law.rate("health_allowance_norm_pct_single");
    rules.share_partner = law.rate("health_allowance_norm_pct_partner");
    rules.taper = law.rate("health_allowance_taper");
    return rules;
  }
  static ZorgtoeslagRules read(LawValues& law) {
    ZorgtoeslagRules rules = read_formula(law);
    rules.payment_floor = law.euros("allowance_payment_floor_year");
    rules.minimum_age = law.number("health_allowance_min_age", 0);
    rules.asset_limit_single = law.cents("asset_limit_health_child_single");
    rules.asset_limit_partner = law.cents("asset_limit_health_child_partner");
    return rules;
  }
};

template <class L>
struct Zorgtoeslag {
  L exact;  // euro a year times kRate
  L paid;   // euro a year
  L month;  // cents
};

// `insured`: how many adults; 0 gives nothing. The share is of the whole threshold, also where income is below it.
template <class L, class M>
Zorgtoeslag<L> zorgtoeslag(const ZorgtoeslagRules& rules, L income, L insured, M partner) {
  const L norm = select(partner, L(rules.share_partner), L(rules.share_single)) * L(rules.threshold) +
                 L(rules.taper) * positive(income - L(rules.threshold));
  Zorgtoeslag<L> out;
  out.exact = positive(insured * L(rules.standard_premium * kRate) - norm);
  const L rounded = half_up(out.exact, L(kRate));
  out.paid = select(rounded < L(rules.payment_floor), L(0), rounded);
  out.month = down(out.paid, L(kMonths)) * L(kCents);
  return out;
}

}  // namespace passend::income
