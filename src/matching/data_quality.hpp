// SPDX-License-Identifier: EUPL-1.2
// What weakens a plan on this snapshot: facts that are missing, unconfirmed or past their date.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "matching/candidates.hpp"
#include "matching/snapshot.hpp"
#include "work/context.hpp"

namespace passend {

struct QualityCount {
  std::string_view name;  // without_wish, unconfirmed, expired, no_candidate, person_no_place, person_hours, …
  std::int64_t count = 0;
  std::int64_t of = 0;    // out of so many people, works or facts
};

struct DataQuality {
  std::vector<QualityCount> counts;
};

DataQuality data_quality(const PlanContext& context, const Snapshot& snapshot, const Candidates& candidates);

}  // namespace passend
