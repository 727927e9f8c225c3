// SPDX-License-Identifier: EUPL-1.2
#include "income/household_columns.hpp"

#include <algorithm>

namespace passend::income {
namespace {

using std::chrono::months;
using std::chrono::year_month_day;

Date date_of_day(year_month_day day) {
  return make_date(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                   static_cast<int>(static_cast<unsigned>(day.day())));
}

Date first_of_month(Date on) {
  const year_month_day day = calendar_of(on);
  return date_of_day(day.year() / day.month() / 1);
}

Date first_of_quarter(Date on) {
  constexpr auto kMonthsOfQuarter = static_cast<unsigned>(kQuarterMonths);
  const year_month_day day = calendar_of(on);
  const unsigned month = static_cast<unsigned>(day.month());
  return date_of_day(day.year() / std::chrono::month{month - (month - 1) % kMonthsOfQuarter} / 1);
}

// Years and months later, on the last day of the month where that day does not exist.
Date later_by(Date from, int years, int extra_months) {
  year_month_day day = calendar_of(from) + std::chrono::years{years} + months{extra_months};
  if (!day.ok()) day = day.year() / day.month() / std::chrono::last;
  return date_of_day(day);
}

int year_of(Date date) { return static_cast<int>(calendar_of(date).year()); }

bool refused_by_name(Benefit benefit) {
  switch (benefit) {
    case Benefit::kIoaz:
    case Benefit::kWia:
    case Benefit::kWao:
    case Benefit::kZw:
    case Benefit::kAnw:
    case Benefit::kBbz:
      return true;
    default:
      return false;
  }
}

bool is_own(Benefit benefit) { return benefit != Benefit::kGeen && benefit != Benefit::kBijstand; }

// Relatives in the first or second degree share costs also as tenants: Participatiewet art. 19a.
bool is_close_relative(std::string_view relation) {
  static constexpr std::array<std::string_view, 6> kClose{"ouder", "kind", "broer", "zus", "grootouder", "kleinkind"};
  return std::find(kClose.begin(), kClose.end(), relation) != kClose.end();
}

class Settler {
 public:
  Settler(const RuleBook& rules, const ParameterStore& law, const Household& household)
      : r_(rules), law_(law), h_(household), on_(household.date), couple_(is_couple(household)) {}

  Result<Settled> run() {
    if (need(r_.adult_age)) find_people();
    if (!faults_.empty()) return fail(std::move(faults_));
    check_people();
    if (!faults_.empty()) return fail(gravest_of(std::move(faults_)));
    need(r_.wage);
    need(r_.withholding);
    if (!faults_.empty()) return fail(std::move(faults_));
    for (std::size_t a = 0; a < h_.adults.size(); ++a) settle_adult(a);
    settle_children();
    settle_bijstand();
    settle_ioaw();
    settle_local();
    settle_health();
    settle_rent();
    settle_care();
    out_.columns.couple = couple_;
    out_.columns.travel_cost = static_cast<double>(h_.travel);
    if (!faults_.empty()) return fail(gravest_of(std::move(faults_)));
    return std::move(out_);
  }

 private:
  void keep(const Faults& faults) {
    for (const Fault& fault : faults)
      if (std::find(faults_.begin(), faults_.end(), fault) == faults_.end()) faults_.push_back(fault);
  }
  template <class Rules>
  bool need(const Dated<Rules>& dated) {
    keep(dated.missing);
    return dated.missing.empty();
  }
  void refuse(FaultCode code, std::string column, std::string value, std::string reason = {}) {
    Fault fault{.code = code, .column = std::move(column), .value = std::move(value)};
    if (!reason.empty()) fault.args["reason"] = std::move(reason);
    faults_.push_back(std::move(fault));
  }
  void note(Note which) {
    if (std::ranges::find(out_.notes, which) == out_.notes.end()) out_.notes.push_back(which);
  }
  void use(Part part, std::string_view id) {
    if (!id.empty()) out_.used.emplace_back(part, id);
  }

