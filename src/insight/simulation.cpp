// SPDX-License-Identifier: EUPL-1.2
#include "insight/simulation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <mutex>
#include <numeric>
#include <optional>
#include <thread>

#include "base/quantity.hpp"
#include "income/household_columns.hpp"
#include "insight/household_incomes.hpp"
#include "insight/random_stream.hpp"

namespace passend::insight {
namespace {

using income::Benefit;

constexpr int kAdult = 18;
constexpr std::uint64_t kMille = 1000;
constexpr std::uint64_t kMillion = 1'000'000;
constexpr std::uint64_t kYearsInIndex = 16;  // more than kMostYears
constexpr std::uint64_t kSeedStep = 1'000'003;
constexpr std::int64_t kWeeksInYear = 52, kMonthsInYear = 12, kCentihours = 100;
constexpr std::int64_t kWeekAlone = 3200;  // centihours of work that someone found alone
constexpr std::int64_t kDaysTwoYears = 730, kDaysFiveYears = 1826;
constexpr std::array<const char*, 3> kDurations{"under_2_years", "2_to_5_years", "over_5_years"};

enum Counted : std::size_t {
  kBijstand,
  kWw,
  kWants,
  kVoorstellen,
  kAccepted,
  kRunning,
  kPlacesLost,
  kBesideVacancies,
  kGaining,
  kLosing,
  kMiddleGain,
  kKeptPerMille,
  kBelowBijstand,
  kNotComputed,
  kPermanent,
  kTrained,
  kCountedFixed
};
constexpr std::array<const char*, kCountedFixed> kCountedNames{
    "people_bijstand",    "people_ww",         "wants_work",        "voorstellen",
    "accepted",           "running",           "places_lost",       "places_beside_vacancies",
    "households_gaining", "households_losing", "gain_month_middle", "kept_per_mille",
    "below_bijstand",     "not_computed",      "running_permanent", "trained"};

// One placement of a resident.
struct Job {
  std::int16_t rule = -1;  // into the scenario's places; -1: none
  std::int16_t since = 0;  // year
  std::int32_t centihours = 0, hourly = 0;
};

class Playing {
 public:
  Playing(const SimulationInput& input, SeekerMarket& market, int number, Date aow_born, int threads)
      : in_(input),
        market_(market),
        seed_(input.scenario.seed * kSeedStep + static_cast<std::uint64_t>(number)),
        aow_born_(aow_born),
        threads_(threads),
        jobs_(input.population.residents.size()),
        benefit_(jobs_.size()),
        lost_own_work_(jobs_.size(), false),
        found_work_(jobs_.size(), false),
        gone_(jobs_.size(), false),
        waiting_(jobs_.size(), 0) {
    out_.number = number;
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      benefit_[i] = resident(i).benefit;
      if (benefit_[i] == Benefit::kBijstand) ++first_bijstand_;
      if (benefit_[i] == Benefit::kWw) ++first_ww_;
    }
  }

  Result<Replication> run() {
    for (int year = 0; year < in_.scenario.years; ++year) {
      year_ = year;
      now_.assign(indicators_of(in_.scenario).size(), 0);
      leave_by_age();
      end_placements();
      cut_places();
      leave_benefits();
      come_in();
      if (const auto done = place(); !done) return fail(done.error());
      train();
      account();
      if (in_.scenario.incomes == Incomes::kAll) add_incomes();
      out_.value.push_back(now_);
    }
    return std::move(out_);
  }

 private:
  const Resident& resident(std::size_t i) const { return in_.population.residents[i]; }
  bool takes_benefit(std::size_t i) const {
    return !gone_[i] && (benefit_[i] == Benefit::kBijstand || benefit_[i] == Benefit::kWw);
  }
  const PlacesRule& rule(std::size_t i) const { return in_.scenario.places[static_cast<std::size_t>(jobs_[i].rule)]; }
  static bool frees_its_place(WorkKind kind) {
    return kind == WorkKind::kRegulier || kind == WorkKind::kMetOndersteuning;
  }

