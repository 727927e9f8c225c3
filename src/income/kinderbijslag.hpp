// SPDX-License-Identifier: EUPL-1.2
// Kinderbijslag: AKW art. 12. Without income, so it is worked out once for a household. docs/income.md 10.
#pragma once

#include <array>

#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

struct KinderbijslagRules {
  double basic = 0;                       // cents a quarter
  std::array<double, 3> share{}, ages{};  // rates; first age of the second and third amount, end

  static KinderbijslagRules read(LawValues& law) {
    KinderbijslagRules rules{.basic = law.cents("child_benefit_basic_amount_quarter")};
    for (std::size_t k = 0; k < rules.share.size(); ++k) {
      rules.share[k] = law.cell("child_benefit_age_shares", 0, k, kRateDigits);
      rules.ages[k] = law.cell("child_benefit_ages", 0, k, 0);
    }
    return rules;
  }

  // Cents a quarter for the age on its first day; nothing from the end age on.
  double quarter(int age) const {
    if (age >= ages[2]) return 0;
    return half_up(basic * share[age < ages[0] ? 0 : age < ages[1] ? 1 : 2], kRate);
  }
};

}  // namespace passend::income
