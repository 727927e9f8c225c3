// SPDX-License-Identifier: EUPL-1.2
// Shows: a household among many gives the bits it gives alone, in every part, on every instruction set and any number
// of threads; padding changes nothing.
#include "income/batch.hpp"

#include <gtest/gtest.h>

#include <bit>

#include "income/answer.hpp"
#include "law_folder.hpp"
#include "random_household.hpp"

namespace passend::income {
namespace {

constexpr int kHouseholds = 3003;  // no whole number of blocks

class BatchOfHouseholds : public testing::Test {
 protected:
  void SetUp() override {
    std::mt19937_64 draw(7);
    while (alone_.size() < kHouseholds) {
      const auto state = evaluate(rules_, shipped_law(), random_household(draw, rules_.date));
      if (!state) continue;
      batch_.add(state->settled.columns);
      alone_.push_back(state->income);
    }
    batch_.pad();
  }

  RuleBook rules_ = read_rule_book(shipped_law(), day("2026-03-15"));
  HouseholdBatch batch_;
  std::vector<NetIncome<double>> alone_;
};

TEST_F(BatchOfHouseholds, GivesTheBitsOfEachAlone) {
  ASSERT_EQ(batch_.size(), alone_.size());
  for (const InstructionSet set : usable_sets())
    for (const int threads : {1, 2, 5}) {
      BatchResult found;
      net_income_batch(rules_, batch_, {.set = set, .threads = threads, .parts = true}, found);
      for (std::size_t i = 0; i < alone_.size(); ++i) {
        ASSERT_EQ(std::bit_cast<std::uint64_t>(found.net[i]), std::bit_cast<std::uint64_t>(alone_[i].net))
            << name_of(set) << ' ' << i;
        for (std::size_t p = 0; p < kParts; ++p)
          ASSERT_EQ(found.part[p][i], alone_[i].part[p]) << name_of(set) << ' ' << i << ' ' << kPartNames[p];
      }
    }
}

TEST_F(BatchOfHouseholds, NetAloneIsTheSameAsNetWithParts) {
  BatchResult with;
  BatchResult without;
  net_income_batch(rules_, batch_, {.parts = true}, with);
  net_income_batch(rules_, batch_, {}, without);
  EXPECT_EQ(with.net, without.net);
  EXPECT_TRUE(without.part[0].empty());
}

TEST(Batch, OfNobodyGivesNothing) {
  const RuleBook rules = read_rule_book(shipped_law(), day("2026-03-15"));
  HouseholdBatch batch;
  batch.pad();
  BatchResult found;
  net_income_batch(rules, batch, {}, found);
  EXPECT_TRUE(found.net.empty());
}

}  // namespace
}  // namespace passend::income
