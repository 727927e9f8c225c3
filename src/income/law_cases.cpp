// SPDX-License-Identifier: EUPL-1.2
#include "income/law_cases.hpp"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <set>

#include "base/toml.hpp"
#include "income/loonkostensubsidie.hpp"
#include "income/rule_book.hpp"

namespace passend::income {
namespace {

constexpr int kOutDigits = 9;  // outcomes are compared in billionths

// A number that came out, as whole units over a power of ten.
struct Figure {
  double units = 0;
  int digits = 0;
};

Figure euros(double amount) { return {amount, 0}; }
Figure cents(double amount) { return {amount, 2}; }

struct Outcome {
  std::map<std::string, std::vector<Figure>> figures{};
  void set(const std::string& key, Figure figure) { figures[key] = {figure}; }
};

// What a case gives; every input read is remembered, so that one that no rule reads is told.
class Inputs {
 public:
  explicit Inputs(const toml::table& table) : table_(table) {}

  bool has(std::string_view key) {
    seen_.insert(std::string(key));
    return table_.contains(key);
  }
  // Times 10^digits; a number that is missing or has more decimals ends up in problem().
  double number(std::string_view key, int digits) {
    if (!has(key)) return missing(key);
    const auto text = decimal_text(*table_.get(key));
    const auto value = text ? parse_scaled(*text, digits) : std::nullopt;
    return value ? static_cast<double>(*value) : missing(key);
  }
  double cents(std::string_view key) { return number(key, 2); }
  double rate(std::string_view key) { return number(key, kRateDigits); }
  bool flag(std::string_view key) { return has(key) && table_[key].value<bool>().value_or(false); }
  std::string text(std::string_view key) { return has(key) ? table_[key].value<std::string>().value_or("") : ""; }
  std::vector<int> ages(std::string_view key) {
    std::vector<int> ages;
    if (!has(key) || !table_[key].is_array()) return ages;
    for (const toml::node& node : *table_[key].as_array())
      ages.push_back(static_cast<int>(node.value<std::int64_t>().value_or(0)));
    return ages;
  }
  const toml::table* overrides() {
    return has("parameter_override") ? table_["parameter_override"].as_table() : nullptr;
  }
  std::string problem() const {
    if (!missing_.empty()) return "input " + missing_;
    for (const auto& [key, node] : table_)
      if (!seen_.contains(std::string(key.str()))) return "unknown input " + std::string(key.str());
    return {};
  }

