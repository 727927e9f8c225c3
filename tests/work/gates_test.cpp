// SPDX-License-Identifier: EUPL-1.2
// Shows: the scene fits on all eighteen gates; `no` on one is found by the quick tests too; uses add up per resource.
#include "work/gates.hpp"

#include <gtest/gtest.h>

#include "scene.hpp"

namespace passend::testing {
namespace {

TEST(Gates, ThePairOfTheSceneFitsOnAllEighteen) {
  Scene scene;
  EXPECT_EQ(scene.all().count(Outcome::kYes), static_cast<int>(kGates));
  EXPECT_TRUE(scene.questions().empty());
}

TEST(Gates, AConjunctionIsItsWeakestPart) {
  EXPECT_EQ(both(Outcome::kNo, Outcome::kUnknown), Outcome::kNo);
  EXPECT_EQ(both(Outcome::kUnknown, Outcome::kYes), Outcome::kUnknown);
  EXPECT_EQ(both(Outcome::kYes, Outcome::kYes), Outcome::kYes);
}

TEST(Gates, OneFailureIsNamedAndTwoAreCounted) {
  Scene scene;
  scene.work().closed = true;
  const auto failures = [&] {
    const PlanContext& context = scene.context();
    const PairWish wish = choose_wish(context, scene.person(), scene.work());
    GateOutcomes outcomes;
    EXPECT_FALSE(pass_pair_gates(context, scene.person(), scene.work(), wish, outcomes));
    return first_failures(context, scene.person(), scene.work(), wish);
  };
  EXPECT_EQ(failures().count, 1);
  EXPECT_EQ(failures().first, Gate::kClosed);
  scene.work().hourly_eurocent = 1;
  EXPECT_EQ(failures().count, 2);
}

TEST(Gates, UsesOfWorkSchemeAndSupportAddUpPerResource) {
  Scene scene;
  scene.snapshot.resources = {{scene.symbol("coach"), "jobcoach", "", 1000},
                              {scene.symbol("geld"), "budget", "", 9000}};
  scene.work().scheme = scene.symbol("s1");
  scene.snapshot.uses = {{true, scene.symbol("s1"), 1, 500},
                         {false, scene.symbol("w1"), 1, 20},
                         {false, scene.symbol("w1"), 0, 30},
                         {true, scene.symbol("s2"), 1, 7}};
  scene.person().supports = {{scene.symbol("jobcoach"), 150}};
  const auto uses = uses_of(scene.context(), scene.person(), scene.work());
  ASSERT_EQ(uses.size(), 2U);
  EXPECT_EQ(uses[0].amount, 180);
  EXPECT_EQ(uses[1].amount, 520);
}

TEST(Gates, AUseOfNothingIsDropped) {
  Scene scene;
  scene.snapshot.resources = {{scene.symbol("coach"), "jobcoach", "", 1000}};
  scene.snapshot.uses = {{false, scene.symbol("w1"), 0, 0}};
  scene.person().supports = {{scene.symbol("jobcoach"), 0}};
  EXPECT_TRUE(uses_of(scene.context(), scene.person(), scene.work()).empty());
}

}  // namespace
}  // namespace passend::testing
