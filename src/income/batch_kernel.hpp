// SPDX-License-Identifier: EUPL-1.2
// The kernel of a batch on vectors of the instruction set its file is compiled for. Included by one .cpp file for each
// set. kSet keeps the vector types of the sets apart, so that no function of one is linked in place of another's.
#pragma once

#include <cstring>
#include <experimental/simd>

#include "income/batch.hpp"
#include "income/net_income.hpp"

namespace passend::income {

namespace stdx = std::experimental;

template <InstructionSet kSet>
struct Mask {
  stdx::native_simd_mask<double> m;
  friend Mask operator&&(Mask a, Mask b) { return {a.m && b.m}; }
  friend Mask operator||(Mask a, Mask b) { return {a.m || b.m}; }
  friend Mask operator!(Mask a) { return {!a.m}; }
  friend bool any(Mask a) { return stdx::any_of(a.m); }
};

template <InstructionSet kSet>
struct Vec {
  stdx::native_simd<double> v = 0;
  Vec() = default;
  explicit Vec(double x) : v(x) {}
  explicit Vec(stdx::native_simd<double> x) : v(x) {}
  friend Vec operator+(Vec a, Vec b) { return Vec(a.v + b.v); }
  friend Vec operator-(Vec a, Vec b) { return Vec(a.v - b.v); }
  friend Vec operator*(Vec a, Vec b) { return Vec(a.v * b.v); }
  friend Vec operator/(Vec a, Vec b) { return Vec(a.v / b.v); }
  friend Vec operator-(Vec a) { return Vec(-a.v); }
  friend Mask<kSet> operator<(Vec a, Vec b) { return {a.v < b.v}; }
  friend Mask<kSet> operator>(Vec a, Vec b) { return {a.v > b.v}; }
  friend Mask<kSet> operator<=(Vec a, Vec b) { return {a.v <= b.v}; }
  friend Mask<kSet> operator==(Vec a, Vec b) { return {a.v == b.v}; }
  friend Vec select(Mask<kSet> yes, Vec a, Vec b) {
    stdx::where(yes.m, b.v) = a.v;
    return b;
  }
  // As std::min and std::max: the first where equal or not comparable.
  friend Vec lesser(Vec a, Vec b) { return select(b < a, b, a); }
  friend Vec greater(Vec a, Vec b) { return select(a < b, b, a); }
  friend Vec whole(Vec x) { return Vec(stdx::floor(x.v)); }
  friend Vec whole_up(Vec x) { return Vec(stdx::ceil(x.v)); }
};

template <InstructionSet kSet>
void run_kernel(const RuleBook& rules, const HouseholdBatch& batch, std::size_t first, std::size_t last,
                BatchResult& out) {
  using L = Vec<kSet>;
  constexpr std::size_t kWidth = stdx::native_simd<double>::size();
  static_assert(HouseholdBatch::kBlock % kWidth == 0);
  static_assert(sizeof(HouseholdColumns<L>) == kColumns * sizeof(L));
  for (std::size_t i = first; i < last; i += kWidth) {
    HouseholdColumns<L> in;
    for (std::size_t f = 0; f < kColumns; ++f)
      std::memcpy(reinterpret_cast<char*>(&in) + f * sizeof(L), batch.column(f) + i, sizeof(L));
    const NetIncome<L> found = net_income(rules, in);
    std::memcpy(out.net.data() + i, &found.net, sizeof(L));
    if (out.part[0].empty()) continue;
    for (std::size_t p = 0; p < kParts; ++p) std::memcpy(out.part[p].data() + i, &found.part[p], sizeof(L));
  }
}

// One for each instruction set, each in its own file.
void run_baseline(const RuleBook& rules, const HouseholdBatch& batch, std::size_t first, std::size_t last,
                  BatchResult& out);
void run_avx2(const RuleBook& rules, const HouseholdBatch& batch, std::size_t first, std::size_t last,
              BatchResult& out);
void run_avx512(const RuleBook& rules, const HouseholdBatch& batch, std::size_t first, std::size_t last,
                BatchResult& out);

}  // namespace passend::income
