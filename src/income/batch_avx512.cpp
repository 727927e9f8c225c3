// SPDX-License-Identifier: EUPL-1.2
#include "income/batch_kernel.hpp"

namespace passend::income {

void run_avx512(const RuleBook& rules, const HouseholdBatch& batch, std::size_t first, std::size_t last,
                BatchResult& out) {
  run_kernel<InstructionSet::kAvx512>(rules, batch, first, last, out);
}

}  // namespace passend::income