  // Section 2.
  void find_people() {
    for (const Adult& adult : h_.adults) {
      const auto reached = aow_day(law_, adult.birth, r_.date);
      if (!reached) return keep(reached.error());
      of_aow_.push_back(*reached <= on_);
    }
    for (const Child& child : h_.children) (is_minor(child.birth) ? minors_ : grown_up_) += 1;
    for (const Adult& adult : h_.adults) on_bijstand_ = on_bijstand_ || adult.benefit == Benefit::kBijstand;
    aio_ = std::ranges::any_of(h_.adults, [](const Adult& adult) { return adult.benefit == Benefit::kAow; });
  }

  bool is_minor(Date birth) const { return age_on(birth, on_) < r_.adult_age.rules; }

  // The day asked for may be another than that of the file.
  void check_birth(Date birth) {
    if (birth > on_) refuse(FaultCode::kCannotBe, "birth_date", to_string(birth), "born-after-date");
  }

  void check_people() {
    for (const Adult& adult : h_.adults) check_birth(adult.birth);
    for (const Child& child : h_.children) check_birth(child.birth);
    for (const CoResident& other : h_.co_residents) check_birth(other.birth);
    for (std::size_t a = 0; a < h_.adults.size(); ++a) {
      const Adult& adult = h_.adults[a];
      const std::string name(kBenefitNames[static_cast<std::size_t>(adult.benefit)]);
      if (is_minor(adult.birth)) refuse(FaultCode::kCannotBe, "birth_date", to_string(adult.birth), "adult-too-young");
      if (refused_by_name(adult.benefit)) refuse(FaultCode::kNotCovered, "benefit", name);
      const bool needs_aow = adult.benefit == Benefit::kAow;
      if ((needs_aow && !of_aow_[a]) || (ends_with_aow_age(adult.benefit) && of_aow_[a]))
        refuse(FaultCode::kCannotBe, "benefit", name, "benefit-age");
      if (adult.student && on_bijstand_) refuse(FaultCode::kNotCovered, "student", "bijstand");
    }
  }

  void settle_adult(std::size_t a) {
    const Adult& from = h_.adults[a];
    AdultColumns<double>& to = out_.columns.adult[a];
    to.gross = from.gross_month
                   ? static_cast<double>(*from.gross_month)
                   : gross_month(r_.wage.rules, static_cast<double>(from.centihours), static_cast<double>(from.hourly));
    to.pension = std::min(static_cast<double>(from.pension), to.gross);
    to.other_year = down(static_cast<double>(from.other_year), kCents);
    to.of_aow = of_aow_[a];
    to.old = of_aow_[a] && year_of(from.birth) < r_.withholding.rules.box1.birth_year_old;
    to.on_benefit = is_own(from.benefit) || on_bijstand_ || aio_;
    to.credit_at_job = from.credit_at_job;
    to.is_student = from.student;
    to.is_paid_out = couple_ && year_of(from.birth) < r_.withholding.rules.general.payout_birth_year;
    to.wins_tie = couple_ && wins_tie(a);
    if (of_aow_[a] && has_labour_income(to)) need(r_.labour_aow);
    if (of_aow_[a] && need(r_.elderly)) to.single_elderly = couple_ ? 0 : r_.elderly.rules.single_elderly;
    settle_benefit(a, from, to);
  }

  // At least a euro a year: less counts for no credit.
  bool has_labour_income(const AdultColumns<double>& of) const {
    return kMonths * (of.gross - of.pension + holiday_allowance(r_.wage.rules, of.gross)) >= kCents;
  }

  bool wins_tie(std::size_t a) const {
    const Date own = h_.adults[a].birth;
    const Date other = h_.adults[1 - a].birth;
    return own < other || (own == other && a == 0);
  }