  RandomStream stream(std::string_view purpose, std::size_t i) const {
    return {seed_, purpose, i * kYearsInIndex + static_cast<std::uint64_t>(year_)};
  }
  bool chance(std::string_view purpose, std::size_t i, std::int64_t per_mille) const {
    return stream(purpose, i).below(kMille) < static_cast<std::uint64_t>(per_mille);
  }

  // Drawn once for a person, whatever the year.
  bool wants(std::size_t i) const {
    const std::int64_t share = in_.scenario.of(benefit_[i] == Benefit::kWw ? "wants.ww" : "wants.bijstand");
    return RandomStream(seed_, "wants", i).below(kMille) < static_cast<std::uint64_t>(share);
  }

  Date born(std::size_t i) const { return plus_months(resident(i).birth, -static_cast<int>(kMonthsInYear) * year_); }
  bool of_working_age(std::size_t i) const {
    return resident(i).role != Role::kChild && age_on(born(i), in_.scenario.law) >= kAdult && aow_born_ < born(i);
  }

  void leave_by_age() {
    for (std::size_t i = 0; i < jobs_.size(); ++i)
      if (aow_born_ >= born(i) && (takes_benefit(i) || jobs_[i].rule >= 0)) {
        jobs_[i] = {};
        gone_[i] = true;
      }
  }

  void end_placements() {
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      if (jobs_[i].rule < 0 || jobs_[i].since == year_) continue;
      const WorkKind kind = rule(i).kind;
      if (chance("ends", i, in_.scenario.of("ends", kind)))
        jobs_[i] = {};
      else if (chance("onward", i, in_.scenario.of("onward", kind)))
        find_own_work(i);
    }
  }

  // Where a year has fewer places than run, those who came last lose theirs.
  void cut_places() {
    for (std::size_t r = 0; r < in_.scenario.places.size(); ++r) {
      if (frees_its_place(in_.scenario.places[r].kind)) continue;
      std::vector<std::size_t> holders;
      for (std::size_t i = 0; i < jobs_.size(); ++i)
        if (jobs_[i].rule == static_cast<std::int16_t>(r)) holders.push_back(i);
      const auto most = static_cast<std::size_t>(in_.scenario.places[r].in_year(year_));
      if (holders.size() <= most) continue;
      std::ranges::sort(holders, {}, [&](std::size_t i) { return std::pair(jobs_[i].since, i); });
      for (std::size_t h = most; h < holders.size(); ++h) jobs_[holders[h]] = {};
      now_[kPlacesLost] += static_cast<std::int64_t>(holders.size() - most);
    }
  }

  void find_own_work(std::size_t i) {
    jobs_[i] = {};
    benefit_[i] = Benefit::kGeen;
    found_work_[i] = true;
  }

