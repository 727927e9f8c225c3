// SPDX-License-Identifier: EUPL-1.2
// When a decision is due: Awb and Algemene termijnenwet. Defined in docs/terms.md.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "scheme/holidays.hpp"
#include "scheme/scheme.hpp"

namespace passend::scheme {

enum class TermUnit : std::uint8_t { kDays, kWeeks, kMonths };
inline constexpr std::array<std::string_view, 3> kTermUnitNames{"days", "weeks", "months"};

struct TermLength {
  int number = 0;
  TermUnit unit{};
};

// The applicant is asked to complete the application (Awb 4:5, 4:15).
struct Suspension {
  Date invited{};
  std::optional<Date> until{};  // the last day set for it; without it there is no suspension
  std::optional<Date> completed{};
};

struct Extension {
  Date announced{};
  TermLength by{};
};

using TermEvent = std::variant<Suspension, Extension>;

struct Term {
  Date start{};  // the day of the event; it does not count
  TermLength length{};
  bool statutory = false;  // set by an act: the Algemene termijnenwet holds
  bool is_set = true;      // false: a reasonable term, presumed over (Awb 4:13 lid 2)
  // How far it may be extended; nothing: no limit. A number of 0: not at all.
  std::optional<TermLength> most_extension{};
  std::vector<TermEvent> events{};
};

enum class Ignored : std::uint8_t { kNoDeadline, kAfterEnd, kSecondExtension, kNoExtension };
inline constexpr std::array<std::string_view, 4> kIgnoredNames{"no-deadline", "after-end", "second-extension",
                                                               "no-extension"};

struct TermEnd {
  Date last{};                                     // the last day on which a decision is in time
  std::vector<Ignored> ignored{};                  // events that did not count, in their order
  bool designated_unknown = false;                 // a day that decided `last` lies in a year without a known decree
  std::vector<std::pair<Date, Date>> suspended{};  // first and last day of each stretch that counted
};

enum class TermState : std::uint8_t { kDecided, kDecidedLate, kSuspended, kRunning, kLate, kPresumedLate };
inline constexpr std::array<std::string_view, 6> kTermStateNames{"decided", "decided-late", "suspended",
                                                                 "running", "late",         "presumed-late"};

// Numbers of the Algemene termijnenwet, with its holidays.
struct TermRules {
  Holidays holidays;
  int limit_days = 0, limit_weeks = 0, limit_months = 0;
  int least_days = 0, least_working_days = 0;
  int reasonable_weeks = 0;  // Awb 4:13 lid 2

  // For terms that end in the years first … last. kNoValue.
  static Result<TermRules> read(const ParameterStore& law, int first, int last);
};

TermEnd end_of(const Term& term, const TermRules& rules);
TermState state_of(const Term& term, const TermEnd& end, std::optional<Date> decided, Date on);

// The term for a decision on an application received on a day. kNotStated: the scheme's term is unknown. A scheme that
// sets no term: the reasonable term of the Awb.
Result<Term> decision_term(const Scheme& scheme, const SchemeVersion& version, Date received, const TermRules& rules);

}  // namespace passend::scheme
