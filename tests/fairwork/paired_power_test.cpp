// SPDX-License-Identifier: EUPL-1.2
// Shows: sample size by Connor's formula and exact power of the McNemar test give published figures, and the exact
// power is that of every outcome enumerated.
#include "fairwork/paired_power.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace passend::fairwork {
namespace {

// Every outcome of so many pairs: first alone, second alone, or neither.
double by_enumeration(int pairs, DiscordantShares shares, double alpha) {
  double sum = 0;
  for (int b = 0; b <= pairs; ++b)
    for (int c = 0; b + c <= pairs; ++c) {
      if (mcnemar_exact(b, c) > alpha) continue;
      const double first = shares.only_first, second = shares.only_second;
      sum +=
          std::exp(std::lgamma(pairs + 1) - std::lgamma(b + 1) - std::lgamma(c + 1) - std::lgamma(pairs - b - c + 1) +
                   b * std::log(first) + c * std::log(second) + (pairs - b - c) * std::log(1 - first - second));
    }
  return sum;
}

TEST(PairedPower, FormulaOfConnorGivesItsExample) {
  // Connor (1987), p. 209, as powersamplesize.com repeats it: shares 0.45 and 0.05, alpha 0.05, power 0.8: 23 pairs.
  EXPECT_EQ(PairedPower({0.45, 0.05}, 0.05).pairs_by_formula(0.8), 23);
}

TEST(PairedPower, ExactPowerOfTheExampleOfOBrien) {
  // O'Brien (2002): half of 0.4 pairs differ at odds 4, 50 pairs, one-sided 0.05. The R package pwrss publishes
  // 0.839356985 for the exact test; G*Power 3.1 prints 0.839343. One-sided 0.05 is two-sided 0.1 but for the far tail.
  EXPECT_NEAR(PairedPower({0.32, 0.08}, 0.1).power(50), 0.839357, 1e-5);
}

TEST(PairedPower, ExactPowerIsThatOfEveryOutcome) {
  const DiscordantShares shares{0.2, 0.1};
  for (const int pairs : {1, 5, 6, 17, 60, 120})
    for (const double alpha : {0.05, 0.0125})
      EXPECT_NEAR(PairedPower(shares, alpha).power(pairs), by_enumeration(pairs, shares, alpha), 1e-11);
  // SciPy, unconditional.
  EXPECT_NEAR(PairedPower({0.32, 0.08}, 0.05).power(50), 0.740152903064656, 1e-11);
  EXPECT_NEAR(PairedPower({0.32, 0.08}, 0.05).power(100), 0.9721785652013214, 1e-11);
}

TEST(PairedPower, TheNumberNeededReachesThePowerAndOneLessDoesNot) {
  for (const DiscordantShares shares : {DiscordantShares{0.15, 0.05}, {0.05, 0.15}, {0.3, 0.2}, {0.7, 0.3}, {0.1, 0}}) {
    PairedPower paired(shares, 0.05);
    const auto needed = paired.pairs_needed(0.8, 20'000);
    ASSERT_TRUE(needed.has_value());
    EXPECT_LT(paired.power(*needed - 1), 0.8);
    for (Count more = *needed; more < *needed + 200; ++more) EXPECT_GE(paired.power(more), 0.8);
    EXPECT_GE(*needed, paired.pairs_by_formula(0.8) - 2);  // the exact test is a little stricter
  }
  EXPECT_FALSE(PairedPower({0.101, 0.1}, 0.05).pairs_needed(0.8, 20'000).has_value());
}

TEST(PairedPower, WithoutADifferenceThePowerIsAtMostAlpha) {
  for (const int pairs : {10, 50, 300})
    for (const double share : {0.02, 0.2, 0.5}) EXPECT_LE(PairedPower({share, share}, 0.05).power(pairs), 0.05);
}

}  // namespace
}  // namespace passend::fairwork
