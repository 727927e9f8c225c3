// SPDX-License-Identifier: EUPL-1.2
// Schemes on a plan date: who is in the target group of the scheme of each work, and their ceilings as resources
// (docs/plan.md, gate 19 and section 8).
#pragma once

#include "law/parameter_store.hpp"
#include "matching/snapshot.hpp"

namespace passend {

// Fills Person::targets and Work::scheme_slot, and replaces the resources and uses that come from schemes.
// kKeyTwice: resources.csv names one as a scheme does.
Result<void> fill_schemes(Snapshot& snapshot, const ParameterStore& law, Date date);

// What a plan knows of a person; nothing of a household.
scheme::Facts facts_of(const Snapshot& snapshot, const Person& person, WorkKind kind, Date date);

}  // namespace passend
