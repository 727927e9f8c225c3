// SPDX-License-Identifier: EUPL-1.2
// Reads a file of facts: a date, and tables [person], [training], [work], [employer], [household]. What is not in it is
// unknown. There is no place for a name, an origin, a diagnosis or a refusal.
#pragma once

#include <string>
#include <string_view>

#include "base/fault.hpp"
#include "scheme/fact.hpp"

namespace passend::scheme {

// kTomlSyntax, kTomlKeyUnknown, kTomlKeyMissing (date), kTomlType, kNotInList, kNotADate, kOutOfRange.
Result<Facts> read_facts(std::string_view bytes, const std::string& file);

// kContradiction for each day that lies after the day of the facts: someone born later, a benefit that has not begun.
Faults facts_after_their_date(const Facts& facts, const std::string& file);

}  // namespace passend::scheme
