// SPDX-License-Identifier: EUPL-1.2
#include "assign/working_plan.hpp"

#include <algorithm>

#include "assign/weight.hpp"

namespace passend::assign {

Plan::Plan(const Problem& problem, Objective objective)
    : problem_(&problem),
      objective_(objective),
      edge_of_(problem.people(), -1),
      people_of_(problem.capacity.size()),
      left_(problem.budget),
      missing_(problem.floor.begin(), problem.floor.end()) {
  for (const std::int64_t count : missing_) merit_[0] -= count;
}

bool Plan::within_budgets() const {
  return std::ranges::none_of(left_, [](std::int64_t amount) { return amount < 0; });
}

bool Plan::fits(const Edge& edge) const {
  if (!has_free_place(edge.work)) return false;
  return std::ranges::all_of(problem_->uses_of(edge),
                             [&](const Use& use) { return use.amount <= left_[use.resource]; });
}

void Plan::count(std::uint32_t person, const Edge& edge, std::int64_t sign) {
  const Lanes lanes = lanes_of(*problem_, objective_, person, edge);
  for (std::size_t lane = 0; lane < kLanes; ++lane) merit_[lane + 1] += sign * lanes[lane];
  for (const Use& use : problem_->uses_of(edge)) left_[use.resource] -= sign * use.amount;
  for (const std::uint32_t group : problem_->groups_of(person)) {
    const std::int64_t before = std::max<std::int64_t>(0, missing_[group]);
    missing_[group] -= sign;
    merit_[0] += before - std::max<std::int64_t>(0, missing_[group]);
  }
}

void Plan::put(std::uint32_t person, std::int64_t edge) {
  const Edge& taken = problem_->edges[static_cast<std::size_t>(edge)];
  edge_of_[person] = edge;
  people_of_[taken.work].push_back(person);
  count(person, taken, 1);
}

void Plan::drop(std::uint32_t person) {
  if (edge_of_[person] < 0) return;
  const Edge& left = problem_->edges[static_cast<std::size_t>(edge_of_[person])];
  edge_of_[person] = -1;
  auto& people = people_of_[left.work];
  people.erase(std::ranges::find(people, person));
  count(person, left, -1);
}

bool Plan::put_all(std::span<const Move> moves) {
  for (const Move& move : moves) {
    if (move.edge < 0) continue;
    if (!fits(problem_->edges[static_cast<std::size_t>(move.edge)])) return false;
    put(move.person, move.edge);
  }
  return true;
}

bool Plan::improve(std::span<const Move> moves) {
  constexpr std::size_t kMovesMax = 8;
  std::array<std::int64_t, kMovesMax> old{};
  const Merit before = merit_;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    old[i] = edge_of_[moves[i].person];
    drop(moves[i].person);
  }
  if (put_all(moves) && before < merit_) return true;
  for (const Move& move : moves) drop(move.person);
  for (std::size_t i = 0; i < moves.size(); ++i)
    if (old[i] >= 0) put(moves[i].person, old[i]);
  return false;
}

void Plan::assign(std::span<const std::int64_t> edge_of_person) {
  for (std::uint32_t person = 0; person < edge_of_.size(); ++person) {
    if (edge_of_[person] == edge_of_person[person]) continue;
    drop(person);
    if (edge_of_person[person] >= 0) put(person, edge_of_person[person]);
  }
}

}  // namespace passend::assign
