// SPDX-License-Identifier: EUPL-1.2
// What a core does at most with the vectors of an instruction set: additions and multiplications side by side, without
// FMA (contraction is off in this program), and divisions. Everything in registers, enough chains to hide the latency.
#pragma once

#include "income/batch.hpp"

namespace passend::bench {

struct CorePeak {
  double operations = 0, divisions = 0;  // a second of CPU time
};

CorePeak measure_peak(income::InstructionSet set);

}  // namespace passend::bench
