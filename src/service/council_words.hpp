// SPDX-License-Identifier: EUPL-1.2
// An answer to a question of the council in words: as a page, as a motion, as a letter, as JSON.
#pragma once

#include <string>

#include "insight/ask.hpp"
#include "present/catalogue.hpp"
#include "present/draft.hpp"

namespace passend::service {

// What an answer is told with.
struct Told {
  const insight::Question& question;
  const insight::Answer& answer;
  std::string command;  // that gives the answer again, without a variant
};

// The answer as a page; `whole` adds how each figure was counted.
present::Draft answer_draft(const present::Catalogue& texts, const Told& told, bool whole);
present::Draft motion_draft(const present::Catalogue& texts, const Told& told);
present::Draft letter_draft(const present::Catalogue& texts, const Told& told);
std::string answer_json(const present::Catalogue& texts, const Told& told);

}  // namespace passend::service
