// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "assign/assignment.hpp"

namespace passend::assign {

// True when a plan keeps to every budget and reaches every floor.
bool sides_respected(const Problem& problem, std::span<const std::int64_t> edge_of_person);

// The answer where a budget or floor binds; `start` is the plan by capacities alone. Values are of a plan within all
// budgets; bounds are proven by prices.
Answer solve_sides(const Problem& problem, const Options& options, std::span<const std::int64_t> start);

}  // namespace passend::assign
