// SPDX-License-Identifier: EUPL-1.2
// Algemene bijstand: norm, income that counts, top-up and its gross amount. Participatiewet art. 19-24, 31 and 34.
// docs/income.md 8.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "income/box1.hpp"
#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

// A disregard of earned income: art. 31 lid 2 n, r, y, z.
struct Disregard {
  double rate = 0, cap = 0;  // cap in cents a month
  std::string_view rate_id{}, cap_id{};
};

struct ParticipatiewetRules {
  double single_young = 0, single = 0, single_aow = 0;  // norms, cents a month
  double couple = 0, couple_aow = 0;
  double both_young = 0, both_young_child = 0, one_young = 0, one_young_child = 0;
  double young_part = 0, young_part_child = 0;  // art. 22a lid 3
  double sharing_fixed = 0, sharing_part = 0;   // rates, art. 22a
  double sharer_age = 0, young_from = 0, young_until = 0;
  double assets_single = 0, assets_family = 0;  // cents
  Disregard general, medical, wage_subsidy, single_parent;
  double general_months = 0, general_age = 0;
  double single_parent_months = 0, single_parent_age = 0, single_parent_child_age = 0;

  static ParticipatiewetRules read(LawValues& law);

  // Kostendelersnorm of one person among `persons`, cents a month: art. 22a lid 1.
  double shared_norm(double persons, double couple_norm) const {
    return half_up(couple_norm * (sharing_fixed + persons * sharing_part), persons * kRate);
  }
};

// A household as art. 20 to 22a tell it apart.
enum class AssistanceAge { kYoung, kAdult, kAow };  // 18 to 20, 21 to AOW age, AOW age
struct AssistanceHousehold {
  AssistanceAge age[2] = {AssistanceAge::kAdult, AssistanceAge::kAdult};
  bool couple = false, has_child = false;
  int sharers = 0;  // kostendelende medebewoners
};

// A norm in cents a month, holiday allowance inside, and the parameters it was read from (empty ones at the end).
struct Norm {
  double cents = 0;
  std::array<std::string_view, 4> parameters{};
};

// Nothing for a couple of a young and an AOW-aged partner: no article names it.
std::optional<Norm> norm_of(const ParticipatiewetRules& rules, const AssistanceHousehold& household);

// Cents disregarded of a month's earned income.
template <class L>
L disregarded(L rate, L cap, L earned) {
  return lesser(half_up(rate * positive(earned), L(kRate)), cap);
}

// A year's gross amount, in cents, whose net is `net`: closed form, see docs/income.md 8.4. `credit`: euro a year that
// is free to be set off; `rate`: of the first bracket.
template <class L>
L gross_up(L net, L rate, L credit) {
  const L unit(kRate);
  const L paid_back = credit * L(kCents);
  return select(rate * net <= paid_back * unit, net, half_up(positive(net - paid_back) * unit, unit - rate));
}

}  // namespace passend::income
