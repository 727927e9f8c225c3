// SPDX-License-Identifier: EUPL-1.2
#include <numeric>

#include "assign/assignment.hpp"
#include "assign/lexicographic.hpp"

namespace passend::assign {

Answer solve(const Problem& problem, const Options& options) {
  Exact exact = solve_exact(problem, options);
  Answer answer;
  answer.levels = certify_exact(problem, options, exact);
  if (!problem.floor.empty()) answer.levels.insert(answer.levels.begin(), Level{});
  answer.edge_of_person = std::move(exact.edge_of_person);
  return answer;
}

}  // namespace passend::assign
