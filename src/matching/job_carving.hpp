// SPDX-License-Identifier: EUPL-1.2
// Jobcarving: which demands, split off from a work together with the tasks that ask them, would make it fit people who
// wait and fail nothing else. docs/basisbanen.md section 5.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "matching/waiting.hpp"

namespace passend {

struct Carving {
  std::uint32_t work = 0;
  std::vector<std::uint16_t> items;  // one or two, rising
  std::int64_t people = 0;           // whom the work would fit without them
  std::vector<std::uint32_t> tasks;  // of the employer (Snapshot::tasks) that ask one of them
};

// For every work that has a free place: at most `most` ways, the most people first, then the fewest items. A second
// item is split off only where it adds people. `placed` are people who have a voorstel. By people, then work.
std::vector<Carving> carvings(const PlanContext& context, const Snapshot& snapshot,
                              const std::set<std::uint32_t>& placed, std::size_t most, int threads);

}  // namespace passend
