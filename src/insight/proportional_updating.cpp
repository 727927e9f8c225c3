// SPDX-License-Identifier: EUPL-1.2
#include "insight/proportional_updating.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "insight/entropy_step.hpp"
#include "insight/random_stream.hpp"

namespace passend::insight {
namespace {

// The rows of each column.
struct Transposed {
  std::vector<std::uint32_t> starts, rows;
  std::vector<std::uint8_t> counts;
};

Transposed transposed(const SparseCounts& from, std::size_t columns) {
  Transposed to;
  to.starts.assign(columns + 1, 0);
  for (const auto column : from.columns) ++to.starts[column + 1];
  for (std::size_t c = 0; c < columns; ++c) to.starts[c + 1] += to.starts[c];
  to.rows.resize(from.columns.size());
  to.counts.resize(from.columns.size());
  std::vector<std::uint32_t> next(to.starts.begin(), to.starts.end() - 1);
  for (std::size_t row = 0; row < from.rows(); ++row)
    for (auto k = from.starts[row]; k < from.starts[row + 1]; ++k) {
      const auto place = next[from.columns[k]]++;
      to.rows[place] = static_cast<std::uint32_t>(row);
      to.counts[place] = from.counts[k];
    }
  return to;
}

double sum_of(const Transposed& columns, std::size_t c, std::span<const double> weights) {
  double sum = 0;
  for (auto k = columns.starts[c]; k < columns.starts[c + 1]; ++k) sum += columns.counts[k] * weights[columns.rows[k]];
  return sum;
}

constexpr std::size_t kCounts = 256;
using ByCount = std::array<double, kCounts>;

// The weights of the rows of a column, by how often they count in it.
ByCount weights_by_count(const Transposed& columns, std::size_t c, std::span<const double> weights) {
  ByCount out{};
  for (auto k = columns.starts[c]; k < columns.starts[c + 1]; ++k) out[columns.counts[k]] += weights[columns.rows[k]];
  return out;
}

// x > 0 with Σ n·w_n·x^n = target, by Newton on the logarithm of both sides: that is convex and rising in log x.
double factor_of(const ByCount& weights, double target) {
  constexpr int kSteps = 60;
  constexpr double kExact = 1e-14;
  double x = 1;
  for (int step = 0; step < kSteps; ++step) {
    double sum = 0, slope = 0, power = 1;
    for (std::size_t n = 1; n < kCounts; ++n) {
      power *= x;
      if (weights[n] == 0) continue;
      const double part = static_cast<double>(n) * weights[n] * power;
      sum += part;
      slope += static_cast<double>(n) * part;
    }
    if (sum <= 0 || std::abs(sum / target - 1) <= kExact) break;
    x *= std::exp(std::log(target / sum) * sum / slope);
  }
  return x;
}

// Each weight times factor^count.
void scale(const Transposed& columns, std::size_t c, double factor, std::vector<double>& weights) {
  ByCount powers{};
  powers[0] = 1;
  for (std::size_t n = 1; n < kCounts; ++n) powers[n] = powers[n - 1] * factor;
  for (auto k = columns.starts[c]; k < columns.starts[c + 1]; ++k)
    weights[columns.rows[k]] *= powers[columns.counts[k]];
}

double largest_gap(const Transposed& columns, std::span<const double> targets, std::span<const double> weights) {
  double largest = 0;
  for (std::size_t c = 0; c < targets.size(); ++c)
    if (targets[c] > 0) largest = std::max(largest, std::abs(sum_of(columns, c, weights) / targets[c] - 1));
  return largest;
}

// Roundings up or down of each row, with the distance of each column sum to its target.
class Rounding {
 public:
  Rounding(const SparseCounts& counts, std::span<const double> targets, std::span<const double> weights)
      : counts_(counts), off_(targets.size()), prices_(targets.size()), whole_(weights.size()), free_(weights.size()) {
    for (std::size_t c = 0; c < targets.size(); ++c) {
      off_[c] = -targets[c];
      prices_[c] = 1 / std::max(targets[c], 1.0);
    }
    double running = 0, given = 0;
    for (std::size_t row = 0; row < weights.size(); ++row) {
      const double low = std::floor(weights[row]);
      const double rest = weights[row] - low;
      running += rest;
      const bool up = rest > 0 && std::floor(running + kHalf) > given;
      given += up ? 1 : 0;
      whole_[row] = static_cast<std::int64_t>(low) + (up ? 1 : 0);
      free_[row] = rest > 0 ? (up ? -1 : 1) : 0;
      for_columns(row, [&](std::size_t c, double n) { off_[c] += n * static_cast<double>(whole_[row]); });
    }
  }

  std::vector<std::int64_t> improved(std::size_t exact) && {
    for (std::size_t c = prices_.size() - exact; c < prices_.size(); ++c) prices_[c] = 1;
    for (int pass = 0; pass < kPasses && pass_of_singles(); ++pass) {
    }
    for (int pass = 0; pass < kPasses; ++pass) pass_of_mixed_pairs(static_cast<std::uint64_t>(pass));
    for (int pass = 0; pass < kPasses && pass_of_pairs(); ++pass) {
    }
    return std::move(whole_);
  }

