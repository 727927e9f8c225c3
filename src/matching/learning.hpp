// SPDX-License-Identifier: EUPL-1.2
// For someone who waits: the shortest training that opens work, what it costs, and which scheme pays (docs/plan.md,
// section 9, Learning).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "matching/waiting.hpp"

namespace passend {

struct LearningRoute {
  std::uint32_t person = 0;
  std::vector<std::uint32_t> trainings;  // into Snapshot::trainings, rising
  std::uint32_t work = 0;                // that it opens
  std::int64_t works = 0;                // opened by these trainings
  std::optional<std::int64_t> weeks, eurocent;
  std::vector<Symbol> who_pays;  // schemes, by name
};

// By person; nobody without such a work. Identical for any number of threads.
std::vector<LearningRoute> learning_routes(const PlanContext& context, const Snapshot& snapshot,
                                           const std::vector<Waiting>& waiting, int threads);

}  // namespace passend
