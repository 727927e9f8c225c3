// SPDX-License-Identifier: EUPL-1.2
// Shows: problems and solutions survive writing and reading, and every malformed line is one fault at its line.
#include "assign/problem_file.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "assign/random_problem.hpp"

namespace passend::assign {
namespace {

using testing::Dice;
using testing::Shape;

constexpr std::string_view kGood =
    "# two people, two works\n"
    "p 2 2 3 1 1\n"
    "w 0 1   # one place\n"
    "w 1 2\n"
    "r 0 100\n"
    "g 0 1\n"
    "m 1 0\n"
    "e 1 0 700\n"
    "e 0 1 300 0:60\n"
    "e 0 0 900 0:50\n";

TEST(ProblemFile, ReadsEdgesInAnyOrder) {
  const auto problem = parse_problem(kGood, "a.txt");
  ASSERT_TRUE(problem.has_value());
  EXPECT_EQ(problem->capacity, (std::vector<std::int32_t>{1, 2}));
  EXPECT_EQ(problem->row_begin, (std::vector<std::uint32_t>{0, 2, 3}));
  EXPECT_EQ(problem->edges_of(0)[0].work, 1U);
  EXPECT_EQ(problem->uses_of(problem->edges_of(0)[1])[0].amount, 50);
  EXPECT_EQ(problem->groups_of(1).size(), 1U);
  EXPECT_EQ(fault_of(*problem), "");
}

struct Bad {
  std::string_view from, to;  // this text of the good file becomes that
  int line;
  std::string_view reason;
};

TEST(ProblemFile, NamesEveryMalformedLine) {
  const Bad cases[] = {
      {"p 2 2 3 1 1\n", "", 2, "no-problem-line"},
      {"w 1 2\n", "p 1 1 1 1 1\n", 4, "second-problem-line"},
      {"p 2 2 3 1 1", "p 2 2 3 1", 2, "field-count"},
      {"w 1 2", "w 1", 4, "field-count"},
      {"w 1 2", "w 1 2 3", 4, "field-count"},
      {"w 1 2", "w 1 x", 4, "not-a-number"},
      {"w 1 2", "w 1 2.5", 4, "not-a-number"},
      {"w 1 2", "w 1 -2", 4, "out-of-range"},
      {"w 1 2", "w 2 2", 4, "out-of-range"},
      {"w 1 2", "w 0 2", 4, "twice"},
      {"w 1 2\n", "", 9, "missing"},
      {"r 0 100\n", "", 9, "missing"},
      {"g 0 1\n", "", 9, "missing"},
      {"r 0 100", "q 0 100", 5, "unknown-line"},
      {"r 0 100", "r 0 1e2", 5, "not-a-number"},
      {"m 1 0", "m 2 0", 7, "out-of-range"},
      {"m 1 0", "m 1 1", 7, "out-of-range"},
      {"m 1 0\n", "m 1 0\nm 1 0\n", 8, "twice"},
      {"e 1 0 700", "e 1 0", 8, "field-count"},
      {"e 1 0 700", "e 1 0 1000001", 8, "out-of-range"},
      {"e 1 0 700", "e 1 0 700 0:1000000001", 8, "out-of-range"},
      {"e 1 0 700", "e 1 0 700 1:1", 8, "out-of-range"},
      {"e 1 0 700", "e 1 0 700 0", 8, "not-a-number"},
      {"e 1 0 700", "e 1 0 700 0:1 0:2", 8, "twice"},
      {"e 0 0 900", "e 0 1 900", 10, "twice"},
      {"e 0 0 900 0:50\n", "", 9, "missing"},
      {"p 2 2 3 1 1", "p 2 2 2 1 1", 10, "too-many"},
      {"e 1 0 700", "e 1 0 70\xC3\xA9", 8, "not-ascii"},
      {"e 1 0 700", "e 1 0 99999999999999999999", 8, "out-of-range"},
  };
  for (const Bad& bad : cases) {
    std::string text(kGood);
    text.replace(text.find(bad.from), bad.from.size(), bad.to);
    const auto problem = parse_problem(text, "a.txt");
    ASSERT_FALSE(problem.has_value()) << bad.to;
    ASSERT_EQ(problem.error().size(), 1U) << bad.to;
    const Fault& fault = problem.error().front();
    EXPECT_EQ(fault.code, FaultCode::kProblemSyntax) << bad.to;
    EXPECT_EQ(fault.args.at("reason"), bad.reason) << bad.to;
    EXPECT_EQ(fault.line, bad.line) << bad.to;
    EXPECT_EQ(fault.file, "a.txt");
  }
}

TEST(ProblemFile, NamesAFigureBeyondItsLimit) {
  const auto problem = parse_problem("p 2000000 1 0 0 0\nw 0 1\n", "a.txt");
  ASSERT_FALSE(problem.has_value());
  EXPECT_EQ(problem.error().front().code, FaultCode::kTooLarge);
  EXPECT_EQ(problem.error().front().value, "2000000");
  EXPECT_EQ(problem.error().front().args.at("limit"), "1048576");
}

TEST(ProblemFile, AnEmptyFileIsAFault) { EXPECT_FALSE(parse_problem("", "a.txt").has_value()); }

RC_GTEST_PROP(ProblemFile, SurvivesWritingAndReading, (std::uint32_t seed)) {
  Dice dice(seed);
  Shape shape{
      .people = static_cast<int>(dice.below(8)), .works = static_cast<int>(dice.below(6)), .resources = 2, .groups = 2};
  const std::string text = write_problem(testing::random_problem(shape, dice));
  const auto problem = parse_problem(text, "a.txt");
  RC_ASSERT(problem.has_value());
  RC_ASSERT(write_problem(*problem) == text);
}

RC_GTEST_PROP(ProblemFile, AnyDamageIsReadOrNamed, (std::uint32_t seed)) {
  Dice dice(seed);
  std::string text(kGood);
  for (int i = 0; i < 3; ++i)
    text[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(text.size())))] =
        static_cast<char>(dice.below(256));
  const auto problem = parse_problem(text, "a.txt");
  const bool sound = problem.has_value() ? fault_of(*problem).empty() : !problem.error().empty();
  RC_ASSERT(sound);
}

