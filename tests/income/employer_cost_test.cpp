// SPDX-License-Identifier: EUPL-1.2
// Shows what an offer costs the employer, line by line and worked out by hand, and that nothing unknown is guessed.
#include "income/employer_cost.hpp"

#include <gtest/gtest.h>

#include "law_folder.hpp"

namespace passend::income {
namespace {

EmployerCost cost_of(const std::string& offer_text, const std::string& adult = "", const std::string& on = "2026-09-01",
                     const std::string& birth = "1988-03-14") {
  const Household household =
      read_household("date = " + on + "\n[[adult]]\nid = 'a'\nbirth_date = " + birth + "\n" + adult, "household.toml")
          .value();
  const Offer offer = read_offer("adult = 'a'\n" + offer_text, "offer.toml").value();
  const RuleBook rules = read_rule_book(shipped_law(), household.date);
  const Answer found = answer(rules, shipped_law(), household, offer).value();
  return employer_cost(shipped_law(), rules, *found.after, offer);
}

const std::string kFullTime = "hours_week = 36\nhourly_eurocent = 1600\n";
const std::string kLksAdult = "disability = 'lks'\n";

// 36 x 16.00 x 52 / 12 = 2,496.00; holiday allowance 199.68; together a month 2,695.68, a year 32,348.16.
// Zvw 6.10 % 164.44; Awf high 7.74 % 208.65; Aof high 7.63 % 205.68; Wko 0.5 % 13.48; Whk 1.52 % 40.97.
TEST(EmployerCost, AddsTheChargesOfTheYear) {
  const EmployerCost cost = cost_of(kFullTime);
  const std::array<std::int64_t, kEmployerLines> expected{249600, 19968, 16444, 20865, 20568, 1348, 4097, 0, 0, 0};
  for (std::size_t k = 0; k < kEmployerLines; ++k) EXPECT_EQ(cost.line[k], expected[k]) << kEmployerLineNames[k];
  EXPECT_EQ(cost.total, 332890);
  EXPECT_TRUE(cost.unknown.empty());
}

// Awf low 2.74 % 73.86; Aof low 6.27 % 169.02; the rest as above.
TEST(EmployerCost, APermanentContractAndASmallEmployerPayLess) {
  EXPECT_EQ(cost_of(kFullTime + "contract = 'vast'\n").of(EmployerLine::kAwf), 7386);
  EXPECT_EQ(cost_of(kFullTime + "small_employer = true\n").of(EmployerLine::kAof), 16902);
  EXPECT_EQ(cost_of(kFullTime + "pension_employer_month_eurocent = 15000\n").total, 332890 + 15000);
}

// The maximum of 2026 is 79,409.00 a year: Awf high 7.74 % of a twelfth is 512.19 (512.188). With 40 hours, 12 x pay is
// 2,080 x the hourly wage: 35.34 gives 73,507.20 and holiday allowance 490.05 x 12 = 5,880.60, together 79,387.80,
// Awf 512.05; 35.35 gives 73,528.00 + 12 x 490.19 = 79,410.28, above the maximum; so does any more.
TEST(EmployerCost, ChargesStopAtTheMaximumPremiumWage) {
  const auto awf = [](int hourly) {
    return *cost_of("hours_week = 40\nhourly_eurocent = " + std::to_string(hourly) + "\n").of(EmployerLine::kAwf);
  };
  EXPECT_EQ(awf(3534), 51205);
  EXPECT_EQ(awf(3535), 51219);
  EXPECT_EQ(awf(4535), 51219);
}

// Minimum of 1 January 2026, 14.71: 36 hours 2,294.76, holiday allowance 183.59, W 2,478.35; 70 % is 1,734.85 (.845).
// Wage value 40 %: 991.34, subsidy 1,487.01. 30 %: 743.51, 1,734.84, below the cap by a cent; 20 %: the cap.
// Compensation 23.5 % of 1,487.01 is 349.45.
TEST(EmployerCost, LoonkostensubsidieIsWhatTheWageValueLacks) {
  const auto lks = [](int wage_value) {
    return cost_of(kFullTime + "wage_value_per_mille = " + std::to_string(wage_value) + "\n", kLksAdult);
  };
  EXPECT_EQ(lks(400).of(EmployerLine::kLks), 148701);
  EXPECT_EQ(lks(400).of(EmployerLine::kCompensation), 34945);
  EXPECT_EQ(lks(300).of(EmployerLine::kLks), 173484);
  EXPECT_EQ(lks(299).of(EmployerLine::kLks), 173485);
  EXPECT_EQ(lks(200).of(EmployerLine::kLks), 173485);
  EXPECT_EQ(lks(1000).of(EmployerLine::kLks), 0);
  EXPECT_EQ(*lks(400).total, *lks(1000).total - 148701 - 34945);
}

// Half of W: 1,239.18 (.175).
TEST(EmployerCost, TheFlatSubsidyNeedsNoWageValue) {
  EXPECT_EQ(cost_of(kFullTime + "lks = 'forfait'\n", kLksAdult).of(EmployerLine::kLks), 123918);
}

// Nor does a flat subsidy need the cap, or a measured one the flat share.
TEST(EmployerCost, AFlatSubsidySaysWhenItEnds) {
  EXPECT_EQ(cost_of(kFullTime + "lks = 'forfait'\n", kLksAdult).flat_months, 6);
  EXPECT_FALSE(cost_of(kFullTime + "wage_value_per_mille = 400\n", kLksAdult).flat_months);
  for (const Origin& origin : cost_of(kFullTime + "lks = 'forfait'\n", kLksAdult).origins)
    EXPECT_NE(origin.id, "wage_cost_subsidy_cap");
}

// With Wajong, loondispensatie lowers the pay itself: the same shortfall is not made good twice.
TEST(EmployerCost, WajongBringsNoLoonkostensubsidie) {
  const EmployerCost cost =
      cost_of(kFullTime + "wage_value_per_mille = 400\n", "disability = 'lks'\nbenefit = 'wajong'\n");
  EXPECT_EQ(cost.of(EmployerLine::kLks), 0);
}

TEST(EmployerCost, OnlyTheTargetGroupBringsLoonkostensubsidie) {
  EXPECT_EQ(cost_of(kFullTime + "wage_value_per_mille = 400\n").of(EmployerLine::kLks), 0);
}

// The minimum wage of 1 January counts until 31 December (art. 10d lid 7), that of the age on the day itself.
TEST(EmployerCost, TheSubsidyIsIndexedOnNewYearsDayOnly) {
  const auto lks = [](const char* on, const char* birth) {
    return cost_of(kFullTime + "wage_value_per_mille = 400\n", kLksAdult, on, birth).of(EmployerLine::kLks);
  };
  EXPECT_EQ(lks("2026-06-30", "1988-03-14"), lks("2026-07-01", "1988-03-14"));
  EXPECT_NE(lks("2025-12-31", "1988-03-14"), lks("2026-01-01", "1988-03-14"));
  // 20 until 1 September: 80 % of 14.71 is 11.77; W 1,836.12 + 146.89 = 1,983.01; subsidy 60 %: 1,189.81.
  EXPECT_EQ(lks("2026-08-31", "2005-09-01"), 118981);
  EXPECT_EQ(lks("2026-09-01", "2005-09-01"), 148701);
}

TEST(EmployerCost, ARateThatIsNotKnownIsNamedAndLeavesNoTotal) {
  const EmployerCost cost = cost_of(kFullTime, "", "2024-09-01");
  EXPECT_FALSE(cost.of(EmployerLine::kWhk));
  EXPECT_FALSE(cost.total);
  EXPECT_EQ(cost.unknown, std::vector<std::string_view>{"whk_average_rate"});
  EXPECT_TRUE(cost.of(EmployerLine::kAwf));
}

TEST(EmployerCost, AWordThatIsNoneOfTheListIsAFault) {
  for (const char* line : {"contract = 'zzp'\n", "lks = 'half'\n"}) {
    const auto read = read_offer("adult = 'a'\nhours_week = 8\nhourly_eurocent = 1500\n" + std::string(line), "offer");
    ASSERT_FALSE(read) << line;
    EXPECT_EQ(read.error().front().code, FaultCode::kNotInList);
  }
}

}  // namespace
}  // namespace passend::income
