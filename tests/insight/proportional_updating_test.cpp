// SPDX-License-Identifier: EUPL-1.2
// Shows: weights meet margins over households and people as closed forms and a search by brute force say they must, and
// whole numbers stay beside their weights and near the margins.
#include "insight/proportional_updating.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "insight/random_stream.hpp"

namespace passend::insight {
namespace {

using Rows = std::vector<std::vector<int>>;  // how often a row counts in each column

SparseCounts sparse(const Rows& rows) {
  SparseCounts out;
  for (const auto& row : rows) {
    for (std::uint32_t c = 0; c < row.size(); ++c)
      if (row[c] > 0) out.add(c, static_cast<std::uint8_t>(row[c]));
    out.end_row();
  }
  return out;
}

double squares(const Rows& rows, const std::vector<double>& targets, const std::vector<std::int64_t>& whole) {
  double sum = 0;
  for (std::size_t c = 0; c < targets.size(); ++c) {
    double off = -targets[c];
    for (std::size_t r = 0; r < rows.size(); ++r) off += rows[r][c] * static_cast<double>(whole[r]);
    sum += off * off / std::max(1.0, targets[c]);
  }
  return sum;
}

TEST(ProportionalUpdating, MeetsTwoIndependentMarginsWithTheirProduct) {
  const std::vector<double> rows{30, 70}, columns{20, 50, 30};
  Rows kinds;
  for (int r = 0; r < 2; ++r)
    for (int c = 0; c < 3; ++c) {
      kinds.push_back(std::vector<int>(5, 0));
      kinds.back()[static_cast<std::size_t>(r)] = 1;
      kinds.back()[static_cast<std::size_t>(2 + c)] = 1;
    }
  const auto fitted =
      update_proportionally(sparse(kinds), std::vector<double>{30, 70, 20, 50, 30}, std::vector<double>(6, 1.0));
  EXPECT_TRUE(fitted.converged);
  EXPECT_LE(fitted.rounds, 2);
  for (std::size_t r = 0; r < 2; ++r)
    for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(fitted.weights[3 * r + c], rows[r] * columns[c] / 100, 1e-9);
}

TEST(ProportionalUpdating, KeepsTheOddsRatioOfTheStart) {
  const Rows kinds{{1, 0, 1, 0}, {1, 0, 0, 1}, {0, 1, 1, 0}, {0, 1, 0, 1}};
  const auto w = update_proportionally(sparse(kinds), std::vector<double>{40, 60, 25, 75}, {6, 1, 2, 1}).weights;
  EXPECT_NEAR(w[0] * w[3] / (w[1] * w[2]), 3.0, 1e-6);
}

TEST(ProportionalUpdating, FindsHowManyHouseholdsHaveTwoPeople) {
  const auto fitted = update_proportionally(sparse({{1, 1}, {1, 2}}), std::vector<double>{100, 140}, {1, 1});
  EXPECT_TRUE(fitted.converged);
  EXPECT_NEAR(fitted.weights[0], 60, 1e-4);
  EXPECT_NEAR(fitted.weights[1], 40, 1e-4);
}

TEST(ProportionalUpdating, ReachesTheLargestEntropyThatASearchFinds) {
  const std::vector<double> start{3, 2, 1};
  const double households = 100, people = 180;
  const auto fitted = update_proportionally(sparse({{1, 1}, {1, 2}, {1, 3}}), std::vector{households, people}, start);
  ASSERT_TRUE(fitted.converged);
  double best = 0, least = 1e300;
  for (double three = 0.001; three < 40; three += 0.001) {
    const double two = people - households - 2 * three, one = households - two - three;
    if (two <= 0 || one <= 0) continue;
    const double distance =
        one * std::log(one / start[0]) + two * std::log(two / start[1]) + three * std::log(three / start[2]);
    if (distance < least) {
      least = distance;
      best = three;
    }
  }
  EXPECT_NEAR(fitted.weights[2], best, 0.01);
}

TEST(ProportionalUpdating, SaysThatMarginsContradict) {
  const auto fitted = update_proportionally(sparse({{1, 1}, {1, 1}}), std::vector<double>{100, 120}, {1, 1});
  EXPECT_FALSE(fitted.converged);
  EXPECT_GT(fitted.largest_gap, 0.1);
  EXPECT_LT(fitted.rounds, 1000);
}

TEST(ProportionalUpdating, LeavesOutWhatMayNotBe) {
  const auto fitted = update_proportionally(sparse({{1, 1, 0}, {1, 0, 1}}), std::vector<double>{10, 0, 10}, {5, 1});
  EXPECT_TRUE(fitted.converged);
  EXPECT_EQ(fitted.weights[0], 0);
  EXPECT_NEAR(fitted.weights[1], 10, 1e-9);
}

TEST(ProportionalUpdating, ConvergesWhereOneColumnHardlyDiffersFromAnother) {
  const std::vector<double> targets{7000, 7020};  // as good as everyone is one person
  const auto fitted = update_proportionally(sparse({{1, 1}, {1, 2}}), targets, {1, 1});
  EXPECT_TRUE(fitted.converged);
  EXPECT_NEAR(fitted.weights[1], 20, 0.01);
}

TEST(WholeWeights, AreOneOfTheTwoNumbersAroundTheirWeight) {
  RandomStream stream(7, "whole", 0);
  Rows kinds;
  std::vector<double> weights;
  for (int r = 0; r < 500; ++r) {
    std::vector<int> row(12, 0);
    row[stream.below(5)] = 1;
    row[5 + stream.below(7)] = static_cast<int>(1 + stream.below(3));
    kinds.push_back(row);
    weights.push_back(static_cast<double>(stream.below(4000)) / 1000);
  }
  const auto counts = sparse(kinds);
  const auto targets = column_sums(counts, weights, 12);
  const auto whole = whole_weights(counts, targets, weights);
  for (std::size_t r = 0; r < weights.size(); ++r) {
    EXPECT_GE(whole[r], static_cast<std::int64_t>(std::floor(weights[r])));
    EXPECT_LE(whole[r], static_cast<std::int64_t>(std::ceil(weights[r])));
  }
  const auto got = column_sums(counts, std::vector<double>(whole.begin(), whole.end()), 12);
  for (std::size_t c = 0; c < 12; ++c) EXPECT_NEAR(got[c], targets[c], 1.0) << c;
  EXPECT_EQ(whole_weights(counts, targets, weights), whole);
}

TEST(WholeWeights, AreAlmostAlwaysTheBestRoundingOfAll) {
  constexpr std::size_t kKinds = 12, kCases = 60;
  std::size_t best = 0;
  for (std::size_t one = 0; one < kCases; ++one) {
    RandomStream stream(11, "brute", one);
    Rows kinds;
    std::vector<double> weights;
    for (std::size_t r = 0; r < kKinds; ++r) {
      kinds.push_back({static_cast<int>(stream.below(2)), static_cast<int>(stream.below(2)),
                       static_cast<int>(1 + stream.below(2))});
      weights.push_back(static_cast<double>(stream.below(3000)) / 1000);
    }
    const auto counts = sparse(kinds);
    const auto targets = column_sums(counts, weights, 3);
    const double found = squares(kinds, targets, whole_weights(counts, targets, weights));
    double least = 1e300;
    for (std::size_t choice = 0; choice < (1U << kKinds); ++choice) {
      std::vector<std::int64_t> whole;
      for (std::size_t r = 0; r < kKinds; ++r) {
        const bool up = (choice >> r) % 2 == 1;
        whole.push_back(static_cast<std::int64_t>(up ? std::ceil(weights[r]) : std::floor(weights[r])));
      }
      least = std::min(least, squares(kinds, targets, whole));
    }
    ASSERT_GE(found, least - 1e-9);
    best += found < least + 0.1 ? 1 : 0;
  }
  EXPECT_GE(best, kCases * 9 / 10);
}

}  // namespace
}  // namespace passend::insight
