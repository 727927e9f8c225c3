// SPDX-License-Identifier: EUPL-1.2
// Shows: the interval is what the definition gives when every count is tried, and over many simulated years at least as
// many as stated hold what comes.
#include "insight/prediction.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace passend::insight {
namespace {

// P(Bin(n, p) = k) by Pascal's rule: no logarithms.
std::vector<double> binomial(std::int64_t n, double p) {
  std::vector<double> row{1};
  for (std::int64_t i = 0; i < n; ++i) {
    std::vector<double> next(row.size() + 1, 0);
    for (std::size_t k = 0; k < row.size(); ++k) {
      next[k] += row[k] * (1 - p);
      next[k + 1] += row[k] * p;
    }
    row = next;
  }
  return row;
}

bool is_kept(std::int64_t seen, std::int64_t y, double p) {
  const auto chances = binomial(seen + y, p);
  double below = 0, above = 0;
  for (std::int64_t k = 0; k < static_cast<std::int64_t>(chances.size()); ++k) {
    if (k <= y) below += chances[static_cast<std::size_t>(k)];
    if (k >= y) above += chances[static_cast<std::size_t>(k)];
  }
  return below > 0.025 && above > 0.025;
}

TEST(Prediction, IsTheSetOfCountsThatTheTestKeeps) {
  for (const std::int64_t seen : {0, 1, 5, 20})
    for (const std::int64_t ahead : {30, 100, 365}) {
      const double p = static_cast<double>(ahead) / static_cast<double>(200 + ahead);
      const auto found = predict_count(seen, 200, ahead, 25);
      for (std::int64_t y = 0; y <= found.high + 5; ++y)
        EXPECT_EQ(is_kept(seen, y, p), y >= found.low && y <= found.high) << seen << " " << ahead << " " << y;
    }
}

TEST(Prediction, NothingAheadIsZero) {
  const auto found = predict_count(40, 365, 0, 25);
  EXPECT_EQ(found.low, 0);
  EXPECT_EQ(found.high, 0);
}

TEST(Prediction, HoldsWhatComesAsOftenAsStated) {
  std::mt19937 random(11);
  for (const double rate : {0.05, 0.3}) {
    std::poisson_distribution<std::int64_t> before(rate * 200), after(rate * 165);
    int held = 0;
    constexpr int kYears = 4000;
    for (int i = 0; i < kYears; ++i) {
      const auto found = predict_count(before(random), 200, 165, 25);
      const std::int64_t came = after(random);
      held += came >= found.low && came <= found.high;
    }
    EXPECT_GE(held, kYears * 94 / 100) << rate;
    EXPECT_LE(held, kYears * 995 / 1000) << "not needlessly wide at " << rate;
  }
}

}  // namespace
}  // namespace passend::insight
