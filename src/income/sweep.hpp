// SPDX-License-Identifier: EUPL-1.2
// Net income over hours of work, and every place where one step more costs money or keeps another share.
#pragma once

#include <vector>

#include "income/answer.hpp"

namespace passend::income {

struct SweepPoint {
  std::int64_t centihours = 0;
  std::int64_t net = 0;
};

struct SweepBreak {
  enum class Kind { kCliff, kKink };
  Kind kind{};
  std::int64_t centihours = 0;  // the first step with the new value
  Part part{};                  // the part that changed most against the step before
  std::int64_t eurocent = 0;    // cliff: net lost (below 0); kink: change of net per hour more
};

struct Sweep {
  std::vector<SweepPoint> points;  // by whole hours
  std::vector<SweepBreak> breaks;  // by hours
};

struct SweepRange {
  std::int64_t first = 0, last = 0;  // hundredths of hours a week
  std::int64_t hourly = 0;           // eurocent
};

// Looks at every hundredth of an hour. A cliff is a step that costs at least kCliffEurocent net; a kink a change of at
// least a tenth of the hourly wage in what an hour more keeps. Points without a value of law are left out.
inline constexpr std::int64_t kCliffEurocent = 500;
Sweep sweep_hours(const RuleBook& rules, const ParameterStore& law, const Household& household, std::size_t adult,
                  const SweepRange& range);

}  // namespace passend::income
