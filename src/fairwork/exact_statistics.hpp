// SPDX-License-Identifier: EUPL-1.2
// Exact tests and intervals for counts: binomial, McNemar, Fisher, sign flips by cluster, and their correction for many
// tests. docs/practice-tests.md has the formulas and sources. Counts up to a million; relative error below 1e-7.
// Probabilities and shares lie in 0..1; a test gives its two-sided p-value.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace passend::fairwork {

using Count = std::int64_t;

struct Range {
  double low = 0;
  double high = 1;
};

// P(X = hits) and P(X <= hits), P(X >= hits) for X binomial (tries, share).
double binomial_point(Count hits, Count tries, double share);
double binomial_lower(Count hits, Count tries, double share);
double binomial_upper(Count hits, Count tries, double share);

// Exact binomial test by the method of small p-values: all outcomes at most as likely as this one (R's binom.test).
double binomial_test(Count hits, Count tries, double share);

// Exact interval of a share (Clopper and Pearson 1934); 0..1 for no tries.
Range clopper_pearson(Count hits, Count tries, double confidence);

// Score interval of a share (Wilson 1927); counts may be fractions, as they are in an effective sample.
Range wilson(double hits, double tries, double confidence);

// Pairs by the outcome of their two members.
struct PairCounts {
  double both = 0, only_first = 0, only_second = 0, neither = 0;
  double pairs() const { return both + only_first + only_second + neither; }
};

// Share of the first less that of the second, with the interval of Newcombe (1998), method 10: Wilson's limits squared
// and added, with the correlation of the pair. -1..1 for no pairs.
double paired_difference(const PairCounts& counts);
Range paired_interval(const PairCounts& counts, double confidence);

struct ChiSquare {
  double statistic = 0;
  double p = 1;  // one degree of freedom
};

// McNemar (1947), with or without the continuity correction of Edwards (1948). Statistic 0, p 1 when no pair differs.
ChiSquare mcnemar(Count only_first, Count only_second, bool corrected);
// The exact form: binomial on the pairs that differ, share 1/2.
double mcnemar_exact(Count only_first, Count only_second);

// Fisher's exact test of a table of two by two; outcomes at most as likely as this one are added (R's fisher.test).
double fisher_exact(Count a, Count b, Count c, Count d);

// Each total is the first less the second, summed in one cluster (an employer). Under "no difference" a total may as
// well have had the other sign: the p-value is the exact share of all flips whose sum is at least as far from zero.
// With one pair a cluster it is mcnemar_exact.
double sign_flip_test(std::span<const Count> totals);

// Adjusted p-values in the order given (Holm 1979).
std::vector<double> holm(std::span<const double> p_values);

// The z with P(Z <= z) = share, Z standard normal; share strictly between 0 and 1.
double normal_quantile(double share);

}  // namespace passend::fairwork
