// SPDX-License-Identifier: EUPL-1.2
// Kindgebonden budget: WKB art. 1 and 2. docs/income.md 10.
#pragma once

#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

struct KindgebondenBudgetRules {
  double per_child = 0, extra_first = 0, extra_second = 0, single_parent = 0;  // euro a year
  double first_age = 0, second_age = 0, end_age = 0;
  double taper = 0;
  double kink = kExactLimit, second_taper = 0;  // euro a year; from where the second rate counts, once there is one
  double threshold = 0, partner_addition = 0;   // euro a year

  static KindgebondenBudgetRules read(LawValues& law) {
    KindgebondenBudgetRules r;
    r.per_child = law.euros("child_budget_per_child");
    r.extra_first = law.euros("child_budget_extra_12_15");
    r.extra_second = law.euros("child_budget_extra_16_17");
    r.single_parent = law.euros("child_budget_single_parent_supplement");
    r.first_age = law.cell("child_budget_ages", 0, 0, 0);
    r.second_age = law.cell("child_budget_ages", 0, 1, 0);
    r.end_age = law.cell("child_budget_ages", 0, 2, 0);
    r.taper = law.rate("child_budget_taper");
    r.threshold = law.euros("threshold_income");
    r.partner_addition = law.euros("child_budget_partner_threshold_addition");
    if (law.known("child_budget_second_kink_income")) {
      r.kink = law.euros("child_budget_second_kink_income");
      r.second_taper = law.rate("child_budget_second_kink_taper");
    }
    return r;
  }

  // What the children give before income is looked at.
  double of_child(int age) const {
    return per_child + (age >= second_age ? extra_second : age >= first_age ? extra_first : 0);
  }
};

template <class L>
struct KindgebondenBudget {
  L exact;  // euro a year times kRate
  L month;  // cents
};

// `full`: euro a year before income is looked at; 0 without children.
template <class L, class M>
KindgebondenBudget<L> kindgebonden_budget(const KindgebondenBudgetRules& rules, L full, L income, M partner) {
  const L threshold = L(rules.threshold) + select(partner, L(rules.partner_addition), L(0));
  KindgebondenBudget<L> out;
  const L kink(rules.kink);
  out.exact = positive(full * L(kRate) - L(rules.taper) * positive(lesser(income, kink) - threshold) -
                       L(rules.second_taper) * positive(income - greater(kink, threshold)));
  out.month = down(half_up(out.exact, L(kRate)) * L(kCents), L(kMonths));
  return out;
}

}  // namespace passend::income
