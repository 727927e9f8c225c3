// SPDX-License-Identifier: EUPL-1.2
// All rules of one date, read once. docs/income.md says how they hang together.
#pragma once

#include "income/benefits.hpp"
#include "income/combinatiekorting.hpp"
#include "income/huurtoeslag.hpp"
#include "income/kinderbijslag.hpp"
#include "income/kinderopvangtoeslag.hpp"
#include "income/kindgebonden_budget.hpp"
#include "income/kwijtschelding.hpp"
#include "income/law_values.hpp"
#include "income/loonheffing.hpp"
#include "income/ouderenkorting.hpp"
#include "income/participatiewet.hpp"
#include "income/studietoeslag.hpp"
#include "income/wml_wage.hpp"
#include "income/zorgtoeslag.hpp"

namespace passend::income {

// What only some households need is dated apart: a value that is not known on the date stops those households only.
struct RuleBook {
  Date date{};
  Dated<WageRules> wage;
  Dated<WithholdingRules> withholding;  // with the rules of the next two, whose faults are kept apart
  Dated<ArbeidskortingRules> labour_aow;
  Dated<CombinatiekortingRules> combination;
  Dated<OuderenkortingRules> elderly;
  Dated<ParticipatiewetRules> assistance;
  Dated<WwRules> ww;
  Dated<WajongRules> wajong;
  Dated<AowRules> aow_single, aow_partner;
  Dated<ZorgtoeslagRules> health;
  Dated<HuurtoeslagRules> rent;
  Dated<KindgebondenBudgetRules> child_budget;
  Dated<KinderbijslagRules> child_benefit;
  Dated<KinderopvangtoeslagRules> childcare;
  Dated<KwijtscheldingRules> remission;
  Dated<StudietoeslagRules> study_supplement;
  Dated<int> adult_age;
};

RuleBook read_rule_book(const ParameterStore& law, Date on);

}  // namespace passend::income
