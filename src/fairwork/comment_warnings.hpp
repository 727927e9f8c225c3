// SPDX-License-Identifier: EUPL-1.2
// What in a comment may lead to a person: telephone number, e-mail, postcode, address, web page. Found by patterns that
// are data (data/fairwork/comment_warnings.toml). It finds forms, no names; a person reads every comment.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"

namespace passend::fairwork {

class CommentWarnings {
 public:
  // kToml…; kTomlType for a pattern that is none.
  static Result<CommentWarnings> read(std::string_view bytes, const std::string& file);

  std::vector<std::string> kinds_in(std::string_view text) const;  // each once, in the order of the file

  struct Compiled;

 private:
  explicit CommentWarnings(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace passend::fairwork
