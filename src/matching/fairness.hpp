// SPDX-License-Identifier: EUPL-1.2
// Who is reached: counts of all people and of every group, with reach, share, exact interval and price of the floor
// (docs/plan.md section 11). Small counts are hidden.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "matching/plan.hpp"

namespace passend {

enum class WishState : std::uint8_t { kWithout, kLive, kUnconfirmed, kExpired };
WishState wish_state(const Person& person, Date on);

struct FairnessRow {
  std::string group;  // empty for all people
  std::string kind;
  std::optional<std::int64_t> people, without_wish, unconfirmed, expired, candidate, voorstel, reach;
  std::optional<std::int64_t> share, low, high;  // per mille
  std::optional<std::int64_t> floor;
  std::optional<std::string> price;  // decimal
  bool suppressed = false;
};

struct Fairness {
  FairnessRow total;
  std::vector<FairnessRow> groups;  // as Snapshot::groups
};

Fairness count_fairness(const PlanContext& context, const Snapshot& snapshot, const Plan& plan);

// Exact (Clopper-Pearson) 95 % interval of `hits` out of `tries`, per mille, low rounded down and high up.
struct Interval {
  std::int64_t low = 0, high = 0;
};
Interval exact_interval(std::int64_t hits, std::int64_t tries);

inline constexpr std::int64_t kSmallCount = 10;  // counts from 1 up to this (excluded) are hidden

}  // namespace passend
