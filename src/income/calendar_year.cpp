// SPDX-License-Identifier: EUPL-1.2
#include "income/calendar_year.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace passend::income {
namespace {

constexpr int kMonthsOfYear = 12;
constexpr int kAdults = 2;
constexpr int kHolidayMonth = 5;  // May
constexpr int kNever = kYearAfter + 1;
constexpr int kQuarter = 3;      // months
constexpr int kPeriodDays = 28;  // of pay every four weeks
constexpr int kPeriods = 13;     // of them a year

int year_of(Date date) { return static_cast<int>(calendar_of(date).year()); }
int month_of_year(Date date) { return static_cast<int>(static_cast<unsigned>(calendar_of(date).month())); }

struct Month {
  RuleBook rules;
  State state;
};

// Sums of a year of one adult, in cents.
struct AdultYear {
  double labour = 0, income = 0, withheld = 0;
  double tax = 0, paid_out = 0;  // euro
  std::array<double, kCredits> credit{}, used{};

  double tax_left() const {
    double left = tax;
    for (const double amount : used) left -= amount;
    return left;
  }
};

class YearOf {
 public:
  YearOf(const ParameterStore& law, const Household& before, std::optional<Household> after, int year, int start)
      : law_(law), before_(before), after_(std::move(after)), year_(year), start_(start) {
    left_[1] = left_from(before_, year);
  }

  Result<CalendarYear> run() {
    find_aow_days();
    if (!faults_.empty()) return fail(std::move(faults_));
    for (int m = 1; m <= kMonthsOfYear; ++m) add_month(m);
    if (!faults_.empty()) return fail(gravest_of(std::move(faults_)));
    for (int m = 1; m <= kMonthsOfYear; ++m) pay_income(m);
    for (int a = 0; a < 2; ++a) work_out_tax(a);
    settle_tax();
    pay_allowances();
    if (!faults_.empty()) return fail(std::move(faults_));
    for (const auto& [key, eurocent] : paid_) {
      if (eurocent == 0) continue;
      out_.payments.push_back({key.first, key.second, static_cast<std::int64_t>(eurocent)});
      out_.net += static_cast<std::int64_t>(eurocent);
    }
    out_.year = year_;
    return std::move(out_);
  }

 private:
  // A benefit that begins or ends in the year with AOW age is not covered.
  void find_aow_days() {
    for (std::size_t a = 0; a < before_.adults.size(); ++a) {
      const Adult& adult = before_.adults[a];
      const auto reached = aow_day(law_, adult.birth, make_date(year_, kMonthsOfYear, 1));
      if (!reached) return keep(reached.error());
      if (year_of(*reached) != year_ || *reached == make_date(year_, 1, 1)) continue;
      reached_[a] = month_of_year(*reached);
      if (ends_with_aow_age(adult.benefit) || adult.benefit == Benefit::kAow)
        keep({{.code = FaultCode::kNotCovered,
               .column = "benefit",
               .value = std::string(kBenefitNames[static_cast<std::size_t>(adult.benefit)]),
               .args = {}}});
    }
  }

  void add_month(int m) {
    Household household = m >= start_ && after_ ? *after_ : before_;
    household.date = make_date(year_, m, 1);
    std::erase_if(household.children, [&](const Child& child) { return child.birth > household.date; });
    RuleBook rules = read_rule_book(law_, household.date);
    auto state = work_out(rules, law_, household);
    if (!state) return keep(state.error());
    months_.push_back({std::move(rules), *std::move(state)});
  }

  const Month& month(int m) const { return months_[static_cast<std::size_t>(m - 1)]; }
  const AdultColumns<double>& columns(int m, int a) const { return month(m).state.settled.columns.adult[a]; }
  const AdultSteps<double>& steps(int m, int a) const { return month(m).state.income.adult[a]; }

  void pay(int m, Part part, double eurocent) { paid_[{m, part}] += eurocent; }

