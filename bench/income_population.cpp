// SPDX-License-Identifier: EUPL-1.2
#include "income_population.hpp"

#include <algorithm>

namespace passend::bench {
namespace {

using income::Adult;
using income::Benefit;
using income::Care;
using income::Child;
using income::Household;
using income::Offer;

constexpr int kQuarterHour = 25;           // hundredths
constexpr std::int64_t kLeastWage = 1471;  // eurocent an hour

int this_year(Date on) { return static_cast<int>(calendar_of(on).year()); }

}  // namespace

// The lowest of three draws: half of all pay is within 4.50 euro of the least.
std::int64_t IncomePopulation::low_wage() {
  constexpr int kSpread = 2200;
  return kLeastWage + std::min({pick(0, kSpread), pick(0, kSpread), pick(0, kSpread)});
}

void IncomePopulation::give_work(Adult& adult, int percent, int least_hours) {
  if (!chance(percent)) return;
  adult.centihours = pick(least_hours * 4, 40 * 4) * kQuarterHour;
  adult.hourly = low_wage();
  if (chance(40)) adult.pension = adult.centihours * adult.hourly / 570;  // about 4 % of the pay of a month
}

Adult IncomePopulation::adult(int index, bool on_bijstand) {
  Adult adult;
  adult.id = index == 0 ? "a" : "b";
  adult.partner_of = index == 0 ? "" : "a";
  adult.birth = make_date(this_year(on_) - pick(21, 65), pick(1, 12), pick(1, 28));
  adult.credit_at_job = chance(70);
  if (on_bijstand) {
    adult.benefit = Benefit::kBijstand;
    give_work(adult, 20, 4);
    adult.centihours = std::min<std::int64_t>(adult.centihours, 2000);
  } else if (chance(6)) {
    adult.benefit = Benefit::kWw;
    adult.benefit_month = pick(60'000, 280'000);
    give_work(adult, 30, 4);
  } else if (chance(4)) {
    adult.benefit = Benefit::kAnders;
    adult.benefit_month = pick(20'000, 200'000);
    give_work(adult, 20, 4);
  } else {
    give_work(adult, index == 0 ? 90 : 65, 8);
  }
  if (chance(3)) adult.other_year = pick(0, 1'000'000);
  return adult;
}

void IncomePopulation::add_adults(Household& household, bool couple, bool on_bijstand) {
  household.adults.push_back(adult(0, on_bijstand));
  if (couple) household.adults.push_back(adult(1, on_bijstand));
}

void IncomePopulation::add_children(Household& household) {
  const bool all_work = std::ranges::all_of(household.adults, [](const Adult& a) { return a.centihours > 0; });
  for (int c = pick(1, 3); c > 0; --c) {
    Child child;
    const int age = pick(0, 17);
    child.birth = make_date(this_year(on_) - age, pick(1, 2), pick(1, 28));
    if (all_work && age < 12 && chance(45)) {
      child.care = age < 4 ? Care::kDagopvang : Care::kBso;
      child.care_centihours = pick(20, age < 4 ? 140 : 70) * 100;
      child.care_rate = pick(850, 1250);
    }
    household.children.push_back(child);
  }
}

void IncomePopulation::add_dwelling(Household& household, bool on_bijstand) {
  household.rents = chance(on_bijstand ? 95 : 65);
  if (household.rents) household.bare_rent = pick(42'000, 95'000);
  household.assets = chance(8) ? pick(0, 9'000'000) : pick(0, 500'000);
  household.travel = chance(20) ? pick(1'000, 12'000) : 0;
  household.disregard_months_used = pick(0, 8);
}

// To the adult with fewest hours.
Offer IncomePopulation::offer_to(const Household& household) {
  const auto whose = std::ranges::min_element(household.adults, {}, &Adult::centihours);
  return {.adult = whose->id,
          .centihours = pick(16 * 4, 36 * 4) * kQuarterHour,
          .hourly = kLeastWage + std::min(pick(0, 600), pick(0, 600)),
          .from = {},
          .care_centihours = {},
          .travel = {}};
}

IncomeCase IncomePopulation::next() {
  enum Shape { kSingle, kSingleParent, kCouple, kFamily };
  const int which = pick(1, 100);
  const Shape shape = which <= 45 ? kSingle : which <= 57 ? kSingleParent : which <= 77 ? kCouple : kFamily;
  const bool on_bijstand = chance(25);
  IncomeCase out;
  out.household.date = on_;
  add_adults(out.household, shape == kCouple || shape == kFamily, on_bijstand);
  if (shape == kSingleParent || shape == kFamily) add_children(out.household);
  add_dwelling(out.household, on_bijstand);
  out.offer = offer_to(out.household);
  return out;
}

}  // namespace passend::bench
