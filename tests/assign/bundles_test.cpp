// SPDX-License-Identifier: EUPL-1.2
// Shows: bundles of tasks are the best there are, against every other way on small cases; and an answer that breaks a
// rule is seen.
#include "assign/bundles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace passend::assign {
namespace {

BundleProblem random_problem(std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto draw = [&](int below) { return static_cast<int>(random() % static_cast<std::uint32_t>(below)); };
  BundleProblem out;
  const int tasks = 1 + draw(6);
  for (int t = 0; t < tasks; ++t) {
    const int hours = 1 + draw(9);
    out.tasks.push_back({draw(2), hours, draw(4) * hours, hours * 10});
  }
  for (int i = 0; i < 1 + draw(4); ++i) {
    BundleTaker taker{.least_hours = 1 + draw(8)};
    taker.most_hours = taker.least_hours + draw(8);
    for (int t = 0; t < tasks; ++t)
      if (draw(3) > 0) taker.tasks.push_back(t);
    out.takers.push_back(std::move(taker));
  }
  out.money = draw(300);
  return out;
}

// Every way to give each task to nobody or to one taker.
std::pair<std::int64_t, std::int64_t> by_force(const BundleProblem& problem) {
  std::pair<std::int64_t, std::int64_t> best{0, 0};
  const auto takers = static_cast<std::int32_t>(problem.takers.size());
  std::vector<std::int32_t> way(problem.tasks.size(), -1);
  while (true) {
    if (is_bundling(problem, way)) {
      std::set<std::int32_t> used;
      std::int64_t value = 0;
      for (std::size_t t = 0; t < way.size(); ++t)
        if (way[t] >= 0) {
          used.insert(way[t]);
          value += problem.tasks[t].value;
        }
      best = std::max(best, std::pair(static_cast<std::int64_t>(used.size()), value));
    }
    std::size_t t = 0;
    while (t < way.size() && ++way[t] == takers) way[t++] = -1;
    if (t == way.size()) return best;
  }
}

TEST(Bundles, AreTheBestOfAllWaysOnSmallCases) {
  int with_takers = 0;
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    const BundleProblem problem = random_problem(seed);
    const BundleAnswer answer = best_bundles(problem, 10'000);
    const auto best = by_force(problem);
    ASSERT_TRUE(answer.is_proven) << seed;
    ASSERT_TRUE(is_bundling(problem, answer.taker_of_task)) << seed;
    ASSERT_EQ(answer.takers, best.first) << seed;
    ASSERT_EQ(answer.value, best.second) << seed;
    ASSERT_EQ(answer.takers_bound, best.first) << seed;
    ASSERT_EQ(answer.value_bound, best.second) << seed;
    with_takers += best.first > 1;
  }
  EXPECT_GT(with_takers, 50);
}

TEST(Bundles, ABrokenRuleIsSeen) {
  const BundleProblem problem{.tasks = {{0, 10, 1, 100}, {1, 10, 1, 100}, {0, 5, 1, 50}},
                              .takers = {{10, 20, {0, 1, 2}}, {5, 10, {2}}},
                              .money = 150};
  EXPECT_TRUE(is_bundling(problem, {0, -1, 0}));
  EXPECT_FALSE(is_bundling(problem, {0, 0, -1}));                               // two places
  EXPECT_FALSE(is_bundling(problem, {-1, -1, 0}));                              // too few hours
  EXPECT_FALSE(is_bundling(problem, {1, -1, -1}));                              // does not suit
  EXPECT_FALSE(is_bundling({problem.tasks, problem.takers, 99}, {0, -1, -1}));  // too little money
}

TEST(Bundles, NothingToGiveIsAnAnswer) {
  const BundleAnswer answer = best_bundles({}, 10);
  EXPECT_TRUE(answer.is_proven);
  EXPECT_EQ(answer.takers, 0);
}

}  // namespace
}  // namespace passend::assign
