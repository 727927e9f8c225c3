// SPDX-License-Identifier: EUPL-1.2
// Shows: distances are exact whole numbers; the largest distance that fits equals trying every metre.
#include "work/travel.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <random>

namespace passend {
namespace {

TEST(Travel, StraightIsTheFloorOfTheRootAndExact) {
  EXPECT_EQ(straight_metres({0, 0}, {3, 4}), 5);
  EXPECT_EQ(straight_metres({0, 0}, {1, 1}), 1);
  EXPECT_EQ(straight_metres({7, 7}, {7, 7}), 0);
  EXPECT_EQ(straight_metres({300'000, 620'000}, {0, 300'000}), 438'634);
}

TEST(Travel, StraightIsTheLargestWholeNumberWhoseSquareFits) {
  EXPECT_TRUE(rc::check([](std::int32_t x, std::int32_t y) {
    const Point a{x % 400'000, y % 400'000};
    const Point b{y % 399'989, x % 399'979};
    const std::int64_t dx = a.x_m - b.x_m;
    const std::int64_t dy = a.y_m - b.y_m;
    const std::int64_t root = straight_metres(a, b);
    RC_ASSERT(root * root <= dx * dx + dy * dy);
    RC_ASSERT((root + 1) * (root + 1) > dx * dx + dy * dy);
    RC_ASSERT(straight_metres(b, a) == root);
  }));
}

TEST(Travel, MinutesAreRoundedUpAndRoutesDown) {
  const TravelMode bicycle{"fiets", 1300, 15'000, 2};
  EXPECT_EQ(trip_by(bicycle, 999).metres, 1298);
  EXPECT_EQ(trip_by(bicycle, 193).minutes, 2 + 1);  // 250 m: exactly a minute
  EXPECT_EQ(trip_by(bicycle, 194).minutes, 2 + 2);  // 252 m
  EXPECT_EQ(trip_by(bicycle, 0).minutes, 2);
}

TEST(Travel, TheLargestDistanceThatFitsEqualsTryingEveryMetre) {
  std::mt19937_64 dice(1);
  const auto upto = [&](std::int64_t n) { return static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(n)); };
  for (int i = 0; i < 150; ++i) {
    const TravelMode mode{"m", 1000 + upto(1000), 1 + upto(50'000), upto(20)};
    const TravelLimit limit{upto(5000), upto(30)};
    std::optional<std::int64_t> most;
    for (std::int64_t metres = 0; metres <= 5001; ++metres)
      if (fits(mode, limit, metres)) most = metres;
    EXPECT_EQ(straight_metres_max(mode, limit), most) << i;
  }
}

}  // namespace
}  // namespace passend
