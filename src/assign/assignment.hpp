// SPDX-License-Identifier: EUPL-1.2
// Sparse assignment of people to works with capacities, budgets and group floors, on levels that are each kept while
// the next is improved, and with prices that let anybody check the answer. Indices only; docs/assign.md says how.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace passend::assign {

// Limits of the numbers in a problem; fault_of() names the first that is passed.
inline constexpr std::int64_t kScoreMax = 1'000'000;
inline constexpr std::int64_t kAmountMax = 1'000'000'000;
inline constexpr std::int64_t kLotteryEnd = std::int64_t{1} << 40;  // lottery numbers lie below this
inline constexpr std::size_t kNodesMax = std::size_t{1} << 20;      // people, and works

struct Use {
  std::uint32_t resource = 0;
  std::int64_t amount = 0;
};

struct Edge {
  std::uint32_t work = 0;
  std::int32_t score = 0;
  bool kept = false;          // stands in the previous answer
  std::uint64_t lottery = 0;  // of the pair
  std::uint32_t uses_begin = 0, uses_end = 0;
};

// Sparse rows: edges of person i are edges[row_begin[i] .. row_begin[i + 1]); a work at most once per person.
// Groups of person i are member_group[member_begin[i] .. member_begin[i + 1]); empty member_begin = no members.
struct Problem {
  std::vector<std::int32_t> capacity;    // per work
  std::vector<std::int64_t> budget;      // per resource
  std::vector<std::int32_t> floor;       // per group: members that should be placed
  std::vector<std::uint32_t> row_begin;  // people + 1
  std::vector<Edge> edges;
  std::vector<Use> uses;
  std::vector<std::uint32_t> member_begin, member_group;
  std::vector<std::uint64_t> lottery;  // per person; only read when with_lottery
  bool with_kept = false, with_lottery = false;

  std::size_t people() const { return row_begin.empty() ? 0 : row_begin.size() - 1; }
  std::span<const Edge> edges_of(std::size_t person) const;
  std::span<const Use> uses_of(const Edge& edge) const;
  std::span<const std::uint32_t> groups_of(std::size_t person) const;
};

enum class LevelName : std::uint8_t { kFloors, kPlaced, kScore, kKept, kLottery, kLottery2 };
inline constexpr std::size_t kLevelNames = 6;
std::string_view name_of(LevelName name);  // as in plan.json: floors, placed, score, kept, lottery, lottery2

enum class Objective : std::uint8_t { kPlacedScore, kScore };
// Floors when the problem has groups, then the objective, then kept and the lotteries where the problem has them.
std::vector<LevelName> levels_of(const Problem& problem, Objective objective);

struct Price {
  std::uint32_t index = 0;
  std::string decimal;  // > 0; at most 6 places, of a resource at most 12
};

// One level: value is counted from the plan; bound is proven by the prices (section "Certificate" of docs/plan.md).
struct Level {
  LevelName name{};
  std::int64_t value = 0, bound = 0;
  std::vector<Price> work, resource, group;                // by index; zero prices are left out
  std::vector<std::pair<LevelName, std::string>> earlier;  // price of an earlier level kept as a floor
};

struct Answer {
  std::vector<std::int64_t> edge_of_person;  // index into Problem::edges, -1 = none
  std::vector<Level> levels;
  bool sides_bind = false;  // false: no budget and no floor binds, and value = bound on every level
  bool stopped = false;     // feasible, but not to be relied on as best
};

struct Progress {
  std::string_view stage;  // matching, bound, search
  std::int64_t done = 0, total = 0;
};

// Counts, never seconds: the same problem gives the same answer on every machine.
struct Limits {
  int ascent_iterations = 60;             // per level
  int turns = 4;                          // of search and rematching
  std::int64_t search_steps = 8'000'000;  // looks at edges, over all turns
  std::int64_t branch_nodes = 200'000;
};

struct Options {
  Objective objective = Objective::kPlacedScore;
  int threads = 1;  // the answer does not depend on it
  Limits limits{};
  std::stop_token stop{};
  std::function<void(const Progress&)> progress{};
};

// Empty when the problem keeps to the limits and its indices exist; else what is wrong.
std::string fault_of(const Problem& problem);

// Precondition: fault_of(problem) is empty.
Answer solve(const Problem& problem, const Options& options = {});

// Values of a plan on the given levels, counted from nothing but the problem and the plan.
std::vector<std::int64_t> values_of(const Problem& problem, std::span<const std::int64_t> edge_of_person,
                                    std::span<const LevelName> levels);

// The most of `members` (people, each once) that can be placed at once if nobody else were there: capacities only. The
// cover touches every edge of the members; its people and the capacities of its works add up to `value`.
struct Reach {
  std::int64_t value = 0;
  std::vector<std::uint32_t> people, works;
};
Reach reach(const Problem& problem, std::span<const std::uint32_t> members);

// Statutory order: people in order with the works each could take; one is admitted while all admitted so far can be
// placed at once. One answer per person, in the same order.
std::vector<bool> admit_in_order(std::span<const std::vector<std::uint32_t>> works_of,
                                 std::span<const std::int32_t> capacity);

}  // namespace passend::assign
