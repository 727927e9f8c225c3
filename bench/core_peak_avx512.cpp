// SPDX-License-Identifier: EUPL-1.2
#include "core_peak_loop.hpp"

namespace passend::bench {

CorePeak peak_avx512() { return PeakLoop<income::InstructionSet::kAvx512>::run(); }

}  // namespace passend::bench
