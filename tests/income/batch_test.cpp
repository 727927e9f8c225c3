// SPDX-License-Identifier: EUPL-1.2
// Shows: a household among many gives the bits it gives alone, in every part, on every instruction set and any number
// of threads; padding changes nothing.
#include "income/batch.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <random>

#include "income/answer.hpp"
#include "law_folder.hpp"

namespace passend::income {
namespace {

constexpr int kHouseholds = 3003;  // no whole number of blocks

// Any shape and income; what settle() refuses is drawn again.
Household random_household(std::mt19937_64& draw, Date on) {
  const auto pick = [&](int low, int high) { return std::uniform_int_distribution(low, high)(draw); };
  Household household;
  household.date = on;
  const int adults = pick(1, 2);
  for (int a = 0; a < adults; ++a) {
    Adult adult;
    adult.id = a == 0 ? "a" : "b";
    adult.partner_of = a == 0 ? "" : "a";
    adult.birth = make_date(pick(1945, 2007), pick(1, 12), pick(1, 28));
    adult.centihours = pick(0, 2) == 0 ? 0 : pick(1, 4000);
    adult.hourly = pick(1400, 4500);
    constexpr std::array<Benefit, 6> kBenefits{Benefit::kGeen, Benefit::kBijstand, Benefit::kWw,
                                               Benefit::kAow,  Benefit::kWajong,   Benefit::kIoaw};
    adult.benefit = kBenefits[static_cast<std::size_t>(pick(0, 5))];
    adult.benefit_month = pick(0, 250'000);
    adult.other_year = pick(0, 3) == 0 ? pick(0, 5'000'000) : 0;
    adult.credit_at_job = pick(0, 1) == 0;
    household.adults.push_back(std::move(adult));
  }
  for (int c = pick(0, 3); c > 0; --c) {
    Child child;
    child.birth = make_date(pick(2008, 2025), pick(1, 12), pick(1, 28));
    child.care = static_cast<Care>(pick(0, 3));
    child.care_centihours = pick(0, 20'000);
    child.care_rate = pick(700, 1200);
    household.children.push_back(child);
  }
  household.rents = pick(0, 2) > 0;
  household.bare_rent = pick(20'000, 110'000);
  household.assets = pick(0, 5) == 0 ? pick(0, 20'000'000) : 0;
  household.disregard_months_used = pick(0, 40);
  return household;
}

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
