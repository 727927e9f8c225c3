// SPDX-License-Identifier: EUPL-1.2
// A scheme (regeling): what a municipality or the law offers, to whom, with which money, by which rule; in dated
// versions, because what one year gives another takes away. The form of its file is in docs/schemes.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "law/parameter.hpp"
#include "scheme/condition.hpp"
#include "scheme/guards.hpp"
#include "scheme/stated.hpp"
#include "work/work_kind.hpp"

namespace passend::scheme {

enum class OfferKind : std::uint8_t {
  kWork,
  kTraining,
  kEmployerSubsidy,
  kCoaching,
  kAdaptation,
  kInsurance,  // no-riskpolis
  kPurchasePreference,
  kSocialReturn,
  kAdvice,
  kCount
};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(OfferKind::kCount)> kOfferNames{
    "work",          "training", "employer_subsidy", "coaching", "adaptation", "insurance", "purchase_preference",
    "social_return", "advice"};

// The numbers an offer may state.
enum class Figure : std::uint8_t {
  kWagePerMille,  // of the wage floor of the worker
  kHoursWeek,     // centihours
  kFirstContractMonths,
  kPermanentAfterMonths,
  kMostMonths,
  kExtendedMonths,
  kLeastContractMonths,
  kPlaceYear,      // eurocent: what a place costs a year
  kCapPerson,      // eurocent, over all years
  kCapYear,        // eurocent, per person and calendar year
  kCapTrajectory,  // eurocent, per application
  kAmount,         // eurocent, flat
  kHostShareYear,  // eurocent
  kHoursPerWeek,   // centihours of coaching
  kHourlyRate,     // eurocent
  kCreditHour,     // eurocent of social return an hour
  kCount
};
inline constexpr std::size_t kFigures = static_cast<std::size_t>(Figure::kCount);

enum class Unit : std::uint8_t { kEurocent, kHours, kMonths, kPerMille, kNumber };

struct FigureRow {
  std::string_view name;
  Unit unit;
  std::int64_t most;
};

inline constexpr std::array<FigureRow, kFigures> kFigureTable{{
    {"wage_per_mille_of_floor", Unit::kPerMille, 2 * 1000},
    {"hours_week", Unit::kHours, kMostCentihours},
    {"first_contract_months", Unit::kMonths, kLongestMonths},
    {"permanent_after_months", Unit::kMonths, kLongestMonths},
    {"most_months", Unit::kMonths, kLongestMonths},
    {"extended_months", Unit::kMonths, kLongestMonths},
    {"least_contract_months", Unit::kMonths, kLongestMonths},
    {"place_year_eurocent", Unit::kEurocent, kMostEurocentOfOne},
    {"cap_person_eurocent", Unit::kEurocent, kMostEurocentOfOne},
    {"cap_year_eurocent", Unit::kEurocent, kMostEurocentOfOne},
    {"cap_trajectory_eurocent", Unit::kEurocent, kMostEurocentOfOne},
    {"amount_eurocent", Unit::kEurocent, kMostEurocentOfOne},
    {"host_share_year_eurocent", Unit::kEurocent, kMostEurocentOfOne},
    {"coaching_hours_week", Unit::kHours, kMostCentihours},
    {"hourly_rate_eurocent", Unit::kEurocent, kMostEurocentOfOne},
    {"credit_hour_eurocent", Unit::kEurocent, kMostEurocentOfOne},
}};

constexpr const FigureRow& row_of(Figure figure) { return kFigureTable[static_cast<std::size_t>(figure)]; }

// One line of a table of social return: what a year of full-time work of someone of this group counts for.
struct CreditBlock {
  std::string group{};
  std::int64_t year_eurocent = 0;
  bool extra = false;  // comes on top of another block
};

struct Offer {
  OfferKind kind{};
  std::optional<WorkKind> work{};  // of kWork
  std::array<Stated, kFigures> figures{};
  std::string payee{};               // participant, trainer, employer, host, provider
  std::string subsidy{};             // of kEmployerSubsidy: measured, flat (Participatiewet art. 10d), amount
  std::optional<bool> de_minimis{};  // of kEmployerSubsidy; nothing: not found
  Stated full_week{};                // of kSocialReturn, centihours: the week the blocks stand for
  std::vector<CreditBlock> blocks{};
  std::string article{};
  std::string note{};
  int line = 0;

