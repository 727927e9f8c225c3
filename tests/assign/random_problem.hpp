// SPDX-License-Identifier: EUPL-1.2
// Small random problems, and the best plan of one by trying everything.
#pragma once

#include <algorithm>
#include <optional>
#include <random>
#include <vector>

#include "assign/assignment.hpp"

namespace passend::assign::testing {

struct Shape {
  int people = 5, works = 4, resources = 0, groups = 0;
  int capacity_max = 2, score_max = 5;
  bool kept = true, lottery = true;
};

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::int64_t below(std::int64_t end) {
    return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(end));
  }
  std::int64_t from_to(std::int64_t first, std::int64_t last) { return first + below(last - first + 1); }
  bool one_in(std::int64_t n) { return below(n) == 0; }

 private:
  std::mt19937_64 engine_;
};

inline void add_row(Problem& problem, const Shape& shape, Dice& dice) {
  for (std::uint32_t work = 0; work < problem.capacity.size(); ++work) {
    if (dice.one_in(3)) continue;
    Edge edge{work, static_cast<std::int32_t>(dice.from_to(0, shape.score_max)), shape.kept && dice.one_in(3), 0, 0, 0};
    if (shape.lottery) edge.lottery = static_cast<std::uint64_t>(dice.below(kLotteryEnd));
    edge.uses_begin = static_cast<std::uint32_t>(problem.uses.size());
    for (std::uint32_t r = 0; r < problem.budget.size(); ++r)
      if (dice.one_in(2)) problem.uses.push_back({r, dice.from_to(1, 9)});
    edge.uses_end = static_cast<std::uint32_t>(problem.uses.size());
    problem.edges.push_back(edge);
  }
  problem.row_begin.push_back(static_cast<std::uint32_t>(problem.edges.size()));
}

inline Problem random_problem(const Shape& shape, Dice& dice) {
  Problem problem;
  problem.with_kept = shape.kept;
  problem.with_lottery = shape.lottery;
  for (int j = 0; j < shape.works; ++j)
    problem.capacity.push_back(static_cast<std::int32_t>(dice.from_to(dice.one_in(4) ? 0 : 1, shape.capacity_max)));
  for (int r = 0; r < shape.resources; ++r) problem.budget.push_back(dice.from_to(0, 4 * shape.people));
  for (int g = 0; g < shape.groups; ++g)
    problem.floor.push_back(static_cast<std::int32_t>(dice.from_to(0, shape.people / 2 + 1)));
  problem.row_begin.push_back(0);
  problem.member_begin.push_back(0);
  for (int i = 0; i < shape.people; ++i) {
    add_row(problem, shape, dice);
    for (std::uint32_t g = 0; g < problem.floor.size(); ++g)
      if (dice.one_in(2)) problem.member_group.push_back(g);
    problem.member_begin.push_back(static_cast<std::uint32_t>(problem.member_group.size()));
    if (shape.lottery) problem.lottery.push_back(static_cast<std::uint64_t>(dice.below(kLotteryEnd)));
  }
  return problem;
}

// Values as "more is better": floors with the sign turned.
inline std::vector<std::int64_t> merits(const Problem& problem, const std::vector<std::int64_t>& plan,
                                        const std::vector<LevelName>& levels) {
  auto values = values_of(problem, plan, levels);
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (levels[i] == LevelName::kFloors) values[i] = -values[i];
  return values;
}

// Visits every plan within capacities and budgets.
class AllPlans {
 public:
  explicit AllPlans(const Problem& problem)
      : problem_(problem), plan_(problem.people(), -1), places_(problem.capacity), left_(problem.budget) {}

  template <class Visit>
  void visit(const Visit& seen, std::size_t person = 0) {
    if (person == plan_.size()) return seen(plan_);
    visit(seen, person + 1);
    for (std::uint32_t e = problem_.row_begin[person]; e < problem_.row_begin[person + 1]; ++e) {
      if (!take(problem_.edges[e], 1)) continue;
      plan_[person] = e;
      visit(seen, person + 1);
      plan_[person] = -1;
      take(problem_.edges[e], -1);
    }
  }

 private:
  bool take(const Edge& edge, std::int32_t sign) {
    places_[edge.work] -= sign;
    bool fits = places_[edge.work] >= 0;
    for (const Use& use : problem_.uses_of(edge)) fits &= (left_[use.resource] -= sign * use.amount) >= 0;
    if (sign > 0 && !fits) take(edge, -1);
    return fits;
  }

  const Problem& problem_;
  std::vector<std::int64_t> plan_;
  std::vector<std::int32_t> places_;
  std::vector<std::int64_t> left_;
};

inline std::vector<std::int64_t> best_merits(const Problem& problem, const std::vector<LevelName>& levels) {
  std::vector<std::int64_t> best;
  AllPlans(problem).visit([&](const auto& plan) { best = std::max(best, merits(problem, plan, levels)); });
  return best;
}

}  // namespace passend::assign::testing
