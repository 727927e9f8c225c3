// SPDX-License-Identifier: EUPL-1.2
// Shows that every scenario beside a statute comes out as its article says, on both sides of each limit.
#include "scenarios.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace passend::income {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(PASSEND_SOURCE_DIR) / "tests/income/scenarios";

constexpr std::array<std::string_view, 18> kStatutes{"algemene_heffingskorting",
                                                     "aow",
                                                     "arbeidskorting",
                                                     "box1",
                                                     "combinatiekorting",
                                                     "huurtoeslag",
                                                     "ioaw",
                                                     "kinderbijslag",
                                                     "kinderopvangtoeslag",
                                                     "kindgebonden_budget",
                                                     "loonheffing",
                                                     "ouderenkorting",
                                                     "participatiewet_norm",
                                                     "participatiewet_vermogen",
                                                     "participatiewet_vrijlating",
                                                     "wajong",
                                                     "ww",
                                                     "zorgtoeslag"};

class OfStatute : public testing::TestWithParam<std::string_view> {};

TEST_P(OfStatute, ComesOutAsTheArticleSaysBelowAtAndAboveItsLimits) {
  const std::string file = std::string(GetParam()) + ".toml";
  const auto bytes = read_file(kFolder / file);
  ASSERT_TRUE(bytes.has_value());
  ScenarioReport report = check_scenarios(*bytes, file);
  for (const std::string& wrong : report.wrong) ADD_FAILURE() << wrong;
  EXPECT_GT(report.scenarios, 0);
  for (const char* side : {"below", "at", "above"}) EXPECT_GT(report.edges[side], 0) << side;
}

INSTANTIATE_TEST_SUITE_P(Scenarios, OfStatute, testing::ValuesIn(kStatutes),
                         [](const auto& statute) { return std::string(statute.param); });

TEST(Scenarios, EveryFileIsThatOfAStatute) {
  for (const auto& entry : std::filesystem::directory_iterator(kFolder))
    EXPECT_TRUE(std::ranges::count(kStatutes, entry.path().stem().string()) == 1) << entry.path();
}

// What the checker must not let pass.
const std::string kRight = R"([[scenario]]
id = "norm"
article = "Participatiewet art. 21"
says = "A single person from 21 has the norm."
[scenario.household]
date = 2026-07-01
[[scenario.household.adult]]
id = "a"
birth_date = 1980-05-05
benefit = "bijstand"
[scenario.expect]
norm = 141946
[[scenario.edge]]
at = "below"
set = {"adult.0.birth_date" = 2005-07-02}
expect = {norm = 35042}
)";

std::vector<std::string> wrong_with(const std::string& old_text, const std::string& new_text) {
  std::string text = kRight;
  return check_scenarios(text.replace(text.find(old_text), old_text.size(), new_text), "control.toml").wrong;
}

TEST(Scenarios, TheControlIsRight) { EXPECT_TRUE(check_scenarios(kRight, "control.toml").wrong.empty()); }

TEST(Scenarios, AWrongExpectationIsReported) {
  EXPECT_EQ(wrong_with("norm = 141946", "norm = 141947"),
            std::vector<std::string>{"control.toml norm: norm is 141946, expected 141947"});
  EXPECT_EQ(wrong_with("norm = 35042", "norm = 35043").size(), 1U);
  EXPECT_EQ(wrong_with("norm = 35042", "refused = 'not-covered'").size(), 1U);
}

TEST(Scenarios, WhatTheCheckerDoesNotKnowIsReported) {
  EXPECT_EQ(wrong_with("norm = 141946", "norms = 141946").size(), 1U);
  EXPECT_EQ(wrong_with("norm = 141946", "norm = 141946.0").size(), 1U);
  EXPECT_EQ(wrong_with("says", "means").size(), 2U);
  EXPECT_EQ(wrong_with("\"below\"", "\"beside\"").size(), 1U);
  EXPECT_EQ(wrong_with("adult.0.", "adult.1.").size(), 2U);
  EXPECT_EQ(wrong_with("adult.0.birth_date", "adult.0.birth_day").size(), 1U);
  EXPECT_EQ(wrong_with("benefit = \"bijstand\"", "benefit = \"wia\"").size(), 2U);
}

}  // namespace
}  // namespace passend::income