  void leave_benefits() {
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      if (!takes_benefit(i) || jobs_[i].rule >= 0) continue;
      const bool ww = benefit_[i] == Benefit::kWw;
      if (chance("out_work", i, in_.scenario.of(ww ? "out_work.ww" : "out_work.bijstand")))
        find_own_work(i);
      else if (chance("out_other", i, in_.scenario.of(ww ? "out_other.ww" : "out_other.bijstand")))
        gone_[i] = true;
    }
  }

  bool has_own_income(std::size_t i) const {
    if (benefit_[i] != Benefit::kGeen || found_work_[i] || gone_[i]) return true;
    return resident(i).centihours > 0 && !lost_own_work_[i];
  }

  // Nobody else of the household has an income.
  bool alone_with_income(std::size_t i) const {
    const HouseholdRow& home = in_.population.households[resident(i).household];
    for (std::size_t j = home.first; j < home.first + adults_of(home.type); ++j)
      if (j != i && has_own_income(j)) return false;
    return true;
  }

  void come_in() {
    const std::array<std::pair<Benefit, std::int64_t>, 2> targets{
        {{Benefit::kBijstand, divide_half_up(first_bijstand_ * in_.scenario.of("in.bijstand"), kMille)},
         {Benefit::kWw, divide_half_up(first_ww_ * in_.scenario.of("in.ww"), kMille)}}};
    for (const auto& [benefit, target] : targets) {
      std::vector<std::size_t> could;
      for (std::size_t i = 0; i < jobs_.size(); ++i)
        if (of_working_age(i) && benefit_[i] == Benefit::kGeen && !lost_own_work_[i] && resident(i).centihours > 0 &&
            (benefit == Benefit::kWw || alone_with_income(i)))
          could.push_back(i);
      if (could.empty() || target == 0) continue;
      const std::uint64_t share = static_cast<std::uint64_t>(target) * kMillion / could.size();
      for (const std::size_t i : could)
        if (stream(benefit == Benefit::kWw ? "in_ww" : "in_bijstand", i).below(kMillion) < share) lose_work(i, benefit);
    }
  }

  void lose_work(std::size_t i, Benefit benefit) {
    lost_own_work_[i] = true;
    benefit_[i] = benefit;
    if (benefit != Benefit::kBijstand) return;
    const HouseholdRow& home = in_.population.households[resident(i).household];
    if (!has_partners(home.type)) return;
    for (std::size_t j = home.first; j < home.first + adults_of(home.type); ++j)
      if (of_working_age(j)) benefit_[j] = benefit;  // bijstand is of both partners
  }

  std::vector<std::int64_t> free_places() const {
    std::vector<std::int64_t> free;
    for (const PlacesRule& places : in_.scenario.places) free.push_back(places.in_year(year_));
    for (const Job& job : jobs_)
      if (job.rule >= 0) {
        const auto r = static_cast<std::size_t>(job.rule);
        if (!frees_its_place(in_.scenario.places[r].kind)) --free[r];
      }
    for (std::int64_t& count : free) count = std::max<std::int64_t>(count, 0);
    return free;
  }

  Result<void> place() {
    std::vector<Seeker> seekers;
    for (std::size_t i = 0; i < jobs_.size(); ++i)
      if (takes_benefit(i) && jobs_[i].rule < 0 && of_working_age(i) && wants(i))
        seekers.push_back({.resident = static_cast<std::uint32_t>(i),
                           .birth = born(i),
                           .benefit = benefit_[i],
                           .benefit_since = since(i)});
    now_[kWants] = static_cast<std::int64_t>(seekers.size());
    const auto free = free_places();
    auto voorstellen = in_.scenario.assignment == Assignment::kPlan ? planned(seekers, free)
                                                                    : Result<Voorstellen>(by_lot(seekers, free));
    if (!voorstellen) return fail(voorstellen.error());
    accepted_.assign(in_.scenario.places.size(), 0);
    now_[kVoorstellen] = static_cast<std::int64_t>(voorstellen->size());
    for (const auto& [voorstel, r] : *voorstellen) {
      const std::size_t i = seekers[voorstel.seeker].resident;
      if (!chance("accept", i, in_.scenario.of(voorstel.conditional ? "accept_conditional" : "accept"))) continue;
      jobs_[i] = {.rule = static_cast<std::int16_t>(r),
                  .since = static_cast<std::int16_t>(year_),
                  .centihours = static_cast<std::int32_t>(voorstel.centihours),
                  .hourly = static_cast<std::int32_t>(voorstel.hourly)};
      ++now_[kAccepted];
      ++accepted_[r];
    }
    for (const Seeker& seeker : seekers)
      if (jobs_[seeker.resident].rule < 0) ++waiting_[seeker.resident];
    return {};
  }

  // Who wants training, has no placement and is drawn before the money is gone; some find regular work by it.
  void train() {
    if (!in_.scenario.fund) return;
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    for (std::size_t i = 0; i < jobs_.size(); ++i)
      if (takes_benefit(i) && jobs_[i].rule < 0 && of_working_age(i) && wants(i) &&
          chance("fund_wants", i, in_.scenario.of("fund.wants")))
        order.emplace_back(stream("fund_lot", i).next(), i);
    std::ranges::sort(order);
    const FundRule& fund = *in_.scenario.fund;
    const auto most = static_cast<std::size_t>(fund.year_eurocent / fund.training_eurocent);
    order.resize(std::min(order.size(), most));
    const auto regular = std::ranges::find(in_.scenario.places, WorkKind::kRegulier, &PlacesRule::kind);
    for (const auto& [lot, i] : order) {
      ++now_[kTrained];
      if (!chance("fund_to_work", i, in_.scenario.of("fund.to_work"))) continue;
      if (regular == in_.scenario.places.end()) {
        find_own_work(i);
        continue;
      }
      const auto r = static_cast<std::size_t>(regular - in_.scenario.places.begin());
      const SeekerMarket::Pay pay = market_.pay_of(r);
      jobs_[i] = {.rule = static_cast<std::int16_t>(r),
                  .since = static_cast<std::int16_t>(year_),
                  .centihours = static_cast<std::int32_t>(pay.centihours),
                  .hourly = static_cast<std::int32_t>(pay.hourly)};
    }
  }

  // What a norm adds to what interns get now.
  std::int64_t internships() const {
    if (!in_.scenario.internships) return 0;
    const InternshipRule& rule = *in_.scenario.internships;
    const std::int64_t paid = rule.number * in_.scenario.of("internship.paid") / static_cast<std::int64_t>(kMille);
    const std::int64_t mean = in_.scenario.of("internship.mean_month_eurocent");
    const std::int64_t now = paid * mean;
    const std::int64_t then =
        paid * std::max(mean, rule.norm_month_eurocent) + (rule.number - paid) * rule.norm_month_eurocent;
    return rule.months * std::max<std::int64_t>(then - now, 0);
  }

  using Voorstellen = std::vector<std::pair<SeekerMarket::Voorstel, std::size_t>>;  // with the rule

  Result<Voorstellen> planned(const std::vector<Seeker>& seekers, const std::vector<std::int64_t>& free) {
    Voorstellen out;
    if (seekers.empty()) return out;
    const auto begin = std::chrono::steady_clock::now();
    const auto voorstellen = market_.plan(seekers, free, seed_);
    out_.plan_seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    ++out_.plans;
    if (!voorstellen) return fail(voorstellen.error());
    for (const SeekerMarket::Voorstel& one : *voorstellen) out.emplace_back(one, market_.rule_of(one.work));
    now_[kBesideVacancies] = market_.places_beside_vacancies(free);
    return out;
  }

  // Without a plan for each person: those who want take the free places in the order of a lot.
  Voorstellen by_lot(const std::vector<Seeker>& seekers, std::vector<std::int64_t> free) const {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    for (std::uint32_t s = 0; s < seekers.size(); ++s) order.emplace_back(stream("lot", seekers[s].resident).next(), s);
    std::ranges::sort(order);
    Voorstellen out;
    std::size_t r = 0;
    for (const auto& [lot, s] : order) {
      while (r < free.size() && free[r] == 0) ++r;
      if (r == free.size()) break;
      --free[r];
      const SeekerMarket::Pay pay = market_.pay_of(r);
      out.push_back(
          {{.seeker = s, .work = 0, .conditional = false, .centihours = pay.centihours, .hourly = pay.hourly}, r});
    }
    return out;
  }

  Date since(std::size_t i) const {
    return resident(i).benefit_since == kNever ? in_.scenario.law : resident(i).benefit_since;
  }

  // WW of the work that was lost, after the first two months.
  std::int64_t lost_pay_ww(std::size_t j) const {
    const std::int64_t month = gross_month(resident(j).centihours, resident(j).hourly);
    return std::llround(static_cast<double>(month) * in_.rules.ww.rules.rate[1] / income::kRate);
  }

  static std::int64_t gross_month(std::int64_t centihours, std::int64_t hourly) {
    return divide_half_up(centihours * hourly * kWeeksInYear, kMonthsInYear * kCentihours);
  }

  // Of a resident, as it would be without any placement.
  income::Household household_without(std::size_t i) const {
    const Resident& who = resident(i);
    const HouseholdRow& home = in_.population.households[who.household];
    const std::size_t unit = home.type == HouseholdType::kOther && who.role == Role::kAdult2 ? 1 : 0;
    income::Household household = household_of(in_.population, who.household, in_.scenario.law, unit);
    const std::size_t first = unit == 1 ? i : home.first;
    for (std::size_t a = 0; a < household.adults.size(); ++a) {
      income::Adult& adult = household.adults[a];
      const std::size_t j = first + a;
      adult.birth = born(j);
      if (benefit_[j] != resident(j).benefit) {  // others stay as household_of gives them
        adult.benefit = benefit_[j];
        adult.benefit_month = benefit_[j] == Benefit::kWw ? lost_pay_ww(j) : 0;
      }
      if (gone_[j]) adult.benefit = Benefit::kGeen;
      if (lost_own_work_[j]) adult.centihours = adult.hourly = 0;
      if (found_work_[j]) {
        adult.centihours = kWeekAlone;
        adult.hourly = market_.minimum();
      }
      if (jobs_[j].rule >= 0 && rule(j).wage_value < static_cast<std::int64_t>(kMille))
        adult.disability = income::Disability::kLks;
    }
    const bool couple = household.adults.size() == 2 && !household.adults[1].partner_of.empty();
    if (couple &&
        (household.adults[0].benefit == Benefit::kBijstand) != (household.adults[1].benefit == Benefit::kBijstand))
      for (income::Adult& adult : household.adults)
        if (adult.benefit == Benefit::kGeen && adult.centihours == 0) adult.benefit = Benefit::kBijstand;
    for (income::Child& child : household.children)
      child.birth = plus_months(child.birth, -static_cast<int>(kMonthsInYear) * year_);
    std::erase_if(household.children,
                  [&](const income::Child& child) { return age_on(child.birth, in_.scenario.law) >= kAdult; });
    return household;
  }

  income::Offer offer_of(std::size_t i, const income::Household& household) const {
    const Job& job = jobs_[i];
    const HouseholdRow& home = in_.population.households[resident(i).household];
    const bool second = home.type != HouseholdType::kOther && resident(i).role == Role::kAdult2;
    const std::int64_t pay = gross_month(job.centihours, job.hourly);
    income::Offer offer;
    offer.adult = household.adults[second && household.adults.size() > 1 ? 1 : 0].id;
    offer.centihours = job.centihours;
    offer.hourly = job.hourly;
    offer.from = in_.scenario.law;
    offer.wage_value = rule(i).wage_value;
    offer.contract = rule(i).permanent ? income::Contract::kVast : income::Contract::kFlexibel;
    offer.pension = divide_half_up(pay * in_.scenario.of("pension.employee"), kMille);
    offer.pension_employer = divide_half_up(pay * in_.scenario.of("pension.employer"), kMille);
    offer.travel = in_.scenario.of("travel_month_eurocent");
    return offer;
  }

  // Adults who share an income with a resident: a couple, else the resident alone.
  std::pair<std::size_t, std::size_t> sharing(std::size_t i) const {
    const HouseholdRow& home = in_.population.households[resident(i).household];
    if (resident(i).role == Role::kChild || !has_partners(home.type)) return {i, i + 1};
    return {home.first, home.first + adults_of(home.type)};
  }

  std::vector<std::size_t> placed_with(std::size_t i) const {
    std::vector<std::size_t> placed;
    const auto [first, last] = sharing(i);
    for (std::size_t j = first; j < last; ++j)
      if (jobs_[j].rule >= 0) placed.push_back(j);
    return placed;
  }

  std::int64_t on_bijstand_with(std::size_t i) const {
    std::int64_t count = 0;
    const auto [first, last] = sharing(i);
    for (std::size_t j = first; j < last; ++j) count += !gone_[j] && benefit_[j] == Benefit::kBijstand;
    return count;
  }

  // Placements of one household, one after the other: each against the household with those before it.
  Result<WorkEffect> effect_of_all(const std::vector<std::size_t>& placed) const {
    WorkEffect all;
    income::Household household = household_without(placed.front());
    for (const std::size_t j : placed) {
      const income::Offer offer = offer_of(j, household);
      const auto effect = effect_of(in_.rules, in_.law, household, offer, rule(j));
      if (!effect) return fail(effect.error());
      all.flows += effect->flows;
      all.net_month += effect->net_month;
      all.gross_month += effect->gross_month;
      all.has_bijstand = effect->has_bijstand;
      all.below_bijstand = effect->below_bijstand;
      auto changed = income::with_offer(household, offer, "scenario");
      if (!changed) return fail(changed.error());
      household = std::move(*changed);
    }
    return all;
  }

  void account() {
    const std::size_t kinds = in_.scenario.places.size();
    const std::size_t running = kCountedFixed, filled = running + kinds, waits = filled + kinds,
                      mean_wait = waits + kDurations.size(), balances = mean_wait + kDurations.size(),
                      flows = balances + kAccounts;
    Flows sum;
    std::vector<std::int64_t> gains;
    std::int64_t net = 0, gross = 0;
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      const std::vector<std::size_t> placed = placed_with(i);
      if (placed.empty() && takes_benefit(i)) ++now_[benefit_[i] == Benefit::kWw ? kWw : kBijstand];
      if (jobs_[i].rule >= 0) {
        ++now_[kRunning];
        ++now_[running + static_cast<std::size_t>(jobs_[i].rule)];
        now_[kPermanent] += rule(i).permanent;
      }
      if (placed.empty() || placed.front() != i) continue;  // each household once
      const auto effect = effect_of_all(placed);
      if (!effect) {
        now_[kNotComputed] += static_cast<std::int64_t>(placed.size());
        continue;
      }
      sum += effect->flows;
      gains.push_back(effect->net_month);
      net += effect->net_month;
      gross += effect->gross_month;
      now_[kGaining] += effect->net_month > 0;
      now_[kLosing] += effect->net_month < 0;
      now_[kBelowBijstand] += effect->below_bijstand;
      if (effect->has_bijstand) now_[kBijstand] += on_bijstand_with(i);
    }
    for (std::size_t r = 0; r < kinds; ++r) {
      const std::int64_t places = in_.scenario.places[r].in_year(year_);
      now_[filled + r] =
          places == 0 ? 0 : divide_half_up(now_[running + r] * static_cast<std::int64_t>(kMille), places);
    }
    if (!gains.empty()) {
      std::ranges::nth_element(gains, gains.begin() + static_cast<std::ptrdiff_t>((gains.size() - 1) / 2));
      now_[kMiddleGain] = gains[(gains.size() - 1) / 2];
    }
    now_[kKeptPerMille] = gross <= 0 ? 0 : divide_down(net * static_cast<std::int64_t>(kMille), gross);
    if (in_.scenario.fund) sum[Flow::kTraining] = now_[kTrained] * in_.scenario.fund->training_eurocent;
    sum[Flow::kInternships] = internships();
    count_waiting(waits, mean_wait);
    for (std::size_t a = 0; a < kAccounts; ++a) now_[balances + a] = sum.balance(static_cast<Account>(a));
    for (std::size_t f = 0; f < kFlows; ++f) now_[flows + f] = sum.of[f];
  }

  // A household this year, with the work of who is placed.
  std::optional<income::Household> household_now(std::size_t h, std::size_t unit) const {
    const HouseholdRow& home = in_.population.households[h];
    const std::size_t first = home.first + unit, adults = has_partners(home.type) ? 2 : 1;
    income::Household household = household_without(first);
    for (std::size_t a = 0; a < household.adults.size(); ++a)
      if (aow_born_ >= born(first + a)) household.adults[a].benefit = Benefit::kAow;
    for (std::size_t j = first; j < first + adults; ++j) {
      if (jobs_[j].rule < 0) continue;
      auto with = income::with_offer(household, offer_of(j, household), "scenario");
      if (!with) return std::nullopt;
      household = std::move(*with);
    }
    return household;
  }

  void add_incomes() {
    const IncomeSums sums = sum_incomes(
        in_.rules, in_.law, in_.population, aow_born_,
        [&](std::size_t household, std::size_t unit) { return household_now(household, unit); }, threads_);
    std::ranges::copy(sums, now_.end() - static_cast<std::ptrdiff_t>(kIncomeSums));
  }

  void count_waiting(std::size_t waits, std::size_t mean_wait) {
    std::array<std::int64_t, kDurations.size()> years{};
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      if (!takes_benefit(i) || jobs_[i].rule >= 0 || waiting_[i] == 0) continue;
      const std::int64_t days = in_.scenario.law.days - since(i).days;
      const std::size_t group = days < kDaysTwoYears ? 0 : days < kDaysFiveYears ? 1 : 2;
      ++now_[waits + group];
      years[group] += waiting_[i];
    }
    for (std::size_t g = 0; g < years.size(); ++g)
      now_[mean_wait + g] =
          now_[waits + g] == 0 ? 0 : divide_half_up(years[g] * static_cast<std::int64_t>(kMille), now_[waits + g]);
  }

  const SimulationInput& in_;
  SeekerMarket& market_;
  std::uint64_t seed_;
  Date aow_born_;  // born on this day or before: AOW age on the scenario's day
  int threads_;    // for what one replication divides
  int year_ = 0;
  std::vector<Job> jobs_;
  std::vector<Benefit> benefit_;
  std::vector<bool> lost_own_work_, found_work_, gone_;
  std::vector<std::uint8_t> waiting_;  // years
  std::int64_t first_bijstand_ = 0, first_ww_ = 0;
  std::vector<std::int64_t> now_;
  std::vector<std::int64_t> accepted_;  // this year, by rule
  Replication out_;
};

