// SPDX-License-Identifier: EUPL-1.2
#include "insight/prediction.hpp"

#include <cmath>

namespace passend::insight {
namespace {

double log_choose(std::int64_t n, std::int64_t k) {
  const auto log_factorial = [](std::int64_t m) { return std::lgamma(static_cast<double>(m) + 1); };
  return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

// P(Bin(n, p) <= k), 0 < p < 1.
double at_most(std::int64_t k, std::int64_t n, double p) {
  double sum = 0;
  for (std::int64_t i = 0; i <= k; ++i)
    sum +=
        std::exp(log_choose(n, i) + static_cast<double>(i) * std::log(p) + static_cast<double>(n - i) * std::log1p(-p));
  return sum;
}

}  // namespace

Prediction predict_count(std::int64_t seen, std::int64_t past, std::int64_t ahead, std::int64_t tail_per_mille) {
  if (ahead == 0) return {};
  const double p = static_cast<double>(ahead) / static_cast<double>(past + ahead);
  const double tail = static_cast<double>(tail_per_mille) / 1000;
  Prediction out;
  // Too few ahead: P(at most y of seen + y) <= tail. It grows with y.
  while (at_most(out.low, seen + out.low, p) <= tail) ++out.low;
  out.high = out.low;
  // Too many ahead: P(at least y of seen + y) <= tail, the same as P(at most `seen` in the past) of the other side.
  while (at_most(seen, seen + out.high + 1, 1 - p) > tail) ++out.high;
  return out;
}

}  // namespace passend::insight
