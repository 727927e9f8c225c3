// SPDX-License-Identifier: EUPL-1.2
// Faults as people and programs read them (CONTRACTS, "Every command"). Order and codes do not depend on the language.
#pragma once

#include <string>

#include "base/fault.hpp"
#include "present/catalogue.hpp"

namespace passend::present {

std::string message_of(const Fault& fault, const Catalogue& catalogue);  // what is wrong
std::string remedy_of(const Fault& fault, const Catalogue& catalogue);   // what to do next

// "FILE:LINE:COLUMN: CODE: text. remedy", without LF. FILE, LINE or COLUMN that is not known is left out with its
// colon. Control characters of the input come out as U+FFFD, so that a fault is one line and cannot steer a terminal.
std::string fault_line(const Fault& fault, const Catalogue& catalogue);

// One line per fault, each with LF.
std::string fault_lines(const Faults& faults, const Catalogue& catalogue);

// [{"code","column","file","line","message","remedy","value"}], LF at the end; line and column are null when not known.
std::string faults_json(const Faults& faults, const Catalogue& catalogue);

}  // namespace passend::present
