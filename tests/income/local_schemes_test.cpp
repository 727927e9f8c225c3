// SPDX-License-Identifier: EUPL-1.2
// Shows that schemes and remission come from the municipality's file alone, at, below and above each limit; and that
// what the file or the household does not say is named, never guessed.
#include "income/local_schemes.hpp"

#include <gtest/gtest.h>

#include "income/calendar_year.hpp"
#include "law_folder.hpp"

namespace passend::income {
namespace {

constexpr const char* kRemission = R"(
[remission]
article = "Regeling kwijtschelding belastingen medeoverheden"
source = "verzonnen"
taxes_single_eurocent_year = 42000
taxes_single_parent_eurocent_year = 51000
taxes_couple_eurocent_year = 51000
norm_premium_single_eurocent_month = 4500
norm_premium_couple_eurocent_month = 9500
share_of_norm = 1
asset_limit_eurocent = 230000
from = 2024-01-01
until = 2026-09-01
)";

constexpr const char* kTenant = R"(
date = 2026-09-01
[[adult]]
id = "a"
birth_date = 1988-03-14
benefit = "bijstand"
[rent]
bare_eurocent = 68000
[costs]
health_premium_month_eurocent = 15000
)";

LocalRules rules_of(const std::string& text) {
  return read_local_rules("municipality = 'verzonnen'\n" + text, "local.toml").value();
}

Household household_of(const std::string& text, const std::string& rules = kRemission) {
  Household household = read_household(text, "household.toml").value();
  household.local = rules_of(rules);
  return household;
}

Result<State> evaluated(const Household& household) {
  return evaluate(read_rule_book(shipped_law(), household.date), shipped_law(), household);
}

std::int64_t local_of(const Household& household) { return evaluated(household)->part(Part::kLocalSchemes); }

bool names_remission(const Household& household) {
  const State state = evaluated(household).value();
  return std::ranges::find(state.settled.notes, Note::kRemission) != state.settled.notes.end();
}

// Parts of the bijstand state, cents a month: 1,419.51 net of bijstand (1,805.26 - 645.33 + 259.58), huurtoeslag
// 413.85, zorgtoeslag 129.00. Rent above the norm 680.00 - 252.49 = 427.51; premium 150.00 - 45.00 = 105.00.
// Left 1,429.85; norm 1,419.46; capacity 12 x 10.39 = 124.68, of which 80 % = 99.744, half up 99.74.
// Remission 420.00 - 99.74 = 320.26 a year, 26.688 a month.
TEST(LocalSchemes, RemissionIsWhatTheCapacityDoesNotReach) {
  const Household household = household_of(kTenant);
  const State state = evaluated(household).value();
  EXPECT_EQ(state.part(Part::kHuurtoeslag), 41385);
  EXPECT_EQ(state.part(Part::kZorgtoeslag), 12900);
  EXPECT_EQ(state.settled.local_norm, 141946);
  EXPECT_EQ(state.part(Part::kLocalSchemes), 2669);
  EXPECT_FALSE(names_remission(household));
}

// A tax that the capacity pays for is not remitted: 99.74 a year at most.
TEST(LocalSchemes, RemissionEndsWhereTheCapacityPaysTheTaxes) {
  Household household = household_of(kTenant);
  household.local->remission->taxes.single = 9974;
  EXPECT_EQ(local_of(household), 0);
  household.local->remission->taxes.single = 9974 + 12;
  EXPECT_EQ(local_of(household), 1);
}

TEST(LocalSchemes, RemissionKnowsItsOwnLimitOfAssets) {
  Household household = household_of(kTenant);
  household.assets = 230000;
  EXPECT_EQ(local_of(household), 2669);
  household.assets = 230001;
  EXPECT_EQ(local_of(household), 0);
}

TEST(LocalSchemes, WorkCanCostTheRemission) {
  Household household = household_of(kTenant);
  household.adults.front().centihours = 3600;
  household.adults.front().hourly = 1600;
  EXPECT_EQ(local_of(household), 0);
}

