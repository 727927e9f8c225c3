// SPDX-License-Identifier: EUPL-1.2
// The loops of core_peak.hpp; included by one .cpp file for each instruction set, compiled for it.
#pragma once

#include <ctime>
#include <experimental/simd>

#include "core_peak.hpp"

namespace passend::bench {

template <income::InstructionSet kSet>
struct PeakLoop {
  using Vector = std::experimental::native_simd<double>;
  static constexpr int kChains = 6;
  static constexpr long kRounds = 4'000'000;

  static double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

  static double operations() {
    volatile double one = 1;  // unknown to the compiler
    const Vector step = one;
    Vector sum[kChains], product[kChains];
    for (int c = 0; c < kChains; ++c) sum[c] = product[c] = c + one;
    const double begin = seconds();
    for (long round = 0; round < kRounds; ++round)
      for (int c = 0; c < kChains; ++c) {
        sum[c] += step;
        product[c] *= step;
      }
    const double taken = seconds() - begin;
    for (int c = 0; c < kChains; ++c) one = sum[c][0] + product[c][0];
    return kRounds * kChains * 2.0 * Vector::size() / taken;
  }

  static double divisions() {
    volatile double start = 1.3;
    const Vector above = start + 2.4;
    Vector quotient[kChains];
    for (int c = 0; c < kChains; ++c) quotient[c] = c + start;
    constexpr long kFewer = kRounds / 8;
    const double begin = seconds();
    for (long round = 0; round < kFewer; ++round)
      for (Vector& q : quotient) q = above / q;
    const double taken = seconds() - begin;
    for (const Vector& q : quotient) start = q[0];
    return kFewer * kChains * 1.0 * Vector::size() / taken;
  }

  static CorePeak run() { return {operations(), divisions()}; }
};

CorePeak peak_baseline();
CorePeak peak_avx2();
CorePeak peak_avx512();

}  // namespace passend::bench
