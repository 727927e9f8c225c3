// SPDX-License-Identifier: EUPL-1.2
// Assignment files and solution files (CONTRACTS.md, "Assignment file"): read, write, and check one against the other.
// Every malformed line is one fault, kProblemSyntax with its line and args["reason"]; kTooLarge names a passed limit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assign/assignment.hpp"
#include "base/fault.hpp"

namespace passend::assign {

struct Solution {
  std::vector<Level> levels;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // person, work; by person
};

Result<Problem> parse_problem(std::string_view text, const std::string& file);
std::string write_problem(const Problem& problem);  // without kept and lotteries: the file has no place for them

Result<Solution> parse_solution(std::string_view text, const std::string& file);
std::string write_solution(const Solution& solution);
Solution solution_of(const Problem& problem, const Answer& answer);

// Why a solution is not accepted: one of a closed list of words (docs/assign.md), and where.
struct Objection {
  std::string what;    // pair-unknown, person-twice, capacity, budget, level-unknown, value, bound, price, order, gap
  int level = 0;       // from 1; 0 = the pairs themselves
  std::string detail;  // figures, for example "said 12, is 11"
};

// Empty = accepted. Exact arithmetic, and no code in common with the solver. A level with value < bound (for floors
// value > bound) is accepted: the distance is what the solver could not prove.
std::vector<Objection> check(const Problem& problem, const Solution& solution);

}  // namespace passend::assign
