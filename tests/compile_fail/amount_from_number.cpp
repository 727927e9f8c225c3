// SPDX-License-Identifier: EUPL-1.2
// Shows: a bare number is no amount; the unit must be said.
// Message: could not convert|no known conversion
#include "base/quantity.hpp"

passend::Eurocent doubled(passend::Eurocent amount) { return amount + amount; }

int main() {
#ifdef MUST_FAIL
  const auto sum = doubled(1471);
#else
  const auto sum = doubled(passend::Eurocent{1471});
#endif
  return sum == passend::Eurocent{2942} ? 0 : 1;
}
