// SPDX-License-Identifier: EUPL-1.2
// Renumbers people and works by what they are, not by how the caller counted them, so that a heuristic that follows
// numbers does not depend on the caller's.
#pragma once

#include <cstdint>
#include <vector>

#include "assign/assignment.hpp"

namespace passend::assign {

struct Canonical {
  Problem problem;
  std::vector<std::uint32_t> person, work, edge;  // from the new number to the caller's
};

// Colours of people and works are refined a few times by the colours around them; equal colours keep the caller's
// order.
Canonical canonical(const Problem& problem);

}  // namespace passend::assign
