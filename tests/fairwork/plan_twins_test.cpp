// SPDX-License-Identifier: EUPL-1.2
// Shows: twins get the same plan and the same possible work, and a planner with a planted bias is found out.
#include "fairwork/plan_twins.hpp"

#include <gtest/gtest.h>

#include "matching/small_municipality.hpp"

namespace passend::fairwork {
namespace {

using testing::Made;

PlanOptions one_thread() {
  PlanOptions options;
  options.seed = 1;
  return options;
}

constexpr testing::Shape kAll{.people = 14, .works = 9, .budgets = true, .floor = true, .statutory = true};

TwinQuestion sixty() {
  TwinQuestion question;
  question.twins = 60;
  return question;
}

TwinAnswer tested(Made& made, const Planner& planner) {
  const auto answer = test_twins(made.context, made.snapshot, shipped_law(), planner, sixty());
  EXPECT_TRUE(answer.has_value());
  return answer ? *answer : TwinAnswer{};
}

TEST(PlanTwins, TheSamePlanForEveryTwinOfFortyMunicipalities) {
  std::int64_t twins = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const auto made = testing::planned(testing::random_tables(seed, kAll), testing::rules_of(kAll));
    const TwinAnswer answer = tested(*made, [](const PlanContext& context, const Snapshot& snapshot) {
      return make_plan(context, snapshot, one_thread());
    });
    EXPECT_EQ(answer.differences(), 0) << seed;
    twins += answer.twins();
  }
  EXPECT_GT(twins, 1000);
}

// The oldest person loses all candidates: what a biased score would do.
TEST(PlanTwins, APlannerWithAPlantedBiasFails) {
  std::int64_t differences = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto made = testing::planned(testing::random_tables(seed, kAll), testing::rules_of(kAll));
    differences += tested(*made, [](const PlanContext& context, const Snapshot& snapshot) {
                     Plan plan = make_plan(context, snapshot, one_thread());
                     for (std::size_t p = 0; p < snapshot.people.size(); ++p)
                       for (std::uint32_t e = plan.candidates.row_begin[p]; e < plan.candidates.row_begin[p + 1]; ++e)
                         plan.candidates.rows[e].score = static_cast<std::int16_t>(
                             plan.candidates.rows[e].score - (snapshot.people[p].birth.value_or(Date{}).days % 7 == 0));
                     return plan;
                   }).differences();
  }
  EXPECT_GT(differences, 0);
}

}  // namespace
}  // namespace passend::fairwork
