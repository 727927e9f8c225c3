// SPDX-License-Identifier: EUPL-1.2
// A lane type that counts what is done with it. kWidth lanes stand for one vector: an operation on it counts once, and
// what one of its lanes needs is done for all. What rests on numbers of law alone is worked out before the first
// household, by the compiler or once in a run, and is not counted.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>

namespace passend::bench {

// Operations on whole vectors. lesser and greater are one comparison and one choice.
struct OperationCount {
  std::int64_t additions = 0, multiplications = 0, comparisons = 0, roundings = 0;
  std::int64_t divisions = 0;
  std::int64_t choices = 0;  // moves bits, works nothing out

  std::int64_t without_divisions() const { return additions + multiplications + comparisons + roundings; }
};

template <std::size_t kWidth>
struct CountingMask {
  std::array<bool, kWidth> m{};

  friend CountingMask operator&&(CountingMask a, const CountingMask& b) {
    for (std::size_t i = 0; i < kWidth; ++i) a.m[i] = a.m[i] && b.m[i];
    return a;
  }
  friend CountingMask operator||(CountingMask a, const CountingMask& b) {
    for (std::size_t i = 0; i < kWidth; ++i) a.m[i] = a.m[i] || b.m[i];
    return a;
  }
  friend CountingMask operator!(CountingMask a) {
    for (bool& one : a.m) one = !one;
    return a;
  }
  friend bool any(const CountingMask& a) { return std::ranges::any_of(a.m, std::identity{}); }
};

template <std::size_t kWidth>
struct CountingLane {
  using Lane = CountingLane;
  using Mask = CountingMask<kWidth>;
  static inline OperationCount count;

  std::array<double, kWidth> v{};
  bool fixed = true;  // no column went into it

  CountingLane() = default;
  explicit CountingLane(double x) { v.fill(x); }
  static Lane of_column(const std::array<double, kWidth>& values) {
    Lane lane;
    lane.v = values;
    lane.fixed = false;
    return lane;
  }

  template <class Function>
  static Lane apply(std::int64_t& counter, const Lane& a, const Lane& b, Function function) {
    Lane out;
    out.fixed = a.fixed && b.fixed;
    if (!out.fixed) ++counter;
    for (std::size_t i = 0; i < kWidth; ++i) out.v[i] = function(a.v[i], b.v[i]);
    return out;
  }
  template <class Function>
  static Mask compare(const Lane& a, const Lane& b, Function function) {
    if (!a.fixed || !b.fixed) ++count.comparisons;
    Mask out;
    for (std::size_t i = 0; i < kWidth; ++i) out.m[i] = function(a.v[i], b.v[i]);
    return out;
  }

  friend Lane operator+(const Lane& a, const Lane& b) { return apply(count.additions, a, b, std::plus{}); }
  friend Lane operator-(const Lane& a, const Lane& b) { return apply(count.additions, a, b, std::minus{}); }
  friend Lane operator-(const Lane& a) {
    return apply(count.additions, a, a, [](double x, double) { return -x; });
  }
  friend Lane operator*(const Lane& a, const Lane& b) { return apply(count.multiplications, a, b, std::multiplies{}); }
  friend Lane operator/(const Lane& a, const Lane& b) { return apply(count.divisions, a, b, std::divides{}); }
  friend Mask operator<(const Lane& a, const Lane& b) { return compare(a, b, std::less{}); }
  friend Mask operator>(const Lane& a, const Lane& b) { return compare(a, b, std::greater{}); }
  friend Mask operator<=(const Lane& a, const Lane& b) { return compare(a, b, std::less_equal{}); }
  friend Mask operator==(const Lane& a, const Lane& b) { return compare(a, b, std::equal_to{}); }
  friend Lane select(const Mask& yes, const Lane& a, const Lane& b) {
    ++count.choices;
    Lane out;
    out.fixed = false;
    for (std::size_t i = 0; i < kWidth; ++i) out.v[i] = yes.m[i] ? a.v[i] : b.v[i];
    return out;
  }
  friend Lane lesser(const Lane& a, const Lane& b) { return select(b < a, b, a); }
  friend Lane greater(const Lane& a, const Lane& b) { return select(a < b, b, a); }
  friend Lane whole(const Lane& x) {
    return apply(count.roundings, x, x, [](double a, double) { return std::floor(a); });
  }
  friend Lane whole_up(const Lane& x) {
    return apply(count.roundings, x, x, [](double a, double) { return std::ceil(a); });
  }
};

}  // namespace passend::bench