constexpr std::string_view kSolution =
    "l 1 floors 0 0\nl 2 placed 2 2\nl 3 score 1000 1000\nx 0 1\nx 1 0\ny 3 0 600.25\nz 3 r 0 0.5\nz 3 g 0 1\nz 3 k 2 "
    "3\n";

TEST(SolutionFile, SurvivesReadingAndWriting) {
  const auto solution = parse_solution(kSolution, "s.txt");
  ASSERT_TRUE(solution.has_value());
  EXPECT_EQ(write_solution(*solution), kSolution);
}

TEST(SolutionFile, NamesEveryMalformedLine) {
  const Bad cases[] = {
      {"l 2 placed", "l 3 placed", 2, "level-order"},
      {"l 2 placed", "l 2 leximin:x", 2, "unknown-level"},
      {"l 1 floors 0 0", "l 1 floors 0", 1, "field-count"},
      {"l 1 floors 0 0", "l 1 floors 0 a", 1, "not-a-number"},
      {"x 0 1", "x 0 -1", 4, "out-of-range"},
      {"x 0 1", "X 0 1", 4, "unknown-line"},
      {"y 3 0 600.25", "y 4 0 600.25", 6, "out-of-range"},
      {"y 3 0 600.25", "y 3 0 600.2512345678901", 6, "price"},
      {"y 3 0 600.25", "y 3 0 -1", 6, "price"},
      {"y 3 0 600.25", "y 3 0 1e3", 6, "price"},
      {"y 3 0 600.25", "y 3 0 1.", 6, "price"},
      {"z 3 r", "z 3 q", 7, "unknown-line"},
      {"z 3 k 2 3", "z 3 k 3 3", 9, "out-of-range"},
  };
  for (const Bad& bad : cases) {
    std::string text(kSolution);
    text.replace(text.find(bad.from), bad.from.size(), bad.to);
    const auto solution = parse_solution(text, "s.txt");
    ASSERT_FALSE(solution.has_value()) << bad.to;
    EXPECT_EQ(solution.error().front().args.at("reason"), bad.reason) << bad.to;
    EXPECT_EQ(solution.error().front().line, bad.line) << bad.to;
  }
}

}  // namespace
}  // namespace passend::assign
