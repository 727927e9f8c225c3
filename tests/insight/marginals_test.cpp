// SPDX-License-Identifier: EUPL-1.2
// Shows: every number behind the demo municipality is sourced or marked as assumed, and draws are repeatable.
#include "insight/marginals.hpp"

#include <gtest/gtest.h>

namespace passend {
namespace {

constexpr const char* kGood = R"(
[[marginal]]
id = "a"
per_mille = 250
assumed = true
[[marginal]]
id = "hours"
rows = { "16..32/4" = 3, "40" = 1, onbekend = 1 }
source = "a publication"
year = 2022
[[marginal]]
id = "hours.lang"
rows = { leeg = 1 }
assumed = true
)";

FaultCode fault_of(const std::string& text) { return read_marginals(text, "m.toml").error().at(0).code; }

TEST(Marginals, RefusesANumberWithoutSourceThatIsNotMarkedAsAssumed) {
  EXPECT_EQ(fault_of("[[marginal]]\nid = \"a\"\nvalue = 3\n"), FaultCode::kTomlKeyMissing);
  EXPECT_EQ(fault_of("[[marginal]]\nid = \"a\"\nvalue = 3\nsource = \"x\"\n"), FaultCode::kTomlKeyMissing);
}

TEST(Marginals, RefusesEntriesThatCannotBeDrawnFrom) {
  const std::string head = "[[marginal]]\nassumed = true\nid = \"a\"\n";
  EXPECT_EQ(fault_of(head), FaultCode::kTomlKeyMissing);
  EXPECT_EQ(fault_of(head + "per_mille = 1001\n"), FaultCode::kOutOfRange);
  EXPECT_EQ(fault_of(head + "rows = { x = 0 }\n"), FaultCode::kOutOfRange);
  EXPECT_EQ(fault_of(head + "rows = { x = -1, y = 5 }\n"), FaultCode::kNotANumber);
  EXPECT_EQ(fault_of(head + "value = 1\n" + head + "value = 2\n"), FaultCode::kKeyTwice);
  EXPECT_EQ(fault_of("[[marginal"), FaultCode::kTomlSyntax);
}

TEST(Marginals, ReadsRangesWithAStepAndWordsForEmpty) {
  const auto range = parse_marginal_row("-300..-10/5", 2);
  EXPECT_TRUE(range.is_number);
  EXPECT_EQ(range.low, -300);
  EXPECT_EQ(range.high, -10);
  EXPECT_EQ(range.step, 5);
  EXPECT_FALSE(parse_marginal_row("9..3", 1).is_number);
  EXPECT_FALSE(parse_marginal_row("7.5", 1).is_number);
  EXPECT_EQ(parse_marginal_row("onbekend", 1).word, "");
  EXPECT_EQ(parse_marginal_row("bijstand", 1).word, "bijstand");
}

TEST(Draws, AreTheSameForTheSameSeedPurposeAndIndexAndOtherwiseNot) {
  const auto marginals = read_marginals(kGood, "m.toml").value();
  const auto series = [&](std::uint64_t seed, const char* purpose, std::uint64_t index) {
    Draws draws(marginals, seed, purpose, index);
    std::vector<std::size_t> numbers;
    for (int i = 0; i < 20; ++i) numbers.push_back(draws.below(1000));
    return numbers;
  };
  EXPECT_EQ(series(1, "person", 7), series(1, "person", 7));
  EXPECT_NE(series(1, "person", 7), series(2, "person", 7));
  EXPECT_NE(series(1, "person", 7), series(1, "work", 7));
  EXPECT_NE(series(1, "person", 7), series(1, "person", 8));
}

// The first numbers of one stream, written down once: another platform or library must give the same.
TEST(Draws, GiveTheSameNumbersOnEveryMachine) {
  RandomStream stream(1, "person", 0);
  EXPECT_EQ(stream.next(), 777861052976014783ULL);
  EXPECT_EQ(stream.next(), 13562324029889950125ULL);
  EXPECT_EQ(stream.next(), 353555568340044906ULL);
}

TEST(Draws, FollowTheWeightsAndTheVariant) {
  const auto marginals = read_marginals(kGood, "m.toml").value();
  int yes = 0, forty = 0, unknown = 0;
  constexpr int kTimes = 20000;
  constexpr double kAll = kTimes;
  for (int i = 0; i < kTimes; ++i) {
    Draws draws(marginals, 5, "weights", static_cast<std::uint64_t>(i));
    yes += draws.chance("a") ? 1 : 0;
    const auto hours = draws.number("hours", "kort");
    unknown += hours ? 0 : 1;
    forty += hours == 40 ? 1 : 0;
    EXPECT_TRUE(!hours || (*hours % 4 == 0 && *hours >= 16 && *hours <= 40));
    EXPECT_EQ(draws.number("hours", "lang"), std::nullopt);
  }
  EXPECT_NEAR(yes, kAll / 4, kAll / 50);
  EXPECT_NEAR(forty, kAll / 5, kAll / 50);
  EXPECT_NEAR(unknown, kAll / 5, kAll / 50);
}

TEST(Draws, TellWhichMarginalIsNotThere) {
  const auto marginals = read_marginals(kGood, "m.toml").value();
  Draws draws(marginals, 1, "x", 0);
  EXPECT_TRUE(marginals.faults("m.toml").empty());
  EXPECT_EQ(draws.word("nowhere"), "");
  EXPECT_FALSE(draws.chance("hours"));
  const auto faults = marginals.faults("m.toml");
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].code, FaultCode::kTomlKeyMissing);
  EXPECT_EQ(faults[0].column, "hours");
  EXPECT_EQ(faults[1].column, "nowhere");
}

}  // namespace
}  // namespace passend
