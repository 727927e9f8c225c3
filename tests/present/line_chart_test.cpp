// SPDX-License-Identifier: EUPL-1.2
// Shows: axes have round steps around the line, changes begin where the last one ended, and no drawing is not a number.
#include "present/line_chart.hpp"

#include <gtest/gtest.h>

#include "present/flow_chart.hpp"

namespace passend::present {
namespace {

TEST(RoundSteps, HoldTheValuesBetweenThem) {
  EXPECT_EQ(round_steps(2431, 3711, 5), (std::vector<double>{2000, 2500, 3000, 3500, 4000}));
  EXPECT_EQ(round_steps(0, 36, 8), (std::vector<double>{0, 5, 10, 15, 20, 25, 30, 35, 40}));
  EXPECT_EQ(round_steps(-120, 80, 4), (std::vector<double>{-150, -100, -50, 0, 50, 100}));
  EXPECT_EQ(round_steps(7, 7, 5).front(), 7);
}

TEST(HeightAt, LiesOnTheLine) {
  const std::vector<LineSpot> line{{0, 10}, {10, 20}, {20, 0}};
  EXPECT_DOUBLE_EQ(height_at(line, 5), 15);
  EXPECT_DOUBLE_EQ(height_at(line, 10), 20);
  EXPECT_DOUBLE_EQ(height_at(line, 30), 0);
  EXPECT_DOUBLE_EQ(height_at({}, 3), 0);
}

TEST(LineChart, NumbersThatAreNearStandInOtherRows) {
  LineChart chart{.line = {{0, 0}, {100, 50}}, .marks = {{{50, 25}, "1", false}, {{52, 26}, "2", true}}};
  chart.up = {{0, "0"}, {50, "50"}};
  const auto svg = line_chart(chart, "lijn").html();
  EXPECT_NE(svg.find("role=\"img\" aria-label=\"lijn\""), std::string::npos);
  EXPECT_NE(svg.find("cx=\"50.00%\" cy=\"46\""), std::string::npos);
  EXPECT_NE(svg.find("cx=\"52.00%\" cy=\"20\""), std::string::npos);
  EXPECT_EQ(line_chart({}, "leeg").html().find("nan"), std::string::npos);
  EXPECT_EQ(line_chart({.line = {{1, 1}}, .up = {{1, "1"}}}, "punt").html().find("nan"), std::string::npos);
}

TEST(FlowChart, AChangeBeginsWhereTheLastOneEnded) {
  using Kind = FlowStep::Kind;
  const auto svg = flow_chart({{"nu", "100", 100, Kind::kTotal, false},
                               {"erbij", "+ 100", 100, Kind::kChange, false},
                               {"eraf", "− 50", -50, Kind::kChange, false},
                               {"straks", "150", 150, Kind::kTotal, true}},
                              "stappen")
                       .html();
  EXPECT_NE(svg.find("class=\"bar total\" x=\"0.00%\" y=\"24\" width=\"49.75%\""), std::string::npos) << svg;
  EXPECT_NE(svg.find("class=\"bar\" x=\"49.75%\" y=\"74\" width=\"49.75%\""), std::string::npos) << svg;
  EXPECT_NE(svg.find("class=\"bar less\" x=\"74.62%\" y=\"124\" width=\"24.88%\""), std::string::npos) << svg;
  EXPECT_NE(svg.find("class=\"bar focus\" x=\"0.00%\" y=\"174\" width=\"74.62%\""), std::string::npos) << svg;
  EXPECT_EQ(flow_chart({}, "leeg").html().find("nan"), std::string::npos);
}

}  // namespace
}  // namespace passend::present
