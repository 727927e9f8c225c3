// SPDX-License-Identifier: EUPL-1.2
// Shows: every published outcome in tests/cases/minimum_wage.toml comes out, each key of it, within its tolerance.
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>

#include "case_file.hpp"
#include "law_folder.hpp"
#include "wage/pay_due.hpp"

namespace passend {
namespace {

using Outcome = std::map<std::string, std::int64_t>;  // eurocent by key

std::int64_t whole(const LawCase& law_case, const std::string& key) {
  return parse_integer(law_case.inputs.at(key)).value();
}

Worker born_on_the_day(const LawCase& law_case, int age, bool bbl) {
  const int year = static_cast<int>(calendar_of(law_case.date).year()) - age;
  return {make_date(year, static_cast<int>(static_cast<unsigned>(calendar_of(law_case.date).month())), 1), bbl};
}

Outcome by_age(const LawCase& law_case, bool bbl) {
  const auto worker = born_on_the_day(law_case, static_cast<int>(whole(law_case, "age")), bbl);
  const auto answer = minimum_wage_on(shipped_law(), worker, law_case.date);
  EXPECT_EQ(adult_minimum_wage_on(shipped_law(), law_case.date)->amount.value,
            law_case.eurocent(law_case.inputs, "adult_hourly"));
  return {{"hourly", std::get<MinimumWage>(*answer).hourly.value}};
}

Outcome with_holiday_pay(const LawCase& law_case) {
  const Eurocent hourly{law_case.eurocent(law_case.inputs, "hourly")};
  const auto extra = holiday_pay_on(shipped_law(), hourly, law_case.date);
  return {{"hourly_with_holiday_allowance", (hourly + extra->amount).value}};
}

Outcome over_a_year(const LawCase& law_case) {
  const auto hours = whole(law_case, "working_days") * whole(law_case, "hours_per_day");
  const auto due = pay_due(shipped_law(), born_on_the_day(law_case, 30, false), PayPeriod{law_case.date, law_case.date},
                           Hours{static_cast<std::int32_t>(hours * 100)});
  const std::int64_t year = std::get<PayDue>(*due).amount.value;
  return {{"year", year}, {"month", divide_half_up(year, 12)}};
}

const std::map<std::string, std::function<Outcome(const LawCase&)>> kRules{
    {"minimum_wage_hourly_by_age", [](const LawCase& c) { return by_age(c, false); }},
    {"minimum_wage_bbl_percentage", [](const LawCase& c) { return by_age(c, true); }},
    {"holiday_allowance_rate", with_holiday_pay},
    {"minimum_wage_hourly_adult", over_a_year},
};

TEST(MinimumWageCases, AllComeOut) {
  const auto cases = read_cases("minimum_wage.toml");
  EXPECT_EQ(cases.size(), 32U);
  for (const LawCase& law_case : cases) {
    ASSERT_TRUE(kRules.contains(law_case.rule)) << law_case.id;
    const Outcome outcome = kRules.at(law_case.rule)(law_case);
    const auto tolerance = parse_rate(law_case.tolerance).value();
    for (const auto& [key, text] : law_case.expected) {
      ASSERT_TRUE(outcome.contains(key)) << law_case.id << " " << key;
      const std::int64_t away = std::abs(outcome.at(key) - law_case.eurocent(law_case.expected, key));
      EXPECT_LE(away * power_of_ten(tolerance.digits), tolerance.units * 100) << law_case.id << " " << key;
    }
  }
}

}  // namespace
}  // namespace passend