  // Section 7.
  void settle_benefit(std::size_t a, const Adult& from, AdultColumns<double>& to) {
    switch (from.benefit) {
      case Benefit::kWw:
        if (!need(r_.ww)) return;
        to.ww_full = static_cast<double>(from.benefit_month);
        to.ww_rate = r_.ww.rules.rate[from.ww_month == 1 || from.ww_month == 2 ? 0 : 1];
        use(Part::kOwnBenefit, "unemployment_benefit_rates");
        use(Part::kOwnBenefit, "unemployment_end_income_share");
        return note(Note::kWwBelowMaximum);
      case Benefit::kWajong:
        return settle_wajong(from, to);
      case Benefit::kAow: {
        const auto& rules = couple_ ? r_.aow_partner : r_.aow_single;
        if (!need(rules)) return;
        const double full = couple_ ? rules.rules.partner : rules.rules.single;
        to.fixed_benefit = half_up(full * static_cast<double>(from.aow_share), kPerMille);
        use(Part::kOwnBenefit, couple_ ? "aow_gross_partner" : "aow_gross_single");
        use(Part::kOwnBenefit, "aow_holiday_allowance");
        to.zvw = zvw_low(rules.rules.zvw_rate, to.fixed_benefit);
        return;
      }
      case Benefit::kIoaw:
        to.is_ioaw_claimant = !couple_ || h_.adults[1 - a].benefit != Benefit::kIoaw || wins_tie(a);
        use(Part::kOwnBenefit, couple_ ? "assistance_norm_couple_21_to_aow" : "assistance_norm_single_21_to_aow");
        return note(Note::kIoawOwnGross);
      case Benefit::kAnders:
        to.fixed_benefit = static_cast<double>(from.benefit_month);
        return;
      default:
        return;
    }
  }

  void settle_wajong(const Adult& from, AdultColumns<double>& to) {
    LawValues law(law_, r_.date);
    const double full = law.cents("minimum_wage_reference_monthly");
    const int age = age_on(from.birth, on_);
    double base = full;
    for (std::size_t row = 0; row < law.rows("minimum_wage_youth_percentage"); ++row)
      if (law.cell("minimum_wage_youth_percentage", row, 0, 0) == age)
        base = half_up(full * law.cell("minimum_wage_youth_percentage", row, 1, kRateDigits), kRate);
    keep(law.take_faults());
    if (!need(r_.wajong) || !need(r_.elderly)) return;
    use(Part::kOwnBenefit, "wajong_rates");
    use(Part::kOwnBenefit, "minimum_wage_reference_monthly");
    if (base < full) use(Part::kOwnBenefit, "minimum_wage_youth_percentage");
    to.wajong_base = base;
    to.wajong_rate = from.wajong == 2015 ? r_.wajong.rules.unable : r_.wajong.rules.able;
    to.wajong_value = from.wajong == 2015 ? kPerMille : static_cast<double>(from.wage_value);
    to.young_disabled = r_.elderly.rules.young_disabled;
  }

  void settle_children() {
    auto& to = out_.columns;
    const Date month = first_of_month(on_);
    const Date new_year = date_of_day(calendar_of(on_).year() / 1 / 1);
    const Date quarter = first_of_quarter(on_);
    if (h_.children.empty()) return;
    need(r_.combination);
    need(r_.child_budget);
    need(r_.child_benefit);
    double budget = 0;
    double quarter_sum = 0;
    for (const Child& child : h_.children) {
      if (is_minor(child.birth) && age_on(child.birth, new_year) < r_.combination.rules.child_age)
        to.has_young_child = 1;
      const int age = age_on(child.birth, month + -1);
      if (child.birth < month && age < r_.child_budget.rules.end_age) budget += r_.child_budget.rules.of_child(age);
      if (child.birth <= quarter) quarter_sum += r_.child_benefit.rules.quarter(age_on(child.birth, quarter));
    }
    if (budget > 0 && !couple_) budget += r_.child_budget.rules.single_parent;
    to.child_budget_full = allowed_by_assets() ? budget : 0;
    to.child_benefit = half_up(quarter_sum, kQuarterMonths);
  }

  double assets() const { return static_cast<double>(h_.assets + h_.partner_assets); }

  bool allowed_by_assets() {
    if (!need(r_.health)) return false;
    return couple_ ? assets() <= r_.health.rules.asset_limit_partner
                   : static_cast<double>(h_.assets) <= r_.health.rules.asset_limit_single;
  }

  // Section 8.
  void settle_bijstand() {
    if (!on_bijstand_ && !aio_) return;
    if (!need(r_.assistance)) return;
    const ParticipatiewetRules& rules = r_.assistance.rules;
    note(aio_ ? Note::kAioCounted : Note::kMunicipalTopUps);
    if (assets() > (couple_ || minors_ > 0 ? rules.assets_family : rules.assets_single)) return;
    for (std::size_t a = 0; a < h_.adults.size(); ++a) settle_disregard(a, age_on(h_.adults[a].birth, on_));
    AssistanceHousehold with_sharers = shape();
    with_sharers.sharers = sharers();
    const auto norm = norm_of(rules, with_sharers);
    if (!norm) return refuse(FaultCode::kNotCovered, "benefit", "bijstand");
    out_.columns.norm = norm->cents;
    for (const std::string_view id : norm->parameters) use(Part::kBijstand, id);
    use(Part::kBijstand, couple_ || minors_ > 0 ? "asset_limit_single_parent_or_couple" : "asset_limit_single");
  }

