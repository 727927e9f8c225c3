// SPDX-License-Identifier: EUPL-1.2
// Huurtoeslag: Wet op de huurtoeslag art. 13-21, as it stood in 2024 and 2025 and as it stands from 2026.
// docs/income.md 10.1.
#pragma once

#include <array>

#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

inline constexpr int kFactorDigits = 12;  // of factors a and b of the norm rent

struct HuurtoeslagRules {
  // Of one kind of household: one person, more, and in 2024 both with elderly.
  struct Kind {
    double income_point = 0, reduction = 0;  // euro a year, cents
    double a = 0, b = 0;                     // 2024, 2025: times 10^12
    double taper = 0;                        // from 2026: rate
  };
  bool linear = false;          // the system from 2026
  std::array<Kind, 4> kinds{};  // see kind_of
  bool elderly_apart = false;   // 2024
  bool top_for_all = false;     // the last share counts for everybody
  double max_rent = 0, max_rent_youth = 0, quality = 0, cap_small = 0, cap_large = 0;  // cents
  double norm_rent = 0, supplement = 0, service_item = 0;                              // cents
  double share_to_quality = 0, share_to_cap = 0, share_above_cap = 0;                  // rates
  double youth_age = 0, small_household = 0;
  double asset_limit = 0;  // cents a person

  static HuurtoeslagRules read(LawValues& law) {
    HuurtoeslagRules r;
    r.linear = law.known("rent_allowance_taper_single");
    r.elderly_apart = law.known("rent_allowance_factor_a_elderly_single");
    r.top_for_all = law.number("rent_allowance_share_above_cap_all_households", 0) != 0;
    r.max_rent = law.cents("rent_allowance_max_rent");
    r.max_rent_youth = law.cents("rent_allowance_max_rent_youth");
    r.quality = law.cents("rent_allowance_quality_threshold");
    r.cap_small = law.cents("rent_allowance_cap_1_2");
    r.cap_large = law.cents("rent_allowance_cap_3plus");
    r.norm_rent = law.cents("rent_allowance_norm_rent_min");
    r.supplement = law.cents("rent_allowance_norm_rent_supplement");
    r.service_item = law.cents("rent_allowance_service_cost_cap_item");
    r.share_to_quality = law.rate("rent_allowance_share_to_quality");
    r.share_to_cap = law.rate("rent_allowance_share_to_cap");
    r.share_above_cap = law.rate("rent_allowance_share_above_cap");
    r.youth_age = law.number("rent_allowance_youth_age", 0);
    r.small_household = law.number("rent_allowance_small_household", 0);
    r.asset_limit = law.cents("asset_limit_rent_per_person");
    r.kinds[0] = {.income_point = law.euros("rent_allowance_min_income_point_single"),
                  .reduction = law.cents("rent_allowance_norm_rent_reduction_single")};
    r.kinds[1] = {.income_point = law.euros("rent_allowance_min_income_point_multi"),
                  .reduction = law.cents("rent_allowance_norm_rent_reduction_multi")};
    if (r.linear) {
      r.kinds[0].taper = law.rate("rent_allowance_taper_single");
      r.kinds[1].taper = law.rate("rent_allowance_taper_multi");
    } else {
      r.kinds[0].a = law.number("rent_allowance_factor_a_single", kFactorDigits);
      r.kinds[0].b = law.number("rent_allowance_factor_b_single", kFactorDigits);
      r.kinds[1].a = law.number("rent_allowance_factor_a_multi", kFactorDigits);
      r.kinds[1].b = law.number("rent_allowance_factor_b_multi", kFactorDigits);
    }
    if (r.elderly_apart) {
      r.kinds[2] = {.income_point = law.euros("rent_allowance_min_income_point_elderly_single"),
                    .reduction = law.cell("rent_allowance_norm_rent_reduction_elderly", 0, 0, 2),
                    .a = law.number("rent_allowance_factor_a_elderly_single", kFactorDigits),
                    .b = law.number("rent_allowance_factor_b_elderly_single", kFactorDigits)};
      r.kinds[3] = {.income_point = law.euros("rent_allowance_min_income_point_elderly_multi"),
                    .reduction = law.cell("rent_allowance_norm_rent_reduction_elderly", 0, 1, 2),
                    .a = law.number("rent_allowance_factor_a_elderly_multi", kFactorDigits),
                    .b = law.number("rent_allowance_factor_b_elderly_multi", kFactorDigits)};
    }
    return r;
  }

  const Kind& kind_of(bool multi, bool elderly) const {
    return kinds[(elderly && elderly_apart ? 2U : 0U) + (multi ? 1U : 0U)];
  }
};

// What a household's dwelling and people settle before income is looked at. Cents, euro a year, rates.
template <class L>
struct Tenancy {
  L rent;          // that counts; 0 = no right
  L cap;           // aftoppingsgrens
  L income_point;  // minimum-inkomensijkpunt
  L lowest_norm;   // norm rent at or below that income
  L a, b, taper;
  L share_above_cap;
};

// Facts of a dwelling and the people in it; rents in cents a month.
struct Dwelling {
  double bare_rent = 0, service_costs = 0;
  double persons = 1;
  bool elderly = false;  // tenant or partner at AOW age
  bool youth = false;    // everybody younger than youth_age, and no child
};

inline Tenancy<double> tenancy(const HuurtoeslagRules& rules, const Dwelling& home) {
  constexpr double kServiceItems = 4;  // kinds of service costs that counted until 2025
  const double cap = home.youth ? rules.max_rent_youth : rules.max_rent;
  const double with_service = home.bare_rent + lesser(home.service_costs, kServiceItems * rules.service_item);
  const bool multi = home.persons > 1;
  const HuurtoeslagRules::Kind& kind = rules.kind_of(multi, home.elderly);
  return {.rent = rules.linear         ? lesser(home.bare_rent, cap)
                  : with_service > cap ? 0
                                       : with_service,
          .cap = home.persons <= rules.small_household ? rules.cap_small : rules.cap_large,
          .income_point = kind.income_point,
          .lowest_norm = rules.norm_rent - kind.reduction,
          .a = kind.a,
          .b = kind.b,
          .taper = kind.taper,
          .share_above_cap = rules.top_for_all || !multi || home.elderly ? rules.share_above_cap : 0};
}

template <class L>
struct Huurtoeslag {
  L norm;   // norm rent, cents
  L month;  // cents
};

// Beyond this income (euro) the norm rent of 2024 and 2025 lies above every rent that counts.
inline constexpr double kNormRentIncome = 100000;

template <class L>
Huurtoeslag<L> huurtoeslag(const HuurtoeslagRules& rules, const Tenancy<L>& home, L income) {
  Huurtoeslag<L> out;
  out.norm = home.lowest_norm;
  if (!rules.linear) {
    const L y = lesser(income, L(kNormRentIncome));
    const L rising = whole_up((home.a * y * y + home.b * y) / L(1e10));  // times 10^12, to cents; above 2^50
    out.norm = select(income > home.income_point, rising, home.lowest_norm);
  }
  const L basis = out.norm + L(rules.supplement);
  const L quality(rules.quality);
  const L covered = L(rules.share_to_quality) * positive(lesser(home.rent, quality) - basis) +
                    L(rules.share_to_cap) * positive(lesser(home.rent, home.cap) - greater(quality, basis)) +
                    home.share_above_cap * positive(home.rent - greater(home.cap, basis));
  const L taper = home.taper * positive(income - home.income_point) * L(kCents);
  out.month = half_up(positive(covered * L(kMonths) - taper), L(kRate * kMonths));
  return out;
}

}  // namespace passend::income
