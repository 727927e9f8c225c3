// SPDX-License-Identifier: EUPL-1.2
// The same problem with people, works and edges in another order.
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "assign/random_problem.hpp"

namespace passend::assign::testing {

inline std::vector<std::uint32_t> shuffled_numbers(std::size_t count, Dice& dice) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0U);
  for (std::size_t i = count; i > 1; --i)
    std::swap(numbers[i - 1], numbers[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(i)))]);
  return numbers;
}

inline std::int64_t work_of(const Problem& problem, const Answer& answer, std::size_t person) {
  const std::int64_t edge = answer.edge_of_person[person];
  return edge < 0 ? -1 : std::int64_t{problem.edges[static_cast<std::size_t>(edge)].work};
}

struct Renumbered {
  Problem problem;
  std::vector<std::uint32_t> old_person, old_work;

  std::int64_t old_work_of(const Answer& answer, std::size_t person) const {
    const auto at = static_cast<std::size_t>(std::ranges::find(old_person, person) - old_person.begin());
    const std::int64_t work = work_of(problem, answer, at);
    return work < 0 ? -1 : std::int64_t{old_work[static_cast<std::size_t>(work)]};
  }
};

inline Renumbered renumber(const Problem& old, Dice& dice) {
  Renumbered out{old, shuffled_numbers(old.people(), dice), shuffled_numbers(old.capacity.size(), dice)};
  Problem& problem = out.problem;
  problem.edges.clear();
  problem.row_begin.assign(1, 0);
  problem.member_begin.assign(1, 0);
  problem.member_group.clear();
  for (std::size_t j = 0; j < out.old_work.size(); ++j) problem.capacity[j] = old.capacity[out.old_work[j]];
  for (std::size_t i = 0; i < out.old_person.size(); ++i) {
    const std::uint32_t person = out.old_person[i];
    for (const std::uint32_t e : shuffled_numbers(old.edges_of(person).size(), dice)) {
      problem.edges.push_back(old.edges_of(person)[e]);
      const auto work = std::ranges::find(out.old_work, problem.edges.back().work) - out.old_work.begin();
      problem.edges.back().work = static_cast<std::uint32_t>(work);
    }
    problem.row_begin.push_back(static_cast<std::uint32_t>(problem.edges.size()));
    for (const std::uint32_t group : old.groups_of(person)) problem.member_group.push_back(group);
    problem.member_begin.push_back(static_cast<std::uint32_t>(problem.member_group.size()));
    if (old.with_lottery) problem.lottery[i] = old.lottery[person];
  }
  return out;
}

}  // namespace passend::assign::testing
