// SPDX-License-Identifier: EUPL-1.2
#include "income/batch.hpp"

#include <algorithm>
#include <thread>

namespace passend::income {

// batch_kernel.hpp; declared here so that this file needs no vectors.
using Kernel = void (*)(const RuleBook&, const HouseholdBatch&, std::size_t, std::size_t, BatchResult&);
void run_baseline(const RuleBook&, const HouseholdBatch&, std::size_t, std::size_t, BatchResult&);
void run_avx2(const RuleBook&, const HouseholdBatch&, std::size_t, std::size_t, BatchResult&);
void run_avx512(const RuleBook&, const HouseholdBatch&, std::size_t, std::size_t, BatchResult&);

namespace {

struct SetRow {
  std::string_view name;
  Kernel run;
};
constexpr std::array<SetRow, 3> kSets{{{"baseline", run_baseline}, {"avx2", run_avx2}, {"avx512", run_avx512}}};

const SetRow& row_of(InstructionSet set) { return kSets[static_cast<std::size_t>(set)]; }

}  // namespace

void HouseholdBatch::add(const HouseholdColumns<double>& household) {
  const auto* fields = reinterpret_cast<const double*>(&household);
  Open& open = open_[household.norm > 0 ? 1 : 0];
  if (open.lanes == kBlock) {
    open = {blocks_.size(), 0};
    blocks_.emplace_back();
  }
  Block& block = blocks_[open.block];
  for (std::size_t f = 0; f < kColumns; ++f) block.fields[f][open.lanes] = fields[f];
  block.place[open.lanes++] = size_++;
}

void HouseholdBatch::pad() {
  std::size_t place = size_;
  for (const Open& open : open_)
    for (std::size_t lane = open.lanes; lane < kBlock; ++lane) {
      Block& block = blocks_[open.block];
      for (Lanes& field : block.fields) field[lane] = field[open.lanes - 1];
      block.place[lane] = place++;
    }
  used_.clear();
  for (std::size_t f = 0; f < kColumns; ++f)
    if (std::ranges::any_of(blocks_, [&](const Block& block) { return block.fields[f] != Lanes{}; }))
      used_.push_back(f);
}

std::string_view name_of(InstructionSet set) { return row_of(set).name; }

std::vector<InstructionSet> usable_sets() {
  std::vector<InstructionSet> sets{InstructionSet::kBaseline};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) sets.push_back(InstructionSet::kAvx2);
#if !defined(__clang__)  // vectors of 512 bits of libstdc++ 12 give other results under clang 19
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    sets.push_back(InstructionSet::kAvx512);
#endif
#endif
  return sets;
}

void net_income_batch(const RuleBook& rules, const HouseholdBatch& batch, const BatchOptions& options,
                      BatchResult& out) {
  out.net.resize(batch.padded_size());
  for (auto& part : out.part) part.resize(options.parts ? batch.padded_size() : 0);
  const Kernel run = row_of(options.set).run;
  const std::size_t blocks = batch.blocks().size();
  const auto threads = static_cast<std::size_t>(std::max(options.threads, 1));
  std::vector<std::jthread> others;
  for (std::size_t t = 0; t < threads; ++t) {
    const std::size_t first = blocks * t / threads;
    const std::size_t last = blocks * (t + 1) / threads;
    if (t + 1 == threads)
      run(rules, batch, first, last, out);
    else
      others.emplace_back([&, first, last] { run(rules, batch, first, last, out); });
  }
}

}  // namespace passend::income
