// SPDX-License-Identifier: EUPL-1.2
// Net disposable income of one state of a household, annualised: docs/income.md 4 to 11, in that order.
#pragma once

#include <array>

#include "income/columns.hpp"
#include "income/part.hpp"
#include "income/rule_book.hpp"

namespace passend::income {

// What is worked out for one adult on the way; cents a month unless said otherwise.
template <class L>
struct AdultSteps {
  L holiday{}, taxable{};
  L labour_year{}, labour_credit{};          // euro
  L benefit{};                               // own benefits
  L combination{};                           // euro a year, before the tax is looked at
  L earned{}, disregarded{};                 // bijstand: net pay, what of it does not count
  L unused{};                                // bijstand: euro a year of credits free for it
  L bijstand_year{};                         // gross, cents a year
  L income_year{}, tax_year{};               // euro
  std::array<L, kCredits> credit{}, used{};  // euro a year
  L paid_out{};                              // euro a year

  L unused_of(Credit which) const {
    const auto c = static_cast<std::size_t>(which);
    return credit[c] - used[c];
  }
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
  NetIncomeOf(const RuleBook& rules, const HouseholdColumns<L>& in, NetIncome<L>& out)
      : r_(rules), in_(in), out_(out) {}

  void run() {
    for (int a = 0; a < 2; ++a) work_out_wage(a);
    for (int a = 0; a < 2; ++a) work_out_benefits(a);
    work_out_ioaw();
    for (int a = 0; a < 2; ++a) work_out_combination(a);
    work_out_bijstand();
    for (int a = 0; a < 2; ++a) work_out_year(a);
    pay_out_credit();
    add_up();
  }

 private:
  using M = decltype(L() < L());
  static M yes(L x) { return x > L(0); }

  const AdultColumns<L>& of(int a) const { return in_.adult[a]; }
  M works(int a) const { return yes(of(a).gross); }
  M credit_at_job(int a) const { return works(a) && (!yes(of(a).on_benefit) || yes(of(a).credit_at_job)); }
  TaxPayer<M> payer(int a) const { return {yes(of(a).of_aow), yes(of(a).old)}; }
  L first_rate(int a) const {
    const Box1Rules& box1 = r_.withholding.rules.box1;
    return select(yes(of(a).of_aow), L(box1.first_rate(true)), L(box1.first_rate(false)));
  }
  L full_general_credit(int a) const {
    const AlgemeneHeffingskortingRules& rules = r_.withholding.rules.general;
    return select(yes(of(a).of_aow), L(rules.maximum_aow), L(rules.below_aow.maximum));
  }

  void work_out_wage(int a) {
    AdultSteps<L>& step = out_.adult[a];
    step.holiday = holiday_allowance(r_.wage.rules, of(a).gross);
    step.taxable = of(a).gross - of(a).pension;
    step.labour_year = down(L(kMonths) * (step.taxable + step.holiday), L(kCents));
    const WithholdingRules& rules = r_.withholding.rules;
    step.labour_credit = labour_credit(rules.labour, rules.labour_aow, step.labour_year, yes(of(a).of_aow));
  }

