// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "assign/assignment.hpp"

namespace passend::assign {
namespace {

constexpr std::array<std::string_view, kLevelNames> kNames{"floors", "placed", "score", "kept", "lottery", "lottery2"};

bool rising(const std::vector<std::uint32_t>& begin, std::size_t end) {
  return std::is_sorted(begin.begin(), begin.end()) && (begin.empty() || (begin.front() == 0 && begin.back() == end));
}

std::string fault_of_edge(const Problem& problem, const Edge& edge) {
  if (edge.work >= problem.capacity.size()) return "an edge to a work that is not there";
  if (edge.score < 0 || edge.score > kScoreMax) return "a score outside 0..1000000";
  if (edge.lottery >= static_cast<std::uint64_t>(kLotteryEnd)) return "a lottery number of more than 40 bits";
  if (edge.uses_begin > edge.uses_end || edge.uses_end > problem.uses.size()) return "uses that are not there";
  return {};
}

std::string fault_of_row(const Problem& problem, std::size_t person, std::vector<std::size_t>& seen) {
  for (const Edge& edge : problem.edges_of(person)) {
    if (auto fault = fault_of_edge(problem, edge); !fault.empty()) return fault;
    if (std::exchange(seen[edge.work], person + 1) == person + 1) return "a pair that stands twice";
  }
  return {};
}

std::string fault_of_lists(const Problem& problem) {
  for (const Use& use : problem.uses) {
    if (use.resource >= problem.budget.size()) return "a use of a resource that is not there";
    if (use.amount < 0 || use.amount > kAmountMax) return "a use outside 0..1000000000";
  }
  for (const std::uint32_t group : problem.member_group)
    if (group >= problem.floor.size()) return "a member of a group that is not there";
  const auto negative = [](auto number) { return number < 0; };
  if (std::ranges::any_of(problem.capacity, negative)) return "a capacity below 0";
  if (std::ranges::any_of(problem.budget, negative)) return "a budget below 0";
  if (std::ranges::any_of(problem.floor, negative)) return "a floor below 0";
  if (std::ranges::any_of(problem.lottery, [](auto h) { return h >= static_cast<std::uint64_t>(kLotteryEnd); }))
    return "a lottery number of more than 40 bits";
  return {};
}

std::string fault_of_shape(const Problem& problem) {
  if (problem.people() > kNodesMax || problem.capacity.size() > kNodesMax) return "more than 1048576 people or works";
  if (!rising(problem.row_begin, problem.edges.size())) return "row_begin does not divide the edges";
  if (!rising(problem.member_begin, problem.member_group.size())) return "member_begin does not divide the members";
  if (!problem.member_begin.empty() && problem.member_begin.size() != problem.people() + 1)
    return "member_begin is short";
  if (problem.with_lottery && problem.lottery.size() != problem.people()) return "not one lottery number per person";
  return {};
}

}  // namespace

std::string_view name_of(LevelName name) { return kNames[static_cast<std::size_t>(name)]; }

std::span<const Edge> Problem::edges_of(std::size_t person) const {
  return std::span(edges).subspan(row_begin[person], row_begin[person + 1] - row_begin[person]);
}

std::span<const Use> Problem::uses_of(const Edge& edge) const {
  return std::span(uses).subspan(edge.uses_begin, edge.uses_end - edge.uses_begin);
}

std::span<const std::uint32_t> Problem::groups_of(std::size_t person) const {
  if (member_begin.empty()) return {};
  return std::span(member_group).subspan(member_begin[person], member_begin[person + 1] - member_begin[person]);
}

std::vector<LevelName> levels_of(const Problem& problem, Objective objective) {
  std::vector<LevelName> levels;
  if (!problem.floor.empty()) levels.push_back(LevelName::kFloors);
  if (objective == Objective::kPlacedScore) levels.push_back(LevelName::kPlaced);
  levels.push_back(LevelName::kScore);
  if (problem.with_kept) levels.push_back(LevelName::kKept);
  if (problem.with_lottery) levels.insert(levels.end(), {LevelName::kLottery, LevelName::kLottery2});
  return levels;
}

std::string fault_of(const Problem& problem) {
  if (auto fault = fault_of_shape(problem); !fault.empty()) return fault;
  if (auto fault = fault_of_lists(problem); !fault.empty()) return fault;
  std::vector<std::size_t> seen(problem.capacity.size(), 0);
  for (std::size_t person = 0; person < problem.people(); ++person)
    if (auto fault = fault_of_row(problem, person, seen); !fault.empty()) return fault;
  return {};
}

std::vector<std::int64_t> values_of(const Problem& problem, std::span<const std::int64_t> edge_of_person,
                                    std::span<const LevelName> levels) {
  std::array<std::int64_t, kLevelNames> total{};
  std::vector<std::int64_t> missing(problem.floor.begin(), problem.floor.end());
  const auto sum = [&](LevelName name) -> std::int64_t& { return total[static_cast<std::size_t>(name)]; };
  for (std::size_t person = 0; person < edge_of_person.size(); ++person) {
    if (edge_of_person[person] < 0) continue;
    const Edge& edge = problem.edges[static_cast<std::size_t>(edge_of_person[person])];
    sum(LevelName::kPlaced) += 1;
    sum(LevelName::kScore) += edge.score;
    sum(LevelName::kKept) += edge.kept ? 1 : 0;
    if (problem.with_lottery) sum(LevelName::kLottery) += static_cast<std::int64_t>(problem.lottery[person]);
    sum(LevelName::kLottery2) += static_cast<std::int64_t>(edge.lottery);
    for (const std::uint32_t group : problem.groups_of(person)) --missing[group];
  }
  for (const std::int64_t count : missing) sum(LevelName::kFloors) += std::max<std::int64_t>(0, count);
  std::vector<std::int64_t> values;
  for (const LevelName name : levels) values.push_back(sum(name));
  return values;
}

}  // namespace passend::assign
