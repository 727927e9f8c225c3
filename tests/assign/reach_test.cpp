// SPDX-License-Identifier: EUPL-1.2
// Shows: reach is the most that can be placed, its cover proves it, and the statutory order admits exactly whom it can.
#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "assign/random_problem.hpp"

namespace passend::assign {
namespace {

using testing::Dice;
using testing::Shape;

Problem only(const Problem& problem, const std::vector<std::uint32_t>& members) {
  Problem part;
  part.capacity = problem.capacity;
  part.row_begin.push_back(0);
  for (const std::uint32_t person : members) {
    for (const Edge& edge : problem.edges_of(person)) part.edges.push_back({edge.work, 0, false, 0, 0, 0});
    part.row_begin.push_back(static_cast<std::uint32_t>(part.edges.size()));
  }
  return part;
}

void expect_cover(const Problem& problem, const std::vector<std::uint32_t>& members, const Reach& answer) {
  const std::set<std::uint32_t> people(answer.people.begin(), answer.people.end());
  const std::set<std::uint32_t> works(answer.works.begin(), answer.works.end());
  std::int64_t size = static_cast<std::int64_t>(people.size());
  for (const std::uint32_t work : works) size += problem.capacity[work];
  EXPECT_EQ(size, answer.value);
  for (const std::uint32_t person : members)
    for (const Edge& edge : problem.edges_of(person)) EXPECT_TRUE(people.contains(person) || works.contains(edge.work));
}

TEST(Reach, EqualsBruteForceAndIsCovered) {
  Dice dice(2);
  for (int trial = 0; trial < 2000; ++trial) {
    Shape shape;
    shape.people = static_cast<int>(dice.from_to(0, 7));
    const Problem problem = testing::random_problem(shape, dice);
    std::vector<std::uint32_t> members;
    for (std::uint32_t i = 0; i < problem.people(); ++i)
      if (!dice.one_in(3)) members.push_back(i);
    const Reach answer = reach(problem, members);
    EXPECT_EQ(answer.value, testing::best_merits(only(problem, members), {LevelName::kPlaced}).front());
    expect_cover(problem, members, answer);
  }
}

TEST(Reach, OfNobodyIsNothing) {
  const Reach answer = reach(Problem{}, {});
  EXPECT_EQ(answer.value, 0);
  EXPECT_TRUE(answer.people.empty() && answer.works.empty());
}

TEST(AdmitInOrder, AdmitsWhomeverStillFits) {
  Dice dice(3);
  for (int trial = 0; trial < 2000; ++trial) {
    const Problem problem = testing::random_problem(Shape{}, dice);
    std::vector<std::vector<std::uint32_t>> works_of(problem.people());
    std::vector<std::uint32_t> taken;
    std::vector<bool> expected;
    for (std::uint32_t i = 0; i < problem.people(); ++i) {
      for (const Edge& edge : problem.edges_of(i)) works_of[i].push_back(edge.work);
      auto tried = taken;
      tried.push_back(i);
      const auto most = testing::best_merits(only(problem, tried), {LevelName::kPlaced}).front();
      expected.push_back(most == static_cast<std::int64_t>(tried.size()));
      if (expected.back()) taken = tried;
    }
    EXPECT_EQ(admit_in_order(works_of, problem.capacity), expected);
  }
}

}  // namespace
}  // namespace passend::assign
