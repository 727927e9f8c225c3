// SPDX-License-Identifier: EUPL-1.2
// Makes a snapshot ready for one plan date: free places, running placements, resting pairs, template demands, uses.
#pragma once

#include "base/date.hpp"
#include "base/fault.hpp"
#include "law/parameter_store.hpp"
#include "matching/snapshot.hpp"
#include "work/context.hpp"
#include "work/rules.hpp"

namespace passend {

// Fills the date-dependent parts of `snapshot` and returns what gates need. `reference`, `rules` and the snapshot's
// symbols must outlive the context. Faults: a wage parameter that is missing or malformed (a value not known is no
// fault).
Result<PlanContext> prepare(Snapshot& snapshot, const Reference& reference, const RuleSet& rules,
                            const ParameterStore& law, Date date);

// h(seed, person) and h(seed, person, work) of docs/plan.md section 1.
std::uint64_t lottery_of(std::uint64_t seed, std::string_view person);
std::uint64_t lottery_of(std::uint64_t seed, std::string_view person, std::string_view work);

}  // namespace passend
