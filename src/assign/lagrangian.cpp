// SPDX-License-Identifier: EUPL-1.2
#include "assign/lagrangian.hpp"

#include "assign/matching_search.hpp"

#include <algorithm>
#include <numeric>

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
      weight += Int128{prices.earlier[k]} *
                own_weight(problem, objective, static_cast<LevelName>(k), person, edge);
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

Int128 dual_of(const Problem& problem, Objective objective, LevelName level, const SidePrices& prices,
               const InForce& in_force) {
  Int128 dual = 0;
  for (std::size_t j = 0; j < problem.capacity.size(); ++j) dual += Int128{prices.work[j]} * problem.capacity[j];
  for (std::size_t r = 0; r < problem.budget.size(); ++r) dual += Int128{prices.resource[r]} * problem.budget[r];
  for (std::size_t g = 0; g < problem.floor.size(); ++g) dual -= Int128{prices.group[g]} * in_force.floor[g];
  for (std::size_t k = 1; k < kLevelNames; ++k) dual -= Int128{prices.earlier[k]} * in_force.value[k];
  for (std::size_t person = 0; person < problem.people(); ++person) {
    const Int128 shared = person_weight(problem, prices, person);
    Int128 best = 0;
    for (const Edge& edge : problem.edges_of(person))
      best = std::max(best, shared + edge_weight(problem, objective, level, prices, person, edge) -
                                prices.work[edge.work]);
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

SidePrices prices_alone(const Problem& problem, const Options& options, LevelName level) {
  Rows<std::int64_t> rows;
  rows.falling = true;
  rows.begin.push_back(0);
  std::vector<std::pair<std::int64_t, std::uint32_t>> row;
  for (std::size_t person = 0; person < problem.people(); ++person) {
    row.clear();
    for (const Edge& edge : problem.edges_of(person))
      if (problem.capacity[edge.work] > 0)
        row.emplace_back(own_weight(problem, options.objective, level, person, edge), edge.work);
    std::ranges::sort(row, std::greater{});
    for (const auto& [weight, work] : row) {
      rows.weight.push_back(weight);
      rows.work.push_back(work);
    }
    rows.begin.push_back(static_cast<std::uint32_t>(rows.work.size()));
  }
  Matching<std::int64_t> matching(rows, problem.capacity);
  matching.restart();
  if (matching.place_people(options.stop)) matching.lower_prices();
  SidePrices prices;
  for (const std::int64_t price : matching.prices()) prices.work.push_back(price * kPriceUnit);
  for (std::size_t person = 0; person < problem.people(); ++person)
    for (const Edge& edge : problem.edges_of(person))
      if (problem.capacity[edge.work] == 0)
        prices.work[edge.work] = std::max(
            prices.work[edge.work], kPriceUnit * own_weight(problem, options.objective, level, person, edge));
  prices.resource.assign(problem.budget.size(), 0);
  prices.group.assign(problem.floor.size(), 0);
  return prices;
}

}  // namespace passend::assign
