// SPDX-License-Identifier: EUPL-1.2
// What `passend income` is asked to sweep over: --hours and --hourly, of which one may be a range A..B.
#pragma once

#include <optional>
#include <utility>

#include "cli/commands.hpp"
#include "income/sweep.hpp"

namespace passend::cli {

using Span = std::pair<std::int64_t, std::int64_t>;

// What is swept over, and at which hours or wage where the command says so.
struct Swept {
  income::SweepAxis axis{};
  Span span{};
  std::optional<std::int64_t> fixed{};
};

// Nothing where neither is a range. kNotANumber; kWrongUse for two ranges; kTomlKeyMissing for a wage without hours.
Result<std::optional<Swept>> swept_of(const IncomeArguments& arguments);

}  // namespace passend::cli