  void work_out_benefits(int a) {
    AdultSteps<L>& step = out_.adult[a];
    step.benefit = of(a).fixed_benefit;
    if (any(yes(of(a).ww_full)))
      step.benefit = step.benefit + ww(r_.ww.rules, of(a).ww_full, of(a).ww_rate, of(a).gross + step.holiday);
    if (any(yes(of(a).wajong_base))) {
      const L full = select(yes(of(a).wajong_base), of(a).wajong_value, L(kPerMille));
      const L paid =
          select(yes(of(a).wajong_base), wajong(of(a).wajong_base, of(a).wajong_rate, full, of(a).gross), L(0));
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
      const L credit = select(credit_at_job(a), L(0), full_general_credit(a));
      const L basis = gross_up(in_.ioaw_net_year, first_rate(a), credit);
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

  // Tax and credits of a yearly income.
  struct Year {
    L tax{};
    std::array<L, kCredits> credit{};
  };
  Year year_of(int a, L income) const {
    const WithholdingRules& rules = r_.withholding.rules;
    const M of_aow = yes(of(a).of_aow);
    const AdultSteps<L>& step = out_.adult[a];
    Year year;
    year.tax = tariff(rules.box1, income, of_aow, yes(of(a).old));
    year.credit = {algemene_heffingskorting(rules.general, income, of_aow),
                   step.labour_credit,
                   step.combination,
                   of(a).young_disabled,
                   any(of_aow) ? select(of_aow, ouderenkorting(rules.elderly, income), L(0)) : L(0),
                   of(a).single_elderly};
    return year;
  }

  // Pay, holiday allowance and own benefits of a year, in cents.
  L own_cents(int a) const {
    const AdultSteps<L>& step = out_.adult[a];
    return L(kMonths) * (step.taxable + step.holiday + step.benefit);
  }

  // Section 8.3: net of a year without bijstand, in cents.
  L net_without(int a) {
    AdultSteps<L>& step = out_.adult[a];
    const Year year = year_of(a, down(own_cents(a), L(kCents)) + of(a).other_year);
    L credits(0);
    for (const L& credit : year.credit) credits = credits + credit;
    step.unused = positive(credits - year.tax);
    return own_cents(a) - L(kMonths) * of(a).zvw + (of(a).other_year - positive(year.tax - credits)) * L(kCents);
  }

  void work_out_disregard(int a) {
    AdultSteps<L>& step = out_.adult[a];
    const L pay = step.taxable + step.holiday;
    const L fixed = of(a).young_disabled + of(a).single_elderly;
    step.earned = pay - withheld(r_.withholding.rules, pay, payer(a), credit_at_job(a), yes(L(1)), fixed);
    step.disregarded = disregarded(of(a).disregard_rate, of(a).disregard_cap, step.earned);
  }

  void work_out_bijstand() {
    if (!any(yes(in_.norm))) return;
    for (int a = 0; a < 2; ++a) work_out_disregard(a);
    const L whole_year = L(kMonths) * (in_.norm + out_.adult[0].disregarded + out_.adult[1].disregarded);
    const L room = select(yes(in_.norm), positive(whole_year - net_without(0) - net_without(1)), L(0));
    out_.top_up = half_up(room, L(kMonths));
    const L shared = half_up(room, L(2));
    out_.adult[0].bijstand_year = gross_up(select(yes(in_.couple), shared, room), first_rate(0), out_.adult[0].unused);
    out_.adult[1].bijstand_year = gross_up(select(yes(in_.couple), shared, L(0)), first_rate(1), out_.adult[1].unused);
  }

  void work_out_year(int a) {
    AdultSteps<L>& step = out_.adult[a];
    step.income_year = down(own_cents(a) + step.bijstand_year, L(kCents)) + of(a).other_year;
    const Year year = year_of(a, step.income_year);
    step.tax_year = year.tax;
    step.credit = year.credit;
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
      step.paid_out = select(yes(of(a).is_paid_out), lesser(step.unused_of(Credit::kAlgemeen), tax_left(1 - a)), L(0));
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
    L rent(0);
    if (any(yes(in_.home.rent)))
      rent = select(yes(in_.home.rent), huurtoeslag(r_.rent.rules, in_.home, income).month, L(0));
    add(Part::kHuurtoeslag, rent);
    add(Part::kKindgebondenBudget,
        any(yes(in_.child_budget_full))
            ? kindgebonden_budget(r_.child_budget.rules, in_.child_budget_full, income, couple).month
            : L(0));
    add(Part::kKinderbijslag, in_.child_benefit);
    L care(0);
    if (any(yes(in_.care_first))) {
      const M both = (works(0) || yes(of(0).is_student)) && (!couple || works(1) || yes(of(1).is_student));
      care = select(both && yes(in_.care_first),
                    kinderopvangtoeslag(r_.childcare.rules, in_.care_first, in_.care_other, income), L(0));
    }
    add(Part::kKinderopvangtoeslag, care);
  }

  const RuleBook& r_;
  const HouseholdColumns<L>& in_;
  NetIncome<L>& out_;
};

template <class L>
NetIncome<L> net_income(const RuleBook& rules, const HouseholdColumns<L>& in) {
  NetIncome<L> out;
  NetIncomeOf<L>(rules, in, out).run();
  return out;
}

}  // namespace passend::income
