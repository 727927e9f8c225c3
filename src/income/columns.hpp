// SPDX-License-Identifier: EUPL-1.2
// A household in one state, as the lanes see it: dates, ages, shape and partners are settled (household_columns), what
// is left is arithmetic. All fields are lanes, so that a struct of lanes loads field by field; yes is 1, no is 0.
// Amounts in cents a month unless said otherwise.
#pragma once

#include <cstddef>

#include "income/huurtoeslag.hpp"

namespace passend::income {

template <class L>
struct AdultColumns {
  L gross, pension;
  L other_year;                              // euro
  L fixed_benefit, zvw;                      // AOW and other benefits that pay does not change; contribution on AOW
  L ww_full, ww_rate;                        // WW of a month without work
  L wajong_base, wajong_rate, wajong_value;  // base 0: no Wajong; rate and wage value per mille
  L is_ioaw_claimant;
  L of_aow, old;  // AOW age; born before Box1Rules::birth_year_old
  L on_benefit;   // a benefit of the person, or bijstand
  L credit_at_job;
  L young_disabled, single_elderly;  // jonggehandicapten- and alleenstaande-ouderenkorting, euro a year
  L wins_tie;                        // of two equal labour incomes this one counts as the lower
  L is_paid_out;                     // art. 8.9 Wet IB 2001
  L is_student;
  L disregard_rate, disregard_cap;
};

template <class L>
struct HouseholdColumns {
  AdultColumns<L> adult[2];  // the second is all zero for one adult
  L couple;
  L norm;                         // bijstand, 0 = no right
  L ioaw_net_year, ioaw_persons;  // net basis a year of one person; how many
  L has_young_child;              // for the combinatiekorting
  L insured;                      // adults with zorgtoeslag, 0 = no right
  L child_budget_full;            // euro a year before income
  L child_benefit;
  Tenancy<L> home;
  L care_first, care_other;  // costs that count: hundredths of hours times cents
  L care_cost, travel_cost;
};

inline constexpr std::size_t kColumns = sizeof(HouseholdColumns<double>) / sizeof(double);

}  // namespace passend::income