  // Nothing once an adult has left: what comes then is no longer the household's.
  void pay_to(int a, int m, Part part, double eurocent) {
    if (m < left_[a]) pay(m, part, eurocent);
  }
  bool has_left(int a) const { return left_[a] <= kMonthsOfYear; }

  // The first month in which the second adult is not there; none within the year.
  static int left_from(const Household& household, int year) {
    if (household.adults.size() < 2 || !household.adults[1].partner_until) return kNever;
    for (int m = 1; m <= kMonthsOfYear; ++m)
      if (*household.adults[1].partner_until <= make_date(year, m, 1)) return m;
    return kNever;
  }

  // What is saved up over the year: of January to May paid in May, of the rest the year after.
  static int holiday_month(int m) { return m <= kHolidayMonth ? kHolidayMonth : kYearAfter; }

  void pay_income(int m) {
    for (int a = 0; a < 2; ++a) pay_adult(m, a);
    pay_bijstand(m);
    const HouseholdColumns<double>& all = month(m).state.settled.columns;
    const int after_quarter = (m - 1) / kQuarter * kQuarter + kQuarter + 1;
    pay(after_quarter, Part::kKinderbijslag, all.child_benefit);
    pay_local_schemes(m);
    pay(m, Part::kChildcareCost, -all.care_cost);
    pay(m, Part::kTravelCost, -all.travel_cost);
  }

  // They look at the month's own allowances, also where the year's are known.
  void pay_local_schemes(int m) {
    const double local = month(m).state.income.of(Part::kLocalSchemes);
    if (std::isnan(local)) return keep({unknown_share(law_, month(m).rules.date)});
    pay(m, Part::kLocalSchemes, local);
  }

  void pay_adult(int m, int a) {
    const AdultColumns<double>& in = columns(m, a);
    const AdultSteps<double>& step = steps(m, a);
    const WithholdingRules& rules = month(m).rules.withholding.rules;
    const TaxPayer<bool> payer{in.of_aow > 0, in.old > 0};
    const double fixed = in.young_disabled + in.single_elderly;
    const bool works = in.gross > 0;
    const bool at_job = works && (in.on_benefit == 0 || in.credit_at_job > 0);
    const bool at_benefit = in.on_benefit > 0 && !at_job;
    const double of_pay = withheld(rules, step.taxable, payer, at_job, true, fixed);
    const double of_all = withheld(rules, step.taxable + step.holiday, payer, at_job, true, fixed);
    const double of_benefit = withheld(rules, step.benefit, payer, at_benefit, false, fixed);
    const double other = spread(in.other_year * kCents, m);
    pay_wage(m, a, step.taxable - of_pay);
    pay_to(a, holiday_month(m), Part::kHolidayAllowance, step.holiday - (of_all - of_pay));
    pay(m, Part::kOwnBenefit, step.benefit - of_benefit - in.zvw);
    pay(m, Part::kOtherIncome, other);
    AdultYear& year = adults_[a];
    year.labour += step.taxable + step.holiday;
    year.income += step.taxable + step.holiday + step.benefit;
    year.withheld += of_all + of_benefit;
  }

  // What is earned day by day and paid every four weeks: docs/income.md 12.
  void pay_wage(int m, int a, double net) {
    const Household& household = month(m).state.household;
    const auto index = static_cast<std::size_t>(a);
    if (index >= household.adults.size() || !household.adults[index].is_paid_by_4weeks)
      return pay_to(a, m, Part::kWage, net);
    const int before = days_before(make_date(year_, m, 1));
    const int days = days_before(m == kMonthsOfYear ? make_date(year_ + 1, 1, 1) : make_date(year_, m + 1, 1)) - before;
    double paid = 0;
    for (int period = before / kPeriodDays; period * kPeriodDays < before + days; ++period) {
      const int earned_days = std::min((period + 1) * kPeriodDays - before, days);
      const double earned = down(net * earned_days, double(days));
      pay_to(a, pay_month(period), Part::kWage, earned - paid);
      paid = earned;
    }
  }

