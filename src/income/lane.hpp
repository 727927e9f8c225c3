// SPDX-License-Identifier: EUPL-1.2
// Exact arithmetic on whole numbers held in double lanes, so that one text of a statute serves one household and many.
// A lane type has + - * / and comparisons, and the functions below; for one household it is double itself.
// Every product stays below 2^53 in size, and what is divided below 2^50. Then a quotient is exact with the reciprocal
// of d, which is worked out once where d is a number of law: n + 1/2 over d is at least 1/2d away from a whole number,
// and n + 1/2 times the reciprocal is off by less than that, two roundings of 2^-53 of it.
#pragma once

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace passend::income {

// What the law does not say where it is needed; it makes everything that rests on it NaN too.
inline constexpr double kNotSaid = std::numeric_limits<double>::quiet_NaN();

inline constexpr double kExactLimit = 9007199254740992.0;  // 2^53

inline double select(bool yes, double a, double b) { return yes ? a : b; }
inline double lesser(double a, double b) { return std::min(a, b); }
inline double greater(double a, double b) { return std::max(a, b); }
inline double whole(double x) {
  assert(!(std::fabs(x) >= kExactLimit));  // NaN passes
  return std::floor(x);
}
inline double whole_up(double x) { return std::ceil(x); }
inline bool any(bool yes) { return yes; }

template <class L>
L positive(L x) {
  return greater(x, L(0));
}

// Quotients of whole numbers, d > 0. half_up: n >= 0.
template <class L>
L down(L n, L d) {
  return whole((n + L(0.5)) * (L(1) / d));
}
template <class L>
L up(L n, L d) {
  return whole_up((n - L(0.5)) * (L(1) / d));
}
template <class L>
L half_up(L n, L d) {
  return down(n + n + d, d + d);
}
template <class L>
L half_away(L n, L d) {
  const L size = half_up(select(n < L(0), -n, n), d);
  return select(n < L(0), -size, size);
}

// Rates are whole numbers over this: five decimals, as the law writes percentages with three.
inline constexpr double kRate = 100000;
inline constexpr int kRateDigits = 5;
inline constexpr double kPerMille = 1000;
inline constexpr int kPerMilleDigits = 3;
inline constexpr double kCents = 100;
inline constexpr double kMonths = 12;
inline constexpr double kQuarterMonths = 12.0 / 4;

}  // namespace passend::income
