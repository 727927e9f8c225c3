// SPDX-License-Identifier: EUPL-1.2
// An invented population in memory, small enough for the whole country: households in one column of rows, their
// residents in another. docs/population.md is the definition. Facts only; no name, no BSN, no diagnosis, no origin.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "income/household.hpp"

namespace passend::insight {

enum class HouseholdType : std::uint8_t { kSingle, kSingleParent, kCouple, kCoupleWithChildren, kOther };
inline constexpr std::array<std::string_view, 5> kHouseholdTypeNames{"single", "single_parent", "couple",
                                                                     "couple_with_children", "other"};

constexpr bool has_two_adults(HouseholdType type) { return type >= HouseholdType::kCouple; }
constexpr bool has_partners(HouseholdType type) {
  return type == HouseholdType::kCouple || type == HouseholdType::kCoupleWithChildren;
}
constexpr bool has_children(HouseholdType type) {
  return type == HouseholdType::kSingleParent || type == HouseholdType::kCoupleWithChildren;
}

enum class Tenure : std::uint8_t { kSocialRent, kPrivateRent, kOwn };
inline constexpr std::array<std::string_view, 3> kTenureNames{"social_rent", "private_rent", "own"};

enum class Role : std::uint8_t { kAdult1, kAdult2, kChild };
inline constexpr std::array<std::string_view, 3> kRoleNames{"adult1", "adult2", "child"};

inline constexpr Date kNever{INT32_MIN};  // benefit_since of who has no benefit

struct Resident {
  std::uint32_t household = 0;
  Date birth{};
  Date benefit_since = kNever;
  std::uint32_t benefit_month = 0;  // eurocent gross, of benefits that no statute here works out (ww, wia, zw, …)
  std::uint16_t centihours = 0;     // paid work a week
  std::uint16_t hourly = 0;         // eurocent
  std::uint16_t wajong = 0;         // 2010, 2015; 0 = none
  Role role = Role::kAdult1;
  income::Benefit benefit = income::Benefit::kGeen;
  income::Disability disability = income::Disability::kGeen;
  bool student = false;
};
static_assert(sizeof(Resident) <= 32);

struct HouseholdRow {
  std::uint32_t first = 0;      // resident; adults first, then children
  std::uint32_t assets = 0;     // eurocent, without the own home
  std::uint32_t bare_rent = 0;  // eurocent a month; 0 for owners
  std::uint8_t count = 0;       // residents
  HouseholdType type = HouseholdType::kSingle;
  Tenure tenure = Tenure::kSocialRent;
};
static_assert(sizeof(HouseholdRow) <= 32);

struct Population {
  std::string municipality, code;
  Date date{};  // the day that all facts are of
  std::uint64_t seed = 0;
  std::vector<HouseholdRow> households;
  std::vector<Resident> residents;  // by household

  std::span<const Resident> of(std::size_t household) const {
    const HouseholdRow& row = households[household];
    return std::span(residents).subspan(row.first, row.count);
  }
};

constexpr std::size_t adults_of(HouseholdType type) { return has_two_adults(type) ? 2 : 1; }

// How many households the income statutes see: house mates (type other) are one each, with the other as co-resident.
constexpr std::size_t income_units(HouseholdType type) { return type == HouseholdType::kOther ? 2 : 1; }

// A household as the income statutes ask for it, on a day: adults "a" and "b", minor children, rent and assets. Who has
// turned 18 stands as co-resident. Benefits that the statutes know by name only (wia, zw) are given as `anders` with
// their amount. Rent and assets of house mates are shared in two. `unit` < income_units.
income::Household household_of(const Population& population, std::size_t household, Date on, std::size_t unit = 0);

}  // namespace passend::insight
