// SPDX-License-Identifier: EUPL-1.2
// Own benefits of a person beside bijstand: WW art. 47, Wajong art. 2:40, 2:46 and 3:8, IOAW art. 5 and 9, AOW art. 9.
// Gross, cents a month. docs/income.md 7.
#pragma once

#include <array>

#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

struct WwRules {
  std::array<double, 2> rate{};  // first two months, later
  double end_share = 0;

  static WwRules read(LawValues& law) {
    return {.rate = {law.cell("unemployment_benefit_rates", 0, 0, kRateDigits),
                     law.cell("unemployment_benefit_rates", 0, 1, kRateDigits)},
            .end_share = law.rate("unemployment_end_income_share")};
  }
};

// `full`: the WW of a month without work; `income`: pay for work with holiday allowance.
template <class L>
L ww(const WwRules& rules, L full, L rate, L income) {
  const L less = rate * income;
  return select(less > L(rules.end_share) * full, L(0), half_up(positive(full * L(kRate) - less), L(kRate)));
}

struct WajongRules {
  double able = 0, unable = 0;  // per mille of base less income: with and without capacity to work

  static WajongRules read(LawValues& law) {
    return {.able = law.cell("wajong_rates", 0, 0, kPerMilleDigits),
            .unable = law.cell("wajong_rates", 0, 1, kPerMilleDigits)};
  }
};

// `base`: grondslag a month; `wage_value`: per mille under loondispensatie, else 1000. Without holiday allowance.
template <class L>
L wajong(L base, L rate, L wage_value, L income) {
  const L thousand(kPerMille);
  const L counted = income * positive(wage_value - (thousand - rate));
  const L usual = positive(rate * base * wage_value - counted * thousand);
  const L to_full_wage = income * (thousand - wage_value) * thousand;
  return half_up(greater(usual, to_full_wage), thousand * wage_value);
}

struct AowRules {
  double single = 0, partner = 0;  // cents a month, holiday allowance inside
  double zvw_rate = 0;

  static AowRules read(LawValues& law, bool with_partner) {
    AowRules rules{.zvw_rate = law.rate("zvw_low_rate")};
    if (with_partner)
      rules.partner = law.cents("aow_gross_partner") + law.cell("aow_holiday_allowance", 0, 1, 2);
    else
      rules.single = law.cents("aow_gross_single") + law.cell("aow_holiday_allowance", 0, 0, 2);
    return rules;
  }
};

// Income-dependent Zvw contribution on AOW, cut to the cent.
template <class L>
L zvw_low(L rate, L benefit) {
  return down(benefit * rate, L(kRate));
}

}  // namespace passend::income
