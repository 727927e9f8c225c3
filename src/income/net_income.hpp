// SPDX-License-Identifier: EUPL-1.2
// Net disposable income of one state of a household, annualised: docs/income.md 4 to 11, in that order.
#pragma once

#include <array>
#include <string_view>

#include "income/columns.hpp"
#include "income/rule_book.hpp"

namespace passend::income {

// Parts of net income, in the order of docs/income.md 11; cents a month.
enum class Part {
  kWage, kHolidayAllowance, kOwnBenefit, kBijstand, kOtherIncome, kIncomeTax,
  kAlgemeneHeffingskorting, kArbeidskorting, kIack, kJonggehandicaptenkorting, kOuderenkorting,
  kAlleenstaandeOuderenkorting, kAhkUitbetaling,
  kZvw, kZorgtoeslag, kHuurtoeslag, kKindgebondenBudget, kKinderbijslag, kKinderopvangtoeslag,
  kChildcareCost, kTravelCost, kRounding, kCount
};
inline constexpr std::size_t kParts = static_cast<std::size_t>(Part::kCount);
inline constexpr std::size_t kCredits = 6;  // kAlgemeneHeffingskorting and the five after it

inline constexpr std::array<std::string_view, kParts> kPartNames{
    "wage", "holiday_allowance", "own_benefit", "bijstand", "other_income", "income_tax",
    "algemene_heffingskorting", "arbeidskorting", "iack", "jonggehandicaptenkorting", "ouderenkorting",
    "alleenstaande_ouderenkorting", "ahk_uitbetaling",
    "zvw", "zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderbijslag", "kinderopvangtoeslag",
    "childcare_cost", "travel_cost", "rounding"};

// What is worked out for one adult on the way; cents a month unless said otherwise.
template <class L>
struct AdultSteps {
  L holiday{}, taxable{};
  L labour_year{};                      // euro
  L benefit{};                          // own benefits
  L withheld_at_job{}, withheld_at_benefit{};
  L earned{}, disregarded{};            // bijstand: net pay, what of it does not count
  L combination{};                      // euro a year, before the tax is looked at
  L counted{}, returned{};              // bijstand: income that counts before disregards; credits that come back
  L bijstand_year{};                    // gross, cents a year
  L income_year{}, tax_year{};          // euro
  std::array<L, kCredits> credit{}, used{};  // euro a year
  L paid_out{};                         // euro a year
};

template <class L>
struct NetIncome {
  std::array<L, kParts> part{};
  L net{};
  AdultSteps<L> adult[2]{};
  L top_up{};
  L income_year{};  // toetsingsinkomen of all adults, euro
  L of(Part p) const { return part[static_cast<std::size_t>(p)]; }
};

template <class L>
class NetIncomeOf {
 public:
  NetIncomeOf(const RuleBook& rules, const HouseholdColumns<L>& in) : r_(rules), in_(in) {}

  NetIncome<L> run() {
    for (int a = 0; a < 2; ++a) work_out_wage(a);
    for (int a = 0; a < 2; ++a) work_out_benefits(a);
    work_out_ioaw();
    for (int a = 0; a < 2; ++a) work_out_combination(a);
    for (int a = 0; a < 2; ++a) work_out_counted(a);
    work_out_bijstand();
    for (int a = 0; a < 2; ++a) work_out_year(a);
    pay_out_credit();
    add_up();
    return out_;
  }

 private:
  using M = decltype(L() < L());
  static M yes(L x) { return x > L(0); }

  const AdultColumns<L>& of(int a) const { return in_.adult[a]; }
  M works(int a) const { return yes(of(a).gross); }
  M credit_at_job(int a) const { return works(a) && (!yes(of(a).on_benefit) || yes(of(a).credit_at_job)); }
  M credit_at_benefit(int a) const { return yes(of(a).on_benefit) && (!works(a) || !yes(of(a).credit_at_job)); }
  TaxPayer<M> payer(int a) const { return {yes(of(a).of_aow), yes(of(a).old)}; }
  L first_rate(int a) const {
    const Box1Rules& box1 = r_.withholding.rules.box1;
    return select(yes(of(a).of_aow), L(box1.first_rate(true)), L(box1.first_rate(false)));
  }
  L fixed_credits(int a) const { return of(a).young_disabled + of(a).single_elderly; }
  L full_general_credit(int a) const {
    const AlgemeneHeffingskortingRules& rules = r_.withholding.rules.general;
    return select(yes(of(a).of_aow), L(rules.maximum_aow), L(rules.below_aow.maximum));
  }

  void work_out_wage(int a) {
    AdultSteps<L>& step = out_.adult[a];
    step.holiday = holiday_allowance(r_.wage.rules, of(a).gross);
    step.taxable = of(a).gross - of(a).pension;
    step.labour_year = down(L(kMonths) * (step.taxable + step.holiday), L(kCents));
  }

