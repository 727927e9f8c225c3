// SPDX-License-Identifier: EUPL-1.2
// Rules of the worked examples on bijstand and municipal schemes.
#include "income/law_case.hpp"
#include "income/rule_book.hpp"

namespace passend::income {
namespace {

// Minimum income.

Outcome top_up(LawValues&, Inputs& in) {
  const double earned = in.cents("net_earnings_incl_holiday");
  const double amount = positive(in.cents("norm") - (earned - in.cents("disregard")));
  Outcome out;
  out.set("topup", cents(amount));
  out.set("total", cents(amount + earned));
  return out;
}

Outcome cost_sharing(LawValues& law, Inputs& in) {
  ParticipatiewetRules rules;
  rules.sharing_fixed = law.cell("cost_sharing_coefficients", 0, 0, kRateDigits);
  rules.sharing_part = law.cell("cost_sharing_coefficients", 0, 1, kRateDigits);
  Outcome out;
  out.set("norm_per_person", cents(rules.shared_norm(in.number("persons", 0), in.cents("couple_norm"))));
  return out;
}

Outcome disregard(LawValues& law, Inputs& in) {
  Outcome out;
  out.set("disregarded",
          cents(disregarded(in.rate("rate"), law.cents(in.text("parameter")), in.cents("net_earnings"))));
  return out;
}

Outcome institution(LawValues& law, Inputs& in) {
  const std::string household = in.text("household");
  Outcome out;
  out.set("value", cents(law.cents("assistance_norm_institution_" + household) +
                         law.cents("assistance_institution_supplement_" + household)));
  return out;
}

Outcome without_holiday_share(LawValues&, Inputs& in) {
  Outcome out;
  out.set("norm_excluding", cents(half_up(in.cents("norm") * (kRate - in.rate("share")), kRate)));
  return out;
}

Outcome norm_share(LawValues& law, Inputs& in) {
  Outcome out;
  out.set("value", cents(half_up(law.cents(in.text("parameter")) * in.rate("share"), kRate)));
  return out;
}

// Art. 37: a check on published norms; never a way to work them out.
Outcome net_minimum_wage(LawValues& law, Inputs& in) {
  constexpr int kShareDigits = 3;
  const double wage = in.cents("reference_monthly");
  const double year = down(kMonths * (wage + holiday_allowance(WageRules::read(law), wage)), kCents);
  const Box1Rules box1 = Box1Rules::read(law);
  const auto general = AlgemeneHeffingskortingRules::read(law, box1);
  const double credit = algemene_heffingskorting(general, year, false) * in.number("credit_share", kShareDigits);
  const double tax = positive(tariff(box1, year, false, false) * kPerMille - credit);  // thousandths of a euro
  Outcome out;
  out.set("couple_norm", cents(half_up((year * kPerMille - tax) * kCents, kMonths * kPerMille)));
  return out;
}

Outcome study_supplement(LawValues& law, Inputs& in) {
  const double age = in.number("age", 0);
  double share = kRate;
  for (std::size_t row = 0; row < law.rows("minimum_wage_youth_percentage"); ++row)
    if (law.cell("minimum_wage_youth_percentage", row, 0, 0) == age)
      share = law.cell("minimum_wage_youth_percentage", row, 1, kRateDigits);
  Outcome out;
  out.set("monthly", cents(half_up(in.cents("adult") * share, kRate)));
  return out;
}

// Municipal.

Outcome remission(LawValues&, Inputs& in) {
  const double capacity =
      betalingscapaciteit(in.cents("net_disposable_income_month"), in.cents("subsistence_norm_month"));
  const double used = used_capacity(capacity, in.rate("share_of_capacity"));
  Outcome out;
  out.set("annual_capacity", cents(capacity));
  out.set("capacity_to_use", cents(used));
  out.set("remission", cents(positive(in.cents("assessed_tax") - used)));
  return out;
}

Outcome income_ceiling(LawValues&, Inputs& in) {
  Outcome out;
  out.set("ceiling_month", cents(half_up(in.cents("social_assistance_norm") * in.rate("factor"), kRate)));
  return out;
}

Outcome lookup(LawValues& law, Inputs& in) {
  constexpr int kDigits = 9;
  Outcome out;
  out.set("value", {law.number(in.text("parameter"), kDigits), kDigits});
  return out;
}

}  // namespace

const CaseRules& cases_of_assistance() {
  static const CaseRules kRules{
      {"assistance_topup", top_up},
      {"cost_sharing_norm", cost_sharing},
      {"disregard", disregard},
      {"institution_total", institution},
      {"local_tax_remission", remission},
      {"lookup", lookup},
      {"municipal_income_ceiling", income_ceiling},
      {"net_minimum_wage", net_minimum_wage},
      {"norm_excluding_holiday_allowance", without_holiday_share},
      {"norm_share", norm_share},
      {"study_supplement", study_supplement},
  };
  return kRules;
}

}  // namespace passend::income
