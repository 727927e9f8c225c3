// SPDX-License-Identifier: EUPL-1.2
// Shows: a ceiling is divided by the published rule, whatever the order of the rows, and each refusal has its reason.
#include "scheme/division.hpp"

#include <algorithm>
#include <random>

#include "shipped_schemes.hpp"

namespace passend::scheme {
namespace {

Scheme with_rule(const std::string& rule, const std::string& remainder = "stop") {
  return scheme_of("", "[version.division]\nrule = \"" + rule + "\"\nremainder = \"" + remainder +
                           "\"\npublished = \"gemeenteblad\"\n[[version.ceiling]]\nplaces = 100\n");
}

std::vector<Divided> divided(const Scheme& scheme, const std::vector<Application>& applications, const Room& room,
                             std::uint64_t seed = 1) {
  return divide(scheme, scheme.versions[0], applications, room, seed).value();
}

std::vector<Application> requests(int count) {
  std::vector<Application> out;
  for (int i = 0; i < count; ++i)
    out.push_back({.id = "A" + std::to_string(1000 + i),
                   .complete = day("2026-02-01") + i % 40,
                   .points = (i * 37) % 90,
                   .amount = {250000}});
  return out;
}

TEST(Division, HundredVouchersFor181Requests) {
  for (const char* rule : {"receipt", "ranking", "lot"}) {
    const Scheme scheme = with_rule(rule);
    std::vector<Application> applications = requests(181);
    const auto first = divided(scheme, applications, {.places = 100});
    EXPECT_EQ(std::ranges::count(first, Answered::kGranted, &Divided::answer), 100) << rule;
    EXPECT_EQ(std::ranges::count(first, Answered::kNoPlaceLeft, &Divided::answer), 81) << rule;
    for (const Divided& row : first) {
      EXPECT_EQ(row.answer == Answered::kGranted, row.place <= 100);
      EXPECT_EQ(row.last_granted, 100);
    }
    std::mt19937 random(3);
    for (int i = 0; i < 5; ++i) {
      std::ranges::shuffle(applications, random);
      const auto again = divided(scheme, applications, {.places = 100});
      ASSERT_EQ(again.size(), first.size());
      for (std::size_t k = 0; k < first.size(); ++k) {
        EXPECT_EQ(again[k].application, first[k].application);
        EXPECT_EQ(again[k].place, first[k].place);
      }
    }
  }
}

TEST(Division, TheOrderIsThatOfTheRule) {
  const std::vector<Application> applications{{.id = "a", .complete = day("2026-03-02"), .points = 5},
                                              {.id = "b", .complete = day("2026-03-01"), .points = 1},
                                              {.id = "c", .complete = day("2026-03-03"), .points = 9}};
  const auto places = [&](const char* rule) {
    std::vector<std::int64_t> out;
    for (const Divided& row : divided(with_rule(rule), applications, {.places = 1})) out.push_back(row.place);
    return out;
  };
  EXPECT_EQ(places("receipt"), (std::vector<std::int64_t>{2, 1, 3}));
  EXPECT_EQ(places("ranking"), (std::vector<std::int64_t>{2, 3, 1}));
}

TEST(Division, ALotDependsOnSeedAndNameOnly) {
  const Scheme scheme = with_rule("lot");
  const auto of_seed = [&](std::uint64_t seed) {
    std::string winners;
    for (const Divided& row : divided(scheme, requests(20), {.places = 5}, seed))
      if (row.answer == Answered::kGranted) winners += row.application;
    return winners;
  };
  EXPECT_EQ(of_seed(1), of_seed(1));
  EXPECT_NE(of_seed(1), of_seed(2));
}

TEST(Division, MoneyStopsOrPassesOverAsTheRuleSays) {
  const std::vector<Application> applications{{.id = "a", .complete = day("2026-03-01"), .amount = {60}},
                                              {.id = "b", .complete = day("2026-03-02"), .amount = {50}},
                                              {.id = "c", .complete = day("2026-03-03"), .amount = {40}},
                                              {.id = "d", .amount = {10}}};
  const auto answers = [&](const char* remainder) {
    std::vector<Answered> out;
    for (const Divided& row : divided(with_rule("receipt", remainder), applications, {.money = Eurocent{100}}))
      out.push_back(row.answer);
    return out;
  };
  EXPECT_EQ(answers("stop"),
            (std::vector{Answered::kGranted, Answered::kNoMoneyLeft, Answered::kNoMoneyLeft, Answered::kNotComplete}));
  EXPECT_EQ(answers("next"),
            (std::vector{Answered::kGranted, Answered::kNoMoneyLeft, Answered::kGranted, Answered::kNotComplete}));
}

TEST(Division, ARuleThatIsNotKnownDividesNothing) {
  const Scheme scheme = with_rule("unknown");
  const auto answer = divide(scheme, scheme.versions[0], requests(3), {.places = 1}, 1);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error()[0].code, FaultCode::kNotStated);
}

}  // namespace
}  // namespace passend::scheme
