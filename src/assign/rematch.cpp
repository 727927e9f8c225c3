// SPDX-License-Identifier: EUPL-1.2
#include "assign/rematch.hpp"

#include <algorithm>

#include "assign/lexicographic.hpp"

namespace passend::assign {
namespace {

bool same_uses(const Problem& problem, const Edge& a, const Edge& b) {
  const auto one = problem.uses_of(a), other = problem.uses_of(b);
  return std::ranges::equal(
      one, other, [](const Use& x, const Use& y) { return x.resource == y.resource && x.amount == y.amount; });
}

// Works that somebody could take without using anything keep all their places; others only those taken now.
std::vector<bool> open_works(const Problem& problem) {
  std::vector<bool> open(problem.capacity.size(), false);
  for (const Edge& edge : problem.edges)
    if (edge.uses_begin == edge.uses_end) open[edge.work] = true;
  return open;
}

struct Exchange {
  Problem problem;
  std::vector<std::uint32_t> edge;  // from the number here to the plan's
};

// No edge here uses more than what its work uses now: edges without use, edges taken, and edges like the one taken.
Exchange exchange_of(const Plan& plan, std::int32_t bonus) {
  const Problem& all = plan.problem();
  const std::vector<bool> open = open_works(all);
  Exchange out;
  out.problem.with_kept = all.with_kept;
  out.problem.with_lottery = all.with_lottery;
  out.problem.lottery = all.lottery;
  for (std::uint32_t work = 0; work < all.capacity.size(); ++work)
    out.problem.capacity.push_back(open[work] ? all.capacity[work]
                                              : static_cast<std::int32_t>(plan.people_of(work).size()));
  out.problem.row_begin.push_back(0);
  for (std::uint32_t person = 0; person < all.people(); ++person) {
    const std::int64_t taken = plan.edges()[person];
    const std::int32_t more = all.groups_of(person).empty() ? 0 : bonus;
    for (std::uint32_t e = all.row_begin[person]; e < all.row_begin[person + 1]; ++e) {
      const Edge& edge = all.edges[e];
      const auto people = plan.people_of(edge.work);
      const bool like_taken = !people.empty() && !open[edge.work] &&
                              same_uses(all, edge, all.edges[static_cast<std::size_t>(plan.edges()[people.front()])]);
      if (edge.uses_begin != edge.uses_end && e != taken && !like_taken) continue;
      out.problem.edges.push_back(edge);
      out.problem.edges.back().score += more;
      out.problem.edges.back().uses_begin = out.problem.edges.back().uses_end = 0;
      out.edge.push_back(e);
    }
    out.problem.row_begin.push_back(static_cast<std::uint32_t>(out.problem.edges.size()));
  }
  return out;
}

bool rematch_with(Plan& plan, const Options& options, std::int32_t bonus) {
  const Exchange exchange = exchange_of(plan, bonus);
  Options inner;
  inner.stop = options.stop;
  const Exact exact = solve_exact(exchange.problem, inner);
  if (exact.stopped) return false;
  std::vector<std::int64_t> edges(plan.edges().size(), -1);
  for (std::size_t i = 0; i < edges.size(); ++i)
    if (const std::int64_t edge = exact.edge_of_person[i]; edge >= 0)
      edges[i] = exchange.edge[static_cast<std::size_t>(edge)];
  Plan changed = plan;
  changed.assign(edges);
  if (!changed.within_budgets() || !(plan.merit() < changed.merit())) return false;
  plan = std::move(changed);
  return true;
}

}  // namespace

// Where members of floors would be left out, they are tried once more with a head start.
bool rematch(Plan& plan, const Options& options) {
  if (rematch_with(plan, options, 0)) return true;
  if (plan.problem().floor.empty()) return false;
  std::int32_t most = 0;
  for (const Edge& edge : plan.problem().edges) most = std::max(most, edge.score);
  return rematch_with(plan, options, most);
}

}  // namespace passend::assign
