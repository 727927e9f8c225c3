// SPDX-License-Identifier: EUPL-1.2
// Shows: a client has its burst, then its rate, and one client does not use up another's.
#include "http/rate_limit.hpp"

#include <gtest/gtest.h>

namespace passend::http {
namespace {

using namespace std::chrono_literals;

int taken(RateLimit& limit, const std::string& client, RateLimit::Time now, int tries) {
  int count = 0;
  for (int i = 0; i < tries; ++i) count += limit.take(client, now);
  return count;
}

TEST(RateLimit, GivesABurstThenTheRate) {
  RateLimit limit(10, 5);
  const RateLimit::Time begin{1000s};
  EXPECT_EQ(taken(limit, "a", begin, 20), 5);
  EXPECT_EQ(taken(limit, "a", begin + 99ms, 20), 0);
  EXPECT_EQ(taken(limit, "a", begin + 100ms, 20), 1);
  EXPECT_EQ(taken(limit, "a", begin + 400ms, 20), 3);
  EXPECT_EQ(taken(limit, "a", begin + 1h, 20), 5);
  EXPECT_EQ(taken(limit, "a", begin, 20), 0);  // a clock that goes back gives nothing
}

TEST(RateLimit, IsKeptByClient) {
  RateLimit limit(1, 1);
  const RateLimit::Time now{1000s};
  int first = 0;
  for (int i = 0; i < 100; ++i) first += limit.take("client " + std::to_string(i), now);
  EXPECT_GE(first, 95);  // a few may share a bucket
  for (int i = 0; i < 100; ++i) EXPECT_FALSE(limit.take("client " + std::to_string(i), now));
}

TEST(RateLimit, OfZeroIsNone) {
  RateLimit limit(0, 0);
  EXPECT_EQ(taken(limit, "a", {}, 1000), 1000);
}

}  // namespace
}  // namespace passend::http
