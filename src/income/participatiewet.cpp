// SPDX-License-Identifier: EUPL-1.2
#include "income/participatiewet.hpp"

namespace passend::income {
namespace {

constexpr std::string_view kSingleYoung = "assistance_norm_single_18_20", kSingle = "assistance_norm_single_21_to_aow",
                           kSingleAow = "assistance_norm_single_aow", kCouple = "assistance_norm_couple_21_to_aow",
                           kCoupleAow = "assistance_norm_couple_aow", kSharing = "cost_sharing_coefficients",
                           kSharerAge = "cost_sharer_minimum_age";

Norm norm_of_single(const ParticipatiewetRules& r, const AssistanceHousehold& h) {
  if (h.age[0] == AssistanceAge::kYoung) return {r.single_young, {kSingleYoung}};  // art. 20 lid 1; no kostendelersnorm
  const bool aow = h.age[0] == AssistanceAge::kAow;
  if (h.sharers > 0)  // art. 22a lid 1
    return {r.shared_norm(h.sharers + 1, aow ? r.couple_aow : r.couple),
            {aow ? kCoupleAow : kCouple, kSharing, kSharerAge}};
  return aow ? Norm{r.single_aow, {kSingleAow}} : Norm{r.single, {kSingle}};  // art. 22, 21
}

// Both partners 21 or older: art. 21, 22; with sharers each the kostendelersnorm, art. 22a lid 2.
Norm norm_of_adult_couple(const ParticipatiewetRules& r, const AssistanceHousehold& h) {
  const bool both_aow = h.age[0] == AssistanceAge::kAow && h.age[1] == AssistanceAge::kAow;
  const bool any_aow = h.age[0] == AssistanceAge::kAow || h.age[1] == AssistanceAge::kAow;
  if (h.sharers == 0) return any_aow ? Norm{r.couple_aow, {kCoupleAow}} : Norm{r.couple, {kCouple}};
  const double with = r.shared_norm(h.sharers + 2, r.couple_aow);
  const double below = r.shared_norm(h.sharers + 2, r.couple);
  if (both_aow) return {with + with, {kCoupleAow, kSharing, kSharerAge}};
  if (any_aow) return {with + below, {kCouple, kCoupleAow, kSharing, kSharerAge}};
  return {below + below, {kCouple, kSharing, kSharerAge}};
}

}  // namespace

std::optional<Norm> norm_of(const ParticipatiewetRules& r, const AssistanceHousehold& h) {
  if (!h.couple) return norm_of_single(r, h);
  const int young = (h.age[0] == AssistanceAge::kYoung) + (h.age[1] == AssistanceAge::kYoung);
  if (young == 0) return norm_of_adult_couple(r, h);
  if (young == 2)  // art. 20 lid 1, 2
    return h.has_child ? Norm{r.both_young_child, {"assistance_norm_couple_both_18_20_child"}}
                       : Norm{r.both_young, {"assistance_norm_couple_both_18_20_no_child"}};
  if (h.age[0] == AssistanceAge::kAow || h.age[1] == AssistanceAge::kAow) return std::nullopt;
  if (h.sharers == 0)
    return h.has_child ? Norm{r.one_young_child, {"assistance_norm_couple_one_18_20_child"}}
                       : Norm{r.one_young, {"assistance_norm_couple_one_18_20_no_child"}};
  const double shared = r.shared_norm(h.sharers + 1, r.couple);  // art. 22a lid 3
  return h.has_child
             ? Norm{r.young_part_child + shared,
                    {"assistance_young_partner_part_with_child", kCouple, kSharing, kSharerAge}}
             : Norm{r.young_part + shared, {"assistance_young_partner_part_no_child", kCouple, kSharing, kSharerAge}};
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
  const auto disregard = [&](std::string_view rate, std::string_view cap) {
    return Disregard{law.cell(rate, 0, 0, kRateDigits), law.cents(cap), rate, cap};
  };
  r.general = disregard("disregard_general_rate", "disregard_general_max");
  r.medical = disregard("disregard_medical_hours_rate", "disregard_medical_hours_max");
  r.wage_subsidy = disregard("disregard_wage_cost_subsidy_rate", "disregard_wage_cost_subsidy_max");
  r.single_parent = disregard("disregard_single_parent_rate", "disregard_single_parent_max");
  r.general_months = law.cell("disregard_general_rate", 0, 1, 0);
  r.general_age = law.cell("disregard_general_rate", 0, 2, 0);
  r.single_parent_months = law.cell("disregard_single_parent_rate", 0, 1, 0);
  r.single_parent_age = law.cell("disregard_single_parent_rate", 0, 2, 0);
  r.single_parent_child_age = law.number("disregard_single_parent_child_age", 0);
  return r;
}

}  // namespace passend::income
