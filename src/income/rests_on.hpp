// SPDX-License-Identifier: EUPL-1.2
// Which parts of net income rest on a parameter of law, so that a doubt can be followed to where it counts.
#pragma once

#include <string_view>
#include <vector>

#include "income/part.hpp"

namespace passend::income {

// In the order of the parts; empty for what no part reads.
std::vector<Part> parts_resting_on(std::string_view parameter);

// Whether employer_cost() reads it.
bool employer_cost_rests_on(std::string_view parameter);

}  // namespace passend::income