  int days_before(Date day) const { return day.days - make_date(year_, 1, 1).days; }

  int pay_month(int period) const {
    if (period == kPeriods) return kYearAfter;
    return month_of_year(make_date(year_, 1, 1) + (period + 1) * kPeriodDays + -1);
  }

  // A twelfth of a yearly amount, so that twelve of them make the whole.
  static double spread(double year, int m) {
    return down(year * m, double{kMonthsOfYear}) - down(year * (m - 1), double{kMonthsOfYear});
  }

  // Of two, the second has half, the odd cent with the first.
  static double share_of(int a, double eurocent, bool of_two) {
    const double second = of_two ? down(eurocent, double{kAdults}) : 0;
    return a == 1 ? second : eurocent - second;
  }

  void pay_bijstand(int m) {
    const Month& now = month(m);
    double net = now.state.income.top_up;
    if (net == 0) return;
    LawValues law(law_, now.rules.date);
    const double saved = half_up(net * law.rate("assistance_holiday_allowance_share"), kRate);
    keep(law.take_faults());
    pay(m, Part::kBijstand, net - saved);
    const bool of_two = now.state.settled.columns.couple > 0;
    for (int a = 0; a < 2; ++a) {
      const double gross = half_up(steps(m, a).bijstand_year, kMonths);
      adults_[a].income += gross;
      adults_[a].withheld += gross - share_of(a, net, of_two);  // what was withheld is what was not paid
      pay_to(a, holiday_month(m), Part::kBijstand, share_of(a, saved, of_two));
    }
  }

  void keep(const Faults& faults) { faults_.insert(faults_.end(), faults.begin(), faults.end()); }

  // In December's status; whoever reaches AOW age in the year has that of AOW age, and a first rate of its own.
  void work_out_tax(int a) {
    const Month& last = month(kMonthsOfYear);
    const AdultColumns<double>& in = columns(kMonthsOfYear, a);
    const bool of_aow = in.of_aow > 0 || reached_[a];
    WithholdingRules rules = month(1).rules.withholding.rules;
    if (reached_[a]) rules.box1.aow.front().rate = first_rate(*reached_[a], rules.box1);
    AdultYear& year = adults_[a];
    const double labour = down(year.labour, kCents);
    const double income = down(year.income, kCents) + in.other_year;
    year.tax = tariff(rules.box1, income, of_aow, in.old > 0);
    year.credit = {algemene_heffingskorting(rules.general, income, of_aow),
                   labour_credit(rules.labour, rules.labour_aow, labour, of_aow),
                   combination_of(a),
                   in.young_disabled,
                   of_aow ? ouderenkorting(rules.elderly, income) : 0,
                   of_aow && last.state.settled.columns.couple == 0 ? month(1).rules.elderly.rules.single_elderly : 0};
    double left = year.tax;
    for (std::size_t c = 0; c < kCredits; ++c) {
      year.used[c] = std::min(year.credit[c], left);
      left -= year.used[c];
    }
    income_[a] = has_left(a) ? down(income * kMonthsOfYear, double(left_[a] - 1)) : income;
    if (of_aow && labour > 0) keep(month(1).rules.labour_aow.missing);
  }

  double first_rate(int month_reached, const Box1Rules& box1) {
    LawValues law(law_, month(1).rules.date);
    const double premium = law.cell("national_insurance_rates", 0, 0, kRateDigits);
    keep(law.take_faults());
    return first_rate_in_aow_year(box1.first_rate(true), premium, double(month_reached));
  }

  double combination_of(int a) const {
    const HouseholdColumns<double>& in = month(kMonthsOfYear).state.settled.columns;
    const double own = down(adults_[a].labour, kCents);
    const double other = down(adults_[1 - a].labour, kCents);
    const bool lower = own > 0 && other > 0 && (own < other || (own == other && in.adult[a].wins_tie > 0));
    if (in.has_young_child == 0 || (in.couple > 0 && !lower)) return 0;
    return combinatiekorting(month(1).rules.combination.rules, own);
  }

