// SPDX-License-Identifier: EUPL-1.2
// Reads the open data shipped in data/: geo, occupations, work (docs/plan.md section 2).
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/fault.hpp"
#include "work/context.hpp"

namespace passend {

struct ReadReference {
  Reference reference;
  std::map<std::string, std::string> sha256;  // of every file read, as "geo/pc4.csv"
};

Result<ReadReference> read_reference(const std::filesystem::path& data_folder);

}  // namespace passend
