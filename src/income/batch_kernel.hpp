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

// The lanes of a block from `lane` on, each to its place.
template <class L>
void put(const L& values, const HouseholdBatch::Block& block, std::size_t lane, std::vector<double>& to) {
  std::array<double, sizeof(L) / sizeof(double)> each;
  std::memcpy(each.data(), &values, sizeof(L));
  for (std::size_t k = 0; k < each.size(); ++k) to[block.place[lane + k]] = each[k];
}

// Blocks `first` up to `last`.
template <InstructionSet kSet, bool kWithParts>
[[gnu::flatten]] void run_blocks(const RuleBook& rules, const HouseholdBatch& batch, std::size_t first,
                                 std::size_t last, BatchResult& out) {
  using L = Vec<kSet>;
  constexpr std::size_t kBlock = HouseholdBatch::kBlock;
  constexpr std::size_t kWidth = stdx::native_simd<double>::size();
  static_assert(kBlock % kWidth == 0);
  static_assert(sizeof(HouseholdColumns<L>) == kColumns * sizeof(L));
  const std::vector<std::size_t>& used = batch.used_fields();
  HouseholdColumns<L> in{};
  for (std::size_t b = first; b < last; ++b) {
    const HouseholdBatch::Block& block = batch.blocks()[b];
    if (b + 1 < last)  // processors read ahead to the end of a page, and a block is as long
      for (const std::size_t f : used) __builtin_prefetch(&batch.blocks()[b + 1].fields[f]);
    for (std::size_t lane = 0; lane < kBlock; lane += kWidth) {
      for (const std::size_t f : used)
        std::memcpy(reinterpret_cast<char*>(&in) + f * sizeof(L), &block.fields[f][lane], sizeof(L));
      const NetIncome<L> found = net_income(rules, in);
      put(found.net, block, lane, out.net);
      if constexpr (kWithParts)
        for (std::size_t p = 0; p < kParts; ++p) put(found.part[p], block, lane, out.part[p]);
    }
  }
}

template <InstructionSet kSet>
void run_kernel(const RuleBook& rules, const HouseholdBatch& batch, std::size_t first, std::size_t last,
                BatchResult& out) {
  if (out.part[0].empty())
    run_blocks<kSet, false>(rules, batch, first, last, out);
  else
    run_blocks<kSet, true>(rules, batch, first, last, out);
}

// One for each instruction set, each in its own file.
void run_baseline(const RuleBook& rules, const HouseholdBatch& batch, std::size_t first, std::size_t last,
                  BatchResult& out);
void run_avx2(const RuleBook& rules, const HouseholdBatch& batch, std::size_t first, std::size_t last,
              BatchResult& out);
void run_avx512(const RuleBook& rules, const HouseholdBatch& batch, std::size_t first, std::size_t last,
                BatchResult& out);

}  // namespace passend::income
