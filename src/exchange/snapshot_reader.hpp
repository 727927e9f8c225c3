// SPDX-License-Identifier: EUPL-1.2
// Reads a snapshot folder. Every fault is found, not the first; a strict read with a fault gives no snapshot. A lenient
// read sets faulty rows aside and goes on with the rest, as if those rows were not there.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/fault.hpp"
#include "matching/snapshot.hpp"
#include "work/context.hpp"
#include "work/rules.hpp"

namespace passend {

struct SetAside {
  std::string file;
  int line = 0;
  FaultCode code{};
};

struct ReadSnapshot {
  Snapshot snapshot;
  Faults remarks;                             // columns that are not known and were ignored
  std::vector<SetAside> set_aside;            // lenient reading only, a row once
  std::map<std::string, std::string> sha256;  // of every file read, by its name
};

enum class Reading { kStrict, kLenient };

// Wishes name travel modes of `rules`. Faults come by file in reading order, then by line and column.
Result<ReadSnapshot> read_snapshot(const std::filesystem::path& folder, const Reference& reference,
                                   const RuleSet& rules, Reading reading);

}  // namespace passend