  void work_out_benefits(int a) {
    AdultSteps<L>& step = out_.adult[a];
    step.benefit = of(a).fixed_benefit;
    if (any(yes(of(a).ww_full)))
      step.benefit = step.benefit + ww(r_.ww.rules, of(a).ww_full, of(a).ww_rate, of(a).gross + step.holiday);
    if (any(yes(of(a).wajong_base))) {
      const L full = select(yes(of(a).wajong_base), of(a).wajong_value, L(kPerMille));
      const L paid = select(yes(of(a).wajong_base), wajong(of(a).wajong_base, of(a).wajong_rate, full, of(a).gross), L(0));
      step.benefit = step.benefit + paid + holiday_allowance(r_.wage.rules, paid);
    }
  }

  void work_out_ioaw() {
    if (!any(yes(in_.ioaw_persons))) return;
    L income(0);
    for (int a = 0; a < 2; ++a)
      income = income + of(a).gross + out_.adult[a].holiday + out_.adult[a].benefit +
               half_up(of(a).other_year * L(kCents), L(kMonths));
    for (int a = 0; a < 2; ++a) {
      const L basis = gross_up(in_.ioaw_net_year, first_rate(a), full_general_credit(a), credit_at_benefit(a));
      const L paid = half_up(positive(in_.ioaw_persons * basis - L(kMonths) * income), L(kMonths));
      out_.adult[a].benefit = out_.adult[a].benefit + select(yes(of(a).is_ioaw_claimant), paid, L(0));
    }
  }

  // Art. 8.14a: the single parent, or the partner with the lower labour income where both have one.
  void work_out_combination(int a) {
    const L own = out_.adult[a].labour_year;
    const L other = out_.adult[1 - a].labour_year;
    const M lower = yes(own) && yes(other) && (own < other || (own == other && yes(of(a).wins_tie)));
    const M entitled = yes(in_.has_young_child) && (!yes(in_.couple) || lower);
    out_.adult[a].combination = select(entitled, combinatiekorting(r_.combination.rules, own), L(0));
  }

  void work_out_counted(int a) {
    AdultSteps<L>& step = out_.adult[a];
    if (!any(yes(in_.norm))) return;
    const WithholdingRules& rules = r_.withholding.rules;
    const L pay = step.taxable + step.holiday;
    const M labour = yes(L(1));
    step.withheld_at_job = withheld(rules, pay, payer(a), credit_at_job(a), labour, fixed_credits(a));
    step.withheld_at_benefit = withheld(rules, step.benefit, payer(a), credit_at_benefit(a), !labour, fixed_credits(a));
    step.earned = pay - step.withheld_at_job;
    step.disregarded = disregarded(of(a).disregard_rate, of(a).disregard_cap, step.earned);
    const L other = half_up(half_up(of(a).other_year * L(kCents), L(kMonths)) * (L(kRate) - first_rate(a)), L(kRate));
    step.counted = step.earned + step.benefit - step.withheld_at_benefit - of(a).zvw + other;
    step.returned = up((step.combination + returned_labour_credit(a, pay)) * L(kCents), L(kMonths));
  }

  // What the year gives back of credits that withholding on pay could not use, euro a year.
  L returned_labour_credit(int a, L pay) const {
    const WithholdingRules& rules = r_.withholding.rules;
    const L wage = table_wage(rules.month, pay);
    const TaxPayer<M> who = payer(a);
    const L unused = positive(credits_at(rules, wage, who, yes(L(1)), fixed_credits(a)) - tariff(rules.box1, wage, who.of_aow, who.old));
    const L at_benefit = select(works(a), labour_credit(rules.labour, rules.labour_aow, wage, who.of_aow), L(0));
    return select(credit_at_job(a), unused, at_benefit);
  }

  void work_out_bijstand() {
    if (!any(yes(in_.norm))) return;
    L income(0);
    L returned(0);
    for (const AdultSteps<L>& step : out_.adult) {
      income = income + step.counted - step.disregarded;
      returned = returned + step.returned;
    }
    const L room = positive(in_.norm - income);
    const L least = half_up(room * (L(kRate) - first_rate(0)), L(kRate));  // the tax on bijstand itself all given back
    out_.top_up = select(yes(in_.norm), greater(room - returned, least), L(0));
    const L first = select(yes(in_.couple), down(out_.top_up + L(1), L(2)), out_.top_up);
    const L share[2] = {first, out_.top_up - first};
    for (int a = 0; a < 2; ++a)
      out_.adult[a].bijstand_year = gross_up(L(kMonths) * share[a], first_rate(a), full_general_credit(a),
                                             credit_at_benefit(a) && !yes(of(a).has_own_benefit));
  }

