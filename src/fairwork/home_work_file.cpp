// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/home_work_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text_file.hpp"
#include "base/toml_fields.hpp"

namespace passend::fairwork {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHidden = "…";  // stands in faults for what a person wrote

std::vector<std::string_view> ids_of(const std::vector<HomeWorkQuestion>& questions) {
  std::vector<std::string_view> ids;
  for (const HomeWorkQuestion& one : questions) ids.push_back(one.id);
  return ids;
}

std::optional<std::size_t> place_of(const std::vector<std::string_view>& list, std::string_view word) {
  const auto found = std::ranges::find(list, word);
  return found == list.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - list.begin()));
}

std::vector<std::string_view> views_of(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

class BookReader {
 public:
  BookReader(const std::string& file, HomeWorkBook& book) : fields_(file), book_(book) {}

  void read_everywhere(const toml::table& root) {
    fields_.check_keys(root, {"ask_nl", "ask_en", "question", "condition", "step", "contact"});
    book_.ask = words(root, "ask_");
    for (const auto* table : fields_.tables(root, "question")) read_question(*table);
    for (const auto* table : fields_.tables(root, "condition")) book_.everywhere.push_back(condition(*table));
    for (const auto* table : fields_.tables(root, "step")) read_step(*table);
    for (const auto* table : fields_.tables(root, "contact")) read_contact(*table);
  }

  HomeWorkMunicipality municipality(const toml::table& root, std::string id) {
    fields_.check_keys(
        root, {"name", "stance", "licence", "note_nl", "note_en", "source", "date", "confidence", "condition"});
    HomeWorkMunicipality one{.id = std::move(id),
                             .name = fields_.needed_text(root, "name"),
                             .stance = place(root, "stance", kHomeWorkStances),
                             .licence = place(root, "licence", kHomeWorkLicences),
                             .note = {fields_.text(root, "note_nl"), fields_.text(root, "note_en")},
                             .basis = basis(root)};
    for (const auto* table : fields_.tables(root, "condition")) one.conditions.push_back(condition(*table));
    return one;
  }

  Faults& faults() { return fields_.faults(); }

 private:
  template <std::size_t size>
  std::size_t place(const toml::table& table, std::string_view key, const std::array<std::string_view, size>& names) {
    const std::vector<std::string_view> list(names.begin(), names.end());
    const std::string word = fields_.needed_text(table, key);
    if (word.empty() || !fields_.is_in_list(table, key, word, list)) return size - 1;
    return place_of(list, word).value_or(size - 1);
  }

  Words words(const toml::table& table, const std::string& start = "") {
    return {fields_.needed_text(table, start + "nl"), fields_.needed_text(table, start + "en")};
  }

  Words words_if(const toml::table& table, const std::string& start) {
    return {fields_.text(table, start + "nl"), fields_.text(table, start + "en")};
  }

  Basis basis(const toml::table& table) {
    Basis basis{fields_.needed_text(table, "source"), fields_.needed_text(table, "date"),
                fields_.needed_text(table, "confidence")};
    if (!basis.confidence.empty())
      fields_.is_in_list(table, "confidence", basis.confidence, {"confirmed", "single", "memory"});
    return basis;
  }

  void read_question(const toml::table& table) {
    fields_.check_keys(table, {"id", "nl", "en", "option"});
    HomeWorkQuestion question{.id = fields_.needed_text(table, "id"), .words = words(table)};
    if (place_of(ids_of(book_.questions), question.id)) fields_.add(FaultCode::kKeyTwice, table.get("id"), "id");
    for (const auto* option : fields_.tables(table, "option")) {
      fields_.check_keys(*option, {"id", "nl", "en"});
      question.options.push_back(fields_.needed_text(*option, "id"));
      question.option_words.push_back(words(*option));
    }
    if (question.options.empty()) fields_.add(FaultCode::kTomlKeyMissing, &table, "option");
    book_.questions.push_back(std::move(question));
  }

  // A table with one question = [options].
  std::vector<FactTest> tests(const toml::table& from, std::string_view key) {
    std::vector<FactTest> found;
    const toml::node* node = from.get(key);
    if (node == nullptr) return found;
    const auto* table = node->as_table();
    if (table == nullptr) {
      fields_.add(FaultCode::kTomlType, node, std::string(key), {{"expected", "{question = [\"…\"]}"}});
      return found;
    }
    for (const auto& [name, value] : *table) {
      const auto question = place_of(ids_of(book_.questions), name.str());
      if (!question) {
        fields_.add(FaultCode::kTomlKeyUnknown, &value, std::string(name.str()));
        continue;
      }
      FactTest test{.question = *question};
      const auto options = views_of(book_.questions[*question].options);
      for (const std::string& word : fields_.texts(*table, name.str()))
        if (fields_.is_in_list(*table, name.str(), word, options)) test.options.push_back(*place_of(options, word));
      found.push_back(std::move(test));
    }
    return found;
  }

  std::optional<FactTest> test(const toml::table& from, std::string_view key) {
    auto found = tests(from, key);
    if (found.size() > 1) fields_.add(FaultCode::kTomlType, from.get(key), std::string(key), {{"expected", "{…}"}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
  }

  HomeWorkCondition condition(const toml::table& table) {
    fields_.check_keys(
        table, {"id", "nl", "en", "when", "met", "not_met", "ask_nl", "ask_en", "source", "date", "confidence"});
    return {.id = fields_.needed_text(table, "id"),
            .words = words(table),
            .when = tests(table, "when"),
            .met = test(table, "met"),
            .not_met = test(table, "not_met"),
            .ask = words_if(table, "ask_"),
            .basis = basis(table)};
  }

  void read_step(const toml::table& table) {
    fields_.check_keys(table, {"id", "nl", "en", "when", "papers_nl", "papers_en", "term_nl", "term_en", "source",
                               "date", "confidence"});
    book_.steps.push_back({.id = fields_.needed_text(table, "id"),
                           .when = tests(table, "when"),
                           .words = words(table),
                           .papers = words_if(table, "papers_"),
                           .term = words_if(table, "term_"),
                           .basis = basis(table)});
  }

  void read_contact(const toml::table& table) {
    fields_.check_keys(table, {"id", "name", "site", "kind", "nl", "en", "source", "date", "confidence"});
    HomeWorkContact contact{.id = fields_.needed_text(table, "id"),
                            .name = fields_.needed_text(table, "name"),
                            .site = fields_.text(table, "site"),
                            .kind = fields_.needed_text(table, "kind"),
                            .words = words(table),
                            .basis = basis(table)};
    if (!contact.kind.empty()) fields_.is_in_list(table, "kind", contact.kind, {"health", "safety", "advice"});
    book_.contacts.push_back(std::move(contact));
  }

  TomlFields fields_;
  HomeWorkBook& book_;
};

Result<toml::table> table_in(const fs::path& path) {
  const auto bytes = read_file(path);
  if (!bytes) return fail(bytes.error());
  return read_toml(*bytes, path.string());
}

Result<std::vector<fs::path>> files_in(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->path().extension() == ".toml") files.push_back(entry->path());
  if (error)
    return fail({.code = FaultCode::kFileUnreadable, .file = folder.string(), .args = {{"reason", error.message()}}});
  std::ranges::sort(files);
  return files;
}

// Takes answers one by one; what a person wrote is never part of a fault.
class AnswerTaker {
 public:
  explicit AnswerTaker(const HomeWorkBook& book)
      : book_(book), asked_{.facts = HomeWorkFacts(book.questions.size(), kNotSaid)} {}

  void take(std::string_view key, std::string_view value, Fault place) {
    if (key == kMunicipalityKey) return take_municipality(value, std::move(place));
    const auto question = place_of(ids_of(book_.questions), key);
    if (!question) return refuse(FaultCode::kNotInList, std::move(place), keys());
    place.column = book_.questions[*question].id;
    const auto options = views_of(book_.questions[*question].options);
    const auto option = place_of(options, value);
    if (!option) return refuse(FaultCode::kNotInList, std::move(place), options);
    if (asked_.facts[*question] != kNotSaid) return refuse_twice(std::move(place));
    asked_.facts[*question] = *option;
  }

  void refuse(FaultCode code, Fault place, const std::vector<std::string_view>& expected) {
    place.code = code;
    place.value = kHidden;
    place.args["expected"] = fmt::format("{}", fmt::join(expected, ", "));
    faults_.push_back(std::move(place));
  }

  Result<HomeWorkAsked> done() {
    if (!faults_.empty()) return fail(std::move(faults_));
    return std::move(asked_);
  }

 private:
  void take_municipality(std::string_view value, Fault place) {
    place.column = kMunicipalityKey;
    std::vector<std::string_view> list;
    for (const HomeWorkMunicipality& one : book_.municipalities) list.push_back(one.id);
    const auto found = place_of(list, value);
    list.push_back(kOtherMunicipality);
    if (!found && value != kOtherMunicipality) return refuse(FaultCode::kNotInList, std::move(place), list);
    if (has_municipality_) return refuse_twice(std::move(place));
    has_municipality_ = true;
    if (found) asked_.municipality = &book_.municipalities[*found];
  }

  void refuse_twice(Fault place) {
    place.code = FaultCode::kContradiction;
    place.value = kHidden;
    place.args["reason"] = "answered-twice";
    faults_.push_back(std::move(place));
  }

  std::vector<std::string_view> keys() const {
    auto list = ids_of(book_.questions);
    list.push_back(kMunicipalityKey);
    return list;
  }

  const HomeWorkBook& book_;
  HomeWorkAsked asked_;
  Faults faults_;
  bool has_municipality_ = false;
};

}  // namespace

Result<HomeWorkBook> read_home_work(const fs::path& folder) {
  HomeWorkBook book;
  const fs::path path = folder / "home_work.toml";
  const auto everywhere = table_in(path);
  if (!everywhere) return fail(everywhere.error());
  BookReader reader(path.string(), book);
  reader.read_everywhere(*everywhere);
  if (!reader.faults().empty()) return fail(std::move(reader.faults()));
  const auto files = files_in(folder / "home_work");
  if (!files) return fail(files.error());
  Faults faults;
  for (const fs::path& file : *files) {
    const auto table = table_in(file);
    BookReader local(file.string(), book);
    if (table) book.municipalities.push_back(local.municipality(*table, file.stem().string()));
    const Faults& found = table ? local.faults() : table.error();
    faults.insert(faults.end(), found.begin(), found.end());
  }
  if (!faults.empty()) return fail(std::move(faults));
  return book;
}

Result<HomeWorkAsked> read_home_work_answers(const HomeWorkBook& book, std::string_view bytes,
                                             const std::string& file) {
  const auto table = read_toml(bytes, file);
  if (!table)
    return fail({.code = FaultCode::kTomlSyntax,
                 .file = file,
                 .line = table.error().front().line,
                 .args = {{"reason", "answer-form"}}});
  AnswerTaker taker(book);
  for (const auto& [key, node] : *table) {
    Fault place{.file = file, .line = line_of(node)};
    if (const auto* text = node.as_string())
      taker.take(key.str(), text->get(), std::move(place));
    else
      taker.refuse(FaultCode::kTomlType, std::move(place), {"\"…\""});
  }
  return taker.done();
}

Result<HomeWorkAsked> take_home_work_answers(const HomeWorkBook& book,
                                             const std::vector<std::pair<std::string, std::string>>& answers) {
  AnswerTaker taker(book);
  for (const auto& [key, value] : answers)
    taker.take(key, value, {.file = key == kMunicipalityKey ? "--municipality" : "--set"});
  return taker.done();
}

}  // namespace passend::fairwork
