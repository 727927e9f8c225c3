// SPDX-License-Identifier: EUPL-1.2
// Shows: bars start at zero and keep their proportion, axes are honest, cells share the plane, small numbers stay away.
#include "present/chart.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "present/map_chart.hpp"

namespace passend::present {
namespace {

TEST(BarChart, LengthsAreProportional) {
  const auto svg =
      bar_chart({{"a", "", "200", 200, true}, {"b", "", "50", 50, false}, {"c", "", "minder dan 10", 0, false}},
                "drie staven")
          .html();
  EXPECT_NE(svg.find("role=\"img\" aria-label=\"drie staven\""), std::string::npos);
  EXPECT_NE(svg.find("class=\"bar focus\" x=\"1\" y=\"24\" width=\"80.00%\""), std::string::npos);
  EXPECT_NE(svg.find("class=\"bar\" x=\"1\" y=\"80\" width=\"20.00%\""), std::string::npos);
  EXPECT_EQ(svg.find("y=\"136\""), std::string::npos);
}

TEST(ShareChart, AxisBeginsAtZeroUnlessAllIsFarFromIt) {
  EXPECT_EQ(axis_of({{"a", "", 450, 410, 520, false}, {"b", "", 780, 700, 811, false}}).begin, 40);
  EXPECT_EQ(axis_of({{"a", "", 450, 410, 520, false}, {"b", "", 780, 700, 811, false}}).end, 90);
  EXPECT_EQ(axis_of({{"a", "", 150, 100, 200, false}}).begin, 0);
  EXPECT_EQ(axis_of({{"a", "minder dan 10", {}, {}, {}, false}}).end, 100);
  EXPECT_EQ(axis_of({{"a", "", 1000, 1000, 1000, false}}).begin, 90);
}

TEST(Meter, IsFullOnlyWhenNothingIsLeft) {
  EXPECT_EQ(meter(99, 100).html().find("full"), std::string::npos);
  EXPECT_NE(meter(100, 100).html().find("full"), std::string::npos);
  EXPECT_EQ(meter(0, 0).html().find("full"), std::string::npos);
}

TEST(TenPairs, CloseAsManyAsAsked) {
  const auto html = ten_pairs(7, "7").html();
  const auto times = [&](const std::string& word) {
    int found = 0;
    for (auto at = html.find(word); at != std::string::npos; at = html.find(word, at + 1)) ++found;
    return found;
  };
  EXPECT_EQ(times("class=\"work\""), 7);
  EXPECT_EQ(times("class=\"gap\""), 3);
}

TEST(MapCells, NeighboursMeetHalfway) {
  const std::vector<Spot> sites{{100, 100}, {120, 100}};
  double east = 0;
  for (const auto& corner : cell_of(sites, 0, 30)) east = std::max(east, corner.x);
  EXPECT_NEAR(east, 110, 1e-9);
}

TEST(MapChart, SmallNumbersAreOpenDotsAndEqualPointsDoNoHarm) {
  const std::vector<MapPoint> points{{"0101", "", 0, 0, 40}, {"0102", "", 0, 0, 4}, {"0103", "", 900, 900, 0}};
  const auto svg = map_chart(points, {"40", "minder dan 10", "0"}, "kaart").html();
  EXPECT_NE(svg.find("dot open"), std::string::npos);
  EXPECT_EQ(svg.find("minder dan 10"), std::string::npos);
  EXPECT_EQ(svg.find("nan"), std::string::npos);
  EXPECT_EQ(map_chart({{"0101", "", 5, 5, 40}}, {"40"}, "kaart").html().find("nan"), std::string::npos);
}

}  // namespace
}  // namespace passend::present
