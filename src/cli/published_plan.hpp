// SPDX-License-Identifier: EUPL-1.2
// A plan folder as it was published: its day, its seed and its voorstellen.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "matching/plan.hpp"

namespace passend::cli {

struct PublishedPlan {
  Date date;
  std::uint64_t seed = 0;
  std::vector<PreviousProposal> proposals;
};

// kFileMissing, kFileUnreadable, kJsonSyntax.
Result<PublishedPlan> read_published_plan(const std::filesystem::path& folder);

}  // namespace passend::cli
