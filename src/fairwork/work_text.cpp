// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/work_text.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>

#include "base/toml_fields.hpp"

namespace passend::fairwork {
namespace {

using Pattern = std::unique_ptr<re2::RE2>;
using Patterns = std::vector<Pattern>;
using Lists = std::map<std::string, std::vector<std::string>>;

constexpr int kDeepestList = 4;

struct Rule {
  std::size_t ground = 0;
  bool hidden = false;
  Patterns any{}, unless{};
};

bool any_in(const Patterns& patterns, std::string_view sentence) {
  const re2::StringPiece piece(sentence.data(), sentence.size());
  return std::ranges::any_of(patterns, [&](const Pattern& one) { return re2::RE2::PartialMatch(piece, *one); });
}

std::string first_of(const Patterns& patterns, std::string_view sentence) {
  const re2::StringPiece piece(sentence.data(), sentence.size());
  re2::StringPiece found;
  for (const Pattern& one : patterns)
    if (re2::RE2::PartialMatch(piece, *one, &found)) return std::string(found.data(), found.size());
  return {};
}

}  // namespace

struct WorkTextRules::Compiled {
  std::vector<TextGround> grounds{};
  std::vector<Rule> rules{};
  Patterns general{};
};

namespace {

class RulesReader {
 public:
  explicit RulesReader(const std::string& file) : fields_(file) {}

  Result<std::shared_ptr<const WorkTextRules::Compiled>> read(const toml::table& root) {
    fields_.check_keys(root, {"lists", "general", "ground", "rule"});
    if (const auto* lists = root.get_as<toml::table>("lists"))
      for (const auto& [key, words] : *lists)
        lists_[std::string(key.str())] = fields_.texts(*lists, std::string(key.str()));
    if (const auto* general = root.get_as<toml::table>("general")) {
      fields_.check_keys(*general, {"unless"});
      out_.general = patterns(*general, "unless");
    }
    for (const auto* table : fields_.tables(root, "ground")) {
      fields_.check_keys(*table, {"class", "article"});
      out_.grounds.push_back({fields_.needed_text(*table, "class"), fields_.needed_text(*table, "article")});
      if (!seen_.insert(out_.grounds.back().name).second)
        fields_.add(FaultCode::kKeyTwice, table->get("class"), "class");
    }
    for (const auto* table : fields_.tables(root, "rule")) read_rule(*table);
    if (!fields_.faults().empty()) return fail(std::move(fields_.faults()));
    return std::make_shared<const WorkTextRules::Compiled>(std::move(out_));
  }

 private:
  void read_rule(const toml::table& table) {
    fields_.check_keys(table, {"class", "hidden", "any", "unless"});
    std::vector<std::string_view> names;
    for (const TextGround& ground : out_.grounds) names.push_back(ground.name);
    const std::string name = fields_.needed_text(table, "class");
    if (name.empty() || !fields_.is_in_list(table, "class", name, names)) return;
    Rule rule{.ground = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin()),
              .hidden = fields_.flag(table, "hidden"),
              .any = patterns(table, "any"),
              .unless = patterns(table, "unless")};
    if (rule.any.empty()) fields_.add(FaultCode::kTomlKeyMissing, &table, "any");
    out_.rules.push_back(std::move(rule));
  }

  // {name} stands for the words of a list, any of them; {0,30} stays what it is. Empty: a list that is not there, or
  // lists that go round.
  std::optional<std::string> spelled_out(const std::string& text, int deep = 0) const {
    static const re2::RE2 kName("\\{([a-z_]+)\\}");
    std::string out;
    re2::StringPiece rest(text), name;
    while (true) {
      const char* from = rest.data();
      if (!re2::RE2::FindAndConsume(&rest, kName, &name)) break;
      const auto list = lists_.find(std::string(name.data(), name.size()));
      if (list == lists_.end() || deep == kDeepestList) return std::nullopt;
      out.append(from, static_cast<std::size_t>(name.data() - 1 - from)).append("(?:");
      for (const std::string& word : list->second) {
        const auto spelled = spelled_out(word, deep + 1);
        if (!spelled) return std::nullopt;
        out.append(&word == &list->second.front() ? "" : "|").append(*spelled);
      }
      out.append(")");
    }
    return out.append(rest.data(), rest.size());
  }

  // A pattern begins at the begin of a word.
  Patterns patterns(const toml::table& table, std::string_view key) {
    re2::RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    Patterns compiled;
    for (const std::string& text : fields_.texts(table, key)) {
      const auto spelled = spelled_out(text);
      compiled.push_back(std::make_unique<re2::RE2>("(\\b(?:" + spelled.value_or("") + "))", options));
      if (!spelled || !compiled.back()->ok())
        fields_.add(FaultCode::kTomlType, table.get(key), std::string(key), {{"expected", "RE2"}, {"value", text}});
    }
    return compiled;
  }

  TomlFields fields_;
  Lists lists_;
  std::set<std::string> seen_;
  WorkTextRules::Compiled out_;
};

bool ends_sentence(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  if (text[at] != '.' && text[at] != '!') return false;
  const auto is = [&](int (*kind)(int), std::size_t i) { return kind(static_cast<unsigned char>(text[i])) != 0; };
  if (at + 1 == text.size()) return true;
  return is(std::isspace, at + 1) && (at + 2 == text.size() || !is(std::isdigit, at + 2));
}

}  // namespace

std::vector<std::string_view> sentences_of_work(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!ends_sentence(text, at) && at + 1 != text.size()) continue;
    const std::string_view sentence = text.substr(begin, at + 1 - begin);
    if (sentence.find_first_not_of(" \t\r\n") != std::string_view::npos) sentences.push_back(sentence);
    begin = at + 1;
  }
  return sentences;
}

Result<WorkTextRules> WorkTextRules::read(std::string_view bytes, const std::string& file) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  auto compiled = RulesReader(file).read(*root);
  if (!compiled) return fail(compiled.error());
  return WorkTextRules(std::move(*compiled));
}

const std::vector<TextGround>& WorkTextRules::grounds() const { return compiled_->grounds; }

std::vector<TextFinding> WorkTextRules::check(std::string_view text) const {
  std::vector<TextFinding> of_ground(grounds().size());
  for (const auto sentence : sentences_of_work(text)) {
    if (any_in(compiled_->general, sentence)) continue;
    for (const Rule& rule : compiled_->rules) {
      TextFinding& found = of_ground[rule.ground];
      if (found.ground != nullptr && (!found.hidden || rule.hidden)) continue;
      std::string phrase = first_of(rule.any, sentence);
      if (phrase.empty() || any_in(rule.unless, sentence)) continue;
      found = {&grounds()[rule.ground], rule.hidden, std::move(phrase), std::string(sentence)};
    }
  }
  const bool open =
      std::ranges::any_of(of_ground, [](const auto& one) { return one.ground != nullptr && !one.hidden; });
  std::erase_if(of_ground, [&](const TextFinding& one) { return one.ground == nullptr || (open && one.hidden); });
  return of_ground;
}

}  // namespace passend::fairwork
