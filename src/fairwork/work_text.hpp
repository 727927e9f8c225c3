// SPDX-License-Identifier: EUPL-1.2
// Requirements in a work text that the law on equal treatment does not allow, open or hidden, found by patterns that
// are data (data/fairwork/work_texts.toml). docs/work-texts.md is the definition. It reads sentences and knows no
// person.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"

namespace passend::fairwork {

struct TextGround {
  std::string name{};  // sex, age, …: the key of its words
  std::string article{};
};

struct TextFinding {
  const TextGround* ground = nullptr;
  bool hidden = false;     // found by a hidden form
  std::string phrase{};    // as it stands in the text
  std::string sentence{};  // in which it stands
};

class WorkTextRules {
 public:
  // kToml…, kNotInList, kKeyTwice; kTomlType for a pattern that is none or that names a list ({name}) that is not
  // there.
  static Result<WorkTextRules> read(std::string_view bytes, const std::string& file);

  // At most one finding for each ground, the first in the text, in the order of the grounds. Hidden forms are read only
  // in a text without an open one. `text` is UTF-8.
  std::vector<TextFinding> check(std::string_view text) const;

  const std::vector<TextGround>& grounds() const;

  struct Compiled;

 private:
  explicit WorkTextRules(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

// Sentences end at a point, exclamation mark or line end, but not at a point before a number (max. 35); a question is
// read together with what follows it.
std::vector<std::string_view> sentences_of_work(std::string_view text);

}  // namespace passend::fairwork
