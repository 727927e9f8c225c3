// SPDX-License-Identifier: EUPL-1.2
// Shows: the sums over all households are those of one household after the other, whatever the threads; who has less
// than the norm of bijstand is counted, at the limit; what the statutes do not cover is counted apart.
#include "insight/household_incomes.hpp"

#include <gtest/gtest.h>

#include "income/answer.hpp"
#include "insight/population.hpp"
#include "law_folder.hpp"

namespace passend::insight {
namespace {

const Date kDay = make_date(2026, 3, 15);
const Date kAowBorn = make_date(1959, 3, 15);

class HouseholdIncomes : public testing::Test {
 protected:
  // One who rents alone, with this work and benefit.
  void add(int year_born, income::Benefit benefit, std::uint16_t centihours, std::uint16_t hourly) {
    const auto place = static_cast<std::uint32_t>(population_.residents.size());
    population_.households.push_back({.first = place,
                                      .bare_rent = 60000,
                                      .count = 1,
                                      .type = HouseholdType::kSingle,
                                      .tenure = Tenure::kSocialRent});
    Resident resident;
    resident.household = place;
    resident.birth = make_date(year_born, 5, 1);
    resident.benefit = benefit;
    resident.centihours = centihours;
    resident.hourly = hourly;
    population_.residents.push_back(resident);
  }

  IncomeSums sums(int threads = 1) const {
    return sum_incomes(
        rules_, shipped_law(), population_, kAowBorn,
        [&](std::size_t h, std::size_t unit) { return std::optional(household_of(population_, h, kDay, unit)); },
        threads);
  }
  static std::int64_t at(const IncomeSums& sums, IncomeSum sum) { return sums[static_cast<std::size_t>(sum)]; }

  Population population_;
  income::RuleBook rules_ = income::read_rule_book(shipped_law(), kDay);
};

TEST_F(HouseholdIncomes, AreTheSumOfEachHouseholdAloneWhateverTheThreads) {
  for (int i = 0; i < 9001; ++i)  // more than two batches
    add(1960 + i % 45, i % 7 == 0 ? income::Benefit::kBijstand : income::Benefit::kGeen,
        static_cast<std::uint16_t>(i % 7 == 0 ? 0 : 100 * (i % 40)), static_cast<std::uint16_t>(1500 + i % 900));
  std::int64_t net = 0, worked_out = 0;
  for (std::size_t h = 0; h < population_.households.size(); ++h) {
    const auto state = income::evaluate(rules_, shipped_law(), household_of(population_, h, kDay));
    if (!state) continue;
    ++worked_out;
    net += state->net();
  }
  const IncomeSums one = sums();
  EXPECT_EQ(at(one, IncomeSum::kNet), net);
  EXPECT_EQ(at(one, IncomeSum::kWorkedOut), worked_out);
  EXPECT_EQ(at(one, IncomeSum::kWorkedOut) + at(one, IncomeSum::kNotCovered), 9001);
  EXPECT_GT(worked_out, 8000);
  EXPECT_GT(at(one, IncomeSum::kToeslagen), 0);
  for (const int threads : {2, 3, 8}) EXPECT_EQ(sums(threads), one);
}

TEST_F(HouseholdIncomes, CountWhoIsBelowTheNormAndNotWhoHasBijstand) {
  add(1986, income::Benefit::kBijstand, 0, 0);
  EXPECT_EQ(at(sums(), IncomeSum::kBelowNorm), 0);
  add(1986, income::Benefit::kGeen, 0, 0);
  EXPECT_EQ(at(sums(), IncomeSum::kBelowNorm), 1);
  add(1986, income::Benefit::kGeen, 800, 1500);
  EXPECT_EQ(at(sums(), IncomeSum::kBelowNorm), 2);
  add(1986, income::Benefit::kGeen, 4000, 2500);
  EXPECT_EQ(at(sums(), IncomeSum::kBelowNorm), 2);
}

TEST_F(HouseholdIncomes, CountApartWhatTheStatutesRefuse) {
  add(2015, income::Benefit::kGeen, 0, 0);  // an adult of ten
  add(1986, income::Benefit::kGeen, 4000, 2500);
  EXPECT_EQ(at(sums(), IncomeSum::kNotCovered), 1);
  EXPECT_EQ(at(sums(), IncomeSum::kWorkedOut), 1);
}

TEST_F(HouseholdIncomes, GiveTheNormOfTheShapeWithHouseMates) {
  income::Household household;
  household.date = kDay;
  household.adults.resize(1);
  household.adults.front().birth = make_date(1986, 5, 1);
  const auto alone = norm_of_shape(rules_, household, kAowBorn);
  household.co_residents = {{.birth = make_date(1990, 1, 1), .relation = "huisgenoot"}};
  const auto sharing = norm_of_shape(rules_, household, kAowBorn);
  household.co_residents.front().student = true;
  EXPECT_EQ(norm_of_shape(rules_, household, kAowBorn), alone);
  EXPECT_LT(*sharing, *alone);
  household.adults.front().birth = make_date(1950, 1, 1);
  EXPECT_GT(*norm_of_shape(rules_, household, kAowBorn), *alone);
}

}  // namespace
}  // namespace passend::insight
