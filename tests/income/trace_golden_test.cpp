// SPDX-License-Identifier: EUPL-1.2
// Shows what every part of three households rests on, to the last parameter: tests/income/golden/trace_*.json. Look at
// the difference, then reset with PASSEND_RESET_GOLDEN=1.
#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "base/text_file.hpp"
#include "income/trace.hpp"
#include "law_folder.hpp"

namespace passend::income {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const TraceNode& node) {
  Json figures = Json::array();
  for (const TraceFigure& figure : node.figures) figures.push_back({{"key", figure.key}, {"value", figure.value}});
  Json parameters = Json::array();
  for (const TraceParameter& parameter : node.parameters)
    parameters.push_back({{"id", parameter.origin.id},
                          {"value", parameter.value},
                          {"article", parameter.origin.article},
                          {"confidence", name_of(parameter.origin.confidence)}});
  return {{"part", kPartNames[static_cast<std::size_t>(node.part)]},
          {"eurocent", node.eurocent},
          {"figures", figures},
          {"parameters", parameters}};
}

std::string trace_text(const std::string& toml) {
  const Household household = read_household(toml, "household.toml").value();
  const RuleBook rules = read_rule_book(shipped_law(), household.date);
  const State state = evaluate(rules, shipped_law(), household).value();
  Json parts = Json::array();
  for (const TraceNode& node : trace_of(state, rules, shipped_law())) parts.push_back(json_of(node));
  const Json all{{"date", to_string(household.date)}, {"net_month_eurocent", state.net()}, {"parts", parts}};
  return all.dump(1) + "\n";
}

// `name` is a file in tests/income/golden.
void expect_golden_trace(const std::string& name, const std::string& toml) {
  const auto path = std::filesystem::path(PASSEND_SOURCE_DIR) / "tests/income/golden" / name;
  const std::string now = trace_text(toml);
  if (std::getenv("PASSEND_RESET_GOLDEN") != nullptr) {
    ASSERT_TRUE(replace_file(path, now).has_value());
  }
  const auto golden = read_file(path);
  ASSERT_TRUE(golden.has_value()) << "make it with PASSEND_RESET_GOLDEN=1";
  EXPECT_TRUE(now == *golden) << path << " differs; look at it, then reset with PASSEND_RESET_GOLDEN=1";
}

TEST(GoldenTrace, BijstandWithPartTimeWorkAndAChild) {
  expect_golden_trace("trace_bijstand.json", R"(date = 2026-09-01
[[adult]]
id = "a"
birth_date = 1988-03-14
benefit = "bijstand"
hours_week = 12
hourly_eurocent = 1499
[[child]]
birth_date = 2018-05-20
care = "bso"
care_hours_month = 30
care_rate_eurocent = 998
[rent]
bare_eurocent = 68000
[history]
disregard_months_used = 7
)");
}

TEST(GoldenTrace, LowWageWithRentIn2025) {
  expect_golden_trace("trace_low_wage.json", R"(date = 2025-03-01
[[adult]]
id = "a"
birth_date = 1990-06-01
hours_week = 32
hourly_eurocent = 1450
pension_employee_month_eurocent = 4000
[rent]
bare_eurocent = 62000
service_eurocent = 2500
[costs]
travel_month_eurocent = 5000
)");
}

TEST(GoldenTrace, CoupleOnAow) {
  expect_golden_trace("trace_aow_couple.json", R"(date = 2026-01-01
[[adult]]
id = "a"
birth_date = 1950-03-01
benefit = "aow"
other_taxable_year_eurocent = 600000
[[adult]]
id = "b"
birth_date = 1952-03-01
partner_of = "a"
benefit = "aow"
[rent]
bare_eurocent = 65000
)");
}

}  // namespace
}  // namespace passend::income