TEST(LocalSchemes, WhatIsNotKnownOfRemissionIsNamed) {
  Household household = household_of(kTenant);
  household.health_premium.reset();
  EXPECT_TRUE(names_remission(household));
  EXPECT_EQ(local_of(household), 0);

  EXPECT_TRUE(names_remission(household_of(kTenant, "")));

  household = household_of(kTenant);
  household.date = make_date(2026, 9, 2);  // the day after `until`
  EXPECT_TRUE(names_remission(household));

  household = household_of(kTenant);
  household.date = make_date(2026, 6, 1);
  household.adults.front().birth = make_date(1950, 1, 1);
  household.adults.front().benefit = Benefit::kAow;
  EXPECT_TRUE(names_remission(household));
}

// The national minimum for the age and 25.00 of the municipality; only for a student with a medical limit.
TEST(LocalSchemes, StudietoeslagGoesByAgeAndLimit) {
  const std::string rules =
      "[studietoeslag]\narticle = 'Participatiewet art. 36b'\nsource = 'verzonnen'\nextra_eurocent_month = 2500\n"
      "from = 2024-01-01\nuntil = 2026-03-31\n";
  const auto student = [&](const char* birth, const char* disability, const char* on = "2026-03-01") {
    return local_of(household_of(std::string("date = ") + on + "\n[[adult]]\nid = 'a'\nstudent = true\nbirth_date = " +
                                     birth + "\ndisability = '" + disability + "'\n",
                                 rules));
  };
  const double adult = read_rule_book(shipped_law(), make_date(2026, 3, 1)).study_supplement.rules.at_age(21);
  const double twenty = read_rule_book(shipped_law(), make_date(2026, 3, 1)).study_supplement.rules.at_age(20);
  EXPECT_GT(adult, twenty);
  EXPECT_EQ(student("2005-03-01", "medisch"), static_cast<std::int64_t>(adult) + 2500);
  EXPECT_EQ(student("2005-03-02", "medisch"), static_cast<std::int64_t>(twenty) + 2500);
  EXPECT_EQ(student("2005-03-01", "geen"), 0);
  EXPECT_GT(student("2005-03-01", "medisch", "2026-03-31"), 0);
  EXPECT_EQ(student("2005-03-01", "medisch", "2026-04-01"), 0);
  const auto of_2025 = evaluated(household_of(
      "date = 2025-03-01\n[[adult]]\nid = 'a'\nstudent = true\nbirth_date = 2001-01-01\ndisability = 'medisch'\n",
      rules));
  ASSERT_FALSE(of_2025);
  EXPECT_EQ(of_2025.error().front().code, FaultCode::kNoValue);
}

TEST(LocalSchemes, AMunicipalityMayNotLeaveMoreThanTheLawAllows) {
  Household household = household_of(kTenant);
  household.local->remission->share_of_norm = 1001;
  const auto found = evaluated(household);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().front().code, FaultCode::kRuleRefused);
}

TEST(LocalSchemes, ARemissionWithoutGroundOrDatesIsRefused) {
  const std::string head = "municipality = 'verzonnen'\n";
  for (const auto& [lacks, code] : {std::pair{"article", FaultCode::kLawSource},
                                    {"source", FaultCode::kLawSource},
                                    {"taxes_single_e", FaultCode::kTomlKeyMissing},
                                    {"share_of_norm", FaultCode::kTomlKeyMissing},
                                    {"from", FaultCode::kTomlKeyMissing}}) {
    std::string text = kRemission;
    const auto begin = text.find(std::string("\n") + lacks);
    text.erase(begin, text.find('\n', begin + 1) - begin);
    const auto read = read_local_rules(head + text, "local.toml");
    ASSERT_FALSE(read) << lacks;
    EXPECT_EQ(read.error().size(), 1U) << lacks;
    EXPECT_EQ(read.error().front().code, code) << lacks;
  }
}

// 26.69 a month as above, until work begins in March and the capacity pays the taxes.
TEST(LocalSchemes, AYearShowsTheMonthInWhichTheyEnd) {
  Household household = household_of(kTenant);
  household.date = make_date(2026, 1, 1);
  const Offer offer{.adult = "a",
                    .centihours = 3600,
                    .hourly = 1600,
                    .from = make_date(2026, 3, 1),
                    .care_centihours = {},
                    .travel = {}};
  const CalendarYear year = calendar_year(shipped_law(), household, offer, "offer.toml").value();
  std::vector<int> months;
  for (const Payment& payment : year.payments)
    if (payment.part == Part::kLocalSchemes) months.push_back(payment.month);
  EXPECT_EQ(months, (std::vector<int>{1, 2}));
}

}  // namespace
}  // namespace passend::income
