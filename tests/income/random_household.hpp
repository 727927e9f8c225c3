// SPDX-License-Identifier: EUPL-1.2
// Households at random for properties; invented.
#pragma once

#include <array>
#include <random>

#include "income/household.hpp"

namespace passend::income {

// Any shape and income; what settle() refuses is drawn again.
inline Household random_household(std::mt19937_64& draw, Date on) {
  const auto pick = [&](int low, int high) { return std::uniform_int_distribution(low, high)(draw); };
  Household household;
  household.date = on;
  const int adults = pick(1, 2);
  for (int a = 0; a < adults; ++a) {
    Adult adult;
    adult.id = a == 0 ? "a" : "b";
    adult.partner_of = a == 0 ? "" : "a";
    adult.birth = make_date(pick(1945, 2007), pick(1, 12), pick(1, 28));
    adult.centihours = pick(0, 2) == 0 ? 0 : pick(1, 4000);
    adult.hourly = pick(1400, 4500);
    constexpr std::array<Benefit, 6> kBenefits{Benefit::kGeen, Benefit::kBijstand, Benefit::kWw,
                                               Benefit::kAow,  Benefit::kWajong,   Benefit::kIoaw};
    adult.benefit = kBenefits[static_cast<std::size_t>(pick(0, 5))];
    adult.benefit_month = pick(0, 250'000);
    adult.other_year = pick(0, 3) == 0 ? pick(0, 5'000'000) : 0;
    adult.credit_at_job = pick(0, 1) == 0;
    household.adults.push_back(std::move(adult));
  }
  for (int c = pick(0, 3); c > 0; --c) {
    Child child;
    child.birth = make_date(pick(2008, 2025), pick(1, 12), pick(1, 28));
    child.care = static_cast<Care>(pick(0, 3));
    child.care_centihours = pick(0, 20'000);
    child.care_rate = pick(700, 1200);
    household.children.push_back(child);
  }
  household.rents = pick(0, 2) > 0;
  household.bare_rent = pick(20'000, 110'000);
  household.assets = pick(0, 5) == 0 ? pick(0, 20'000'000) : 0;
  household.disregard_months_used = pick(0, 40);
  return household;
}

}  // namespace passend::income
