// SPDX-License-Identifier: EUPL-1.2
#include "income/employer_cost.hpp"

#include <algorithm>

#include "income/loonkostensubsidie.hpp"
#include "wage/minimum_wage.hpp"

namespace passend::income {
namespace {

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
    if (!knows("maximum_premium_wage", rules_.date)) return;
    LawValues law(law_, rules_.date);
    const double base = lesser(kMonths * (taxable_ + holiday_), law.cents("maximum_premium_wage"));
    for (const Charge& charge : charges)
      if (knows(charge.rate, rules_.date)) set(charge.line, half_up(base * law.rate(charge.rate), kMonths * kRate));
  }

  // The minimum wage of 1 January counts the whole year (art. 10d lid 7), at the age on the day itself.
  std::optional<double> minimum_month() {
    const Date january = make_date(year_of(rules_.date), 1, 1);
    if (!knows("minimum_wage_hourly_adult", january) || !knows("minimum_wage_youth_percentage", january))
      return std::nullopt;
    const Date born_so_old = make_date(year_of(january) - age_on(adult_.birth, on_), 1, 1);
    const auto found = minimum_wage_on(law_, {.birth_date = born_so_old, .bbl = false}, january);
    if (!found || !std::holds_alternative<MinimumWage>(*found)) return std::nullopt;
    const auto hourly = static_cast<double>(std::get<MinimumWage>(*found).hourly.value);
    const double month = gross_month(rules_.wage.rules, static_cast<double>(adult_.centihours), hourly);
    return month + holiday_allowance(rules_.wage.rules, month);
  }

  void add_subsidy() {
    if (adult_.disability != Disability::kLks) {
      set(EmployerLine::kLks, 0);
      set(EmployerLine::kCompensation, 0);
      return;
    }
    const bool is_known = knows("wage_cost_subsidy_cap", rules_.date) &&
                          knows("wage_cost_subsidy_flat_first_six_months", rules_.date) &&
                          knows("wage_cost_subsidy_employer_charge_rate", rules_.date);
    const auto minimum = minimum_month();
    if (!is_known || !minimum) return;
    LawValues law(law_, rules_.date);
    const LoonkostensubsidieRules lks = LoonkostensubsidieRules::read(law);
    const double wage_value = half_up(*minimum * static_cast<double>(offer_.wage_value), kPerMille);
    const double subsidy = offer_.lks == Lks::kForfait ? flat_subsidy(*minimum, lks.flat)
                                                       : measured_subsidy(*minimum, wage_value, lks.cap).subsidy;
    set(EmployerLine::kLks, subsidy);
    set(EmployerLine::kCompensation, charges_compensation(subsidy, lks.compensation));
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
