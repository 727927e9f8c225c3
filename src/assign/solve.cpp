// SPDX-License-Identifier: EUPL-1.2
#include "assign/assignment.hpp"
#include "assign/lexicographic.hpp"
#include "assign/search.hpp"
#include "assign/sides.hpp"
#include "assign/working_plan.hpp"

namespace passend::assign {
namespace {

// What was matched so far, made feasible; no prices are relied on.
Answer unfinished(const Problem& problem, const Options& options, std::span<const std::int64_t> edge_of_person) {
  Plan plan(problem, options.objective);
  plan.assign(edge_of_person);
  const bool binds = !sides_respected(problem, edge_of_person);
  Search(plan, static_cast<std::int64_t>(problem.edges.size())).repair();
  return {plan.edges(), certify_stopped(problem, options, plan.edges()), binds, true};
}

}  // namespace

Answer solve(const Problem& problem, const Options& options) {
  if (options.progress) options.progress({"matching", 0, 1});
  Exact exact = solve_exact(problem, options);
  if (options.progress) options.progress({"matching", 1, 1});
  if (exact.stopped) return unfinished(problem, options, exact.edge_of_person);
  if (!sides_respected(problem, exact.edge_of_person)) return solve_sides(problem, options, exact.edge_of_person);
  Answer answer;
  answer.levels = certify_exact(problem, options, exact);
  if (!problem.floor.empty()) answer.levels.insert(answer.levels.begin(), Level{});
  answer.edge_of_person = std::move(exact.edge_of_person);
  return answer;
}

}  // namespace passend::assign
