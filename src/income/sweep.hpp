// SPDX-License-Identifier: EUPL-1.2
// Net income over hours of work or over an hourly wage, and every place where one step more costs money or keeps
// another share.
#pragma once

#include <vector>

#include "income/answer.hpp"

namespace passend::income {

enum class SweepAxis : std::uint8_t { kHours, kHourly };  // hundredths of hours a week; eurocent an hour

struct SweepPoint {
  std::int64_t at = 0;  // on the axis
  std::int64_t net = 0;
};

struct SweepBreak {
  enum class Kind { kCliff, kKink };
  Kind kind{};
  std::int64_t at = 0;        // the first step with the new value
  Part part{};                // the part that changed most against the step before
  std::int64_t eurocent = 0;  // cliff: net lost (below 0); kink: change of net per hour, or per euro an hour, more
};

struct Sweep {
  SweepAxis axis{};
  std::vector<SweepPoint> points;  // by whole hours; by quarters of a euro with both ends
  std::vector<SweepBreak> breaks;  // along the axis
};

struct SweepRange {
  SweepAxis axis{};
  std::int64_t first = 0, last = 0;  // on the axis
  std::int64_t fixed = 0;            // on the other
};

// A cliff is a hundredth of an hour, or a eurocent an hour, that costs at least kCliffEurocent net. Kinks are looked
// for at whole hours or euros from the first: a change of at least a tenth of the pay in what one more keeps. Points
// without a value of law are left out.
inline constexpr std::int64_t kCliffEurocent = 500;
Sweep sweep(const RuleBook& rules, const ParameterStore& law, const Household& household, std::size_t adult,
            const SweepRange& range);

}  // namespace passend::income
