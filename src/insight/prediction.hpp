// SPDX-License-Identifier: EUPL-1.2
// How many more events to expect when the pace stays as it was: an exact prediction interval for a Poisson count.
#pragma once

#include <cstdint>

namespace passend::insight {

struct Prediction {
  std::int64_t low = 0, high = 0;
};

// Events in `ahead` units of time after `seen` events in `past` units, at one steady rate. Given the sum of both
// counts, those ahead are binomial with chance ahead / (past + ahead), whatever the rate (Nelson, Some extensions of
// prediction limits, 1970; Hahn & Meeker, Statistical Intervals, 1991, 7.6). Kept are the counts that this test does
// not refuse at `tail_per_mille` on each side, so at least 1 - 2·tail of intervals hold what comes. Precondition: past
// > 0, ahead >= 0.
Prediction predict_count(std::int64_t seen, std::int64_t past, std::int64_t ahead, std::int64_t tail_per_mille);

}  // namespace passend::insight
