// SPDX-License-Identifier: EUPL-1.2
#include "insight/population.hpp"

#include <algorithm>

namespace passend::insight {
namespace {

using income::Benefit;

constexpr int kMajority = 18;

// Of these the statutes need only the amount.
bool is_by_amount(Benefit benefit) { return benefit == Benefit::kWia || benefit == Benefit::kZw; }

int months_on(Date since, Date on) {
  const auto from = calendar_of(since), until = calendar_of(on);
  const int years = static_cast<int>(until.year()) - static_cast<int>(from.year());
  const int months = 12 * years + static_cast<int>(static_cast<unsigned>(until.month())) -
                     static_cast<int>(static_cast<unsigned>(from.month()));
  return std::max(1, months + 1);
}

income::Adult adult_of(const Resident& from, std::string id, Date on) {
  income::Adult adult;
  adult.id = std::move(id);
  adult.birth = from.birth;
  adult.centihours = from.centihours;
  adult.hourly = from.hourly;
  adult.benefit = is_by_amount(from.benefit) ? Benefit::kAnders : from.benefit;
  adult.benefit_month = from.benefit_month;
  if (from.benefit == Benefit::kWw) adult.ww_month = months_on(from.benefit_since, on);
  adult.wajong = from.wajong;
  adult.disability = from.disability;
  adult.student = from.student;
  return adult;
}

}  // namespace

income::Household household_of(const Population& population, std::size_t household, Date on, std::size_t unit) {
  const HouseholdRow& row = population.households[household];
  const auto residents = population.of(household);
  const bool apart = row.type == HouseholdType::kOther;
  const std::int64_t parts = apart ? 2 : 1;
  income::Household out;
  out.date = on;
  out.rents = row.tenure != Tenure::kOwn;
  out.bare_rent = row.bare_rent / parts;
  out.assets = row.assets / parts;
  for (std::size_t i = 0; i < residents.size(); ++i) {
    const Resident& one = residents[i];
    const bool mate = apart && i != unit;
    if (one.role == Role::kChild && age_on(one.birth, on) < kMajority)
      out.children.push_back({.birth = one.birth});
    else if (one.role == Role::kChild || mate)
      out.co_residents.push_back(
          {.birth = one.birth, .relation = one.role == Role::kChild ? "kind" : "huisgenoot", .student = one.student});
    else
      out.adults.push_back(adult_of(one, out.adults.empty() ? "a" : "b", on));
  }
  if (has_partners(row.type)) {
    out.adults[0].partner_of = "b";
    out.adults[1].partner_of = "a";
  }
  return out;
}

}  // namespace passend::insight
