// SPDX-License-Identifier: EUPL-1.2
// Many households at once: columns in, net income out. The arithmetic is that of net_income.hpp on vectors of lanes,
// and a household alone gives the same bits as among a million, on every instruction set.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "income/columns.hpp"
#include "income/part.hpp"
#include "income/rule_book.hpp"

namespace passend::income {

// Columns of one date; a column holds one field of HouseholdColumns of all households.
class HouseholdBatch {
 public:
  void add(const HouseholdColumns<double>& household);
  std::size_t size() const { return size_; }
  // Of field f, padded with copies of the last household to a whole number of blocks.
  const double* column(std::size_t f) const { return columns_[f].data(); }
  std::size_t padded_size() const { return columns_[0].size(); }
  static constexpr std::size_t kBlock = 8;  // lanes of the widest instruction set
  void pad();                               // before the batch is read

 private:
  std::size_t size_ = 0;
  std::array<std::vector<double>, kColumns> columns_;
};

// Eurocent a month; NaN where a value of law is not said for that income. Sizes are those of padded_size().
struct BatchResult {
  std::vector<double> net;
  std::array<std::vector<double>, kParts> part;  // empty unless asked
};

enum class InstructionSet { kBaseline, kAvx2, kAvx512 };
std::string_view name_of(InstructionSet set);
std::vector<InstructionSet> usable_sets();  // of this processor, slowest first

struct BatchOptions {
  InstructionSet set = usable_sets().back();
  int threads = 1;
  bool parts = false;
};

// Precondition: nothing a household of the batch needs is missing in the rules (settle() told), and pad() was called.
void net_income_batch(const RuleBook& rules, const HouseholdBatch& batch, const BatchOptions& options,
                      BatchResult& out);

}  // namespace passend::income
