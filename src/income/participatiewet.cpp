// SPDX-License-Identifier: EUPL-1.2
#include "income/participatiewet.hpp"

namespace passend::income {
namespace {

double norm_of_single(const ParticipatiewetRules& r, const AssistanceHousehold& h) {
  if (h.age[0] == AssistanceAge::kYoung) return r.single_young;  // art. 20 lid 1; no kostendelersnorm
  const bool aow = h.age[0] == AssistanceAge::kAow;
  if (h.sharers > 0) return r.shared_norm(h.sharers + 1, aow ? r.couple_aow : r.couple);  // art. 22a lid 1
  return aow ? r.single_aow : r.single;                                                   // art. 21a, 22a
}

// Both partners 21 or older: art. 21b, 22b, 22c; with sharers each the kostendelersnorm, art. 22a lid 2.
double norm_of_adult_couple(const ParticipatiewetRules& r, const AssistanceHousehold& h) {
  const auto couple_norm = [&](AssistanceAge age) { return age == AssistanceAge::kAow ? r.couple_aow : r.couple; };
  if (h.sharers > 0)
    return r.shared_norm(h.sharers + 2, couple_norm(h.age[0])) + r.shared_norm(h.sharers + 2, couple_norm(h.age[1]));
  return h.age[0] == AssistanceAge::kAow || h.age[1] == AssistanceAge::kAow ? r.couple_aow : r.couple;
}

}  // namespace

std::optional<double> norm_of(const ParticipatiewetRules& r, const AssistanceHousehold& h) {
  if (!h.couple) return norm_of_single(r, h);
  const int young = (h.age[0] == AssistanceAge::kYoung) + (h.age[1] == AssistanceAge::kYoung);
  if (young == 0) return norm_of_adult_couple(r, h);
  if (young == 2) return h.has_child ? r.both_young_child : r.both_young;  // art. 20 lid 1, 2
  if (h.age[0] == AssistanceAge::kAow || h.age[1] == AssistanceAge::kAow) return std::nullopt;
  if (h.sharers == 0) return h.has_child ? r.one_young_child : r.one_young;
  return (h.has_child ? r.young_part_child : r.young_part) + r.shared_norm(h.sharers + 1, r.couple);  // art. 22a lid 3
}

ParticipatiewetRules ParticipatiewetRules::read(LawValues& law) {
  ParticipatiewetRules r;
  r.single_young = law.cents("assistance_norm_single_18_20");
  r.single = law.cents("assistance_norm_single_21_to_aow");
  r.single_aow = law.cents("assistance_norm_single_aow");
  r.couple = law.cents("assistance_norm_couple_21_to_aow");
  r.couple_aow = law.cents("assistance_norm_couple_aow");
  r.both_young = law.cents("assistance_norm_couple_both_18_20_no_child");
  r.both_young_child = law.cents("assistance_norm_couple_both_18_20_child");
  r.one_young = law.cents("assistance_norm_couple_one_18_20_no_child");
  r.one_young_child = law.cents("assistance_norm_couple_one_18_20_child");
  r.young_part = law.cents("assistance_young_partner_part_no_child");
  r.young_part_child = law.cents("assistance_young_partner_part_with_child");
  r.sharing_fixed = law.cell("cost_sharing_coefficients", 0, 0, kRateDigits);
  r.sharing_part = law.cell("cost_sharing_coefficients", 0, 1, kRateDigits);
  r.sharer_age = law.number("cost_sharer_minimum_age", 0);
  r.young_from = law.cell("assistance_ages", 0, 0, 0);
  r.young_until = law.cell("assistance_ages", 0, 1, 0);
  r.assets_single = law.cents("asset_limit_single");
  r.assets_family = law.cents("asset_limit_single_parent_or_couple");
  r.general = {law.cell("disregard_general_rate", 0, 0, kRateDigits), law.cents("disregard_general_max")};
  r.general_months = law.cell("disregard_general_rate", 0, 1, 0);
  r.general_age = law.cell("disregard_general_rate", 0, 2, 0);
  r.medical = {law.cell("disregard_medical_hours_rate", 0, 0, kRateDigits), law.cents("disregard_medical_hours_max")};
  r.wage_subsidy = {law.cell("disregard_wage_cost_subsidy_rate", 0, 0, kRateDigits),
                    law.cents("disregard_wage_cost_subsidy_max")};
  r.single_parent = {law.cell("disregard_single_parent_rate", 0, 0, kRateDigits),
                     law.cents("disregard_single_parent_max")};
  r.single_parent_months = law.cell("disregard_single_parent_rate", 0, 1, 0);
  r.single_parent_age = law.cell("disregard_single_parent_rate", 0, 2, 0);
  r.single_parent_child_age = law.number("disregard_single_parent_child_age", 0);
  return r;
}

}  // namespace passend::income
