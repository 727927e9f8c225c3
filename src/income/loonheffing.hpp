// SPDX-License-Identifier: EUPL-1.2
// Withholding by the rule behind the month table: Wet LB 1964 art. 20a-23, rekenvoorschriften. docs/income.md 6.
#pragma once

#include "income/algemene_heffingskorting.hpp"
#include "income/arbeidskorting.hpp"
#include "income/ouderenkorting.hpp"

namespace passend::income {

struct LoonheffingRules {
  double step = 0;  // cents a month

  static LoonheffingRules read(LawValues& law) { return {.step = law.cents("withholding_month_table_step")}; }
};

// Who the tax is withheld from.
template <class M>
struct TaxPayer {
  M of_aow, old;
};

// What withholding rests on besides the month's wage.
struct WithholdingRules {
  LoonheffingRules month;
  Box1Rules box1;
  AlgemeneHeffingskortingRules general;
  ArbeidskortingRules labour, labour_aow;
  OuderenkortingRules elderly;

  // Without arbeidskorting and ouderenkorting, which some payers do not have: their values are read where they count.
  static WithholdingRules read(LawValues& law) {
    WithholdingRules rules{.month = LoonheffingRules::read(law),
                           .box1 = Box1Rules::read(law),
                           .general = {},
                           .labour = {},
                           .labour_aow = {},
                           .elderly = {}};
    rules.general = AlgemeneHeffingskortingRules::read(law, rules.box1);
    return rules;
  }
};

// Table wage of a year in whole euro: the month in whole steps, times twelve.
template <class L>
L table_wage(const LoonheffingRules& rules, L month) {
  return down(month, L(rules.step)) * L(rules.step * kMonths / kCents);
}

template <class L, class M>
L labour_credit(const ArbeidskortingRules& below, const ArbeidskortingRules& aow, L labour_income, M of_aow) {
  const L credit = arbeidskorting(below, labour_income);
  return any(of_aow) ? select(of_aow, arbeidskorting(aow, labour_income), credit) : credit;
}

// Credits that a payer counts on a table wage, euro a year. `labour`: pay for work (white table); `fixed_credit`: what
// does not depend on the wage.
template <class L, class M>
L credits_at(const WithholdingRules& rules, L wage, TaxPayer<M> payer, M labour, L fixed_credit) {
  L credits = algemene_heffingskorting(rules.general, wage, payer.of_aow) + fixed_credit;
  if (any(payer.of_aow)) credits = credits + select(payer.of_aow, ouderenkorting(rules.elderly, wage), L(0));
  return credits + select(labour, labour_credit(rules.labour, rules.labour_aow, wage, payer.of_aow), L(0));
}

// Cents withheld from `month` cents. `credit`: the loonheffingskorting is at this payer.
template <class L, class M>
L withheld(const WithholdingRules& rules, L month, TaxPayer<M> payer, M credit, M labour, L fixed_credit) {
  const L wage = table_wage(rules.month, month);
  const L credits = select(credit, credits_at(rules, wage, payer, labour, fixed_credit), L(0));
  const L due = positive(tariff(rules.box1, wage, payer.of_aow, payer.old) - credits);
  return half_up(due * L(kCents), L(kMonths));
}

}  // namespace passend::income
