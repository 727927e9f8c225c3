// SPDX-License-Identifier: EUPL-1.2
#include "assign/lagrangian.hpp"

#include <algorithm>
#include <numeric>

#include "assign/matching_search.hpp"
#include "base/quantity.hpp"

namespace passend::assign {
namespace {

std::int64_t own_weight(const Problem& problem, Objective objective, LevelName level, std::size_t person,
                        const Edge& edge) {
  if (level == LevelName::kFloors) return 0;
  return lanes_of(problem, objective, person, edge)[lane_of(level)];
}

// The part of a weight that all of a person's edges share: floors.
Int128 person_weight(const Problem& problem, const SidePrices& prices, std::size_t person) {
  Int128 weight = 0;
  for (const std::uint32_t group : problem.groups_of(person)) weight += prices.group[group];
  return weight;
}

Int128 edge_weight(const Problem& problem, Objective objective, LevelName level, const SidePrices& prices,
                   std::size_t person, const Edge& edge) {
  Int128 weight = Int128{own_weight(problem, objective, level, person, edge)} * kPriceUnit;
  for (const Use& use : problem.uses_of(edge)) weight -= Int128{use.amount} * prices.resource[use.resource];
  for (std::size_t k = 1; k < kLevelNames; ++k)
    if (prices.earlier[k] != 0)
      weight += Int128{prices.earlier[k]} * own_weight(problem, objective, static_cast<LevelName>(k), person, edge);
  return weight;
}

std::string decimal(std::int64_t price) {
  std::string text = to_decimal(price, kPricePlaces);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::vector<Price> listed(const std::vector<std::int64_t>& prices) {
  std::vector<Price> list;
  for (std::uint32_t i = 0; i < prices.size(); ++i)
    if (prices[i] != 0) list.push_back({i, decimal(prices[i])});
  return list;
}

}  // namespace

Int128 forced_terms(const SidePrices& prices, const InForce& in_force) {
  Int128 terms = 0;
  for (std::size_t g = 0; g < prices.group.size(); ++g) terms -= Int128{prices.group[g]} * in_force.floor[g];
  for (std::size_t k = 1; k < kLevelNames; ++k) terms -= Int128{prices.earlier[k]} * in_force.value[k];
  return terms;
}

Int128 dual_of(const Problem& problem, Objective objective, LevelName level, const SidePrices& prices,
               const InForce& in_force) {
  Int128 dual = forced_terms(prices, in_force);
  for (std::size_t j = 0; j < problem.capacity.size(); ++j) dual += Int128{prices.work[j]} * problem.capacity[j];
  for (std::size_t r = 0; r < problem.budget.size(); ++r) dual += Int128{prices.resource[r]} * problem.budget[r];
  for (std::size_t person = 0; person < problem.people(); ++person) {
    const Int128 shared = person_weight(problem, prices, person);
    Int128 best = 0;
    for (const Edge& edge : problem.edges_of(person))
      best = std::max(best,
                      shared + edge_weight(problem, objective, level, prices, person, edge) - prices.work[edge.work]);
    dual += best;
  }
  return dual;
}

std::int64_t bound_of(LevelName level, Int128 dual) {
  Int128 floor = dual / kPriceUnit;
  if (dual % kPriceUnit < 0) --floor;
  if (level == LevelName::kFloors) return static_cast<std::int64_t>(std::max<Int128>(0, -floor));
  return static_cast<std::int64_t>(floor);
}

Level level_of(LevelName name, std::int64_t value, std::int64_t bound, const SidePrices& prices) {
  Level level{name, value, bound, listed(prices.work), listed(prices.resource), listed(prices.group), {}};
  for (std::size_t k = 1; k < kLevelNames; ++k)
    if (prices.earlier[k] != 0) level.earlier.emplace_back(static_cast<LevelName>(k), decimal(prices.earlier[k]));
  return level;
}

SidePrices uniform_prices(const Problem& problem, Objective objective, LevelName level) {
  std::vector<std::int64_t> most;
  for (std::size_t person = 0; person < problem.people(); ++person) {
    most.push_back(0);
    for (const Edge& edge : problem.edges_of(person))
      most.back() = std::max(most.back(), own_weight(problem, objective, level, person, edge));
  }
  std::ranges::sort(most, std::greater{});
  const std::size_t places = std::accumulate(problem.capacity.begin(), problem.capacity.end(), std::size_t{0});
  const std::int64_t price = places < most.size() ? most[places] * kPriceUnit : 0;
  SidePrices prices;
  prices.work.assign(problem.capacity.size(), price);
  prices.resource.assign(problem.budget.size(), 0);
  prices.group.assign(problem.floor.size(), 0);
  return prices;
}

}  // namespace passend::assign
