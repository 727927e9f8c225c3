// SPDX-License-Identifier: EUPL-1.2
// The log of a practice test: one row for each application. Written empty by a design, filled by who runs the test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "fairwork/practice_design.hpp"

namespace passend::fairwork {

// A pair of which both outcomes are known.
struct PairOutcome {
  std::size_t kind = 0;
  std::size_t employer = 0;                // a number within this log
  bool reference = false, tested = false;  // called back
};

struct PracticeLog {
  std::vector<PairOutcome> pairs{};
  Count incomplete = 0;     // pairs of which an outcome is missing
  Count not_retracted = 0;  // call-backs that were not declined yet
};

// The log form: pair, kind, vacancy, employer, member (reference, tested), profile (a, b), order, day, and empty sent,
// called_back (ja, nee) and retracted.
std::string log_form(const std::vector<PracticeApplication>& applications, const PracticeRules& rules);

// A filled log; other columns may follow. kColumnMissing, kCellCount, kCellEmpty, kNotInList, kNotADate,
// kIntervalReversed (retracted before sent), kKeyTwice (a member twice), kContradiction (a pair without its other
// member, or whose rows tell of another vacancy, employer or kind, or the same order).
// `kinds`: those that may occur; empty = all of the rules.
Result<PracticeLog> read_practice_log(std::string_view bytes, const std::string& file, const PracticeRules& rules,
                                      const std::vector<std::size_t>& kinds);

}  // namespace passend::fairwork