// The last birth date with which someone has the AOW age on the day.
Result<Date> aow_born_by(const ParameterStore& law, Date on) {
  Date born = plus_months(on, -70 * static_cast<int>(kMonthsInYear));
  for (int months = 0;; ++months) {
    const Date later = plus_months(born, 1);
    const auto day = income::aow_day(law, later, on);
    if (!day) return fail(day.error());
    if (on < *day) return born;
    born = later;
  }
}

}  // namespace

std::vector<std::string> indicators_of(const Scenario& scenario) {
  std::vector<std::string> names(kCountedNames.begin(), kCountedNames.end());
  for (const char* stem : {"running", "filled_per_mille"})
    for (const PlacesRule& rule : scenario.places) names.push_back(fmt::format("{}.{}", stem, row_of(rule.kind).name));
  for (const char* stem : {"waiting", "waiting_years_per_mille"})
    for (const char* duration : kDurations) names.push_back(fmt::format("{}.{}", stem, duration));
  for (const std::string_view account : kAccountNames) names.push_back(fmt::format("balance.{}", account));
  for (const FlowRow& flow : kFlowTable) names.push_back(fmt::format("flow.{}", flow.name));
  if (scenario.incomes == Incomes::kAll) names.insert(names.end(), kIncomeNames.begin(), kIncomeNames.end());
  return names;
}