  int sharers() const {
    const double least = r_.assistance.rules.sharer_age;
    int count = 0;
    for (const Child& child : h_.children) count += age_on(child.birth, on_) >= least;
    for (const CoResident& other : h_.co_residents)
      count +=
          age_on(other.birth, on_) >= least && !other.student && (!other.tenant || is_close_relative(other.relation));
    return count;
  }

  // The first that applies; section 8.3.
  void settle_disregard(std::size_t a, int age) {
    const ParticipatiewetRules& rules = r_.assistance.rules;
    const int used = h_.disregard_months_used;
    const bool small_child = std::ranges::any_of(
        h_.children, [&](const Child& child) { return age_on(child.birth, on_) < rules.single_parent_child_age; });
    const Disregard* applies = nullptr;
    if (of_aow_[a] || (age >= rules.general_age && used < rules.general_months))
      applies = &rules.general;
    else if (h_.adults[a].disability == Disability::kMedisch)
      applies = &rules.medical;
    else if (h_.adults[a].disability == Disability::kLks)
      applies = &rules.wage_subsidy;
    else if (!couple_ && small_child && age >= rules.single_parent_age &&
             used < rules.general_months + rules.single_parent_months)
      applies = &rules.single_parent;
    if (applies == nullptr) return;
    use(Part::kBijstand, applies->rate_id);
    use(Part::kBijstand, applies->cap_id);
    out_.columns.adult[a].disregard_rate = applies->rate;
    out_.columns.adult[a].disregard_cap = applies->cap;
  }

  AssistanceHousehold shape() const {
    AssistanceHousehold shape{.couple = couple_, .has_child = minors_ > 0};
    for (std::size_t a = 0; a < h_.adults.size(); ++a)
      shape.age[a] = of_aow_[a]                                                          ? AssistanceAge::kAow
                     : age_on(h_.adults[a].birth, on_) < r_.assistance.rules.young_until ? AssistanceAge::kYoung
                                                                                         : AssistanceAge::kAdult;
    return shape;
  }

  // Section 13.
  void settle_local() {
    if (!h_.local || !need(r_.assistance)) return;
    const ParticipatiewetRules& rules = r_.assistance.rules;
    if (const auto norm = norm_of(rules, shape())) out_.local_norm = norm->cents;
    out_.bijstand_assets = couple_ || minors_ > 0 ? rules.assets_family : rules.assets_single;
    settle_remission(h_.local->remission);
    const auto& supplement = h_.local->study_supplement;
    if (supplement && supplement->counts(on_) && std::ranges::any_of(h_.adults, may_have_study_supplement))
      need(r_.study_supplement);
  }

  void settle_remission(const std::optional<LocalRemission>& local) {
    const bool has_aow = std::ranges::find(of_aow_, true) != std::end(of_aow_);
    out_.has_remission = local && local->counts(on_) && h_.health_premium && !has_aow && r_.remission.missing.empty();
    if (!out_.has_remission) return note(Note::kRemission);
    if (static_cast<double>(local->share_of_norm) * (kRate / kPerMille) > r_.remission.rules.norm_share_most)
      refuse(FaultCode::kRuleRefused, "share_of_norm", to_decimal(local->share_of_norm, 3), "norm-share-above-law");
  }

  void settle_ioaw() {
    if (std::ranges::none_of(h_.adults, [](const Adult& adult) { return adult.benefit == Benefit::kIoaw; })) return;
    if (!need(r_.assistance)) return;
    constexpr double kHalf = 2;
    out_.columns.ioaw_persons = static_cast<double>(h_.adults.size());
    out_.columns.ioaw_net_year = kMonths * (couple_ ? r_.assistance.rules.couple / kHalf : r_.assistance.rules.single);
  }

