// SPDX-License-Identifier: EUPL-1.2
#include "income/batch.hpp"

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
  for (std::size_t f = 0; f < kColumns; ++f) columns_[f].push_back(fields[f]);
  ++size_;
}

void HouseholdBatch::pad() {
  const std::size_t padded = (size_ + kBlock - 1) / kBlock * kBlock;
  for (auto& column : columns_) column.resize(padded, column.empty() ? 0 : column.back());
}

std::string_view name_of(InstructionSet set) { return row_of(set).name; }

std::vector<InstructionSet> usable_sets() {
  std::vector<InstructionSet> sets{InstructionSet::kBaseline};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) sets.push_back(InstructionSet::kAvx2);
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    sets.push_back(InstructionSet::kAvx512);
#endif
  return sets;
}

void net_income_batch(const RuleBook& rules, const HouseholdBatch& batch, const BatchOptions& options,
                      BatchResult& out) {
  out.net.resize(batch.padded_size());
  for (auto& part : out.part) part.resize(options.parts ? batch.padded_size() : 0);
  const Kernel run = row_of(options.set).run;
  const std::size_t blocks = batch.padded_size() / HouseholdBatch::kBlock;
  const auto threads = static_cast<std::size_t>(std::max(options.threads, 1));
  std::vector<std::jthread> others;
  for (std::size_t t = 0; t < threads; ++t) {
    const std::size_t first = blocks * t / threads * HouseholdBatch::kBlock;
    const std::size_t last = blocks * (t + 1) / threads * HouseholdBatch::kBlock;
    if (t + 1 == threads)
      run(rules, batch, first, last, out);
    else
      others.emplace_back([&, first, last] { run(rules, batch, first, last, out); });
  }
}

}  // namespace passend::income
