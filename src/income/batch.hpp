// SPDX-License-Identifier: EUPL-1.2
// Many households at once: blocks of columns in, net income out. The arithmetic is that of net_income.hpp on vectors of
// lanes, and a household alone gives the same bits as among a million, on every instruction set.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "income/columns.hpp"
#include "income/part.hpp"
#include "income/rule_book.hpp"

namespace passend::income {

// Households of one date in blocks: a block holds each field of HouseholdColumns for its households side by side, so
// that a batch is read from front to back. Bijstand doubles the work of a block, so those who may have it share blocks.
class HouseholdBatch {
 public:
  static constexpr std::size_t kBlock = 8;  // lanes of the widest instruction set
  using Lanes = std::array<double, kBlock>;
  struct alignas(sizeof(Lanes)) Block {
    std::array<Lanes, kColumns> fields;
    std::array<std::size_t, kBlock> place;  // of each household in the result
  };

  void add(const HouseholdColumns<double>& household);  // its place is size() before it
  void pad();  // before the batch is read: fills blocks with copies, finds the used fields
  std::size_t size() const { return size_; }
  std::size_t padded_size() const { return blocks_.size() * kBlock; }
  const std::vector<Block>& blocks() const { return blocks_; }
  const std::vector<std::size_t>& used_fields() const { return used_; }  // that are not 0 for every household

 private:
  struct Open {
    std::size_t block = 0, lanes = kBlock;  // taken
  };
  std::size_t size_ = 0;
  std::vector<Block> blocks_;
  std::array<Open, 2> open_;  // without bijstand, with
  std::vector<std::size_t> used_;
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
