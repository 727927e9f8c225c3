// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "assign/working_plan.hpp"

namespace passend::assign {

// Everybody is placed anew on places that cost nothing, and on those that cost what they cost now: exact over all such
// exchanges at once, placed people, unplaced people and free places alike. True when the plan got better.
bool rematch(Plan& plan, const Options& options);

}  // namespace passend::assign
