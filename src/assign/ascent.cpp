// SPDX-License-Identifier: EUPL-1.2
// Deflected subgradient with steps after Polyak, from the best multipliers again after a stall. Counted, and in
// doubles only where a direction is chosen: prices are whole millionths, and the dual is recomputed from those.
#include <algorithm>
#include <cmath>

#include "assign/lagrangian.hpp"
#include "assign/matching_search.hpp"

namespace passend::assign {
namespace {

constexpr double kPriceMax = 1e15;  // millionths; keeps every weight far within 64 bits
constexpr std::int64_t kWeightMax = std::int64_t{1} << 61;
constexpr double kDeflection = 0.3;  // share of the last direction in the next
constexpr int kStallMax = 5;
constexpr double kShorter = 0.6, kLonger = 1.1;  // after a stall, after a gain
constexpr double kRelaxationMin = 1e-4, kRelaxationMax = 8;

Rows<std::int64_t> open_rows(const Problem& problem) {
  Rows<std::int64_t> rows;
  rows.begin.push_back(0);
  for (std::size_t person = 0; person < problem.people(); ++person) {
    for (std::uint32_t e = problem.row_begin[person]; e < problem.row_begin[person + 1]; ++e) {
      if (problem.capacity[problem.edges[e].work] == 0) continue;
      rows.work.push_back(problem.edges[e].work);
      rows.source.push_back(e);
    }
    rows.begin.push_back(static_cast<std::uint32_t>(rows.work.size()));
  }
  rows.weight.assign(rows.work.size(), 0);
  return rows;
}

// A multiplier of a budget is measured per mean use, so that all multipliers are of one size.
std::vector<double> units_of(const Problem& problem) {
  std::vector<double> total(problem.budget.size(), 0), count(problem.budget.size(), 0);
  for (const Edge& edge : problem.edges)
    for (const Use& use : problem.uses_of(edge)) {
      total[use.resource] += static_cast<double>(use.amount);
      count[use.resource] += 1;
    }
  std::vector<double> units;
  for (std::size_t r = 0; r < total.size(); ++r) units.push_back(std::max(1.0, total[r] / std::max(1.0, count[r])));
  units.resize(total.size() + problem.floor.size() + 1, 1.0);
  return units;
}

bool keeps_placed(LevelName level, Objective objective) {
  return level > LevelName::kPlaced && objective == Objective::kPlacedScore;
}

// Everything in a weight but what the edge uses and scores.
Int128 shared_weight(const Problem& problem, const SidePrices& prices, std::size_t person) {
  Int128 weight = prices.earlier[static_cast<std::size_t>(LevelName::kPlaced)];
  for (const std::uint32_t group : problem.groups_of(person)) weight += prices.group[group];
  return weight;
}

}  // namespace

Ascent::Ascent(const Problem& problem, const Options& options, LevelName level)
    : problem_(problem),
      options_(options),
      level_(level),
      keeps_placed_(keeps_placed(level, options.objective)),
      rows_(open_rows(problem)),
      matching_(rows_, problem.capacity),
      unit_(units_of(problem)),
      multiplier_(sides(), 0.0),
      direction_(sides(), 0.0) {
  if (level_ == LevelName::kFloors)
    for (std::size_t g = 0; g < problem.floor.size(); ++g) multiplier_[problem.budget.size() + g] = 1.0;
}

SidePrices Ascent::rounded() const {
  const auto price = [&](std::size_t side) {
    return std::llround(std::min(kPriceMax, multiplier_[side] / unit_[side] * static_cast<double>(kPriceUnit)));
  };
  SidePrices prices;
  const std::size_t budgets = problem_.budget.size(), groups = problem_.floor.size();
  for (std::size_t r = 0; r < budgets; ++r) prices.resource.push_back(price(r));
  for (std::size_t g = 0; g < groups; ++g) prices.group.push_back(price(budgets + g));
  prices.earlier[static_cast<std::size_t>(LevelName::kPlaced)] = price(budgets + groups);
  return prices;
}

// A weight below zero is never taken: how far below does not matter.
void Ascent::weigh(const SidePrices& prices) {
  for (std::size_t person = 0; person < problem_.people(); ++person) {
    const Int128 shared = shared_weight(problem_, prices, person);
    for (std::uint32_t i = rows_.begin[person]; i < rows_.begin[person + 1]; ++i) {
      const Edge& edge = problem_.edges[rows_.source[i]];
      Int128 weight = shared;
      if (level_ == LevelName::kPlaced) weight += kPriceUnit;
      if (level_ == LevelName::kScore) weight += Int128{edge.score} * kPriceUnit;
      for (const Use& use : problem_.uses_of(edge)) weight -= Int128{use.amount} * prices.resource[use.resource];
      rows_.weight[i] = static_cast<std::int64_t>(std::clamp<Int128>(weight, -1, kWeightMax));
    }
  }
}

void Ascent::price_closed_works(SidePrices& prices) const {
  for (std::size_t person = 0; person < problem_.people(); ++person)
    for (const Edge& edge : problem_.edges_of(person)) {
      if (problem_.capacity[edge.work] > 0) continue;
      const std::int64_t score = level_ == LevelName::kScore ? edge.score : level_ == LevelName::kPlaced ? 1 : 0;
      const Int128 weight = shared_weight(problem_, prices, person) + Int128{score} * kPriceUnit;
      prices.work[edge.work] =
          std::max(prices.work[edge.work], static_cast<std::int64_t>(std::min<Int128>(weight, kWeightMax)));
    }
}

void Ascent::plan(std::vector<std::int64_t>& edge_of_person) const {
  edge_of_person.assign(problem_.people(), -1);
  for (std::size_t person = 0; person < problem_.people(); ++person)
    if (const std::uint32_t edge = matching_.edge_of(person); edge != kNone)
      edge_of_person[person] = rows_.source[edge];
}

// What the plan leaves: of budgets, above floors, above the people to be kept placed.
std::vector<double> Ascent::gradient(const InForce& in_force) const {
  const std::size_t budgets = problem_.budget.size();
  std::vector<double> left(sides(), 0.0);
  for (std::size_t r = 0; r < budgets; ++r) left[r] = static_cast<double>(problem_.budget[r]);
  for (std::size_t g = 0; g < problem_.floor.size(); ++g) left[budgets + g] = -static_cast<double>(in_force.floor[g]);
  left.back() = -static_cast<double>(in_force.value[static_cast<std::size_t>(LevelName::kPlaced)]);
  for (std::size_t person = 0; person < problem_.people(); ++person) {
    const std::uint32_t edge = matching_.edge_of(person);
    if (edge == kNone) continue;
    for (const Use& use : problem_.uses_of(problem_.edges[rows_.source[edge]]))
      left[use.resource] -= static_cast<double>(use.amount);
    for (const std::uint32_t group : problem_.groups_of(person)) left[budgets + group] += 1;
    left.back() += 1;
  }
  if (!keeps_placed_) left.back() = 0;
  for (std::size_t side = 0; side < left.size(); ++side) left[side] /= unit_[side];
  return left;
}

// The dual without its forced terms: the profits of the matching are what each person gains at most.
Int128 Ascent::free_terms(const SidePrices& prices) const {
  Int128 terms = 0;
  for (std::size_t j = 0; j < problem_.capacity.size(); ++j) terms += Int128{prices.work[j]} * problem_.capacity[j];
  for (std::size_t r = 0; r < problem_.budget.size(); ++r) terms += Int128{prices.resource[r]} * problem_.budget[r];
  for (const std::int64_t profit : matching_.profits()) terms += profit;
  return terms;
}

// True after a stall: the next iteration starts at the best multipliers again.
bool Ascent::record(const SidePrices& prices, Int128 terms, const InForce& in_force) {
  if (!has_best_ || terms + forced_terms(prices, in_force) < best_terms_ + forced_terms(best_, in_force)) {
    best_ = prices;
    price_closed_works(best_);
    best_terms_ = terms;
    best_multiplier_ = multiplier_;
    has_best_ = true;
    relaxation_ = std::min(kRelaxationMax, relaxation_ * kLonger);
    stall_ = 0;
    return false;
  }
  if (++stall_ < kStallMax) return false;
  stall_ = 0;
  relaxation_ *= kShorter;
  multiplier_ = best_multiplier_;
  std::ranges::fill(direction_, 0.0);
  return true;
}

bool Ascent::move(const InForce& in_force, double gap) {
  const std::vector<double> left = gradient(in_force);
  double length = 0;
  for (std::size_t side = 0; side < left.size(); ++side) {
    const bool rests = multiplier_[side] <= 0 && left[side] > 0;
    direction_[side] = rests ? 0.0 : (1 - kDeflection) * left[side] + kDeflection * direction_[side];
    length += direction_[side] * direction_[side];
  }
  if (length <= 0) return false;
  const double step = relaxation_ * gap / length;
  const double most = level_ == LevelName::kFloors ? 1.0 : kPriceMax;
  for (std::size_t side = 0; side < left.size(); ++side) {
    const bool group = side >= problem_.budget.size() && side + 1 < left.size();
    const double moved = std::max(0.0, multiplier_[side] - step * direction_[side]);
    multiplier_[side] = group ? std::min(most, moved) : moved;
  }
  return true;
}

bool Ascent::step(const InForce& in_force, std::int64_t target) {
  if (relaxation_ < kRelaxationMin) return false;
  SidePrices prices = rounded();
  weigh(prices);
  matching_.restart();
  if (!matching_.place_people(options_.stop) || !matching_.release_prices(options_.stop)) return false;
  prices.work = matching_.prices();
  const Int128 terms = free_terms(prices);
  const bool again = record(prices, terms, in_force);
  if (bound_of(level_, best_terms_ + forced_terms(best_, in_force)) == target) return false;
  if (again) return true;
  const double value = static_cast<double>(level_ == LevelName::kFloors ? -target : target);
  return move(in_force,
              static_cast<double>(terms + forced_terms(prices, in_force)) / static_cast<double>(kPriceUnit) - value);
}

}  // namespace passend::assign
