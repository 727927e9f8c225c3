// SPDX-License-Identifier: EUPL-1.2
// Shows: at every prefix of a million random commands no ceiling is passed, the parts add up, and closing a year loses
// nothing; each refusal has its reason and changes nothing.
#include "record/ledger.hpp"

#include <gtest/gtest.h>

#include <random>

namespace passend::record {
namespace {

const FundYear k2026{"fonds", 2026};
const FundYear k2027{"fonds", 2027};

Refusal refused(Ledger& ledger, const Command& command) {
  const Ledger before = ledger;
  const auto answer = ledger.apply(command);
  EXPECT_FALSE(answer);
  EXPECT_EQ(ledger.positions(), before.positions());
  EXPECT_EQ(ledger.obligations(), before.obligations());
  return answer ? Refusal::kNoSuchYear : answer.error().reason;
}

Ledger opened() {
  Ledger ledger;
  EXPECT_TRUE(ledger.apply(SetCeiling{k2026, {1000}}));
  EXPECT_TRUE(ledger.apply(SetCeiling{k2027, {500}}));
  return ledger;
}

TEST(Ledger, FromReservationToPayment) {
  Ledger ledger = opened();
  ASSERT_TRUE(ledger.apply(Reserve{"p", "fonds", {{2026, {300}}}}));
  EXPECT_EQ(ledger.position(k2026)->left().value, 700);
  ASSERT_TRUE(ledger.apply(Commit{"p", {{2026, {250}}, {2027, {400}}}}));
  EXPECT_EQ(ledger.position(k2026)->reserved.value, 0);
  EXPECT_EQ(ledger.position(k2027)->promised().value, 400);
  ASSERT_TRUE(ledger.apply(Realise{"p", {2026, {100}}}));
  EXPECT_EQ(ledger.position(k2026)->realised.value, 100);
  EXPECT_EQ(ledger.position(k2026)->left().value, 750);
  ASSERT_TRUE(ledger.apply(Release{"p"}));
  EXPECT_EQ(ledger.position(k2026)->left().value, 900);
  EXPECT_EQ(ledger.position(k2027)->left().value, 500);
}

TEST(Ledger, ClosingAYearCarriesWhatIsPromised) {
  Ledger ledger = opened();
  ASSERT_TRUE(ledger.apply(Reserve{"p", "fonds", {{2026, {300}}}}));
  ASSERT_TRUE(ledger.apply(Commit{"p", {{2026, {300}}}}));
  ASSERT_TRUE(ledger.apply(Realise{"p", {2026, {120}}}));
  ASSERT_TRUE(ledger.apply(CloseYear{k2026}));
  const Position& closed = *ledger.position(k2026);
  EXPECT_EQ(closed.realised.value, 120);
  EXPECT_EQ(closed.ceiling.value, 820);
  EXPECT_EQ(closed.lapsed.value, 700);
  EXPECT_EQ(closed.left().value, 0);
  const Position& next = *ledger.position(k2027);
  EXPECT_EQ(next.ceiling.value, 680);
  EXPECT_EQ(next.committed.value, 180);
  EXPECT_EQ(next.left().value, 500);
  EXPECT_TRUE(ledger.apply(Realise{"p", {2027, {180}}}));
}

TEST(Ledger, RefusalsHaveAReasonAndChangeNothing) {
  Ledger ledger = opened();
  EXPECT_EQ(refused(ledger, Reserve{"p", "fonds", {{2026, {1001}}}}), Refusal::kAboveCeiling);
  EXPECT_EQ(refused(ledger, Reserve{"p", "fonds", {{2026, {600}}, {2027, {501}}}}), Refusal::kAboveCeiling);
  EXPECT_EQ(refused(ledger, Reserve{"p", "fonds", {{2028, {1}}}}), Refusal::kNoSuchYear);
  EXPECT_EQ(refused(ledger, Reserve{"p", "fonds", {}}), Refusal::kNotPositive);
  EXPECT_EQ(refused(ledger, Reserve{"p", "fonds", {{2026, {1}}, {2026, {1}}}}), Refusal::kYearTwice);
  EXPECT_EQ(refused(ledger, Reserve{"p", "fonds", {{2026, {-5}}}}), Refusal::kNotPositive);
  EXPECT_EQ(refused(ledger, Reserve{"p", "fonds", {{2026, {INT64_MAX}}}}), Refusal::kTooLarge);
  EXPECT_EQ(refused(ledger, Commit{"p", {{2026, {1}}}}), Refusal::kNoSuchObligation);
  ASSERT_TRUE(ledger.apply(Reserve{"p", "fonds", {{2026, {400}}}}));
  EXPECT_EQ(refused(ledger, Reserve{"p", "fonds", {{2026, {1}}}}), Refusal::kObligationExists);
  EXPECT_EQ(refused(ledger, Realise{"p", {2026, {1}}}), Refusal::kNotCommitted);
  EXPECT_EQ(refused(ledger, SetCeiling{k2026, {399}}), Refusal::kBelowUse);
  ASSERT_TRUE(ledger.apply(Commit{"p", {{2026, {1000}}}}));
  EXPECT_EQ(refused(ledger, Commit{"p", {{2026, {1}}}}), Refusal::kNotReserved);
  EXPECT_EQ(refused(ledger, Realise{"p", {2026, {1001}}}), Refusal::kAboveCommitted);
  EXPECT_EQ(refused(ledger, CloseYear{k2027}), Refusal::kEarlierYearOpen);
  ASSERT_TRUE(ledger.apply(CloseYear{k2026}));
  EXPECT_EQ(refused(ledger, SetCeiling{k2026, {5000}}), Refusal::kYearClosed);
  EXPECT_EQ(refused(ledger, Reserve{"q", "fonds", {{2026, {1}}}}), Refusal::kYearClosed);
}

// The whole state, recounted from the obligations, and the money there has ever been.
class Recount {
 public:
  void check(const Ledger& ledger) const {
    std::map<FundYear, Position> sums;
    for (const auto& [id, obligation] : ledger.obligations())
      for (const auto& [year, open] : obligation.years) {
        Position& sum = sums[{obligation.fund, year}];
        if (obligation.state == ObligationState::kReserved) sum.reserved = sum.reserved + open.open;
        if (obligation.state == ObligationState::kCommitted) sum.committed = sum.committed + open.open;
        if (obligation.state == ObligationState::kEnded) {
          ASSERT_EQ(open.open.value, 0);
        }
        sum.realised = sum.realised + open.realised;
      }
    for (const auto& [at, position] : ledger.positions()) {
      ASSERT_EQ(position.reserved, sums[at].reserved);
      ASSERT_EQ(position.committed, sums[at].committed);
      ASSERT_EQ(position.realised, sums[at].realised);
    }
  }
};

TEST(Ledger, AMillionRandomCommandsKeepEveryCeiling) {
  std::mt19937 random(11);
  const auto draw = [&](std::uint32_t below) { return static_cast<int>(random() % below); };
  Ledger ledger;
  std::int64_t budget = 0;  // of all open ceilings, as set
  int accepted = 0;
  int closed = 0;
  for (int step = 0; step < 1'000'000; ++step) {
    const FundYear at{draw(2) == 0 ? "a" : "b", 2020 + draw(6) + step / 200'000};
    const std::string id = std::to_string(step / 40 + draw(60));
    const Eurocent amount{draw(2000) - 20};
    Command command;
    switch (draw(12)) {
      case 0:
        command = SetCeiling{at, {draw(100'000)}};
        break;
      case 1:
      case 2:
      case 3:
        command = Reserve{id, at.fund, {{at.year, amount}, {at.year + 1, {draw(500)}}}};
        break;
      case 4:
      case 5:
      case 6:
        command = Commit{id, {{at.year, amount}}};
        break;
      case 7:
      case 8:
      case 9:
        command = Realise{id, {at.year, amount}};
        break;
      case 10:
        command = Release{id};
        break;
      default:
        if (draw(4000) == 0)
          command = CloseYear{at};
        else
          command = Release{id};
    }
    const auto* set = std::get_if<SetCeiling>(&command);
    const Position* old = set == nullptr ? nullptr : ledger.position(set->at);
    const std::int64_t before = old == nullptr ? 0 : old->ceiling.value;
    if (!ledger.apply(command)) continue;
    ++accepted;
    if (set != nullptr) budget += set->ceiling.value - before;
    closed += std::holds_alternative<CloseYear>(command);
    std::int64_t ceilings = 0;
    for (const auto& [where, position] : ledger.positions()) {
      ASSERT_GE(position.reserved.value, 0);
      ASSERT_GE(position.committed.value, 0);
      ASSERT_GE(position.realised.value, 0);
      ASSERT_LE(position.used().value, position.ceiling.value);
      ASSERT_GE(position.left().value, 0);
      ceilings += position.ceiling.value;
    }
    ASSERT_EQ(ceilings, budget) << "money lost or made at step " << step;
    if (accepted % 1000 == 0) Recount().check(ledger);
  }
  Recount().check(ledger);
  EXPECT_GT(accepted, 100'000);
  EXPECT_GT(closed, 2);
}

}  // namespace
}  // namespace passend::record