  void work_out_year(int a) {
    AdultSteps<L>& step = out_.adult[a];
    const WithholdingRules& rules = r_.withholding.rules;
    const M of_aow = yes(of(a).of_aow);
    step.income_year =
        down(L(kMonths) * (step.taxable + step.holiday + step.benefit) + step.bijstand_year, L(kCents)) + of(a).other_year;
    step.tax_year = tariff(rules.box1, step.income_year, of_aow, yes(of(a).old));
    step.credit[0] = algemene_heffingskorting(rules.general, step.income_year, of_aow);
    step.credit[1] = labour_credit(rules.labour, rules.labour_aow, step.labour_year, of_aow);
    step.credit[2] = step.combination;
    step.credit[3] = of(a).young_disabled;
    step.credit[4] = select(of_aow, ouderenkorting(rules.elderly, step.income_year), L(0));
    step.credit[5] = of(a).single_elderly;
    L left = step.tax_year;
    for (std::size_t c = 0; c < kCredits; ++c) {
      step.used[c] = lesser(step.credit[c], left);
      left = left - step.used[c];
    }
    out_.income_year = out_.income_year + step.income_year;
  }

  L tax_left(int a) const {
    L left = out_.adult[a].tax_year;
    for (const L& used : out_.adult[a].used) left = left - used;
    return left;
  }

  void pay_out_credit() {
    for (int a = 0; a < 2; ++a) {
      AdultSteps<L>& step = out_.adult[a];
      step.paid_out = select(yes(of(a).is_paid_out), lesser(step.credit[0] - step.used[0], tax_left(1 - a)), L(0));
    }
  }

  L& part(Part p) { return out_.part[static_cast<std::size_t>(p)]; }

  void add_up() {
    L yearly(0);  // cents
    const auto add_yearly = [&](Part p, L cents) {
      part(p) = half_away(cents, L(kMonths));
      yearly = yearly + cents;
    };
    L monthly(0);
    const auto add = [&](Part p, L cents) {
      part(p) = cents;
      monthly = monthly + cents;
    };
    const auto& [first, second] = out_.adult;
    add(Part::kWage, first.taxable + second.taxable);
    add(Part::kHolidayAllowance, first.holiday + second.holiday);
    add(Part::kOwnBenefit, first.benefit + second.benefit);
    add_yearly(Part::kBijstand, first.bijstand_year + second.bijstand_year);
    add_yearly(Part::kOtherIncome, (of(0).other_year + of(1).other_year) * L(kCents));
    add_yearly(Part::kIncomeTax, -(first.tax_year + second.tax_year) * L(kCents));
    for (std::size_t c = 0; c < kCredits; ++c)
      add_yearly(static_cast<Part>(static_cast<std::size_t>(Part::kAlgemeneHeffingskorting) + c),
                 (first.used[c] + second.used[c]) * L(kCents));
    add_yearly(Part::kAhkUitbetaling, (first.paid_out + second.paid_out) * L(kCents));
    add(Part::kZvw, -(of(0).zvw + of(1).zvw));
    add_allowances(add);
    add(Part::kChildcareCost, -in_.care_cost);
    add(Part::kTravelCost, -in_.travel_cost);
    L rounding = half_away(yearly, L(kMonths));
    out_.net = monthly + rounding;
    for (std::size_t p = 0; p < kParts; ++p) monthly = monthly - out_.part[p];
    part(Part::kRounding) = monthly + rounding;
  }

  template <class Add>
  void add_allowances(const Add& add) {
    const M couple = yes(in_.couple);
    const L income = out_.income_year;
    const L health = zorgtoeslag(r_.health.rules, income, in_.insured, couple).month;
    add(Part::kZorgtoeslag, health);
    add(Part::kHuurtoeslag, any(yes(in_.home.rent)) ? huurtoeslag(r_.rent.rules, in_.home, income).month : L(0));
    add(Part::kKindgebondenBudget,
        any(yes(in_.child_budget_full))
            ? kindgebonden_budget(r_.child_budget.rules, in_.child_budget_full, income, couple).month
            : L(0));
    add(Part::kKinderbijslag, in_.child_benefit);
    L care(0);
    if (any(yes(in_.care_first))) {
      const M both = (works(0) || yes(of(0).is_student)) && (!couple || works(1) || yes(of(1).is_student));
      care = select(both, kinderopvangtoeslag(r_.childcare.rules, in_.care_first, in_.care_other, income), L(0));
    }
    add(Part::kKinderopvangtoeslag, care);
  }

  const RuleBook& r_;
  const HouseholdColumns<L>& in_;
  NetIncome<L> out_;
};

template <class L>
NetIncome<L> net_income(const RuleBook& rules, const HouseholdColumns<L>& in) {
  return NetIncomeOf<L>(rules, in).run();
}

}  // namespace passend::income
