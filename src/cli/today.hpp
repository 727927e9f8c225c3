// SPDX-License-Identifier: EUPL-1.2
// The only place that looks at a clock: the default of --date.
#pragma once

#include "base/date.hpp"

namespace passend::cli {

Date today();

extern const char* const kProgram;  // name and version

}  // namespace passend::cli
