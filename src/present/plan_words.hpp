// SPDX-License-Identifier: EUPL-1.2
// Words for the codes of a plan: causes of waiting with who can do something, questions with whom to ask, levels.
#pragma once

#include <string>
#include <string_view>

#include "present/catalogue.hpp"
#include "present/report_data.hpp"

namespace passend::present {

std::string cause_text(const Catalogue& catalogue, WaitCause cause);        // "Werk vraagt te veel"
std::string side_text(const Catalogue& catalogue, WaitCause cause);         // "werkgever"
std::string step_text(const Catalogue& catalogue, const Measure& measure);  // "Taken of werkplek aanpassen: tillen"

// "work.demand:II.3" → its sentence with `subject` (or, without one, what stands after the colon).
std::string question_text(const Catalogue& catalogue, const std::string& code, const std::string& subject);
std::string asked_of(const Catalogue& catalogue, std::string_view code);  // "de werkgever"

std::string level_text(const Catalogue& catalogue, const std::string& level);  // "leximin:GROUP" names the group

}  // namespace passend::present
