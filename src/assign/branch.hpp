// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

#include "assign/working_plan.hpp"

namespace passend::assign {

// Tries all plans, person by person, cutting off what cannot beat `plan`; keeps the best found in `plan`. True when it
// came to the end within so many nodes: then no plan is better on any level.
bool branch_and_bound(Plan& plan, Objective objective, std::int64_t nodes);

}  // namespace passend::assign