  void settle_tax() {
    const bool couple = month(kMonthsOfYear).state.settled.columns.couple > 0;
    double settled = 0;
    for (int a = 0; a < 2; ++a) {
      AdultYear& year = adults_[a];
      if (couple && columns(kMonthsOfYear, a).is_paid_out > 0)
        year.paid_out = std::min(year.credit[0] - year.used[0], adults_[1 - a].tax_left());
      if (!has_left(a)) settled += year.withheld - (year.tax_left() - year.paid_out) * kCents;
    }
    pay(kYearAfter, Part::kIncomeTax, settled);
  }

  // Advances by month, and the year after what they were off.
  void pay_allowances() {
    if (!faults_.empty()) return;
    const auto& january = month(1).state.income.adult;
    for (int m = 1; m <= kMonthsOfYear; ++m) {
      const Month& now = month(m);
      const auto right = allowances(now, joint(m, income_[0], income_[1]));
      const auto advance =
          m < start_ && after_ ? allowances(now, joint(m, january[0].income_year, january[1].income_year)) : right;
      for (std::size_t k = 0; k < right.size(); ++k) {
        if (std::isnan(right[k] + advance[k])) return keep({unknown_share(law_, now.rules.date)});
        pay(m, kAllowances[k], advance[k]);
        pay(kYearAfter, kAllowances[k], right[k] - advance[k]);
      }
    }
  }

  // Of both adults while both are there.
  double joint(int m, double first, double second) const { return first + (m < left_[1] ? second : 0); }

  static constexpr std::array<Part, 4> kAllowances{Part::kZorgtoeslag, Part::kHuurtoeslag, Part::kKindgebondenBudget,
                                                   Part::kKinderopvangtoeslag};
  static std::array<double, 4> allowances(const Month& now, double income) {
    const HouseholdColumns<double>& in = now.state.settled.columns;
    const bool couple = in.couple > 0;
    const auto occupied = [&](int a) { return in.adult[a].gross > 0 || in.adult[a].is_student > 0; };
    const bool has_care = in.care_first > 0 && occupied(0) && (!couple || occupied(1));
    return {zorgtoeslag(now.rules.health.rules, income, in.insured, couple).month,
            in.home.rent > 0 ? huurtoeslag(now.rules.rent.rules, in.home, income).month : 0,
            in.child_budget_full > 0
                ? kindgebonden_budget(now.rules.child_budget.rules, in.child_budget_full, income, couple).month
                : 0,
            has_care ? kinderopvangtoeslag(now.rules.childcare.rules, in.care_first, in.care_other, income) : 0};
  }

  const ParameterStore& law_;
  Household before_;
  std::optional<Household> after_;
  int year_, start_;
  std::vector<Month> months_;
  AdultYear adults_[2]{};
  double income_[2]{};                           // toetsingsinkomen, euro
  int left_[2]{kNever, kNever};                  // first month without this adult
  std::optional<int> reached_[2];                // month in which AOW age is reached, after 1 January of this year
  std::map<std::pair<int, Part>, double> paid_;  // cents by month and part
  Faults faults_;
  CalendarYear out_;
};

}  // namespace

Result<CalendarYear> calendar_year(const ParameterStore& law, const Household& household,
                                   const std::optional<Offer>& offer, const std::string& file) {
  if (!offer) return YearOf(law, household, std::nullopt, year_of(household.date), 1).run();
  if (!offer->from) return fail({.code = FaultCode::kTomlKeyMissing, .file = file, .line = 1, .column = "from"});
  auto after = with_offer(household, *offer, file);
  if (!after) return fail(after.error());
  return YearOf(law, household, *std::move(after), year_of(*offer->from), month_of_year(*offer->from)).run();
}

}  // namespace passend::income
