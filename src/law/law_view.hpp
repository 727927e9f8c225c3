// SPDX-License-Identifier: EUPL-1.2
// What a reader may ask of the law files themselves: one parameter on a day, and everything that rests on doubt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "law/parameter_store.hpp"

namespace passend {

struct LawEntry {
  std::string value{};  // as text_of writes it
  Origin origin{};
};

// The value in force on that day; of a parameter in series one entry for each series that has one.
// kUnknownParameter; kNoValue when none has.
Result<std::vector<LawEntry>> law_entries_at(const ParameterStore& law, std::string_view id, Date on);

// Every value of a parameter, in the order of its file. kUnknownParameter.
Result<std::vector<LawEntry>> law_history(const ParameterStore& law, std::string_view id);

// Every value that has no two sources, is not set as law, or is not known in all its cells; by id, then by date.
std::vector<LawEntry> doubts(const ParameterStore& law);

}  // namespace passend
