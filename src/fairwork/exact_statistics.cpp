// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/exact_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <numeric>

namespace passend::fairwork {
namespace {

constexpr double kHalf = 0.5;
constexpr double kTie = 1e-7;  // relative: outcomes this close are equally likely
constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr double kTiny = std::numeric_limits<double>::min();
constexpr double kMostNormal = 40;  // further out no double is left
constexpr int kHalvings = 200;

double real(Count count) { return static_cast<double>(count); }

double log_choose(double n, double k) { return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1); }

// Log of a power whose base may be zero.
double log_power(double base_log, double exponent) { return exponent == 0 ? 0 : exponent * base_log; }

double binomial_log(Count hits, Count tries, double share) {
  return log_choose(real(tries), real(hits)) + log_power(std::log(share), real(hits)) +
         log_power(std::log1p(-share), real(tries - hits));
}

double not_zero(double value) { return std::abs(value) < kTiny ? kTiny : value; }

// The continued fraction of the incomplete beta function (DLMF 8.17.22), by the modified Lentz method.
double beta_fraction(double a, double b, double x) {
  double c = 1;
  double d = 1 / not_zero(1 - (a + b) * x / (a + 1));
  double value = d;
  for (double m = 1;; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / not_zero(1 + even * d);
    c = not_zero(1 + even / c);
    value *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / not_zero(1 + odd * d);
    c = not_zero(1 + odd / c);
    value *= d * c;
    if (std::abs(d * c - 1) <= 2 * kEpsilon) return value;
  }
}

// I_x(a, b) for a, b > 0.
double incomplete_beta(double a, double b, double x) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double front =
      std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(a, b, x) / a;
  return 1 - front * beta_fraction(b, a, 1 - x) / b;
}

// The argument between low and high at which a rising function reaches `aim`.
template <class Function>
double where_rising(double low, double high, double aim, Function function) {
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = std::midpoint(low, high);
    (function(middle) < aim ? low : high) = middle;
  }
  return std::midpoint(low, high);
}

double chi_square_tail(double statistic) { return std::erfc(std::sqrt(statistic / 2)); }

// The correlation of the pair, as method 10 corrects it for continuity.
double pair_correlation(const PairCounts& c) {
  const double product =
      (c.both + c.only_first) * (c.only_second + c.neither) * (c.both + c.only_second) * (c.only_first + c.neither);
  if (product <= 0) return 0;
  const double cross = c.both * c.neither - c.only_first * c.only_second;
  return (cross > 0 ? std::max<double>(cross - c.pairs() / 2, 0) : cross) / std::sqrt(product);
}

double joined(double a, double b, double correlation) {
  return std::sqrt(std::max<double>(a * a - 2 * correlation * a * b + b * b, 0));
}

// Adds `times` coins, each worth `step` or nothing, to a sum of chance.
std::vector<double> with_coins(const std::vector<double>& sum, Count step, Count times) {
  std::vector<double> out(sum.size() + static_cast<std::size_t>(step * times), 0);
  for (Count k = 0; k <= times; ++k) {
    const double weight = binomial_point(k, times, kHalf);
    for (std::size_t s = 0; s < sum.size(); ++s) out[s + static_cast<std::size_t>(k * step)] += weight * sum[s];
  }
  return out;
}

}  // namespace

double binomial_point(Count hits, Count tries, double share) {
  return hits < 0 || hits > tries ? 0 : std::exp(binomial_log(hits, tries, share));
}

double binomial_upper(Count hits, Count tries, double share) {
  if (hits <= 0) return 1;
  if (hits > tries) return 0;
  return incomplete_beta(real(hits), real(tries - hits + 1), share);
}

double binomial_lower(Count hits, Count tries, double share) { return binomial_upper(tries - hits, tries, 1 - share); }

double binomial_test(Count hits, Count tries, double share) {
  const double mean = real(tries) * share;
  if (real(hits) == mean) return 1;
  const double limit = binomial_log(hits, tries, share) + std::log1p(kTie);
  const auto unlikely = [&](Count other) { return binomial_log(other, tries, share) <= limit; };
  const bool low = real(hits) < mean;
  // On the far side of the mean the points fall with the distance: halve to the first that is unlikely enough.
  Count near = static_cast<Count>(low ? std::ceil(mean) : std::floor(mean));
  Count far = low ? tries + 1 : -1;
  while (near != far) {
    const Count middle = low ? near + (far - near) / 2 : near - (near - far) / 2;
    if (unlikely(middle))
      far = middle;
    else
      near = low ? middle + 1 : middle - 1;
  }
  const double own = low ? binomial_lower(hits, tries, share) : binomial_upper(hits, tries, share);
  const double other = low ? binomial_upper(far, tries, share) : binomial_lower(far, tries, share);
  return std::min<double>(own + other, 1);
}

