// SPDX-License-Identifier: EUPL-1.2
// What a filled practice test shows, by ground and in all: the call-back gap with its interval, the exact tests, and a
// conclusion only where enough pairs were seen. docs/practice-tests.md section 4. Never a word on one employer or pair:
// there is no place for one in the answer.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fairwork/practice_log.hpp"

namespace passend::fairwork {

enum class PracticeState {
  kHidden,      // fewer employers than the small cell: no figure is given
  kTooFew,      // figures, but fewer pairs than the minimum: no conclusion
  kDifference,  // the corrected p-value is at most alpha
  kNoneShown,   // it is not, which is no proof of equal treatment
};
inline constexpr std::array<std::string_view, 4> kPracticeStates{"hidden", "too_few", "difference", "none_shown"};

struct PracticeFigures {
  Count pairs = 0, employers = 0;
  Count both = 0, only_reference = 0, only_tested = 0, neither = 0;
  double gap = 0;           // share of the reference called back, less that of the tested: -1..1
  Range interval{};         // of the gap
  double widened = 1;       // design effect: by how much fewer pairs the interval counts, for pairs at one employer
  double p = 1;             // the deciding test: sign flips by employer
  double p_exact = 1;       // exact McNemar, which takes all pairs for independent
  ChiSquare corrected{};    // McNemar with continuity correction
  ChiSquare uncorrected{};  // and without
};

struct PracticeRow {
  std::string ground{};
  PracticeState state{};
  std::optional<PracticeFigures> figures{};  // nothing where hidden
  double p_adjusted = 1;                     // Holm, over the grounds that had enough pairs
  bool decided() const { return state == PracticeState::kDifference || state == PracticeState::kNoneShown; }
};

struct PracticeAnswer {
  std::vector<PracticeRow> grounds{};      // in the order of the rules; those that occur in the log
  std::optional<PracticeFigures> total{};  // over the grounds that are not hidden, so that none can be subtracted
  bool differs() const;
};

PracticeAnswer analyse_practice(const PracticeLog& log, const PracticeRules& rules, double alpha);

// Of these pairs; confidence 0..1.
PracticeFigures practice_figures(const std::vector<PairOutcome>& pairs, double confidence);

}  // namespace passend::fairwork
