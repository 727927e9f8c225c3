// SPDX-License-Identifier: EUPL-1.2
// Reads rules.toml (docs/plan.md section 3). A rule that the law or the two principles do not allow is refused by name.
#pragma once

#include <string>
#include <string_view>

#include "base/fault.hpp"
#include "matching/snapshot.hpp"
#include "work/rules.hpp"

namespace passend {

Result<RuleSet> read_rules(std::string_view bytes, const std::string& file);

// Floors against the groups of the snapshot: the group exists, and age has its statutory ground.
Faults check_floors(const RuleSet& rules, const Snapshot& snapshot, const std::string& file);

}  // namespace passend
