// SPDX-License-Identifier: EUPL-1.2
#include "core_peak.hpp"

namespace passend::bench {

CorePeak peak_baseline();
CorePeak peak_avx2();
CorePeak peak_avx512();

CorePeak measure_peak(income::InstructionSet set) {
  switch (set) {
    case income::InstructionSet::kAvx512:
      return peak_avx512();
    case income::InstructionSet::kAvx2:
      return peak_avx2();
    default:
      return peak_baseline();
  }
}

}  // namespace passend::bench
