// SPDX-License-Identifier: EUPL-1.2
// A household as its file gives it (CONTRACTS.md, "Household"), and an offer of work. Facts only; nothing is worked out
// here. No name, no BSN, no diagnosis.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "base/toml.hpp"
#include "income/local_rules.hpp"

namespace passend::income {

enum class Benefit : std::uint8_t {
  kGeen,
  kBijstand,
  kWw,
  kIoaw,
  kIoaz,
  kWajong,
  kWia,
  kWao,
  kZw,
  kAnw,
  kBbz,
  kAow,
  kAnders
};
inline constexpr std::array<std::string_view, 13> kBenefitNames{
    "geen", "bijstand", "ww", "ioaw", "ioaz", "wajong", "wia", "wao", "zw", "anw", "bbz", "aow", "anders"};

// Of the benefits that are worked out, those that AOW takes the place of.
constexpr bool ends_with_aow_age(Benefit benefit) {
  return benefit == Benefit::kBijstand || benefit == Benefit::kWw || benefit == Benefit::kWajong ||
         benefit == Benefit::kIoaw;
}

enum class Disability : std::uint8_t { kGeen, kMedisch, kLks };  // for the disregards of Participatiewet art. 31 lid 2
inline constexpr std::array<std::string_view, 3> kDisabilityNames{"geen", "medisch", "lks"};

enum class Care : std::uint8_t { kNone, kDagopvang, kBso, kGastouder };
inline constexpr std::array<std::string_view, 4> kCareNames{"none", "dagopvang", "bso", "gastouder"};

enum class Contract : std::uint8_t { kFlexibel, kVast };  // for the premium Awf: Wfsv art. 27
inline constexpr std::array<std::string_view, 2> kContractNames{"flexibel", "vast"};

enum class Lks : std::uint8_t { kGemeten, kForfait };  // Participatiewet art. 10d lid 4, lid 5
inline constexpr std::array<std::string_view, 2> kLksNames{"gemeten", "forfait"};

enum class Known : std::uint8_t { kFalse, kTrue, kUnknown };
inline constexpr std::array<std::string_view, 3> kKnownNames{"false", "true", "unknown"};

struct Adult {
  std::string id;
  Date birth{};
  std::string partner_of;
  std::optional<Date> partner_until;        // from this day on not in the household; only of the second adult
  std::int64_t centihours = 0, hourly = 0;  // a week; eurocent
  std::optional<std::int64_t> gross_month;  // eurocent, in place of hours and hourly wage
  Benefit benefit = Benefit::kGeen;
  std::int64_t benefit_month = 0;            // eurocent gross, of ww and anders
  int ww_month = 0;                          // 0 = not given
  int wajong = 0;                            // 2010, 2015; 0 = not given
  std::int64_t aow_share = 1000;             // per mille
  std::int64_t other_year = 0, pension = 0;  // eurocent a year; a month
  bool credit_at_job = true;
  Disability disability = Disability::kGeen;
  bool student = false;
  bool is_paid_by_4weeks = false;
  std::int64_t wage_value = 1000;  // per mille; only an offer sets it
};

// Participatiewet art. 36b: who studies with a medical limit on work.
inline bool may_have_study_supplement(const Adult& adult) {
  return adult.student && adult.disability == Disability::kMedisch;
}

struct Child {
  Date birth{};
  Care care = Care::kNone;
  std::int64_t care_centihours = 0, care_rate = 0;  // a month; eurocent an hour
};

struct CoResident {
  Date birth{};
  std::string relation;
  bool student = false, tenant = false;
};

struct Household {
  Date date{};
  std::string municipality{};       // name of a file of local schemes, as written; empty = none
  std::optional<LocalRules> local;  // what that file holds, once read
  std::vector<Adult> adults;
  std::vector<Child> children;
  std::vector<CoResident> co_residents;
  bool rents = false;
  std::int64_t bare_rent = 0, service_costs = 0;  // eurocent a month
  std::int64_t assets = 0, partner_assets = 0;    // eurocent
  Known garnishment = Known::kFalse, debt_scheme = Known::kFalse;
  std::int64_t travel = 0;                     // eurocent a month
  std::optional<std::int64_t> health_premium;  // eurocent a month, of all adults
  int disregard_months_used = 0;
};

struct Offer {
  std::string adult;
  std::int64_t centihours = 0, hourly = 0;
  std::optional<Date> from;
  bool bbl = false;
  bool is_paid_by_4weeks = false;
  std::int64_t wage_value = 1000, pension = 0;
  std::optional<std::int64_t> care_centihours, travel;
  // For the employer's cost alone.
  Contract contract = Contract::kFlexibel;
  Lks lks = Lks::kGemeten;
  bool small_employer = false;
  std::int64_t pension_employer = 0;  // eurocent a month
};

// The same from a table already read. Faults: kTomlSyntax, kTomlKeyMissing, kTomlKeyUnknown, kTomlType, kOutOfRange,
// kNotADate, kNotInList, kReferenceMissing, kKeyTwice, and kCannotBe with `reason` for what cannot be (a child older
// than its parent).
Result<Household> household_of(const toml::table& root, const std::string& file);
Result<Offer> offer_of(const toml::table& root, const std::string& file);
Result<Household> read_household(std::string_view bytes, const std::string& file);
Result<Offer> read_offer(std::string_view bytes, const std::string& file);

// The household with the offered work in place of that adult's work. kReferenceMissing: no such adult.
Result<Household> with_offer(const Household& household, const Offer& offer, const std::string& file);

// The household as it is on household.date: without an adult who has left by then, and without what that adult owns.
Household on_its_date(Household household);

bool is_couple(const Household& household);
std::optional<std::size_t> adult_named(const Household& household, std::string_view id);

}  // namespace passend::income
