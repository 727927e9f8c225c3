// SPDX-License-Identifier: EUPL-1.2
// The texts people read, per language, from data/messages: a key, and a text with named places such as {value}.
// Code holds keys only; no sentence stands in C++.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/fault.hpp"

namespace passend::present {

enum class Language { kDutch, kEnglish, kPolish, kRomanian, kBulgarian };

std::string_view code_of(Language language);  // "nl", "en", …: file name and HTML lang
std::optional<Language> language_of(std::string_view code);

using Arguments = std::map<std::string, std::string, std::less<>>;
using Texts = std::map<std::string, std::string, std::less<>>;

class Catalogue {
 public:
  Catalogue(Language language, Texts texts) : language_(language), texts_(std::move(texts)) {}

  Language language() const { return language_; }
  bool has(std::string_view key) const { return texts_.find(key) != texts_.end(); }
  const Texts& texts() const { return texts_; }

  // The text with its places filled. A key that is not there comes back as [key], a place without value stays {name}.
  std::string text(std::string_view key, const Arguments& arguments = {}) const;

  // As text(), but a sentence with a place that has no value, or an empty one, is left out.
  std::string known_sentences(std::string_view key, const Arguments& arguments) const;

 private:
  std::string_view raw(std::string_view key) const;

  Language language_;
  Texts texts_;
};

// Reads every file of FOLDER/LANGUAGE (nl, en and further languages). A file that the asked language does not have is
// read in English. kFileMissing where Dutch or English lacks a file, kTomlKeyMissing where a file lacks a key or a
// place that the same file of another language has (column = the key), kTomlType where a value is not text, kKeyTwice
// where two files have the same key.
Result<Catalogue> load_catalogue(const std::filesystem::path& folder, Language language);

// The names between braces.
std::set<std::string> places_of(std::string_view text);

}  // namespace passend::present
