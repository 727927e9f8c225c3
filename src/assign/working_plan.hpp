// SPDX-License-Identifier: EUPL-1.2
// A plan that is being changed: who has which edge, and what is left of places, budgets and floors.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "assign/assignment.hpp"

namespace passend::assign {

// One number per level, more is better: the shortfall of floors counts negative. Compared first to last.
using Merit = std::array<std::int64_t, kLevelNames>;

struct Move {
  std::uint32_t person = 0;
  std::int64_t edge = -1;  // -1 = leaves
};

class Plan {
 public:
  Plan(const Problem& problem, Objective objective);

  const Problem& problem() const { return *problem_; }
  const std::vector<std::int64_t>& edges() const { return edge_of_; }
  std::span<const std::uint32_t> people_of(std::uint32_t work) const { return people_of_[work]; }
  bool has_free_place(std::uint32_t work) const {
    return static_cast<std::int32_t>(people_of_[work].size()) < problem_->capacity[work];
  }
  std::int64_t left(std::uint32_t resource) const { return left_[resource]; }
  std::int64_t missing(std::uint32_t group) const { return missing_[group]; }  // below 0: more than asked
  const Merit& merit() const { return merit_; }
  bool within_budgets() const;

  bool fits(const Edge& edge) const;
  // Neither asks whether it fits.
  void put(std::uint32_t person, std::int64_t edge);
  void drop(std::uint32_t person);
  // All moves at once, if they fit and make the plan better; else nothing changes. Each person at most once.
  bool improve(std::span<const Move> moves);
  // Replaces the plan by another one of the same problem.
  void assign(std::span<const std::int64_t> edge_of_person);

 private:
  void count(std::uint32_t person, const Edge& edge, std::int64_t sign);
  bool put_all(std::span<const Move> moves);

  const Problem* problem_;
  Objective objective_;
  std::vector<std::int64_t> edge_of_;
  std::vector<std::vector<std::uint32_t>> people_of_;
  std::vector<std::int64_t> left_, missing_;
  Merit merit_{};
};

}  // namespace passend::assign
