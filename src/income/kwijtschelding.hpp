// SPDX-License-Identifier: EUPL-1.2
// Kwijtschelding (remission) of local taxes: Uitvoeringsregeling Invorderingswet 1990 art. 11-16; Regeling
// kwijtschelding belastingen medeoverheden art. 3. What a municipality decides is an argument. docs/income.md 13.
#pragma once

#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

struct KwijtscheldingRules {
  double share_of_capacity = 0;        // rate
  double norm_share_most = 0;          // rate of the bijstandsnorm a municipality may leave at most
  double norm_rent = 0, max_rent = 0;  // cents a month

  static KwijtscheldingRules read(LawValues& law) {
    return {.share_of_capacity = law.rate("remission_share_of_capacity"),
            .norm_share_most = law.rate("remission_subsistence_norm_local_max"),
            .norm_rent = law.cents("remission_norm_rent"),
            .max_rent = law.cents("rent_allowance_max_rent")};
  }

  // Art. 15: rent above the norm that counts, cents a month.
  double counted_rent(double bare_rent) const { return positive(lesser(bare_rent, max_rent) - norm_rent); }
};

// Art. 11-13: a year of what is left above the norm, from cents a month.
inline double betalingscapaciteit(double income_month, double norm_month) {
  return kMonths * positive(income_month - norm_month);
}

// Art. 12: what of the capacity a debtor has to use, to the cent.
inline double used_capacity(double capacity, double share) { return half_up(capacity * share, kRate); }

}  // namespace passend::income
