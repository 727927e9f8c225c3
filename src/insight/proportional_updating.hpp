// SPDX-License-Identifier: EUPL-1.2
// Weights of kinds of households that fit margins over households and over people at once: iterative proportional
// updating (Ye, Konduri, Pendyala, Sana and Waddell, "A methodology to match distributions of both household and person
// attributes in the generation of synthetic populations", TRB 2009), with the factor to the power of the count, which
// reaches the weights of largest entropy (Bar-Gera, Konduri, Sana, Ye and Pendyala, "Estimating survey weights with
// multiple constraints using entropy optimization methods", TRB 2009): one factor for all rows of a column cannot
// change how many people a household has. With margins over households alone both are iterative proportional fitting.
// And whole numbers in place of those weights. Numbers only; nothing here knows of people.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace passend::insight {

// How often each row (a kind of household) counts in each column (a cell of a margin), row by row.
struct SparseCounts {
  std::vector<std::uint32_t> starts{0};  // rows + 1
  std::vector<std::uint32_t> columns;
  std::vector<std::uint8_t> counts;  // > 0

  std::size_t rows() const { return starts.size() - 1; }
  void add(std::uint32_t column, std::uint8_t count) {
    columns.push_back(column);
    counts.push_back(count);
  }
  void end_row() { starts.push_back(static_cast<std::uint32_t>(columns.size())); }
};

struct FittedWeights {
  std::vector<double> weights;
  int rounds = 0;            // how often all columns were updated
  double largest_gap = 0.0;  // relative, over the columns with a target above 0
  bool converged = false;    // largest_gap <= tolerance
};

struct UpdatingLimits {
  int rounds = 1000;
  double tolerance = 1e-7;
  int alone = 40;        // rounds of columns alone; afterwards each begins with a step of all columns together
  int look = 40;         // rounds after which
  double stalled = 0.5;  // this much of the gap may be left, or it stops
};

// Column after column the weights of its rows are multiplied by x^count, where x makes the sum the target. A target of
// 0 makes its rows 0. What has not converged by then is helped by entropy_step. When the targets contradict each other
// the last round is returned with its gap. Same inputs, same bits.
FittedWeights update_proportionally(const SparseCounts& counts, std::span<const double> targets,
                                    std::vector<double> weights, const UpdatingLimits& limits = {});

// Whole numbers, each one of the two around its weight, whose column sums lie near the targets: truncate, replicate,
// then sample the rest by running totals, then turn single roundings and pairs of them while that lowers
// Σ (sum − target)² / target. The last `exact` columns weigh (sum − target)² whole: they come out nearest. No lot is
// drawn; the same numbers give the same roundings.
std::vector<std::int64_t> whole_weights(const SparseCounts& counts, std::span<const double> targets,
                                        std::span<const double> weights, std::size_t exact = 0);

std::vector<double> column_sums(const SparseCounts& counts, std::span<const double> weights, std::size_t columns);

}  // namespace passend::insight
