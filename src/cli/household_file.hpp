// SPDX-License-Identifier: EUPL-1.2
// A household file with the local schemes it names.
#pragma once

#include <filesystem>

#include "income/household.hpp"

namespace passend::cli {

// The file of `municipality` stands beside the household, or in data/local. Faults of either file.
Result<income::Household> open_household(const std::filesystem::path& file, const std::filesystem::path& data);

}  // namespace passend::cli
