// SPDX-License-Identifier: EUPL-1.2
// Shows: where only capacities bind, every level is best, proven, and independent of numbering.
#include "assign/lexicographic.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "assign/random_problem.hpp"

namespace passend::assign {
namespace {

using testing::Dice;
using testing::Shape;

Shape random_shape(Dice& dice) {
  Shape shape;
  shape.people = static_cast<int>(dice.from_to(0, 6));
  shape.works = static_cast<int>(dice.from_to(0, 4));
  shape.score_max = dice.one_in(2) ? 2 : 1000;
  shape.kept = !dice.one_in(3);
  shape.lottery = !dice.one_in(3);
  return shape;
}

TEST(Lexicographic, EveryLevelIsBestAndProven) {
  Dice dice(1);
  for (int trial = 0; trial < 3000; ++trial) {
    const Problem problem = testing::random_problem(random_shape(dice), dice);
    Options options;
    options.objective = trial % 4 == 0 ? Objective::kScore : Objective::kPlacedScore;
    options.threads = 1 + trial % 3;
    const Answer answer = solve(problem, options);
    const auto names = levels_of(problem, options.objective);
    const auto best = testing::best_merits(problem, names);
    EXPECT_FALSE(answer.sides_bind);
    ASSERT_EQ(answer.levels.size(), names.size());
    EXPECT_EQ(values_of(problem, answer.edge_of_person, names), best) << trial;
    for (std::size_t i = 0; i < names.size(); ++i) {
      EXPECT_EQ(answer.levels[i].name, names[i]);
      EXPECT_EQ(answer.levels[i].value, best[i]) << trial;
      EXPECT_EQ(answer.levels[i].bound, best[i]) << trial << ' ' << name_of(names[i]);
    }
  }
}

}  // namespace
}  // namespace passend::assign
