// SPDX-License-Identifier: EUPL-1.2
// Shows: the checker accepts every answer of the solver and refuses each kind of tampering.
#include <gtest/gtest.h>

#include <set>

#include "assign/problem_file.hpp"
#include "assign/random_problem.hpp"

namespace passend::assign {
namespace {

using testing::Dice;
using testing::Shape;

std::set<std::string> objections(const Problem& problem, const Solution& solution) {
  std::set<std::string> whats;
  for (const Objection& objection : check(problem, solution)) whats.insert(objection.what);
  return whats;
}

Shape shape_of(Dice& dice) {
  Shape shape{.people = 6, .works = 4};
  shape.resources = static_cast<int>(dice.from_to(0, 2));
  shape.groups = static_cast<int>(dice.from_to(0, 2));
  shape.score_max = dice.one_in(2) ? 5 : 1000;
  return shape;
}

TEST(Check, AcceptsEveryAnswerAlsoAfterWriting) {
  Dice dice(31);
  for (int trial = 0; trial < 1000; ++trial) {
    const Problem problem = testing::random_problem(shape_of(dice), dice);
    Options options;
    options.objective = trial % 5 == 0 ? Objective::kScore : Objective::kPlacedScore;
    const Solution solution = solution_of(problem, solve(problem, options));
    EXPECT_TRUE(check(problem, solution).empty()) << trial << ' ' << check(problem, solution).front().what;
    const auto read = parse_solution(write_solution(solution), "s.txt");
    ASSERT_TRUE(read.has_value());
    EXPECT_TRUE(check(problem, *read).empty());
  }
}

// Lowering a price makes room above it: the bound said is no longer the bound proven, unless a work without places.
TEST(Check, RefusesABoundThatPricesDoNotProve) {
  Dice dice(37);
  int lowered = 0;
  for (int trial = 0; trial < 300; ++trial) {
    const Problem problem = testing::random_problem(shape_of(dice), dice);
    Solution solution = solution_of(problem, solve(problem));
    for (Level& level : solution.levels) {
      --level.bound;
      EXPECT_TRUE(objections(problem, solution).contains("bound"));
      ++level.bound;
      if (level.work.empty()) continue;
      const auto prices = std::exchange(level.work, {});
      lowered += objections(problem, solution).contains("bound");
      level.work = prices;
    }
  }
  EXPECT_GT(lowered, 500);
}

TEST(Check, RefusesASwappedPair) {
  Problem problem = *parse_problem("p 2 2 4 0 0\nw 0 1\nw 1 1\ne 0 0 9\ne 0 1 1\ne 1 0 1\ne 1 1 8\n", "a");
  Solution solution = solution_of(problem, solve(problem));
  EXPECT_TRUE(check(problem, solution).empty());
  std::swap(solution.pairs[0].second, solution.pairs[1].second);
  EXPECT_EQ(objections(problem, solution), (std::set<std::string>{"value"}));
  solution.levels[1].value = 2;
  EXPECT_EQ(objections(problem, solution), (std::set<std::string>{}));  // honest, and far below its bound
}

class Tampered : public ::testing::Test {
 protected:
  Problem problem_ = *parse_problem(
      "p 3 2 4 1 1\nw 0 1\nw 1 1\nr 0 10\ng 0 1\nm 2 0\ne 0 0 9 0:5\ne 0 1 3\ne 1 1 8 0:5\ne 2 0 2\n", "a");
  Solution solution_ = solution_of(problem_, solve(problem_));
};

TEST_F(Tampered, NothingIsRefusedAtFirst) { EXPECT_TRUE(check(problem_, solution_).empty()); }

TEST_F(Tampered, ABudgetOverspentByOne) {
  problem_.budget[0] = 4;
  EXPECT_TRUE(objections(problem_, solution_).contains("budget"));
}

TEST_F(Tampered, APlaceTooMany) {
  problem_.capacity[1] = 0;
  EXPECT_TRUE(objections(problem_, solution_).contains("capacity"));
}

TEST_F(Tampered, AnUnknownPairAndAPersonTwice) {
  solution_.pairs.emplace_back(2, 1);
  EXPECT_TRUE(objections(problem_, solution_).contains("pair-unknown"));
  solution_.pairs.back() = {99, 0};
  EXPECT_TRUE(objections(problem_, solution_).contains("pair-unknown"));
  solution_.pairs.back() = solution_.pairs.front();
  EXPECT_TRUE(objections(problem_, solution_).contains("person-twice"));
}

TEST_F(Tampered, AValueAboveWhatIsThere) {
  ++solution_.levels.back().value;
  EXPECT_TRUE(objections(problem_, solution_).contains("value"));
}

TEST_F(Tampered, ALevelLeftOutOrOutOfOrder) {
  Solution without = solution_;
  without.levels.erase(without.levels.begin());
  EXPECT_TRUE(objections(problem_, without).contains("level-unknown"));
  std::swap(solution_.levels[1], solution_.levels[2]);
  EXPECT_TRUE(objections(problem_, solution_).contains("order"));
}

TEST_F(Tampered, ALevelTheProblemDoesNotHave) {
  solution_.levels.push_back({LevelName::kKept, 0, 0, {}, {}, {}, {}});
  EXPECT_TRUE(objections(problem_, solution_).contains("level-unknown"));
}

TEST_F(Tampered, PricesThatAreNone) {
  const std::vector<Price> bad{{0, "-1"}, {0, "1.1234567890123"}, {9, "1"}, {0, "x"}, {0, ""}, {0, "1."}, {0, ".5"}};
  for (const Price& price : bad) {
    Solution solution = solution_;
    solution.levels[1].work = {price};
    EXPECT_TRUE(objections(problem_, solution).contains("price")) << price.decimal;
  }
  solution_.levels[1].resource = {{0, "1"}, {0, "1"}};
  EXPECT_TRUE(objections(problem_, solution_).contains("price"));
}

TEST_F(Tampered, AGroupPriceAboveOneAtFloorsAndAnEarlierLevelThatIsNotEarlier) {
  solution_.levels[0].group = {{0, "1.5"}};
  EXPECT_TRUE(objections(problem_, solution_).contains("price"));
  solution_.levels[0].group.clear();
  solution_.levels[1].earlier = {{LevelName::kScore, "1"}};
  EXPECT_TRUE(objections(problem_, solution_).contains("price"));
  solution_.levels[1].earlier = {{LevelName::kFloors, "1"}};
  EXPECT_TRUE(objections(problem_, solution_).contains("price"));
}

}  // namespace
}  // namespace passend::assign
