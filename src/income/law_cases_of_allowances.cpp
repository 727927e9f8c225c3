// SPDX-License-Identifier: EUPL-1.2
// Rules of the worked examples on allowances for children, care and rent.
#include "income/law_case.hpp"
#include "income/rule_book.hpp"

namespace passend::income {
namespace {

// Allowances.

Outcome child_benefit(LawValues& law, Inputs& in) {
  const auto rules = KinderbijslagRules::read(law);
  Outcome out;
  for (const int age : in.ages("child_ages")) out.figures["per_child_quarter"].push_back(cents(rules.quarter(age)));
  return out;
}

Outcome child_budget(LawValues& law, Inputs& in) {
  const auto rules = KindgebondenBudgetRules::read(law);
  const bool partner = in.flag("partner");
  double full = 0;
  for (const int age : in.ages("child_ages"))
    if (age < rules.end_age) full += rules.of_child(age);
  if (full > 0 && !partner) full += rules.single_parent;
  const auto budget = kindgebonden_budget(rules, full, in.number("assessment_income", 0), partner);
  Outcome out;
  out.set("annual", {budget.exact, kRateDigits});
  out.set("monthly", cents(budget.month));
  return out;
}

Outcome childcare(LawValues& law, Inputs& in) {
  const auto rules = KinderopvangtoeslagRules::read(law);
  const std::string type = in.text("type");
  const double most = type == "dagopvang" ? rules.max_daycare
                      : type == "bso"     ? rules.max_after_school
                                          : rules.max_childminder;
  const double hours = in.cents("hours_per_month");
  const double rate = in.cents("hourly_rate");
  const double counts = lesser(hours, rules.max_centihours) * lesser(rate, most);
  const double income = in.number("assessment_income", 0);
  const auto& table = in.number("child_rank", 0) == 1 ? rules.first_child : rules.next_child;
  Outcome out;
  if (table.empty()) return out;
  const double month = half_up(counts * share_at(table, income), kRate * kCents);
  out.set("monthly", cents(month));
  out.set("net_parent_cost_month", cents(half_up(hours * rate, kCents) - month));
  return out;
}

Outcome health(LawValues& law, Inputs& in) {
  ZorgtoeslagRules rules = ZorgtoeslagRules::read_formula(law);
  const bool is_payable = law.known("allowance_payment_floor_year");
  if (is_payable) rules.payment_floor = law.euros("allowance_payment_floor_year");
  const bool partner = in.flag("partner");
  const auto found = zorgtoeslag(rules, in.number("assessment_income", 0), partner ? 2.0 : 1.0, partner);
  Outcome out;
  out.set("annual", {found.exact, kRateDigits});
  if (!is_payable) return out;
  out.set("annual_paid", euros(found.paid));
  out.set("monthly_paid", cents(found.month));
  return out;
}

Dwelling dwelling_of(Inputs& in) {
  return {.bare_rent = in.cents("bare_rent"),
          .service_costs = in.has("service_costs") ? in.cents("service_costs") : 0,
          .persons = in.number("household_size", 0),
          .elderly = in.flag("elderly"),
          .youth = in.flag("all_occupants_below_youth_age")};
}

Outcome rent(LawValues& law, Inputs& in) {
  const auto rules = HuurtoeslagRules::read(law);
  const double income = in.number("calculation_income", 0);
  Outcome out;
  out.set("monthly", cents(huurtoeslag(rules, tenancy(rules, dwelling_of(in)), income).month));
  return out;
}

Outcome rent_and_health(LawValues& law, Inputs& in) {
  const auto rules = HuurtoeslagRules::read(law);
  const double income = in.number("assessment_income", 0);
  const bool partner = in.flag("partner");
  const auto insured = zorgtoeslag(ZorgtoeslagRules::read(law), income, partner ? 2.0 : 1.0, partner);
  Outcome out;
  out.set("rent_annual", cents(kMonths * huurtoeslag(rules, tenancy(rules, dwelling_of(in)), income).month));
  out.set("health_annual", euros(insured.paid));
  return out;
}

}  // namespace

const CaseRules& cases_of_allowances() {
  static const CaseRules kRules{
      {"child_benefit", child_benefit}, {"child_budget", child_budget}, {"childcare_allowance", childcare},
      {"health_allowance", health},     {"rent_allowance", rent},       {"rent_and_health_allowance", rent_and_health},
  };
  return kRules;
}

}  // namespace passend::income
