// SPDX-License-Identifier: EUPL-1.2
// Reads and checks the file of a scheme. What would make an offer compulsory, drop the hardship clause or pay a
// placement below the wage floor is refused by the name of the principle. The form is in docs/schemes.md.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "scheme/scheme.hpp"

namespace passend::scheme {

// All faults of the file at once: kTomlSyntax, kTomlKeyMissing, kTomlKeyUnknown, kTomlType, kOutOfRange, kNotADate,
// kNotInList, kIntervalReversed, kOverlap (of two versions), kKeyTwice, kRuleRefused (law or principle),
// kContradiction.
Result<Scheme> read_scheme(std::string_view bytes, const std::string& file);

// All *.toml of a folder, by id. kFileMissing; kKeyTwice where two files have the same id.
Result<std::vector<Scheme>> load_schemes(const std::filesystem::path& folder);

const Scheme* find_scheme(const std::vector<Scheme>& schemes, std::string_view id);

}  // namespace passend::scheme
