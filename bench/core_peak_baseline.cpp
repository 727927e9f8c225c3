// SPDX-License-Identifier: EUPL-1.2
#include "core_peak_loop.hpp"

namespace passend::bench {

CorePeak peak_baseline() { return PeakLoop<income::InstructionSet::kBaseline>::run(); }

}  // namespace passend::bench
