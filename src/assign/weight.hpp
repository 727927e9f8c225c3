// SPDX-License-Identifier: EUPL-1.2
// Weights of one pair on all levels as one number that compares lexicographically.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <vector>

#include "assign/assignment.hpp"

namespace passend::assign {

__extension__ typedef __int128 Int128;

// Two lanes, compared first to last. An ordered abelian group: all that shortest paths need.
struct Wide {
  Int128 high = 0, low = 0;
  friend constexpr std::strong_ordering operator<=>(const Wide& a, const Wide& b) {
    if (a.high != b.high) return a.high < b.high ? std::strong_ordering::less : std::strong_ordering::greater;
    if (a.low != b.low) return a.low < b.low ? std::strong_ordering::less : std::strong_ordering::greater;
    return std::strong_ordering::equal;
  }
  friend constexpr bool operator==(const Wide&, const Wide&) = default;
  friend constexpr Wide operator+(Wide a, const Wide& b) { return {a.high + b.high, a.low + b.low}; }
  friend constexpr Wide operator-(Wide a, const Wide& b) { return {a.high - b.high, a.low - b.low}; }
  constexpr Wide& operator+=(const Wide& b) { return *this = *this + b; }
  constexpr Wide& operator-=(const Wide& b) { return *this = *this - b; }
};

// Fields within the lanes. A price is a sum of at most kNodesMax = 2^20 weights of alternating sign, so a field holds
// its level when it is wider than twice that (sign), and twice again for the difference of two such sums.
inline constexpr int kPathBits = 20;
inline constexpr int kKeptShift = 0, kScoreShift = 24, kPlacedShift = 68;  // in high: 1, 20 and 1 bits
inline constexpr int kLottery2Shift = 0, kLotteryShift = 64;               // in low: 40 and 40 bits
static_assert(kScoreShift - kKeptShift >= 1 + kPathBits + 2);
static_assert(kPlacedShift - kScoreShift >= 20 + kPathBits + 2 && kScoreMax <= 1 << 20);
static_assert(kPlacedShift + 1 + kPathBits + 2 < 127);
static_assert(kLotteryShift - kLottery2Shift >= 40 + kPathBits + 2 && kLotteryEnd == std::int64_t{1} << 40);
static_assert(kLotteryShift + 40 + kPathBits + 2 < 127);

// The levels but `floors`, one number each.
inline constexpr std::size_t kLanes = kLevelNames - 1;
using Lanes = std::array<std::int64_t, kLanes>;
constexpr std::size_t lane_of(LevelName name) { return static_cast<std::size_t>(name) - 1; }

// A number per level, zero where the level takes no part.
Lanes lanes_of(const Problem& problem, Objective objective, std::size_t person, const Edge& edge);
Wide pack(const Lanes& lanes);
Lanes unpack(const Wide& weight);

}  // namespace passend::assign