Result<std::vector<Replication>> simulate(const SimulationInput& input, int first, int last, int threads,
                                          const std::stop_token& stop, const std::function<void(int)>& done) {
  const auto aow_born = aow_born_by(input.law, input.scenario.law);
  if (!aow_born) return fail(aow_born.error());
  std::vector<Replication> out(static_cast<std::size_t>(last - first));
  std::atomic<int> next{first};
  const int within = threads / std::max(std::min(threads, last - first), 1);
  std::mutex mutex;
  std::optional<Faults> faults;
  const auto work = [&] {
    auto market = SeekerMarket::open(input.files, input.scenario, input.reference, input.law, input.library);
    if (!market) {
      const std::scoped_lock lock(mutex);
      faults = market.error();
      return;
    }
    for (int number = next++; number < last && !stop.stop_requested(); number = next++) {
      auto replication = Playing(input, **market, number, *aow_born, within).run();
      const std::scoped_lock lock(mutex);
      if (!replication) {
        faults = replication.error();
        return;
      }
      out[static_cast<std::size_t>(number - first)] = std::move(*replication);
      done(number);
    }
  };
  {
    std::vector<std::jthread> pool;
    for (int t = 1; t < threads; ++t) pool.emplace_back(work);
    work();
  }
  if (faults) return fail(std::move(*faults));
  return out;
}

}  // namespace passend::insight
