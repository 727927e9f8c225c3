// SPDX-License-Identifier: EUPL-1.2
// From any plan to a good one within all constraints. Every change is taken only when it makes the plan better on the
// first level where it shows, so values only rise.
#pragma once

#include <cstdint>
#include <stop_token>

#include "assign/working_plan.hpp"

namespace passend::assign {

class Search {
 public:
  Search(Plan& plan, std::int64_t steps, std::stop_token stop = {});

  // Leaves over-spent budgets by least loss per unit, fills floors, and places whoever still fits.
  void repair();
  // Moves, swaps and chains of up to three people until nothing improves or the steps are spent.
  void polish();

 private:
  template <class Improve>
  bool pass(const Improve& improve);
  bool spent();
  struct Saving {
    std::int64_t loss = 0, amount = 0;
    Move move{};
    friend bool operator<(const Saving& a, const Saving& b) { return a.loss * b.amount < b.loss * a.amount; }
  };
  Saving cheapest_saving(std::uint32_t person, std::uint32_t resource);
  void leave_overspent(std::uint32_t resource);
  void refill();
  void fill_floors();
  bool better(std::uint32_t person);
  bool better_by(std::uint32_t person, std::int64_t edge);
  bool displace(std::uint32_t person, std::int64_t edge, std::uint32_t other);
  bool chain(std::uint32_t person, std::int64_t edge, std::uint32_t other, std::int64_t next);
  bool trade_budget(std::uint32_t person);
  bool trade_with(std::uint32_t person, std::int64_t edge, std::uint32_t other);

  const Edge& edge(std::int64_t number) const { return problem_.edges[static_cast<std::size_t>(number)]; }
  std::int64_t score_of(std::uint32_t person) const;
  bool open_to(std::uint32_t work, std::int64_t leaving) const;

  const Problem& problem_;
  Plan& plan_;
  std::int64_t steps_;
  bool deep_ = false;  // chains of three as well
  std::stop_token stop_;
};

}  // namespace passend::assign