  void settle_health() {
    if (!allowed_by_assets()) return;
    const Date before = first_of_month(on_) + -1;
    const auto insured = std::ranges::count_if(
        h_.adults, [&](const Adult& adult) { return age_on(adult.birth, before) >= r_.health.rules.minimum_age; });
    if (insured == static_cast<std::ptrdiff_t>(h_.adults.size()))
      out_.columns.insured = static_cast<double>(insured);
    else if (couple_)
      note(Note::kPartnerUninsured);
  }

  // Section 10.1.
  void settle_rent() {
    if (!h_.rents || !need(r_.rent)) return;
    const HuurtoeslagRules& rules = r_.rent.rules;
    auto& to = out_.columns;
    if (assets() > static_cast<double>(h_.adults.size()) * rules.asset_limit) return;
    std::size_t persons = h_.adults.size() + h_.children.size();
    bool youth = minors_ == 0;
    for (const Adult& adult : h_.adults) youth = youth && age_on(adult.birth, on_) < rules.youth_age;
    for (const Child& child : h_.children) youth = youth && age_on(child.birth, on_) < rules.youth_age;
    for (const CoResident& other : h_.co_residents) {
      youth = youth && age_on(other.birth, on_) < rules.youth_age;
      if (other.tenant) continue;
      ++persons;
      if (!is_minor(other.birth)) note(Note::kCoResidentIncome);
    }
    if (grown_up_ > 0) note(Note::kCoResidentIncome);
    const Dwelling home{.bare_rent = static_cast<double>(h_.bare_rent),
                        .service_costs = static_cast<double>(h_.service_costs),
                        .persons = static_cast<double>(persons),
                        .elderly = std::ranges::any_of(of_aow_, std::identity{}),
                        .youth = youth};
    to.home = tenancy(rules, home);
  }

  double max_care_rate(Care care) const {
    const KinderopvangtoeslagRules& rules = r_.childcare.rules;
    return care == Care::kDagopvang ? rules.max_daycare
           : care == Care::kBso     ? rules.max_after_school
                                    : rules.max_childminder;
  }

  bool is_in_care(const Child& child) const {
    return child.care != Care::kNone && child.care_centihours > 0 && is_minor(child.birth);
  }

  void settle_care() {
    const Child* first = nullptr;
    for (const Child& child : h_.children) {
      if (!is_in_care(child)) continue;
      out_.columns.care_cost +=
          half_up(static_cast<double>(child.care_centihours) * static_cast<double>(child.care_rate), kCents);
      const bool more = first == nullptr || child.care_centihours > first->care_centihours ||
                        (child.care_centihours == first->care_centihours && child.care_rate < first->care_rate);
      if (more) first = &child;
    }
    if (first == nullptr || !need(r_.childcare)) return;
    for (const Child& child : h_.children) {
      if (!is_in_care(child)) continue;
      const double counts = std::min(static_cast<double>(child.care_centihours), r_.childcare.rules.max_centihours) *
                            std::min(static_cast<double>(child.care_rate), max_care_rate(child.care));
      (&child == first ? out_.columns.care_first : out_.columns.care_other) += counts;
    }
  }

  const RuleBook& r_;
  const ParameterStore& law_;
  const Household& h_;
  Date on_;
  bool couple_;
  bool on_bijstand_ = false, aio_ = false;
  int minors_ = 0, grown_up_ = 0;
  std::vector<bool> of_aow_;
  Settled out_;
  Faults faults_;
};

}  // namespace

Result<Date> aow_day(const ParameterStore& law, Date birth, Date on) {
  const auto age = law.table_at("aow_age", on);
  if (!age) return fail(age.error());
  const auto years = number_in(age->rows.front(), 0, age->origin, on);
  const auto extra = number_in(age->rows.front(), 1, age->origin, on);
  if (!years || !extra) return fail(years ? extra.error() : years.error());
  return later_by(birth, static_cast<int>(years->units), static_cast<int>(extra->units));
}

Faults gravest_of(Faults faults) {
  for (const FaultCode code : {FaultCode::kCannotBe, FaultCode::kNotCovered}) {
    Faults found;
    std::ranges::copy_if(faults, std::back_inserter(found), [&](const Fault& fault) { return fault.code == code; });
    if (!found.empty()) return found;
  }
  return faults;
}

Result<Settled> settle(const RuleBook& rules, const ParameterStore& law, const Household& household) {
  return Settler(rules, law, household).run();
}

}  // namespace passend::income
