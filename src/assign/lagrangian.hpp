// SPDX-License-Identifier: EUPL-1.2
// Bounds with prices on budgets, floors and earlier levels: any prices give a valid bound; a counted ascent looks for
// good ones. Each iteration solves the capacities alone, exactly, from the prices of the one before.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "assign/assignment.hpp"
#include "assign/matching_core.hpp"
#include "assign/weight.hpp"
#include "assign/working_plan.hpp"

namespace passend::assign {

inline constexpr int kPricePlaces = 6;  // decimals of a price
inline constexpr std::int64_t kPriceUnit = 1'000'000;

// In millionths.
struct SidePrices {
  std::vector<std::int64_t> work, resource, group;
  std::array<std::int64_t, kLevelNames> earlier{};
};

// What the levels before ask of a plan: members per group, and values that are kept.
struct InForce {
  std::vector<std::int64_t> floor;
  std::array<std::int64_t, kLevelNames> value{};
};

// The dual function in millionths, over all edges, in exact integers (docs/plan.md, "Certificate").
Int128 forced_terms(const SidePrices& prices, const InForce& in_force);  // its part in floors and earlier values
Int128 dual_of(const Problem& problem, Objective objective, LevelName level, const SidePrices& prices,
               const InForce& in_force);
std::int64_t bound_of(LevelName level, Int128 dual);
Level level_of(LevelName name, std::int64_t value, std::int64_t bound, const SidePrices& prices);

// One price for all works: the bound is then what the best people for all places would bring. Valid on every level,
// and all that levels after `score` get where sides bind.
SidePrices uniform_prices(const Problem& problem, Objective objective, LevelName level);

class Ascent {
 public:
  Ascent(const Problem& problem, const Options& options, LevelName level);

  // One counted iteration towards `target`, the best value known. False when nothing is left to gain (or stopped).
  bool step(const InForce& in_force, std::int64_t target);
  void plan(std::vector<std::int64_t>& edge_of_person) const;  // what the last iteration placed
  const SidePrices& best() const { return best_; }

 private:
  std::size_t sides() const { return problem_.budget.size() + problem_.floor.size() + 1; }
  SidePrices rounded() const;
  void weigh(const SidePrices& prices);
  void price_closed_works(SidePrices& prices) const;
  std::vector<double> gradient(const InForce& in_force) const;
  Int128 free_terms(const SidePrices& prices) const;
  bool record(const SidePrices& prices, Int128 terms, const InForce& in_force);
  bool move(const InForce& in_force, double gap);

  const Problem& problem_;
  const Options& options_;
  LevelName level_;
  bool keeps_placed_;
  Rows<std::int64_t> rows_;
  Matching<std::int64_t> matching_;
  std::vector<double> unit_;  // per side: what one unit of its multiplier is measured in
  std::vector<double> multiplier_, best_multiplier_, direction_;
  SidePrices best_;
  bool has_best_ = false;
  Int128 best_terms_ = 0;
  double relaxation_ = 1.0;
  int stall_ = 0;
};

}  // namespace passend::assign
