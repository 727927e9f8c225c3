// SPDX-License-Identifier: EUPL-1.2
#include "insight/entropy_step.hpp"

#include <algorithm>
#include <cmath>

namespace passend::insight {
namespace {

constexpr double kRidge = 1e-10;  // keeps margins that say the same twice solvable; relative
constexpr double kLongest = 3;    // of a change of log weight
constexpr int kHalvings = 30;

// A symmetric system, by Cholesky; the matrix is overwritten.
std::vector<double> solved(std::vector<double> matrix, std::vector<double> right) {
  const std::size_t n = right.size();
  const auto at = [&](std::size_t r, std::size_t c) -> double& { return matrix[r * n + c]; };
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t k = 0; k < j; ++k)
      for (std::size_t i = j; i < n; ++i) at(i, j) -= at(i, k) * at(j, k);
    const double root = std::sqrt(std::max(at(j, j), kRidge));
    for (std::size_t i = j; i < n; ++i) at(i, j) /= root;
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) right[i] -= at(i, k) * right[k];
    right[i] /= at(i, i);
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) right[i] -= at(k, i) * right[k];
    right[i] /= at(i, i);
  }
  return right;
}

template <class Function>
void for_row(const SparseCounts& counts, std::size_t row, Function function) {
  for (auto k = counts.starts[row]; k < counts.starts[row + 1]; ++k)
    function(counts.columns[k], static_cast<double>(counts.counts[k]));
}

std::vector<double> direction(const SparseCounts& counts, std::span<const double> targets,
                              const std::vector<double>& weights) {
  const std::size_t n = targets.size();
  std::vector<double> matrix(n * n, 0.0), right(targets.begin(), targets.end());
  for (std::size_t row = 0; row < weights.size(); ++row) {
    if (weights[row] == 0) continue;
    for_row(counts, row, [&](std::size_t i, double a) {
      right[i] -= a * weights[row];
      for_row(counts, row, [&](std::size_t j, double b) { matrix[i * n + j] += a * b * weights[row]; });
    });
  }
  std::vector<double> scale(n);
  for (std::size_t i = 0; i < n; ++i)
    scale[i] = matrix[i * n + i] > 0 && targets[i] > 0 ? 1 / std::sqrt(matrix[i * n + i]) : 0;
  for (std::size_t i = 0; i < n; ++i) {
    right[i] *= scale[i];
    for (std::size_t j = 0; j < n; ++j) matrix[i * n + j] *= scale[i] * scale[j];
    matrix[i * n + i] = 1 + kRidge;
  }
  auto out = solved(std::move(matrix), std::move(right));
  for (std::size_t i = 0; i < n; ++i) out[i] *= scale[i];
  return out;
}

}  // namespace

bool entropy_step(const SparseCounts& counts, std::span<const double> targets, std::vector<double>& weights) {
  const auto delta = direction(counts, targets, weights);
  std::vector<double> change(weights.size(), 0.0);  // of log weight
  double longest = 0, linear = 0;
  for (std::size_t row = 0; row < weights.size(); ++row) {
    for_row(counts, row, [&](std::size_t c, double n) { change[row] += n * delta[c]; });
    if (weights[row] > 0) longest = std::max(longest, std::abs(change[row]));
  }
  for (std::size_t c = 0; c < targets.size(); ++c) linear += targets[c] * delta[c];
  double step = std::min(1.0, kLongest / std::max(longest, kRidge));
  for (int halving = 0; halving < kHalvings; ++halving, step /= 2) {
    double rise = -step * linear;
    for (std::size_t row = 0; row < weights.size(); ++row) rise += weights[row] * std::expm1(step * change[row]);
    if (!(rise < 0)) continue;
    for (std::size_t row = 0; row < weights.size(); ++row) weights[row] *= std::exp(step * change[row]);
    return true;
  }
  return false;
}

}  // namespace passend::insight