 private:
  double missing(std::string_view key) {
    missing_ = std::string(key) + " is missing, or no number of the form asked";
    return 0;
  }
  const toml::table& table_;
  std::set<std::string> seen_;
  std::string missing_;
};

using Rule = Outcome (*)(LawValues&, Inputs&);

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
  WithholdingRules rules{.month = LoonheffingRules::read(law),
                         .box1 = Box1Rules::read(law),
                         .general = {},
                         .labour = {},
                         .labour_aow = {},
                         .elderly = {}};
  rules.general = AlgemeneHeffingskortingRules::read(law, rules.box1);
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

const std::map<std::string_view, Rule> kRules{
    {"assistance_topup", top_up},
    {"box1_brackets", third_column},
    {"box1_first_bracket_year_of_aow_age", aow_year_rate},
    {"child_benefit", child_benefit},
    {"child_budget", child_budget},
    {"childcare_allowance", childcare},
    {"combination_tax_credit", combination_credit},
    {"cost_sharing_norm", cost_sharing},
    {"disregard", disregard},
    {"elderly_tax_credit", elderly_credit},
    {"general_tax_credit", general_credit},
    {"health_allowance", health},
    {"holiday_allowance_rate", with_holiday_allowance},
    {"institution_total", institution},
    {"labour_tax_credit", labour_credit_below},
    {"labour_tax_credit_aow_age_2026", labour_credit_aow},
    {"local_tax_remission", remission},
    {"lookup", lookup},
    {"max_monthly_wage", max_monthly_wage},
    {"max_premium_wage", max_premium_wage},
    {"minimum_wage_bbl_percentage", bbl_wage},
    {"minimum_wage_hourly_adult", wage_over_a_year},
    {"minimum_wage_hourly_by_age", youth_wage},
    {"municipal_income_ceiling", income_ceiling},
    {"net_minimum_wage", net_minimum_wage},
    {"norm_excluding_holiday_allowance", without_holiday_share},
    {"norm_share", norm_share},
    {"rent_allowance", rent},
    {"rent_and_health_allowance", rent_and_health},
    {"study_supplement", study_supplement},
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

// Names that cases use for parameters.
const std::map<std::string_view, std::string_view> kShortNames{
    {"standard_premium", "health_allowance_standard_premium"},
    {"threshold_income", "threshold_income"},
    {"pct_single", "health_allowance_norm_pct_single"},
    {"pct_partner", "health_allowance_norm_pct_partner"},
    {"taper", "health_allowance_taper"},
    {"payment_floor", "allowance_payment_floor_year"},
};

std::optional<CellRow> row_of(const toml::node& node) {
  CellRow row;
  const auto add = [&](const toml::node& cell) {
    const auto text = decimal_text(cell);
    const auto rate = text ? parse_rate(*text) : std::nullopt;
    if (rate)
      row.push_back({.kind = Cell::Kind::kNumber, .number = *rate});
    else if (cell.is_floating_point())
      row.push_back({.kind = Cell::Kind::kNoLimit});
    else if (const auto* flag = cell.as_boolean())
      row.push_back({.kind = Cell::Kind::kNumber, .number = {flag->get() ? 1 : 0, 0}});
    else
      return false;
    return true;
  };
  if (const toml::array* cells = node.as_array()) {
    for (const toml::node& cell : *cells)
      if (!add(cell)) return std::nullopt;
  } else if (!add(node)) {
    return std::nullopt;
  }
  return row;
}

std::optional<std::vector<CellRow>> rows_of(const toml::node& node) {
  std::vector<CellRow> rows;
  const toml::array* outer = node.as_array();
  if (outer != nullptr && !outer->empty() && outer->front().is_array()) {
    for (const toml::node& inner : *outer) {
      auto row = row_of(inner);
      if (!row) return std::nullopt;
      rows.push_back(*std::move(row));
    }
    return rows;
  }
  auto row = row_of(node);
  if (!row) return std::nullopt;
  rows.push_back(*std::move(row));
  return rows;
}

// One case at a time.
class CaseRunner {
 public:
  CaseRunner(const ParameterStore& law, CaseReport& report) : law_(law), report_(report) {}

  void run(const toml::table& table) {
    const std::string id = table["id"].value<std::string>().value_or("?");
    const std::size_t failures = report_.failures.size();
    const std::size_t no_values = report_.no_values.size();
    run_named(table, id);
    if (report_.failures.size() == failures && report_.no_values.size() == no_values) ++report_.passed;
  }

 private:
  void fail_case(const std::string& id, const std::string& what) {
    report_.failures.push_back(fmt::format("FAIL {}: {}", id, what));
  }

  void run_named(const toml::table& table, const std::string& id) {
    const std::string rule = table["rule"].value<std::string>().value_or("");
    const auto found = kRules.find(rule);
    if (found == kRules.end()) return fail_case(id, "unknown rule " + rule);
    const toml::node* date_node = table.get("date");
    const auto on = date_node == nullptr ? std::nullopt : date_of(*date_node);
    const toml::table* given = table["inputs"].as_table();
    const toml::table* expected = table["expected"].as_table();
    if (!on || given == nullptr || expected == nullptr || expected->empty())
      return fail_case(id, "a case needs date, inputs and expected");
    if (table["source"].value<std::string>().value_or("").empty()) return fail_case(id, "a case needs a source");
    const auto tolerance = tolerance_of(table);
    if (!tolerance) return fail_case(id, "a case needs a tolerance");

    Inputs inputs(*given);
    std::vector<Parameter> replaced;
    if (const toml::table* overrides = inputs.overrides(); overrides != nullptr)
      if (const auto problem = replace(*overrides, replaced); !problem.empty()) return fail_case(id, problem);
    const ParameterStore law = replaced.empty() ? law_ : law_.with(std::move(replaced));
    LawValues values(law, *on);
    const Outcome outcome = found->second(values, inputs);
    for (const Fault& fault : values.take_faults()) {
      if (fault.code == FaultCode::kNoValue) {
        report_.no_values.push_back(fmt::format("NO VALUE {}: {}, {}", id, fault.column, to_string(*on)));
        return;
      }
      return fail_case(id, "parameter " + (fault.column.empty() ? fault.file : fault.column));
    }
    if (const std::string problem = inputs.problem(); !problem.empty()) return fail_case(id, problem);
    for (const auto& [key, node] : *expected) compare(id, std::string(key.str()), node, outcome, *tolerance);
  }

  static std::optional<std::int64_t> tolerance_of(const toml::table& table) {
    const toml::node* node = table.get("tolerance");
    if (node == nullptr) return std::nullopt;
    if (const toml::table* inner = node->as_table()) node = inner->get("abs");
    if (node == nullptr) return std::nullopt;
    const auto text = decimal_text(*node);
    return text ? parse_scaled(*text, kOutDigits) : std::nullopt;
  }

  std::string replace(const toml::table& overrides, std::vector<Parameter>& replaced) const {
    for (const auto& [key, node] : overrides) {
      const auto known = kShortNames.find(key.str());
      const std::string_view id = known == kShortNames.end() ? key.str() : known->second;
      const Parameter* parameter = law_.find(id);
      const auto rows = rows_of(node);
      if (parameter == nullptr || !rows) return "unknown parameter " + std::string(key.str());
      Parameter changed = *parameter;
      changed.values = {{.from = make_date(1900, 1, 1),
                         .rows = *rows,
                         .state = LawState::kVastgesteld,
                         .confidence = Confidence::kConfirmed}};
      replaced.push_back(std::move(changed));
    }
    return {};
  }

  void compare(const std::string& id, const std::string& key, const toml::node& expected, const Outcome& outcome,
               std::int64_t tolerance) {
    const auto got = outcome.figures.find(key);
    if (got == outcome.figures.end()) return fail_case(id, key + " does not come out of this rule");
    std::vector<const toml::node*> wanted;
    if (const toml::array* list = expected.as_array())
      for (const toml::node& node : *list) wanted.push_back(&node);
    else
      wanted.push_back(&expected);
    if (wanted.size() != got->second.size())
      return fail_case(id, fmt::format("{} expected {} figures got {}", key, wanted.size(), got->second.size()));
    for (std::size_t k = 0; k < wanted.size(); ++k) compare_one(id, key, *wanted[k], got->second[k], tolerance);
  }

  void compare_one(const std::string& id, const std::string& key, const toml::node& expected, Figure got,
                   std::int64_t tolerance) {
    const auto text = decimal_text(expected);
    const auto wanted = text ? parse_scaled(*text, kOutDigits) : std::nullopt;
    const std::int64_t scale = power_of_ten(kOutDigits - got.digits);
    // False for NaN and infinity too; then both sides fit a whole number in billionths.
    const bool is_comparable = std::fabs(got.units) * static_cast<double>(scale) < kExactLimit * kCents;
    const auto units = is_comparable ? std::optional(static_cast<std::int64_t>(got.units)) : std::nullopt;
    if (wanted && units) {
      const std::int64_t away = *units * scale - *wanted;
      if (away <= tolerance && -away <= tolerance) return;
    }
    fail_case(id, fmt::format("{} expected {} got {}", key, text.value_or("no number"),
                              units ? to_decimal(*units, got.digits) : "no value"));
  }

  const ParameterStore& law_;
  CaseReport& report_;
};

}  // namespace

Result<CaseReport> run_cases(const ParameterStore& law, std::string_view bytes, const std::string& file) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  const toml::array* cases = (*root)["case"].as_array();
  if (cases == nullptr) return fail({.code = FaultCode::kTomlKeyMissing, .file = file, .line = 1, .column = "case"});
  CaseReport report;
  for (const toml::node& node : *cases)
    if (const toml::table* table = node.as_table()) CaseRunner(law, report).run(*table);
  return report;
}

}  // namespace passend::income
