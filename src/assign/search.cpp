// SPDX-License-Identifier: EUPL-1.2
#include "assign/search.hpp"

#include <algorithm>

namespace passend::assign {
namespace {

std::int64_t amount_of(const Problem& problem, const Edge& edge, std::uint32_t resource) {
  std::int64_t amount = 0;
  for (const Use& use : problem.uses_of(edge))
    if (use.resource == resource) amount += use.amount;
  return amount;
}

}  // namespace

Search::Search(Plan& plan, std::int64_t steps, std::stop_token stop)
    : problem_(plan.problem()), plan_(plan), steps_(steps), stop_(std::move(stop)) {}

bool Search::spent() {
  --steps_;
  return steps_ < 0 || ((steps_ & 0xFFFF) == 0 && stop_.stop_requested());
}

std::int64_t Search::score_of(std::uint32_t person) const {
  return plan_.edges()[person] < 0 ? 0 : edge(plan_.edges()[person]).score;
}

bool Search::open_to(std::uint32_t work, std::int64_t leaving) const {
  return plan_.has_free_place(work) || (leaving >= 0 && edge(leaving).work == work);
}

void Search::repair() {
  for (std::uint32_t resource = 0; resource < problem_.budget.size(); ++resource) leave_overspent(resource);
  refill();
  fill_floors();
}

// A placed person counts for more than any score, so leaving costs a score above the highest.
Search::Saving Search::cheapest_saving(std::uint32_t person, std::uint32_t resource) {
  const Edge& taken = edge(plan_.edges()[person]);
  const std::int64_t spent_now = amount_of(problem_, taken, resource);
  Saving best{taken.score + kScoreMax, spent_now, {person, -1}};
  if (spent_now == 0) return best;
  for (std::int64_t f = problem_.row_begin[person]; f < problem_.row_begin[person + 1]; ++f) {
    const std::int64_t saved = spent_now - amount_of(problem_, edge(f), resource);
    if (saved <= 0 || spent() || !plan_.fits(edge(f))) continue;
    const Saving saving{taken.score - edge(f).score, saved, {person, f}};
    if (saving < best) best = saving;
  }
  return best;
}

// Least loss per unit first; a work that is no longer open is left for the second time round.
void Search::leave_overspent(std::uint32_t resource) {
  while (plan_.left(resource) < 0) {
    std::vector<Saving> savings;
    for (std::uint32_t person = 0; person < problem_.people(); ++person)
      if (plan_.edges()[person] >= 0)
        if (const Saving saving = cheapest_saving(person, resource); saving.amount > 0) savings.push_back(saving);
    std::ranges::sort(savings, std::less{});
    for (const Saving& saving : savings) {
      if (plan_.left(resource) >= 0) return;
      if (saving.move.edge >= 0 && !plan_.fits(edge(saving.move.edge))) continue;
      plan_.drop(saving.move.person);
      if (saving.move.edge >= 0) plan_.put(saving.move.person, saving.move.edge);
    }
  }
}

// Rows begin with the highest score: the first edge that fits is the person's best.
void Search::refill() {
  for (std::uint32_t person = 0; person < problem_.people(); ++person) {
    if (plan_.edges()[person] >= 0) continue;
    for (std::int64_t e = problem_.row_begin[person]; e < problem_.row_begin[person + 1]; ++e)
      if (!spent() && plan_.fits(edge(e))) {
        plan_.put(person, e);
        break;
      }
  }
}

void Search::fill_floors() {
  for (std::uint32_t person = 0; person < problem_.people() && plan_.merit()[0] < 0; ++person) {
    if (plan_.edges()[person] >= 0) continue;
    const auto groups = problem_.groups_of(person);
    if (std::ranges::any_of(groups, [&](std::uint32_t group) { return plan_.missing(group) > 0; })) better(person);
  }
}

// Cheap looks first; the next kind only when the one before finds nothing more.
void Search::polish() {
  for (bool changed = true; changed && steps_ > 0;) {
    deep_ = false;
    changed = pass([&](std::uint32_t person) { return better(person); });
    if (changed) continue;
    changed = pass([&](std::uint32_t person) { return plan_.edges()[person] < 0 && trade_budget(person); });
    if (changed) continue;
    deep_ = true;
    changed = pass([&](std::uint32_t person) { return plan_.edges()[person] < 0 && better(person); });
  }
}

template <class Improve>
bool Search::pass(const Improve& improve) {
  bool changed = false;
  for (std::uint32_t person = 0; person < problem_.people() && steps_ > 0; ++person) changed |= improve(person);
  return changed;
}

bool Search::better(std::uint32_t person) {
  for (std::int64_t e = problem_.row_begin[person]; e < problem_.row_begin[person + 1]; ++e)
    if (e != plan_.edges()[person] && better_by(person, e)) return true;
  return false;
}

bool Search::better_by(std::uint32_t person, std::int64_t e) {
  if (spent()) return false;
  const std::uint32_t work = edge(e).work;
  if (plan_.has_free_place(work)) return plan_.improve(std::array{Move{person, e}});
  const auto people = plan_.people_of(work);
  const std::vector<std::uint32_t> others(people.begin(), people.end());
  return std::ranges::any_of(others, [&](std::uint32_t other) { return displace(person, e, other); });
}

// While the same people stay placed, floors and `placed` stand still, and a lower score cannot be better.
bool Search::displace(std::uint32_t person, std::int64_t e, std::uint32_t other) {
  const std::int64_t leaving = plan_.edges()[person];
  const bool placed = leaving >= 0, floors = plan_.merit()[0] < 0;
  const std::int64_t gain = edge(e).score - score_of(person) - score_of(other);
  if (floors || (!placed && gain >= 0))
    if (plan_.improve(std::array{Move{person, e}, Move{other, -1}})) return true;
  for (std::int64_t f = problem_.row_begin[other]; f < problem_.row_begin[other + 1]; ++f) {
    if (spent()) return false;
    if (edge(f).work == edge(e).work || (placed && gain + edge(f).score < 0)) continue;
    if (open_to(edge(f).work, leaving)) {
      if (plan_.improve(std::array{Move{person, e}, Move{other, f}})) return true;
    } else if (deep_ && !placed && chain(person, e, other, f)) {
      return true;
    }
  }
  return false;
}

bool Search::chain(std::uint32_t person, std::int64_t e, std::uint32_t other, std::int64_t next) {
  const auto people = plan_.people_of(edge(next).work);
  const std::vector<std::uint32_t> thirds(people.begin(), people.end());
  for (const std::uint32_t third : thirds)
    for (std::int64_t f = problem_.row_begin[third]; f < problem_.row_begin[third + 1]; ++f) {
      if (spent()) return false;
      if (plan_.has_free_place(edge(f).work) &&
          plan_.improve(std::array{Move{person, e}, Move{other, next}, Move{third, f}}))
        return true;
    }
  return false;
}

// A place is free, but money is short: somebody else with a cheaper work, or without one, makes room.
bool Search::trade_budget(std::uint32_t person) {
  for (std::int64_t e = problem_.row_begin[person]; e < problem_.row_begin[person + 1]; ++e) {
    if (!plan_.has_free_place(edge(e).work)) continue;
    for (const Use& use : problem_.uses_of(edge(e))) {
      const std::int64_t short_by = use.amount - plan_.left(use.resource);
      if (short_by <= 0) continue;
      for (std::uint32_t other = 0; other < problem_.people(); ++other) {
        if (spent()) return false;
        if (other == person || plan_.edges()[other] < 0) continue;
        if (amount_of(problem_, edge(plan_.edges()[other]), use.resource) < short_by) continue;
        if (trade_with(person, e, other)) return true;
      }
      break;
    }
  }
  return false;
}

bool Search::trade_with(std::uint32_t person, std::int64_t e, std::uint32_t other) {
  if (plan_.merit()[0] < 0 || edge(e).score >= score_of(other))
    if (plan_.improve(std::array{Move{person, e}, Move{other, -1}})) return true;
  for (std::int64_t f = problem_.row_begin[other]; f < problem_.row_begin[other + 1]; ++f) {
    if (spent()) return false;
    if (f != plan_.edges()[other] && plan_.has_free_place(edge(f).work) &&
        plan_.improve(std::array{Move{person, e}, Move{other, f}}))
      return true;
  }
  return false;
}

}  // namespace passend::assign