Range clopper_pearson(Count hits, Count tries, double confidence) {
  const double tail = (1 - confidence) / 2;
  const auto low_of = [&](Count of) {
    return of == 0 ? double{0}
                   : where_rising(0, 1, tail, [&](double share) { return binomial_upper(of, tries, share); });
  };
  return {low_of(hits), 1 - low_of(tries - hits)};
}

Range wilson(double hits, double tries, double confidence) {
  if (tries <= 0) return {};
  const double z = normal_quantile(1 - (1 - confidence) / 2);
  const double middle = hits + z * z / 2;
  const double width = z * std::sqrt(hits * (tries - hits) / tries + (z / 2) * (z / 2));
  const double whole = tries + z * z;
  return {std::max<double>((middle - width) / whole, 0), std::min<double>((middle + width) / whole, 1)};
}

double paired_difference(const PairCounts& counts) {
  return counts.pairs() > 0 ? (counts.only_first - counts.only_second) / counts.pairs() : 0;
}

Range paired_interval(const PairCounts& counts, double confidence) {
  const double n = counts.pairs();
  if (n <= 0) return {-1, 1};
  const double first = (counts.both + counts.only_first) / n;
  const double second = (counts.both + counts.only_second) / n;
  const Range of_first = wilson(n * first, n, confidence);
  const Range of_second = wilson(n * second, n, confidence);
  const double correlation = pair_correlation(counts);
  const double difference = paired_difference(counts);
  return {difference - joined(first - of_first.low, of_second.high - second, correlation),
          difference + joined(of_first.high - first, second - of_second.low, correlation)};
}

ChiSquare mcnemar(Count only_first, Count only_second, bool corrected) {
  const double differ = real(only_first + only_second);
  if (differ <= 0) return {};
  const double distance = std::max<double>(real(std::abs(only_first - only_second)) - (corrected ? 1 : 0), 0);
  const double statistic = distance * distance / differ;
  return {statistic, chi_square_tail(statistic)};
}

double mcnemar_exact(Count only_first, Count only_second) {
  return binomial_test(only_first, only_first + only_second, kHalf);
}

double fisher_exact(Count a, Count b, Count c, Count d) {
  const Count row = a + b, column = a + c, all = a + b + c + d;
  const auto log_of = [&](Count x) {
    return log_choose(real(column), real(x)) + log_choose(real(all - column), real(row - x));
  };
  const double limit = log_of(a) + std::log1p(kTie);
  // The likeliest outcome becomes 1, so that nothing is lost in a wide table.
  const Count least = std::max<Count>(0, row + column - all), most = std::min(row, column);
  const auto mode = static_cast<Count>(real(row + 1) * real(column + 1) / real(all + 2));
  const double scale = log_of(std::clamp(mode, least, most));
  double whole = 0, unlikely = 0;
  for (Count x = least; x <= most; ++x) {
    const double log_x = log_of(x);
    const double weight = std::exp(log_x - scale);
    whole += weight;
    if (log_x <= limit) unlikely += weight;
  }
  return std::min<double>(unlikely / whole, 1);
}

double sign_flip_test(std::span<const Count> totals) {
  std::map<Count, Count> times;  // of each size
  Count sum = 0, most = 0;
  for (const Count total : totals) {
    if (total != 0) ++times[std::abs(total)];
    sum += total;
    most += std::abs(total);
  }
  std::vector<double> chance(1, 1);  // of the part of `most` that has a plus
  for (const auto& [size, count] : times) chance = with_coins(chance, size, count);
  double far = 0;
  for (std::size_t plus = 0; plus < chance.size(); ++plus)
    if (std::abs(2 * static_cast<Count>(plus) - most) >= std::abs(sum)) far += chance[plus];
  return std::min<double>(far, 1);
}

std::vector<double> holm(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p_values[i]; });
  std::vector<double> adjusted(p_values.size());
  double so_far = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    so_far = std::max(so_far, p_values[order[rank]] * static_cast<double>(order.size() - rank));
    adjusted[order[rank]] = std::min<double>(so_far, 1);
  }
  return adjusted;
}

double normal_quantile(double share) {
  return where_rising(-kMostNormal, kMostNormal, share,
                      [](double z) { return kHalf * std::erfc(-z / std::numbers::sqrt2); });
}

}  // namespace passend::fairwork
