// SPDX-License-Identifier: EUPL-1.2
// Bids and contracts against the clause that holds for them: what fails, what is missing, and what interns earn for
// social return. It reports; setting a bid aside stays a decision of people. docs/tender.md section 3.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fairwork/internship_clause.hpp"
#include "fairwork/undertaking.hpp"
#include "scheme/scheme.hpp"

namespace passend::fairwork {

enum class TenderVerdict { kMeets, kIncomplete, kFails, kNotCovered };
inline constexpr std::array<std::string_view, 4> kTenderVerdicts{"meets", "incomplete", "fails", "not_covered"};
constexpr std::string_view name_of(TenderVerdict verdict) { return kTenderVerdicts[static_cast<std::size_t>(verdict)]; }

enum class TenderReason {
  kBelow,      // less than the clause asks for the hours
  kUnequal,    // less than the lowest of another level
  kNotAgreed,  // says not to follow the clause
  kLevelOpen,  // the clause names no amount for this level
  kAgreementUnknown,
  kHoursUnknown,
  kAmountUnknown,
  kEvidenceMissing,
  kCheckLate,  // a running contract without new evidence in time
  kCount
};
struct TenderReasonRow {
  std::string_view name;
  TenderVerdict verdict;  // what one such reason makes of the whole
};
inline constexpr std::array<TenderReasonRow, static_cast<std::size_t>(TenderReason::kCount)> kTenderReasons{{
    {"below", TenderVerdict::kFails},
    {"unequal", TenderVerdict::kFails},
    {"not_agreed", TenderVerdict::kFails},
    {"level_open", TenderVerdict::kIncomplete},
    {"agreement_unknown", TenderVerdict::kIncomplete},
    {"hours_unknown", TenderVerdict::kIncomplete},
    {"amount_unknown", TenderVerdict::kIncomplete},
    {"evidence_missing", TenderVerdict::kIncomplete},
    {"check_late", TenderVerdict::kIncomplete},
}};
constexpr const TenderReasonRow& row_of(TenderReason reason) {
  return kTenderReasons[static_cast<std::size_t>(reason)];
}

struct TenderFinding {
  TenderReason reason{};
  std::optional<std::size_t> internship{};  // which, from 0; nothing: the whole
  Eurocent due{};                           // a month; of kBelow and kUnequal
  Eurocent short_by{};                      // a month, > 0; of kBelow and kUnequal
  std::vector<std::string> missing{};       // of kEvidenceMissing
  std::optional<Date> since{};              // of kCheckLate: the day after which it was late
};

struct TenderAnswer {
  TenderVerdict verdict{};
  const InternshipClause* clause = nullptr;       // null: none covers it
  std::vector<TenderFinding> findings{};          // of the whole first, then by internship
  std::vector<std::optional<Eurocent>> points{};  // social return per internship; nothing: it does not count
  std::optional<Date> next_check{};               // of a running contract

  Eurocent total_points() const;
};

struct SocialReturn {
  const scheme::Scheme* scheme = nullptr;
  const scheme::SchemeVersion* version = nullptr;
};

// The clause that covers the day of announcement and the lot; null when there is none.
const InternshipClause* clause_of(const std::vector<InternshipClause>& clauses, const Undertaking& one);

// `social` is the version of the clause's scheme on the day of announcement; needed when the clause names one.
// Points into `clauses`. kNotStated, kNotInList: the scheme cannot count this block.
Result<TenderAnswer> judge(const std::vector<InternshipClause>& clauses, const Undertaking& one, Date on,
                           const SocialReturn& social);

}  // namespace passend::fairwork
