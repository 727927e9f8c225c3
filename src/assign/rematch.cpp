// SPDX-License-Identifier: EUPL-1.2
#include "assign/rematch.hpp"

#include <algorithm>

#include "assign/lexicographic.hpp"

namespace passend::assign {
namespace {

bool same_uses(const Problem& problem, const Edge& a, const Edge& b) {
  const auto one = problem.uses_of(a), other = problem.uses_of(b);
  return std::ranges::equal(one, other, [](const Use& x, const Use& y) {
    return x.resource == y.resource && x.amount == y.amount;
  });
}

struct Exchange {
  Problem problem;
  std::vector<std::uint32_t> person, edge;  // from the number here to the plan's
};

// One use stands for a work: that of the first who has it. Edges that use something else are left out, unless taken.
Exchange exchange_of(const Plan& plan) {
  const Problem& all = plan.problem();
  Exchange out;
  out.problem.with_kept = all.with_kept;
  out.problem.with_lottery = all.with_lottery;
  for (std::uint32_t work = 0; work < all.capacity.size(); ++work)
    out.problem.capacity.push_back(static_cast<std::int32_t>(plan.people_of(work).size()));
  out.problem.row_begin.push_back(0);
  for (std::uint32_t person = 0; person < all.people(); ++person) {
    const std::int64_t taken = plan.edges()[person];
    if (taken < 0) continue;
    for (std::uint32_t e = all.row_begin[person]; e < all.row_begin[person + 1]; ++e) {
      const auto people = plan.people_of(all.edges[e].work);
      if (people.empty()) continue;
      const auto shown = static_cast<std::size_t>(plan.edges()[people.front()]);
      if (e != taken && !same_uses(all, all.edges[e], all.edges[shown])) continue;
      out.problem.edges.push_back(all.edges[e]);
      out.problem.edges.back().uses_begin = out.problem.edges.back().uses_end = 0;
      out.edge.push_back(e);
    }
    out.problem.row_begin.push_back(static_cast<std::uint32_t>(out.problem.edges.size()));
    if (all.with_lottery) out.problem.lottery.push_back(all.lottery[person]);
    out.person.push_back(person);
  }
  return out;
}

}  // namespace

bool rematch(Plan& plan, const Options& options) {
  const Exchange exchange = exchange_of(plan);
  Options inner;
  inner.stop = options.stop;
  const Exact exact = solve_exact(exchange.problem, inner);
  if (exact.stopped) return false;
  std::vector<std::int64_t> edges(plan.edges().size(), -1);
  for (std::size_t i = 0; i < exact.edge_of_person.size(); ++i)
    if (const std::int64_t edge = exact.edge_of_person[i]; edge >= 0)
      edges[exchange.person[i]] = exchange.edge[static_cast<std::size_t>(edge)];
  Plan changed = plan;
  changed.assign(edges);
  if (!changed.within_budgets() || !(plan.merit() < changed.merit())) return false;
  plan = std::move(changed);
  return true;
}

}  // namespace passend::assign
