// SPDX-License-Identifier: EUPL-1.2
#include "income/rule_book.hpp"

namespace passend::income {
namespace {

// Reads one statute; the faults that arose belong to it.
template <class Read>
auto dated(LawValues& law, Read read) {
  Dated<decltype(read(law))> out;
  out.rules = read(law);
  out.missing = law.take_faults();
  return out;
}

WithholdingRules read_withholding(LawValues& law) {
  WithholdingRules rules = WithholdingRules::read(law);
  rules.labour = ArbeidskortingRules::read(law, "labour_tax_credit");
  return rules;
}

}  // namespace

RuleBook read_rule_book(const ParameterStore& store, Date on) {
  LawValues law(store, on);
  RuleBook book;
  book.date = on;
  book.wage = dated(law, WageRules::read);
  book.withholding = dated(law, read_withholding);
  book.labour_aow =
      dated(law, [](LawValues& v) { return ArbeidskortingRules::read(v, "labour_tax_credit_aow_age_2026"); });
  book.withholding.rules.labour_aow = book.labour_aow.rules;
  book.combination = dated(law, CombinatiekortingRules::read);
  book.elderly = dated(law, OuderenkortingRules::read);
  book.withholding.rules.elderly = book.elderly.rules;
  book.assistance = dated(law, ParticipatiewetRules::read);
  book.ww = dated(law, WwRules::read);
  book.wajong = dated(law, WajongRules::read);
  book.aow_single = dated(law, [](LawValues& v) { return AowRules::read(v, false); });
  book.aow_partner = dated(law, [](LawValues& v) { return AowRules::read(v, true); });
  book.health = dated(law, ZorgtoeslagRules::read);
  book.rent = dated(law, HuurtoeslagRules::read);
  book.child_budget = dated(law, KindgebondenBudgetRules::read);
  book.child_benefit = dated(law, KinderbijslagRules::read);
  book.childcare = dated(law, KinderopvangtoeslagRules::read);
  book.remission = dated(law, KwijtscheldingRules::read);
  book.study_supplement = dated(law, StudietoeslagRules::read);
  book.adult_age = dated(law, [](LawValues& v) { return static_cast<int>(v.number("adult_age", 0)); });
  return book;
}

}  // namespace passend::income
