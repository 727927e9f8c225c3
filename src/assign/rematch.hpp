// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "assign/plan.hpp"

namespace passend::assign {

// Best way to divide the places now taken among the people now placed, where that changes no budget: exact over all
// exchanges at once. True when the plan got better.
bool rematch(Plan& plan, const Options& options);

}  // namespace passend::assign
