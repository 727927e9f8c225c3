// SPDX-License-Identifier: EUPL-1.2
#include "income/employer_cost.hpp"

#include <algorithm>

#include "income/loonkostensubsidie.hpp"
#include "wage/minimum_wage.hpp"

namespace passend::income {
namespace {

constexpr std::string_view kFlatShare = "wage_cost_subsidy_flat_first_six_months";
constexpr std::string_view kCompensationRate = "wage_cost_subsidy_employer_charge_rate";

int year_of(Date on) { return static_cast<int>(calendar_of(on).year()); }

class EmployerCostOf {
 public:
  EmployerCostOf(const ParameterStore& law, const RuleBook& rules, const State& after, std::size_t adult,
                 const Offer& offer)
      : law_(law),
        rules_(rules),
        on_(after.household.date),
        adult_(after.household.adults[adult]),
        offer_(offer),
        gross_(after.settled.columns.adult[adult].gross),
        holiday_(after.income.adult[adult].holiday),
        taxable_(after.income.adult[adult].taxable) {}

  EmployerCost run() {
    for (const std::string_view id : {"weeks_per_year", "holiday_allowance_rate"}) knows(id, rules_.date);
    set(EmployerLine::kWage, gross_);
    set(EmployerLine::kHolidayAllowance, holiday_);
    add_charges();
    set(EmployerLine::kPension, static_cast<double>(offer_.pension_employer));
    add_subsidy();
    add_up();
    return std::move(out_);
  }

 private:
  void set(EmployerLine which, double cents) {
    out_.line[static_cast<std::size_t>(which)] = static_cast<std::int64_t>(cents);
  }

  // A value of law on a day, its origin kept; nothing when it is not known then.
  bool knows(std::string_view id, Date on) {
    if (const auto value = law_.value_at(id, on)) {
      out_.origins.push_back(origin_of(*law_.find(id), **value));
      return true;
    }
    if (std::ranges::find(out_.unknown, id) == out_.unknown.end()) out_.unknown.push_back(id);
    return false;
  }

  // Wfsv art. 17, Zvw art. 42: wage with holiday allowance, up to the maximum.
  void add_charges() {
    struct Charge {
      EmployerLine line;
      std::string_view rate;
    };
    const std::array charges{
        Charge{EmployerLine::kZvw, "zvw_employer_rate"},
        Charge{EmployerLine::kAwf, offer_.contract == Contract::kVast ? "awf_low_rate" : "awf_high_rate"},
        Charge{EmployerLine::kAof, offer_.small_employer ? "aof_low_rate" : "aof_high_rate"},
        Charge{EmployerLine::kWko, "childcare_levy_rate"}, Charge{EmployerLine::kWhk, "whk_average_rate"}};
    const bool has_most = knows("maximum_premium_wage", rules_.date);
    LawValues law(law_, rules_.date);
    const double base = has_most ? lesser(kMonths * (taxable_ + holiday_), law.cents("maximum_premium_wage")) : 0;
    for (const Charge& charge : charges)
      if (knows(charge.rate, rules_.date) && has_most)
        set(charge.line, half_up(base * law.rate(charge.rate), kMonths * kRate));
  }

  // The minimum wage of 1 January counts the whole year (art. 10d lid 7), at the age on the day itself.
  std::optional<double> minimum_month() {
    const Date january = make_date(year_of(rules_.date), 1, 1);
    const bool has_amount = knows("minimum_wage_hourly_adult", january);
    if (!knows("minimum_wage_youth_percentage", january) || !has_amount) return std::nullopt;
    const Date born_so_old = make_date(year_of(january) - age_on(adult_.birth, on_), 1, 1);
    const auto found = minimum_wage_on(law_, {.birth_date = born_so_old, .bbl = false}, january);
    if (!found || !std::holds_alternative<MinimumWage>(*found)) return std::nullopt;
    const auto hourly = static_cast<double>(std::get<MinimumWage>(*found).hourly.value);
    const double month = gross_month(rules_.wage.rules, static_cast<double>(adult_.centihours), hourly);
    return month + holiday_allowance(rules_.wage.rules, month);
  }

  // Of Wajong, loondispensatie lowers the pay itself.
  bool has_subsidy() const { return adult_.disability == Disability::kLks && adult_.benefit != Benefit::kWajong; }

  // From the minimum wage of a month; nothing where the rate is not known.
  std::optional<double> subsidy_of(double minimum) {
    LawValues law(law_, rules_.date);
    if (offer_.lks == Lks::kForfait) {
      if (!knows(kFlatShare, rules_.date)) return std::nullopt;
      out_.flat_months = static_cast<int>(law.cell(kFlatShare, 0, 1, 0));
      return flat_subsidy(minimum, law.cell(kFlatShare, 0, 0, kRateDigits));
    }
    if (!knows("wage_cost_subsidy_cap", rules_.date)) return std::nullopt;
    const double wage_value = half_up(minimum * static_cast<double>(offer_.wage_value), kPerMille);
    return measured_subsidy(minimum, wage_value, law.rate("wage_cost_subsidy_cap")).subsidy;
  }

  void add_subsidy() {
    if (!has_subsidy()) {
      set(EmployerLine::kLks, 0);
      set(EmployerLine::kCompensation, 0);
      return;
    }
    const auto minimum = minimum_month();
    const auto subsidy = subsidy_of(minimum.value_or(0));
    const bool has_compensation = knows(kCompensationRate, rules_.date);
    if (!minimum || !subsidy) return;
    set(EmployerLine::kLks, *subsidy);
    LawValues law(law_, rules_.date);
    if (has_compensation) set(EmployerLine::kCompensation, charges_compensation(*subsidy, law.rate(kCompensationRate)));
  }

  void add_up() {
    std::int64_t total = 0;
    for (std::size_t k = 0; k < kEmployerLines; ++k) {
      if (!out_.line[k]) return;
      total += is_paid_to_employer(static_cast<EmployerLine>(k)) ? -*out_.line[k] : *out_.line[k];
    }
    out_.total = total;
  }

  const ParameterStore& law_;
  const RuleBook& rules_;
  Date on_;
  const Adult& adult_;
  const Offer& offer_;
  double gross_, holiday_, taxable_;  // cents a month
  EmployerCost out_;
};

}  // namespace

EmployerCost employer_cost(const ParameterStore& law, const RuleBook& rules, const State& after, const Offer& offer) {
  const std::size_t adult = adult_named(after.household, offer.adult).value_or(0);
  return EmployerCostOf(law, rules, after, adult, offer).run();
}

}  // namespace passend::income
