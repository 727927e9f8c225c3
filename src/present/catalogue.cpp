// SPDX-License-Identifier: EUPL-1.2
#include "present/catalogue.hpp"

#include <array>
#include <utility>
#include <vector>

#include "base/text_file.hpp"
#include "base/toml.hpp"

namespace passend::present {
namespace {

constexpr std::array<std::pair<Language, std::string_view>, 5> kLanguages{{{Language::kDutch, "nl"},
                                                                           {Language::kEnglish, "en"},
                                                                           {Language::kPolish, "pl"},
                                                                           {Language::kRomanian, "ro"},
                                                                           {Language::kBulgarian, "bg"}}};

constexpr bool is_needed(Language language) { return language == Language::kDutch || language == Language::kEnglish; }

// Calls on_text for what stands between places and on_place for each {name}, in order. A lone brace is text.
template <class OnText, class OnPlace>
void walk(std::string_view text, OnText on_text, OnPlace on_place) {
  while (!text.empty()) {
    const auto open = text.find('{');
    const auto close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) return on_text(text);
    on_text(text.substr(0, open));
    on_place(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
}

std::string fill(std::string_view text, const Arguments& arguments) {
  std::string filled;
  walk(
      text, [&](std::string_view plain) { filled += plain; },
      [&](std::string_view name) {
        const auto found = arguments.find(name);
        filled += found != arguments.end() ? found->second : "{" + std::string(name) + "}";
      });
  return filled;
}

// A sentence ends at a point or question mark before a space or the end.
std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool last = i + 1 == text.size();
    if (!last && !((text[i] == '.' || text[i] == '?') && text[i + 1] == ' ')) continue;
    sentences.push_back(text.substr(begin, i + 1 - begin));
    begin = i + 2;
  }
  return sentences;
}

bool all_known(std::string_view sentence, const Arguments& arguments) {
  for (const auto& name : places_of(sentence)) {
    const auto found = arguments.find(name);
    if (found == arguments.end() || found->second.empty()) return false;
  }
  return true;
}

void flatten(const toml::table& table, const std::string& prefix, const std::string& file, Texts& texts,
             Faults& faults) {
  for (const auto& [name, node] : table) {
    const std::string key = prefix + std::string(name.str());
    if (const auto* inner = node.as_table()) {
      flatten(*inner, key + ".", file, texts, faults);
    } else if (const auto* text = node.as_string()) {
      texts.emplace(key, text->get());
    } else {
      faults.push_back({.code = FaultCode::kTomlType, .file = file, .line = line_of(node), .column = key});
    }
  }
}

Result<Texts> read_texts(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes) return fail(bytes.error());
  const auto table = read_toml(*bytes, path.string());
  if (!table) return fail(table.error());
  Texts texts;
  Faults faults;
  flatten(*table, "", path.string(), texts, faults);
  if (!faults.empty()) return fail(faults);
  return texts;
}

void require_same(const Texts& wanted, const Texts& given, const std::string& file, Faults& faults) {
  for (const auto& [key, text] : wanted) {
    const auto found = given.find(key);
    if (found == given.end() || places_of(found->second) != places_of(text))
      faults.push_back({.code = FaultCode::kTomlKeyMissing, .file = file, .column = key});
  }
}

}  // namespace

std::string_view code_of(Language language) {
  for (const auto& [known, code] : kLanguages)
    if (known == language) return code;
  return {};
}

std::optional<Language> language_of(std::string_view code) {
  for (const auto& [language, known] : kLanguages)
    if (known == code) return language;
  return std::nullopt;
}

std::set<std::string> places_of(std::string_view text) {
  std::set<std::string> names;
  walk(text, [](std::string_view) {}, [&](std::string_view name) { names.emplace(name); });
  return names;
}

std::string_view Catalogue::raw(std::string_view key) const {
  const auto found = texts_.find(key);
  return found != texts_.end() ? std::string_view(found->second) : std::string_view();
}

std::string Catalogue::text(std::string_view key, const Arguments& arguments) const {
  return has(key) ? fill(raw(key), arguments) : "[" + std::string(key) + "]";
}

std::string Catalogue::known_sentences(std::string_view key, const Arguments& arguments) const {
  std::string kept;
  for (const auto sentence : sentences_of(raw(key))) {
    if (!all_known(sentence, arguments)) continue;
    if (!kept.empty()) kept += ' ';
    kept += fill(sentence, arguments);
  }
  return kept;
}

Result<Catalogue> load_catalogue(const std::filesystem::path& folder, Language language) {
  std::map<std::string, std::map<Language, Texts>> files;
  Faults faults;
  for (const auto& [known, code] : kLanguages) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder / code, error)) {
      if (entry.path().extension() != ".toml") continue;
      auto texts = read_texts(entry.path());
      if (!texts) return fail(texts.error());
      files[entry.path().filename().string()].emplace(known, std::move(*texts));
    }
    if (error && is_needed(known)) return fail({{.code = FaultCode::kFileMissing, .file = (folder / code).string()}});
  }
  Texts spoken;
  std::set<Language> languages;
  for (auto& [name, by_language] : files) {
    for (const auto& [known, code] : kLanguages) {
      if (is_needed(known) && !by_language.contains(known))
        faults.push_back({.code = FaultCode::kFileMissing, .file = (folder / code / name).string()});
    }
    for (const auto& [known, texts] : by_language)
      for (const auto& [other, others] : by_language)
        if (other != known) require_same(others, texts, (folder / code_of(known) / name).string(), faults);
    for (const auto& [known, texts] : by_language) languages.insert(known);
    const bool has = by_language.contains(language);
    for (auto& [key, text] : by_language[has ? language : Language::kEnglish])
      if (!spoken.emplace(key, std::move(text)).second)
        faults.push_back(
            {.code = FaultCode::kKeyTwice, .file = (folder / code_of(language) / name).string(), .column = key});
  }
  if (!faults.empty()) return fail(faults);
  return Catalogue(languages.contains(language) ? language : Language::kEnglish, std::move(spoken));
}

}  // namespace passend::present