  const Stated& of(Figure figure) const { return figures[static_cast<std::size_t>(figure)]; }
};

struct Step {
  std::string who{};  // aanvrager, gemeente, uwv, werkgever, opleider, partner
  std::string what{};
};

// The term for a decision; docs/terms.md. Nothing set: Awb 4:13 lid 2.
struct DecisionTerm {
  Stated weeks{};
  Stated extension_weeks{};
  bool statutory = false;  // set by an act: the Algemene termijnenwet holds
  std::string article{};
};

struct Ceiling {
  int year = 0;  // 0: of the whole version
  Stated eurocent{};
  Stated places{};
  std::string source{};
  int line = 0;
};

enum class DivisionRule : std::uint8_t { kUnknown, kReceipt, kRanking, kLot };
inline constexpr std::array<std::string_view, 4> kDivisionNames{"unknown", "receipt", "ranking", "lot"};

struct Division {
  DivisionRule rule{};
  bool skip_too_large = false;  // remainder = "next": a later, smaller request may still fit
  std::string published{};      // where the rule stood before it was used (Awb 4:26 lid 2)
};

struct Obligation {
  std::string who{};
  std::string what{};
  std::string consequence{};  // none, repay, stop
};

struct Pledge {
  std::string partner{};
  std::string gives{};
  Stated number{};
};

struct Stage {
  std::string name{};
  std::string what{};
};

struct Aim {
  std::string what{};
  std::string group{};  // a lawful group, or empty: everybody
  Stated number{};
  std::string ground{};  // of a group by age
};

// What was reported, beside what is computed; never used in a computation.
struct Reported {
  std::string what{};
  std::string value{};
  std::string source{};
  Confidence confidence{};
};

struct SchemeVersion {
  std::string name{};
  Date from{};
  bool is_from_chosen = false;  // the source names no first day
  std::optional<Date> until{};
  std::string legal_basis{};  // "unknown" where none was found
  std::string source{};
  Confidence confidence{};
  std::string note{};
  std::string hardship{};  // article or text; "unknown" where none was found
  std::vector<Condition> target{};
  std::vector<Offer> offers{};
  std::vector<Step> steps{};
  std::vector<std::string> evidence{};
  std::optional<DecisionTerm> decision{};
  std::vector<Ceiling> ceilings{};
  std::optional<Division> division{};
  Stated commitment_years{};  // for how many years money is promised
  bool structural = false;    // promised without end
  std::string statutory_order{};
  std::vector<Obligation> obligations{};
  std::vector<std::string> ends{};
  std::vector<std::string> indicators{};
  std::vector<Pledge> pledges{};
  std::vector<Stage> stages{};
  std::vector<Aim> aims{};
  std::vector<Reported> reported{};
  int line = 0;

  bool holds_on(Date on) const { return from <= on && !(until && *until < on); }
  // That of the year, else that of the whole version; null where there is none.
  const Ceiling* ceiling_in(int year) const;
};

struct Scheme {
  std::string id{};
  std::string title{};
  std::string municipality{};  // landelijk for a statutory instrument
  std::string about{};
  std::vector<SchemeVersion> versions{};  // by date, none overlapping
  std::string file{};

  const SchemeVersion* version_on(Date on) const;  // null: none holds
  const SchemeVersion* version_named(std::string_view name) const;
};

// kNotStated: the version does not say `column`, so nothing can be computed with it. `line` where it would stand.
Fault not_stated(const Scheme& scheme, const SchemeVersion& version, std::string column, int line);

// How many of its statements are "unknown".
int unknowns_in(const SchemeVersion& version);

}  // namespace passend::scheme
