// SPDX-License-Identifier: EUPL-1.2
// The exact part: best on every level at once, capacities only.
#pragma once

#include <stop_token>
#include <vector>

#include "assign/assignment.hpp"
#include "assign/weight.hpp"

namespace passend::assign {

struct Exact {
  std::vector<std::int64_t> edge_of_person;
  std::vector<Lanes> price;   // per work, least
  std::vector<Lanes> profit;  // per person
  bool stopped = false;       // then the plan is feasible and the prices are not to be used
};

Exact solve_exact(const Problem& problem, const Options& options);

// Scalar prices of every level (but floors) from the vectors; bound is recomputed over all edges.
std::vector<Level> certify_exact(const Problem& problem, const Options& options, const Exact& exact);

// Levels of a plan that was not finished: no prices, so every bound is what each person could get alone.
std::vector<Level> certify_stopped(const Problem& problem, const Options& options,
                                   std::span<const std::int64_t> edge_of_person);

}  // namespace passend::assign
