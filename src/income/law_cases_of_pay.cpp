// SPDX-License-Identifier: EUPL-1.2
// Rules of the worked examples on pay: wages, tax, withholding, WW, what employers get.
#include "income/law_case.hpp"
#include "income/loonkostensubsidie.hpp"
#include "income/rule_book.hpp"

namespace passend::income {
namespace {

// Wages.

Outcome hourly_share(LawValues& law, Inputs& in, std::string_view scale) {
  const double age = in.number("age", 0);
  double share = kRate;
  for (std::size_t row = 0; row < law.rows(scale); ++row)
    if (law.cell(scale, row, 0, 0) == age) share = law.cell(scale, row, 1, kRateDigits);
  Outcome out;
  const double adult = in.has("adult_hourly") ? in.cents("adult_hourly") : law.cents("minimum_wage_hourly_adult");
  out.set("hourly", cents(half_up(adult * share, kRate)));
  return out;
}
Outcome youth_wage(LawValues& law, Inputs& in) { return hourly_share(law, in, "minimum_wage_youth_percentage"); }
Outcome bbl_wage(LawValues& law, Inputs& in) { return hourly_share(law, in, "minimum_wage_bbl_percentage"); }

Outcome wage_over_a_year(LawValues&, Inputs& in) {
  const double year = in.cents("hourly") * in.number("working_days", 0) * in.number("hours_per_day", 0);
  Outcome out;
  out.set("year", cents(year));
  out.set("month", cents(half_up(year, kMonths)));
  return out;
}

Outcome with_holiday_allowance(LawValues& law, Inputs& in) {
  const double hourly = in.cents("hourly");
  Outcome out;
  out.set("hourly_with_holiday_allowance", cents(hourly + holiday_allowance(WageRules::read(law), hourly)));
  return out;
}

// Tax.

Outcome third_column(LawValues&, Inputs& in) {
  Outcome out;
  out.set("column_iii",
          euros(column_three(in.number("base", 0), in.number("lower", 0), in.number("upper", 0), in.rate("rate"))));
  return out;
}

Outcome aow_year_rate(LawValues&, Inputs& in) {
  constexpr int kPercentDigits = 3;  // a percentage in these is a rate in kRateDigits
  Outcome out;
  out.set("rate_pct",
          {first_rate_in_aow_year(in.number("rate_aow_age_pct", kPercentDigits),
                                  in.number("aow_premium_pct", kPercentDigits), in.number("month_aow_age_reached", 0)),
           kPercentDigits});
  return out;
}

Outcome general_credit(LawValues& law, Inputs& in) {
  Outcome out;
  const auto rules = AlgemeneHeffingskortingRules::read(law, Box1Rules::read(law));
  out.set("credit", euros(algemene_heffingskorting(rules, in.number("income", 0), in.flag("aow_age"))));
  return out;
}

Outcome labour(LawValues& law, Inputs& in, std::string_view id) {
  Outcome out;
  out.set("credit", euros(arbeidskorting(ArbeidskortingRules::read(law, id), in.number("labour_income", 0))));
  return out;
}
Outcome labour_credit_below(LawValues& law, Inputs& in) { return labour(law, in, "labour_tax_credit"); }
Outcome labour_credit_aow(LawValues& law, Inputs& in) { return labour(law, in, "labour_tax_credit_aow_age_2026"); }

Outcome elderly_credit(LawValues& law, Inputs& in) {
  Outcome out;
  out.set("credit", euros(ouderenkorting(OuderenkortingRules::read(law), in.number("income", 0))));
  return out;
}

Outcome combination_credit(LawValues& law, Inputs& in) {
  Outcome out;
  out.set("credit", euros(combinatiekorting(CombinatiekortingRules::read(law), in.number("labour_income", 0))));
  return out;
}

// Withholding.

WithholdingRules withholding_rules(LawValues& law, bool labour) {
  WithholdingRules rules = WithholdingRules::read(law);
  if (!labour) rules.elderly = OuderenkortingRules::read(law);
  if (labour) rules.labour = ArbeidskortingRules::read(law, "labour_tax_credit");
  return rules;
}

Outcome withholding_month(LawValues& law, Inputs& in) {
  const double gross = in.cents("gross_month");
  in.has("tax_year");
  const auto rules = withholding_rules(law, true);
  Outcome out;
  const double less = withheld(rules, gross, TaxPayer<bool>{false, false}, in.flag("with_credits"), true, 0.0);
  out.set("net_month", cents(gross - less));
  return out;
}

Outcome withholding_aow(LawValues& law, Inputs& in) {
  auto rules = withholding_rules(law, false);
  if (!rules.box1.aow.empty()) rules.box1.aow.front().rate = in.rate("first_bracket_rate");
  const double gross = in.cents("gross_month");
  const double zvw = zvw_low(in.rate("zvw_low_rate"), gross);
  const TaxPayer<bool> payer{true, false};
  Outcome out;
  out.set("net_with_credit", cents(gross - zvw - withheld(rules, gross, payer, true, false, 0.0)));
  out.set("net_without_credit", cents(gross - zvw - withheld(rules, gross, payer, false, false, 0.0)));
  return out;
}

Outcome withholding_benefit(LawValues& law, Inputs& in) {
  const double gross = in.cents("gross_month");
  const double wage = table_wage(LoonheffingRules::read(law), gross);
  const double tax = down(wage * in.rate("rate"), kRate);
  Outcome out;
  out.set("net_month", cents(gross - half_up(positive(tax - in.number("general_credit_year", 0)) * kCents, kMonths)));
  return out;
}

// WW and employers.

double ww_rate(LawValues& law, double month) {
  const WwRules rules = WwRules::read(law);
  return rules.rate[month <= 2 ? 0 : 1];
}

Outcome ww_benefit(LawValues& law, Inputs& in) {
  const double rate = ww_rate(law, in.number("month", 0));
  const double income = in.cents("income");
  const double benefit = half_up(rate * positive(in.cents("monthly_wage") - income), kRate);
  Outcome out;
  out.set("benefit", cents(benefit));
  out.set("total", cents(benefit + income));
  return out;
}

Outcome ww_from_year(LawValues& law, Inputs& in) {
  const double days_year = law.cell("unemployment_days", 0, 0, 0);
  const double days_month = law.cell("unemployment_days", 0, 1, 2);
  const double rate = ww_rate(law, in.number("month", 0));
  const double by_year = in.cents("sv_wage_year") * days_month * rate;
  const double by_maximum = in.cents("max_daily_wage") * days_month * rate;
  Outcome out;
  out.set("benefit", cents(half_up(lesser(by_year, by_maximum * days_year), days_year * kCents * kRate)));
  return out;
}

Outcome ww_daily_wage(LawValues& law, Inputs& in) {
  Outcome out;
  out.set("daily_wage", cents(half_up(in.cents("sv_wage_year"), law.cell("unemployment_days", 0, 0, 0))));
  return out;
}

Outcome max_monthly_wage(LawValues& law, Inputs& in) {
  Outcome out;
  out.set("max_monthly_wage",
          cents(half_up(in.cents("max_daily_wage") * law.cell("unemployment_days", 0, 1, 2), kCents)));
  return out;
}

Outcome max_premium_wage(LawValues& law, Inputs& in) {
  Outcome out;
  out.set("max_premium_wage", euros(down(in.cents("max_daily_wage") * law.cell("unemployment_days", 0, 0, 0), kCents)));
  return out;
}

Outcome wage_cost_benefit(LawValues&, Inputs& in) {
  Outcome out;
  out.set("benefit", cents(lesser(in.cents("rate") * in.number("hours", 0), in.cents("max"))));
  return out;
}

Outcome wage_cost_subsidy(LawValues& law, Inputs& in) {
  const double wage = in.cents("wml_incl_holiday");
  const auto found = measured_subsidy(wage, in.cents("wage_value_incl_holiday"), law.rate("wage_cost_subsidy_cap"));
  Outcome out;
  out.set("cap", cents(found.cap));
  out.set("subsidy", cents(found.subsidy));
  return out;
}

Outcome wage_cost_subsidy_flat(LawValues& law, Inputs& in) {
  const double share = law.cell("wage_cost_subsidy_flat_first_six_months", 0, 0, kRateDigits);
  const double wage = half_up(in.cents("wml") * (kRate + in.rate("holiday_rate")), kRate);
  const double subsidy = flat_subsidy(wage, share);
  Outcome out;
  out.set("wage_incl_holiday", cents(wage));
  out.set("subsidy", cents(subsidy));
  out.set("employer_charges", cents(charges_compensation(subsidy, in.rate("employer_charge_rate"))));
  return out;
}

}  // namespace

const CaseRules& cases_of_pay() {
  static const CaseRules kRules{
      {"box1_brackets", third_column},
      {"box1_first_bracket_year_of_aow_age", aow_year_rate},
      {"combination_tax_credit", combination_credit},
      {"elderly_tax_credit", elderly_credit},
      {"general_tax_credit", general_credit},
      {"holiday_allowance_rate", with_holiday_allowance},
      {"labour_tax_credit", labour_credit_below},
      {"labour_tax_credit_aow_age_2026", labour_credit_aow},
      {"max_monthly_wage", max_monthly_wage},
      {"max_premium_wage", max_premium_wage},
      {"minimum_wage_bbl_percentage", bbl_wage},
      {"minimum_wage_hourly_adult", wage_over_a_year},
      {"minimum_wage_hourly_by_age", youth_wage},
      {"unemployment_benefit", ww_benefit},
      {"unemployment_benefit_from_year", ww_from_year},
      {"unemployment_daily_wage", ww_daily_wage},
      {"wage_cost_benefit", wage_cost_benefit},
      {"wage_cost_subsidy", wage_cost_subsidy},
      {"wage_cost_subsidy_flat", wage_cost_subsidy_flat},
      {"withholding_aow", withholding_aow},
      {"withholding_month", withholding_month},
      {"withholding_month_benefit", withholding_benefit},
  };
  return kRules;
}

}  // namespace passend::income
