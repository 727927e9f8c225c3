// SPDX-License-Identifier: EUPL-1.2
// Shows: an amount of money and a number of hours do not add up.
// Message: no match for .*operator|invalid operands to binary expression
#include "base/quantity.hpp"

int main() {
  const passend::Eurocent pay{1471};
#ifdef MUST_FAIL
  const auto sum = pay + passend::Hours{100};
#else
  const auto sum = pay + passend::Eurocent{100};
#endif
  return sum == pay ? 1 : 0;
}
