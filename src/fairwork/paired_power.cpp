// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/paired_power.hpp"

#include <cmath>
#include <limits>

namespace passend::fairwork {
namespace {

constexpr double kHalf = 0.5;
constexpr double kNegligible = std::numeric_limits<double>::epsilon();

}  // namespace

double PairedPower::power_given(Count differ) {
  const double first = shares_.only_first / shares_.differ();
  while (static_cast<Count>(given_.size()) <= differ) {
    const auto d = static_cast<Count>(given_.size());
    // The critical value rises by at most one with each pair.
    if (2 * binomial_lower(critical_ + 1, d, kHalf) <= alpha_) ++critical_;
    given_.push_back(critical_ < 0 ? double{0}
                                   : binomial_lower(critical_, d, first) + binomial_upper(d - critical_, d, first));
  }
  return given_[static_cast<std::size_t>(differ)];
}

double PairedPower::power(Count pairs) {
  const double differ = shares_.differ();
  if (differ >= 1) return power_given(pairs);
  const auto middle = static_cast<Count>(static_cast<double>(pairs) * differ);
  double sum = 0;
  for (Count d = middle; d <= pairs; ++d) {
    const double weight = binomial_point(d, pairs, differ);
    sum += weight * power_given(d);
    if (weight < kNegligible) break;
  }
  for (Count d = middle - 1; d >= 0; --d) {
    const double weight = binomial_point(d, pairs, differ);
    sum += weight * power_given(d);
    if (weight < kNegligible) break;
  }
  return sum;
}

Count PairedPower::pairs_by_formula(double aim) const {
  const double differ = shares_.differ(), gap = shares_.gap();
  const double root =
      (normal_quantile(1 - alpha_ / 2) * std::sqrt(differ) + normal_quantile(aim) * std::sqrt(differ - gap * gap)) /
      gap;
  return static_cast<Count>(std::ceil(root * root));
}

std::optional<Count> PairedPower::pairs_needed(double aim, Count most) {
  Count reached = pairs_by_formula(aim);
  while (reached <= most && power(reached) < aim) reached += 1 + reached / 12;
  if (reached > most) return std::nullopt;
  Count pairs = 2 * reached;
  while (pairs > 1 && power(pairs - 1) >= aim) --pairs;
  return pairs <= most ? std::optional(pairs) : std::nullopt;
}

}  // namespace passend::fairwork