 private:
  static constexpr double kHalf = 0.5;
  static constexpr double kLeastGain = 1e-9;
  static constexpr int kPasses = 60;
  static constexpr std::size_t kPartners = 400;

  template <class Function>
  void for_columns(std::size_t row, Function function) const {
    for (auto k = counts_.starts[row]; k < counts_.starts[row + 1]; ++k)
      function(counts_.columns[k], static_cast<double>(counts_.counts[k]));
  }

  // Change of the sum when the row is rounded the other way.
  double gain(std::size_t row) const {
    double change = 0;
    const double step = free_[row];
    for_columns(row, [&](std::size_t c, double n) { change += prices_[c] * n * (2 * off_[c] * step + n); });
    return -change;
  }

  void turn(std::size_t row) {
    const double step = free_[row];
    for_columns(row, [&](std::size_t c, double n) { off_[c] += step * n; });
    whole_[row] += free_[row];
    free_[row] = static_cast<std::int8_t>(-free_[row]);
  }

  bool pass_of_singles() {
    bool any = false;
    for (std::size_t row = 0; row < whole_.size(); ++row)
      if (free_[row] != 0 && gain(row) > kLeastGain) {
        turn(row);
        any = true;
      }
    return any;
  }

  // Each row that may go up with one that may go down, in an order that looks random and is always the same.
  void pass_of_mixed_pairs(std::uint64_t pass) {
    std::vector<std::size_t> up, down;
    for (std::size_t row = 0; row < whole_.size(); ++row)
      if (free_[row] != 0) (free_[row] > 0 ? up : down).push_back(row);
    RandomStream order(pass, "rounding", 0);
    for (std::size_t i = down.size(); i > 1; --i) std::swap(down[i - 1], down[order.below(i)]);
    const std::size_t offset = up.empty() ? 0 : order.below(up.size());
    for (std::size_t i = 0; i < std::min(up.size(), down.size()); ++i) {
      const std::size_t one = up[(i + offset) % up.size()], two = down[i];
      const double own = gain(one);
      turn(one);
      if (own + gain(two) > kLeastGain)
        turn(two);
      else
        turn(one);
    }
  }

  // The rows nearest to a gain, each with the partner that helps it most.
  bool pass_of_pairs() {
    std::vector<std::pair<double, std::size_t>> nearest;
    for (std::size_t row = 0; row < whole_.size(); ++row)
      if (free_[row] != 0) nearest.emplace_back(-gain(row), row);
    const std::size_t kept = std::min(nearest.size(), kPartners);
    std::partial_sort(nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(kept), nearest.end());
    bool any = false;
    for (std::size_t i = 0; i < kept; ++i) {
      const std::size_t first = nearest[i].second;
      const double own = gain(first);
      turn(first);
      std::size_t best = first;
      double most = kLeastGain - own;
      for (std::size_t j = 0; j < kept; ++j) {
        const std::size_t second = nearest[j].second;
        if (second == first) continue;
        if (const double more = gain(second); more > most) {
          most = more;
          best = second;
        }
      }
      any = any || best != first || own > kLeastGain;
      if (best != first || own <= kLeastGain) turn(best);
    }
    return any;
  }

  const SparseCounts& counts_;
  std::vector<double> off_;  // sum − target
  std::vector<double> prices_;
  std::vector<std::int64_t> whole_;
  std::vector<std::int8_t> free_;  // +1: may be rounded up, −1: may be rounded down, 0: is whole
};

}  // namespace

FittedWeights update_proportionally(const SparseCounts& counts, std::span<const double> targets,
                                    std::vector<double> weights, const UpdatingLimits& limits) {
  const Transposed columns = transposed(counts, targets.size());
  for (std::size_t c = 0; c < targets.size(); ++c)
    if (targets[c] <= 0) scale(columns, c, 0, weights);
  FittedWeights out{.weights = std::move(weights)};
  double earlier = 0;  // gap when last looked
  bool stalled = false;
  while (out.rounds < limits.rounds && !out.converged && !stalled) {
    if (out.rounds >= limits.alone) entropy_step(counts, targets, out.weights);
    ++out.rounds;
    for (std::size_t c = 0; c < targets.size(); ++c)
      if (targets[c] > 0)
        scale(columns, c, factor_of(weights_by_count(columns, c, out.weights), targets[c]), out.weights);
    out.largest_gap = largest_gap(columns, targets, out.weights);
    out.converged = out.largest_gap <= limits.tolerance;
    if (out.rounds % limits.look != 0) continue;
    stalled = out.rounds > limits.look && out.largest_gap > limits.stalled * earlier;
    earlier = out.largest_gap;
  }
  return out;
}

std::vector<std::int64_t> whole_weights(const SparseCounts& counts, std::span<const double> targets,
                                        std::span<const double> weights, std::size_t exact) {
  return Rounding(counts, targets, weights).improved(exact);
}

std::vector<double> column_sums(const SparseCounts& counts, std::span<const double> weights, std::size_t columns) {
  std::vector<double> sums(columns, 0.0);
  for (std::size_t row = 0; row < counts.rows(); ++row)
    for (auto k = counts.starts[row]; k < counts.starts[row + 1]; ++k)
      sums[counts.columns[k]] += counts.counts[k] * weights[row];
  return sums;
}

}  // namespace passend::insight
