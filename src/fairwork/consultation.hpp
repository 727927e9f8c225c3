// SPDX-License-Identifier: EUPL-1.2
// A round of consultation on a draft rule: comments without account, name, address or a time below the week, and what
// is published of them. One folder holds the draft and one file of comments per ISO week. docs/sex-work.md section 5.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "base/iso_week.hpp"
#include "fairwork/secret_bytes.hpp"

namespace passend::fairwork {

inline constexpr std::size_t kCommentRecordBytes = 4096;  // on disk, whatever the comment says
inline constexpr std::size_t kMostCommentBytes = 4000;
inline constexpr std::string_view kWholeDraft = "0";  // "article" of a comment on the whole draft
inline constexpr const char* kDraftName = "draft.md";

struct DraftArticle {
  std::string id{};       // 3, 3:4, 2a
  std::string heading{};  // "Artikel 3 Voorwaarden"
};

// The headings "# Artikel ID …" (or Article) of a Markdown text, in their order. kEncoding; kTomlType where there is
// none; kKeyTwice; kOutOfRange for an id of more than 12 characters.
Result<std::vector<DraftArticle>> read_draft(std::string_view bytes, const std::string& file);

struct Comment {
  std::string id{};  // 32 random hexadecimal digits
  IsoWeek week{};
  std::string article{};
  std::string text{};
};

// kCellEmpty, kEncoding, kTooLarge.
Result<void> check_comment(const SecretBytes& text, const std::string& file);

class Consultation {
 public:
  // Makes the folder, which must be absent or empty, with the draft in it. As read_draft(), and kFileUnwritable.
  static Result<void> start(std::string_view draft, const std::string& file, const std::filesystem::path& folder,
                            IsoWeek week);

  // kFileMissing, kFileUnreadable, and as read_draft().
  static Result<Consultation> open(const std::filesystem::path& folder);

  const std::vector<DraftArticle>& articles() const { return articles_; }
  bool has_article(std::string_view id) const;  // kWholeDraft too

  // Adds one record among those of the week, sorted by their random ids. It is on disk afterwards, or nothing changed.
  // kFileUnwritable; kReportDamaged where the week's file is not of whole records. Precondition: has_article, and the
  // text is one that check_comment passes.
  Result<void> add(IsoWeek week, std::string_view article, const SecretBytes& text) const;

  // By article in the order of the draft, the whole draft first, then by id.
  Result<std::vector<Comment>> comments() const;

 private:
  Consultation(std::filesystem::path folder, std::vector<DraftArticle> articles)
      : folder_(std::move(folder)), articles_(std::move(articles)) {}

  std::filesystem::path folder_;
  std::vector<DraftArticle> articles_;
};

// What a person has marked as fit to be published: lines "ID", or "ID checked" where a warning was looked at; # starts
// a remark. kReferenceMissing, kKeyTwice, kNotInList.
Result<std::map<std::string, bool>> read_marked(const std::vector<Comment>& comments, std::string_view bytes,
                                                const std::string& file);

}  // namespace passend::fairwork
