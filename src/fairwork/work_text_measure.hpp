// SPDX-License-Identifier: EUPL-1.2
// How well the check of work texts does on texts that others labelled: recall of each ground, open and hidden, and
// precision. docs/work-texts.md section 4.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fairwork/work_text.hpp"

namespace passend::fairwork {

struct LabelledText {
  std::vector<std::string> grounds{};  // none: a clean text
  bool hidden = false;
  std::string text{};
};

struct GroundMeasure {
  std::string ground{};
  int plain = 0, plain_found = 0, hidden = 0, hidden_found = 0;
  int said = 0, rightly = 0;  // findings of this ground, and those with that label
};

struct TextMeasure {
  std::vector<GroundMeasure> grounds{};  // in the order of the rules
  GroundMeasure total{};
  int texts = 0, clean = 0, clean_flagged = 0, flagged = 0;
};

// CSV with the columns text_id, language, label, form, text and phrase. kColumnMissing, kNotInList, kCell….
Result<std::vector<LabelledText>> read_labelled_texts(std::string_view bytes, const std::string& file,
                                                      const WorkTextRules& rules);

TextMeasure measure(const WorkTextRules& rules, const std::vector<LabelledText>& texts);

}  // namespace passend::fairwork
