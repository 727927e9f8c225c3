// SPDX-License-Identifier: EUPL-1.2
#include "income/net_income.hpp"

#include <gtest/gtest.h>

#include "income/answer.hpp"
#include "law_folder.hpp"

namespace passend::income {
namespace {

State state_of(const std::string& toml) {
  const auto household = read_household(toml, "household.toml");
  const RuleBook rules = read_rule_book(shipped_law(), household->date);
  return evaluate(rules, shipped_law(), *household).value();
}

TEST(NetIncome, ASingleOnBijstandKeepsTheNorm) {
  const State state =
      state_of("date = 2026-07-01\n[[adult]]\nid = 'a'\nbirth_date = 1980-05-05\nbenefit = 'bijstand'\n");
  EXPECT_EQ(state.settled.columns.norm, 141946);
  EXPECT_EQ(state.income.top_up, 141946);
}

}  // namespace
}  // namespace passend::income
