// SPDX-License-Identifier: EUPL-1.2
// Shows: quotients by reciprocal are those of whole numbers, next to every multiple of the divisor, up to 2^50.
#include "income/lane.hpp"

#include <gtest/gtest.h>

#include <random>

namespace passend::income {
namespace {

constexpr std::int64_t kLimit = std::int64_t{1} << 50;

// Of months, cents, rates, and sums the rules divide by; numbers around them.
const std::vector<std::int64_t> kDivisors{1,     2,     3,       7,       12,        24,        100,        120,
                                          450,   1000,  64250,   99999,   100000,    200000,    1200000,    2400000,
                                          35750, 62440, 1000000, 9999999, 200000000, 999999937, 10000000000};

void check(std::int64_t n, std::int64_t d) {
  const auto number = static_cast<double>(n);
  const auto divisor = static_cast<double>(d);
  const std::int64_t below = n / d - (n % d < 0 ? 1 : 0);
  ASSERT_EQ(down(number, divisor), static_cast<double>(below)) << n << " / " << d;
  ASSERT_EQ(up(number, divisor), static_cast<double>(n % d == 0 ? below : below + 1)) << n << " / " << d;
  if (n < 0 || n > (kLimit - d) / 2) return;
  ASSERT_EQ(half_up(number, divisor), static_cast<double>((2 * n + d) / (2 * d))) << n << " / " << d;
}

TEST(Lane, QuotientsAreExact) {
  std::mt19937_64 draw(7);
  for (const std::int64_t d : kDivisors)
    for (int k = 0; k < 20'000; ++k) {
      const int size = std::uniform_int_distribution(1, 50)(draw);
      const std::int64_t n = static_cast<std::int64_t>(draw() >> (64 - size));
      for (const std::int64_t near : {n, n / d * d, n / d * d - 1, n / d * d + 1, n / d * d + d / 2, -n})
        check(near, d);
    }
  for (const std::int64_t d : kDivisors)
    for (const std::int64_t n : {kLimit, kLimit - 1, kLimit / d * d, kLimit / d * d - 1}) check(n, d);
}

}  // namespace
}  // namespace passend::income
