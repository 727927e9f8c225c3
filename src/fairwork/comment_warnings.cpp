// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/comment_warnings.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "base/toml_fields.hpp"

namespace passend::fairwork {

struct CommentWarnings::Compiled {
  struct Kind {
    std::string name{};
    std::vector<std::unique_ptr<re2::RE2>> patterns{};
  };
  std::vector<Kind> kinds{};
};

Result<CommentWarnings> CommentWarnings::read(std::string_view bytes, const std::string& file) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  TomlFields fields(file);
  fields.check_keys(*root, {"warning"});
  auto out = std::make_shared<Compiled>();
  for (const auto* table : fields.tables(*root, "warning")) {
    fields.check_keys(*table, {"kind", "any"});
    Compiled::Kind kind{.name = fields.needed_text(*table, "kind")};
    for (const std::string& pattern : fields.texts(*table, "any")) {
      kind.patterns.push_back(std::make_unique<re2::RE2>(pattern, re2::RE2::Quiet));
      if (!kind.patterns.back()->ok())
        fields.add(FaultCode::kTomlType, table->get("any"), "any", {{"expected", kind.patterns.back()->error()}});
    }
    out->kinds.push_back(std::move(kind));
  }
  if (!fields.faults().empty()) return fail(std::move(fields.faults()));
  return CommentWarnings(std::move(out));
}

std::vector<std::string> CommentWarnings::kinds_in(std::string_view text) const {
  const re2::StringPiece piece(text.data(), text.size());
  std::vector<std::string> kinds;
  for (const auto& kind : compiled_->kinds)
    if (std::ranges::any_of(kind.patterns, [&](const auto& one) { return re2::RE2::PartialMatch(piece, *one); }))
      kinds.push_back(kind.name);
  return kinds;
}

}  // namespace passend::fairwork
