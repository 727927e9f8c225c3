// SPDX-License-Identifier: EUPL-1.2
// Reads one file of data/law and reports every fault in it by line. docs/law.md describes the form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "law/parameter.hpp"

namespace passend {

// kTomlSyntax, kTomlKeyMissing, kTomlKeyUnknown, kTomlType (value and unit disagree), kLawSource, kNotInList,
// kNotADate, kNotANumber, kIntervalReversed, kLawOrder, kKeyTwice. `file` is the name used in faults.
Result<std::vector<Parameter>> parse_parameters(std::string_view bytes, const std::string& file);

// Ids that stand twice, each at its second place.
Faults repeated_ids(const std::vector<Parameter>& parameters);

}  // namespace passend
