// SPDX-License-Identifier: EUPL-1.2
#include "insight/population_checks.hpp"

#include <algorithm>

namespace passend::insight {
namespace {

using income::Benefit;

constexpr int kMajority = 18;

struct Asked {
  const HouseholdRow& row;
  std::span<const Resident> residents;
  const Structure& structure;
  const PopulationLaw& law;

  std::span<const Resident> adults() const { return residents.first(std::min(adults_of(row.type), residents.size())); }
  std::span<const Resident> children() const { return residents.subspan(adults().size()); }
  bool of_aow_age(const Resident& one) const { return plus_months(one.birth, law.aow_months) <= law.on; }
};

bool on_bijstand(const Resident& one) { return one.benefit == Benefit::kBijstand; }

bool type_has_its_people(const Asked& h) {
  const bool roles = std::ranges::all_of(h.children(), [](const Resident& one) { return one.role == Role::kChild; }) &&
                     std::ranges::none_of(h.adults(), [](const Resident& one) { return one.role == Role::kChild; });
  return roles && h.adults().size() == adults_of(h.row.type) && h.children().empty() != has_children(h.row.type);
}

bool adult_is_grown_up(const Asked& h) {
  return std::ranges::all_of(h.adults(), [&](const Resident& one) { return age_on(one.birth, h.law.on) >= kMajority; });
}

bool child_is_minor(const Asked& h) {
  return std::ranges::all_of(h.children(), [&](const Resident& one) {
    return one.birth <= h.law.on && age_on(one.birth, h.law.on) < kMajority && one.benefit == Benefit::kGeen;
  });
}

bool child_parent_years(const Asked& h) {
  return std::ranges::all_of(h.children(), [&](const Resident& child) {
    return std::ranges::all_of(h.adults(), [&](const Resident& parent) {
      return child.birth >= birthday(parent.birth, h.structure.parent_least) &&
             child.birth <= birthday(parent.birth, h.structure.parent_most);
    });
  });
}

bool bijstand_below_aow(const Asked& h) {
  return std::ranges::none_of(
      h.residents, [&](const Resident& one) { return income::ends_with_aow_age(one.benefit) && h.of_aow_age(one); });
}

bool bijstand_of_couple(const Asked& h) {
  const auto adults = h.adults();
  return !has_partners(h.row.type) || (adults.size() == 2 && on_bijstand(adults[0]) == on_bijstand(adults[1]));
}

bool aow_from_its_age(const Asked& h) {
  return std::ranges::all_of(h.residents,
                             [&](const Resident& one) { return (one.benefit == Benefit::kAow) == h.of_aow_age(one); });
}

bool benefit_since(const Asked& h) {
  return std::ranges::all_of(h.residents, [&](const Resident& one) {
    if (one.benefit == Benefit::kGeen) return one.benefit_since == kNever;
    return one.benefit_since >= birthday(one.birth, kMajority) && one.benefit_since <= h.law.on;
  });
}

bool pay_at_least_minimum(const Asked& h) {
  return std::ranges::all_of(h.residents, [&](const Resident& one) {
    const auto age = static_cast<std::size_t>(std::max(0, age_on(one.birth, h.law.on)));
    return one.centihours == 0 || (age < h.law.minimum.size() && one.hourly >= h.law.minimum[age]);
  });
}

bool hours_with_pay(const Asked& h) {
  return std::ranges::all_of(h.residents, [](const Resident& one) { return (one.centihours > 0) == (one.hourly > 0); });
}

bool rent_with_tenure(const Asked& h) { return (h.row.tenure == Tenure::kOwn) == (h.row.bare_rent == 0); }

bool bijstand_assets(const Asked& h) {
  const bool alone = h.row.type == HouseholdType::kSingle || h.row.type == HouseholdType::kOther;
  return std::ranges::none_of(h.residents, on_bijstand) ||
         h.row.assets <= (alone ? h.law.assets_single : h.law.assets_other);
}

constexpr std::array<bool (*)(const Asked&), kCheckNames.size()> kChecks{
    type_has_its_people,  adult_is_grown_up,  child_is_minor,   child_parent_years,
    bijstand_below_aow,   bijstand_of_couple, aow_from_its_age, benefit_since,
    pay_at_least_minimum, hours_with_pay,     rent_with_tenure, bijstand_assets};

}  // namespace

std::vector<CheckResult> check_population(const Population& population, const Structure& structure,
                                          const PopulationLaw& law) {
  std::vector<CheckResult> out;
  for (const auto name : kCheckNames) out.push_back({.name = name});
  for (std::size_t h = 0; h < population.households.size(); ++h) {
    const Asked asked{population.households[h], population.of(h), structure, law};
    for (std::size_t c = 0; c < kChecks.size(); ++c) {
      ++out[c].asked;
      if (!kChecks[c](asked)) ++out[c].failed;
    }
  }
  return out;
}

}  // namespace passend::insight
