// SPDX-License-Identifier: EUPL-1.2
#include "income/batch_kernel.hpp"

namespace passend::income {

void run_baseline(const RuleBook& rules, const HouseholdBatch& batch, std::size_t first, std::size_t last,
                  BatchResult& out) {
  run_kernel<InstructionSet::kBaseline>(rules, batch, first, last, out);
}

}  // namespace passend::income
