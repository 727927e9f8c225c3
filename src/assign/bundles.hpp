// SPDX-License-Identifier: EUPL-1.2
// Bundles of tasks for takers: each taker at most one bundle, all tasks of it in one place, each task in one bundle,
// hours between the taker's own limits, all within one sum of money. First as many takers as can be, then the most
// value. Indices only. Solved by CBC (branch and cut) in two rounds; the answer is recounted in whole numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace passend::assign {

struct BundleTask {
  std::int32_t place = 0;
  std::int64_t hours = 0;  // > 0
  std::int64_t value = 0;  // >= 0, of the whole task
  std::int64_t cost = 0;   // >= 0, of the whole task
};

struct BundleTaker {
  std::int64_t least_hours = 0, most_hours = 0;  // of a bundle; 0 < least <= most
  std::vector<std::int32_t> tasks{};             // that suit
};

struct BundleProblem {
  std::vector<BundleTask> tasks{};
  std::vector<BundleTaker> takers{};
  std::int64_t money = 0;
};

struct BundleAnswer {
  std::vector<std::int32_t> taker_of_task{};  // -1: in no bundle
  std::int64_t takers = 0, value = 0, cost = 0;
  std::int64_t takers_bound = 0, value_bound = 0;  // no answer has more; value at this number of takers
  bool is_proven = false;                          // both bounds are reached
};

// `nodes` is the most branches looked at in each round; a count, so that the answer never depends on the machine's
// speed. Where it is reached the best answer so far comes back, with its bounds.
BundleAnswer best_bundles(const BundleProblem& problem, int nodes);

// Whether an answer keeps every rule of the problem, in whole numbers.
bool is_bundling(const BundleProblem& problem, const std::vector<std::int32_t>& taker_of_task);

}  // namespace passend::assign
