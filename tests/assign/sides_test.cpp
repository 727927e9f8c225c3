// SPDX-License-Identifier: EUPL-1.2
// Shows: where budgets or floors bind, plans keep to them, values are nearly always the best there is, and no value
// ever passes its bound. Also: numbering and threads do not matter, and a stopped run says so.
#include "assign/sides.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "assign/lagrangian.hpp"
#include "assign/random_problem.hpp"
#include "assign/renumber.hpp"
#include "assign/working_plan.hpp"

namespace passend::assign {
namespace {

using testing::Dice;
using testing::Shape;

Shape random_shape(Dice& dice) {
  Shape shape;
  shape.people = static_cast<int>(dice.from_to(1, 6));
  shape.works = static_cast<int>(dice.from_to(1, 4));
  shape.resources = static_cast<int>(dice.from_to(0, 2));
  shape.groups = static_cast<int>(dice.from_to(0, 3));
  shape.score_max = dice.one_in(2) ? 3 : 1000;
  shape.kept = !dice.one_in(3);
  shape.lottery = !dice.one_in(3);
  return shape;
}

// The best of each level, given that earlier levels and floors are kept as this plan has them.
std::vector<std::int64_t> best_per_level(const Problem& problem, const Answer& answer,
                                         const std::vector<LevelName>& names) {
  std::vector<LevelName> floors{LevelName::kFloors};
  Problem asked = problem;
  Plan plan(problem, Objective::kPlacedScore);
  plan.assign(answer.edge_of_person);
  for (std::uint32_t g = 0; g < problem.floor.size(); ++g)
    asked.floor[g] -= static_cast<std::int32_t>(std::max<std::int64_t>(0, plan.missing(g)));
  const auto mine = testing::merits(problem, answer.edge_of_person, names);
  std::vector<std::int64_t> best(names.size(), std::numeric_limits<std::int64_t>::min());
  testing::AllPlans(problem).visit([&](const auto& other) {
    const auto theirs = testing::merits(problem, other, names);
    const bool floors_kept = testing::merits(asked, other, floors).front() == 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == LevelName::kFloors || floors_kept) best[i] = std::max(best[i], theirs[i]);
      if (names[i] != LevelName::kFloors && theirs[i] < mine[i]) break;
    }
  });
  return best;
}

struct Tally {
  int bound_by_sides = 0, best = 0, proven = 0;
};

void expect_sound(const Problem& problem, const Answer& answer, const std::vector<LevelName>& names, Tally& tally) {
  ASSERT_EQ(answer.levels.size(), names.size());
  Plan plan(problem, Objective::kPlacedScore);
  plan.assign(answer.edge_of_person);
  EXPECT_TRUE(plan.within_budgets());
  const auto mine = values_of(problem, answer.edge_of_person, names);
  const auto optimum = best_per_level(problem, answer, names);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Level& level = answer.levels[i];
    EXPECT_EQ(level.value, mine[i]);
    if (names[i] == LevelName::kFloors) {
      EXPECT_LE(level.bound, -optimum[i]);
      EXPECT_LE(-optimum[i], level.value);
      continue;
    }
    EXPECT_LE(level.value, optimum[i]);
    EXPECT_LE(optimum[i], level.bound) << name_of(names[i]);
    EXPECT_TRUE(answer.sides_bind || answer.stopped || level.value == level.bound);
    tally.proven += answer.sides_bind && names[i] == LevelName::kPlaced && level.value == level.bound;
  }
  tally.bound_by_sides += answer.sides_bind;
  tally.best += answer.sides_bind &&
                testing::merits(problem, answer.edge_of_person, names) == testing::best_merits(problem, names);
}

Tally tally_of(int trials, const Limits& limits) {
  Dice dice(11);
  Tally tally;
  for (int trial = 0; trial < trials; ++trial) {
    const Problem problem = testing::random_problem(random_shape(dice), dice);
    Options options;
    options.limits = limits;
    expect_sound(problem, solve(problem, options), levels_of(problem, options.objective), tally);
  }
  return tally;
}

TEST(Sides, SmallProblemsAreSolvedToTheBest) {
  const Tally tally = tally_of(2000, {});
  EXPECT_GT(tally.bound_by_sides, 500);
  EXPECT_EQ(tally.best, tally.bound_by_sides);
  std::cout << tally.bound_by_sides << " bound, placed proven in " << tally.proven << '\n';
}

// The same without branch and bound, which cannot help on large problems.
TEST(Sides, SearchAloneIsNearlyAlwaysBest) {
  const Tally tally = tally_of(1000, {.branch_nodes = 0});
  std::cout << tally.best << " of " << tally.bound_by_sides << '\n';
  EXPECT_GE(tally.best * 100, tally.bound_by_sides * 95);
}

TEST(Sides, NumberingDoesNotMatter) {
  Dice dice(13);
  for (int trial = 0; trial < 500; ++trial) {
    Shape shape = random_shape(dice);
    shape.lottery = true;
    const Problem problem = testing::random_problem(shape, dice);
    const auto shuffled = testing::renumber(problem, dice);
    const Answer answer = solve(problem), other = solve(shuffled.problem);
    for (std::size_t i = 0; i < answer.levels.size(); ++i) {
      EXPECT_EQ(answer.levels[i].value, other.levels[i].value);
      EXPECT_EQ(answer.levels[i].bound, other.levels[i].bound);
    }
    for (std::size_t person = 0; person < problem.people(); ++person)
      EXPECT_EQ(testing::work_of(problem, answer, person), shuffled.old_work_of(other, person));
  }
}

TEST(Sides, ThreadsDoNotMatter) {
  Dice dice(17);
  for (int trial = 0; trial < 50; ++trial) {
    const Problem problem = testing::random_problem(random_shape(dice), dice);
    const Answer one = solve(problem), three = solve(problem, {.threads = 3});
    EXPECT_EQ(one.edge_of_person, three.edge_of_person);
    for (std::size_t i = 0; i < one.levels.size(); ++i) {
      EXPECT_EQ(one.levels[i].bound, three.levels[i].bound);
      EXPECT_EQ(one.levels[i].work.size(), three.levels[i].work.size());
    }
  }
}

TEST(Sides, AnotherPlaceNeverPlacesFewer) {
  Dice dice(19);
  for (int trial = 0; trial < 500; ++trial) {
    Problem problem = testing::random_problem(Shape{}, dice);
    const std::int64_t before = solve(problem).levels.front().value;
    ++problem.capacity[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(problem.capacity.size())))];
    EXPECT_GE(solve(problem).levels.front().value, before);
  }
}

TEST(Sides, AStoppedRunIsFeasibleAndSaysSo) {
  Dice dice(23);
  for (int trial = 0; trial < 200; ++trial) {
    const Problem problem = testing::random_problem(random_shape(dice), dice);
    std::stop_source source;
    Options options;
    options.stop = source.get_token();
    const bool at_once = trial % 2 == 0;
    if (at_once) source.request_stop();
    options.progress = [&](const Progress& progress) {
      if (progress.stage == "bound") source.request_stop();
    };
    const Answer answer = solve(problem, options);
    EXPECT_EQ(answer.stopped || !source.stop_requested() || !answer.sides_bind, true);
    Tally tally;
    expect_sound(problem, answer, levels_of(problem, options.objective), tally);
  }
}

}  // namespace
}  // namespace passend::assign
