// SPDX-License-Identifier: EUPL-1.2
// Shows: a voorstel exists only with a live wish and without a single no; what is not known goes along as questions.
#include "work/proposal.hpp"

#include <gtest/gtest.h>

#include <type_traits>

#include "voorstel.hpp"

namespace passend::testing {
namespace {

static_assert(!std::is_default_constructible_v<Proposal>);
static_assert(!std::is_aggregate_v<Proposal>);

TEST(Proposal, NamesPersonWorkAndDateAndAsksNothingWhereAllIsKnown) {
  Scene scene;
  const Proposal proposal = voorstel_of(scene);
  EXPECT_EQ(proposal.person(), "p1");
  EXPECT_EQ(proposal.work(), "w1");
  EXPECT_EQ(proposal.date(), day("2026-11-03"));
  EXPECT_FALSE(proposal.conditional());
}

TEST(Proposal, CarriesItsQuestionsOnceAndSorted) {
  Scene scene;
  scene.work().closed = std::nullopt;
  scene.person().hours_max = std::nullopt;
  scene.work().hourly_eurocent = std::nullopt;
  scene.wish().min_hourly_eurocent = 1600;  // gates pay and wage ask the same
  EXPECT_EQ(voorstel_of(scene).questions(), (std::vector<std::string>{"person.hours", "work.closed", "work.hourly"}));
}

TEST(Proposal, ANoOnAnyGateIsNoVoorstel) {
  for (std::size_t g = 0; g < kGates; ++g) {
    Scene scene;
    const PairWish wish = choose_wish(scene.context(), scene.person(), scene.work());
    GateOutcomes outcomes = scene.all();
    outcomes.of[g] = Outcome::kNo;
    const auto answer = propose(scene.context(), scene.person(), scene.work(), wish, outcomes, {});
    ASSERT_TRUE(std::holds_alternative<NoProposal>(answer)) << kGateTable[g].name;
    EXPECT_EQ(std::get<NoProposal>(answer).failed, std::vector{static_cast<Gate>(g)});
  }
}

TEST(Proposal, WithoutALiveWishItIsNoneEvenIfEveryGateSaidYes) {
  Scene scene;
  const GateOutcomes outcomes = scene.all();
  const auto without_wish = [&](const PairWish& wish) {
    const auto answer = propose(scene.context(), scene.person(), scene.work(), wish, outcomes, {});
    const auto* none = std::get_if<NoProposal>(&answer);
    return none != nullptr && none->without_live_wish;
  };
  PairWish wish = choose_wish(scene.context(), scene.person(), scene.work());
  EXPECT_FALSE(without_wish(wish));
  scene.wish().confirmed = std::nullopt;
  EXPECT_TRUE(without_wish(wish));
  scene.wish().confirmed = day("2026-11-04");
  EXPECT_TRUE(without_wish(wish));
  scene.wish().confirmed = day("2026-11-03");
  EXPECT_FALSE(without_wish(wish));
  for (const std::int32_t index : {-1, 1}) {
    wish.index = index;
    EXPECT_TRUE(without_wish(wish)) << index;
  }
}

}  // namespace
}  // namespace passend::testing
