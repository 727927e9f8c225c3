// SPDX-License-Identifier: EUPL-1.2
// Shows: the exact tests and intervals give the figures that textbooks, R's manual and another program (SciPy 1.17)
// publish, agree with enumeration of every outcome, and stay right for a million.
#include "fairwork/exact_statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace passend::fairwork {
namespace {

// Pascal's triangle, another road than log-gamma.
std::vector<double> row_of_pascal(int n) {
  std::vector<double> row{1.0};
  for (int i = 0; i < n; ++i) {
    row.push_back(0);
    for (std::size_t k = row.size() - 1; k > 0; --k) row[k] += row[k - 1];
  }
  return row;
}

double by_enumeration(int hits, int tries, double share) {
  const auto choose = row_of_pascal(tries);
  const auto point = [&](int k) {
    return choose[static_cast<std::size_t>(k)] * std::pow(share, k) * std::pow(1 - share, tries - k);
  };
  double sum = 0;
  for (int k = 0; k <= tries; ++k)
    if (point(k) <= point(hits) * (1 + 1e-7)) sum += point(k);
  return sum;
}

TEST(ExactStatistics, BinomialTestAsInTheManualOfR) {
  EXPECT_NEAR(binomial_test(682, 925, 0.75), 0.3825, 0.00005);  // Conover (1971), binom.test
  const Range range = clopper_pearson(682, 925, 0.95);
  EXPECT_NEAR(range.low, 0.7076683, 5e-8);
  EXPECT_NEAR(range.high, 0.7654066, 5e-8);
}

TEST(ExactStatistics, BinomialTestAgreesWithEveryOutcomeEnumerated) {
  for (const int tries : {1, 2, 7, 20, 33})
    for (const double share : {0.1, 0.3, 0.5, 0.75})
      for (int hits = 0; hits <= tries; ++hits)
        EXPECT_NEAR(binomial_test(hits, tries, share), by_enumeration(hits, tries, share), 1e-12)
            << hits << " of " << tries << " at " << share;
}

TEST(ExactStatistics, TailsAddUpToTheWhole) {
  const auto choose = row_of_pascal(40);
  double lower = 0;
  for (Count k = 0; k <= 40; ++k) {
    lower += choose[static_cast<std::size_t>(k)] * std::pow(0.2, k) * std::pow(0.8, 40 - k);
    EXPECT_NEAR(binomial_lower(k, 40, 0.2), lower, 1e-13);
    EXPECT_NEAR(binomial_lower(k, 40, 0.2) + binomial_upper(k + 1, 40, 0.2), 1, 1e-13);
  }
}

TEST(ExactStatistics, AMillionTriesAgreeWithSciPy) {
  EXPECT_NEAR(binomial_test(400'000, 1'000'000, 0.401) / 0.041310960364027136, 1, 1e-7);
  const Range range = clopper_pearson(400'000, 1'000'000, 0.95);
  EXPECT_NEAR(range.low, 0.39903960843253466, 1e-9);
  EXPECT_NEAR(range.high, 0.40096097082777654, 1e-9);
  EXPECT_NEAR(fisher_exact(30'000, 70'000, 60'500, 139'500) / 0.16003391969844988, 1, 1e-7);
}

TEST(ExactStatistics, ClopperPearsonAtTheEnds) {
  EXPECT_NEAR(clopper_pearson(0, 30, 0.95).high, 0.11570330822202743, 1e-12);  // 1 - (0.025)^(1/30)
  EXPECT_EQ(clopper_pearson(0, 30, 0.95).low, 0);
  EXPECT_EQ(clopper_pearson(30, 30, 0.95).high, 1);
}

TEST(ExactStatistics, McNemarOnTheApprovalRatings) {
  // Agresti, Categorical Data Analysis (1990), p. 350: 794, 150, 86, 570; z = -4.17, z² = 17.36.
  EXPECT_NEAR(mcnemar(150, 86, false).statistic, 17.36, 0.005);
  EXPECT_NEAR(std::sqrt(mcnemar(150, 86, false).statistic), 4.17, 0.005);
  EXPECT_NEAR(mcnemar(150, 86, true).statistic, 63.0 * 63.0 / 236.0, 1e-12);
  EXPECT_NEAR(mcnemar(150, 86, true).p, 4.115e-5, 5e-9);
  EXPECT_NEAR(mcnemar_exact(150, 86) / (2 * binomial_lower(86, 236, 0.5)), 1, 1e-12);
  EXPECT_EQ(mcnemar(0, 0, true).p, 1);
  EXPECT_EQ(mcnemar_exact(0, 0), 1);
  EXPECT_EQ(mcnemar_exact(5, 5), 1);
  EXPECT_NEAR(mcnemar_exact(6, 0), 0.03125, 1e-15);  // the least that can ever reach 0.05
  EXPECT_GT(mcnemar_exact(5, 0), 0.05);
}

TEST(ExactStatistics, FisherOnTheLadyTastingTeaAndByEnumeration) {
  EXPECT_NEAR(fisher_exact(3, 1, 1, 3), 0.4857, 0.00005);
  EXPECT_NEAR(fisher_exact(10, 2, 3, 15), 0.0005367241191434357, 1e-12);
  EXPECT_NEAR(fisher_exact(12, 388, 40, 560), 0.01276178434410627, 1e-12);
  EXPECT_EQ(fisher_exact(0, 0, 3, 4), 1);
  const auto choose = [](int n, int k) { return row_of_pascal(n)[static_cast<std::size_t>(k)]; };
  for (int a = 0; a <= 6; ++a)
    for (int c = 0; c <= 9; ++c) {
      const int column = a + c;
      const auto point = [&](int x) { return choose(6, x) * choose(9, column - x) / choose(15, column); };
      double sum = 0;
      for (int x = std::max(0, column - 9); x <= std::min(6, column); ++x)
        if (point(x) <= point(a) * (1 + 1e-7)) sum += point(x);
      EXPECT_NEAR(fisher_exact(a, 6 - a, c, 9 - c), sum, 1e-12);
    }
}

TEST(ExactStatistics, IntervalOfAPairedDifferenceAsPublished) {
  // Fagerland, Lydersen, Laake, Statistical Analysis of Contingency Tables (2017), chapter 8.
  const Range cavo = paired_interval({59, 6, 16, 80}, 0.95);
  EXPECT_NEAR(cavo.low, -0.1186, 0.00005);
  EXPECT_NEAR(cavo.high, -0.0046, 0.00005);
  // Newcombe (1998), method 10 on 36, 12, 2, 0.
  const Range none = paired_interval({36, 12, 2, 0}, 0.95);
  EXPECT_NEAR(none.low, 0.0569, 0.00005);
  EXPECT_NEAR(none.high, 0.3404, 0.00005);
  const Range half = paired_interval({18, 6, 1, 0}, 0.95);  // half the pairs: wider
  EXPECT_LT(half.low, none.low);
  EXPECT_GT(half.high, none.high);
}

TEST(ExactStatistics, SignFlipsAgreeWithEveryFlipAndWithMcNemar) {
  const std::vector<Count> totals{2, -1, 3, 1, 1, 0, -2, 2, 1};
  const Count seen = std::abs(std::accumulate(totals.begin(), totals.end(), Count{0}));
  int far = 0;
  for (unsigned flips = 0; flips < 512; ++flips) {
    Count sum = 0;
    for (std::size_t i = 0; i < totals.size(); ++i) sum += (flips >> i & 1U) != 0 ? totals[i] : -totals[i];
    far += std::abs(sum) >= seen;
  }
  EXPECT_NEAR(sign_flip_test(totals), far / 512.0, 1e-14);
  for (const Count plus : {0, 3, 9, 40})
    for (const Count minus : {0, 2, 9, 17}) {
      std::vector<Count> single(static_cast<std::size_t>(plus), 1);
      single.insert(single.end(), static_cast<std::size_t>(minus), -1);
      single.push_back(0);
      EXPECT_NEAR(sign_flip_test(single), mcnemar_exact(plus, minus), 1e-12);
    }
  EXPECT_EQ(sign_flip_test(std::vector<Count>{}), 1);
}

TEST(ExactStatistics, HolmStepsDown) {
  const std::vector<double> p{0.01, 0.04, 0.03, 0.005};
  const std::vector<double> expected{0.03, 0.06, 0.06, 0.02};  // R: p.adjust(p, "holm")
  const auto adjusted = holm(p);
  for (std::size_t i = 0; i < p.size(); ++i) EXPECT_NEAR(adjusted[i], expected[i], 1e-15);
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-12);
}

}  // namespace
}  // namespace passend::fairwork
