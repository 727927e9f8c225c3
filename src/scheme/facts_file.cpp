// SPDX-License-Identifier: EUPL-1.2
#include "scheme/facts_file.hpp"

#include "base/toml_fields.hpp"

namespace passend::scheme {
namespace {

std::optional<Fact> fact_named(Subject subject, std::string_view name) {
  for (std::size_t i = 0; i < kFacts; ++i)
    if (kFactTable[i].subject == subject && kFactTable[i].name == name) return static_cast<Fact>(i);
  return std::nullopt;
}

class FactsReader {
 public:
  explicit FactsReader(const std::string& file) : fields_(file) {}

  Result<Facts> read(const toml::table& root) {
    fields_.check_keys(root, {"date", "person", "training", "work", "employer", "household"});
    out_.date = fields_.date(root, "date", true).value_or(Date{});
    for (std::size_t s = 0; s < kSubjectNames.size(); ++s) {
      const toml::node* node = root.get(kSubjectNames[s]);
      if (node == nullptr) continue;
      if (const auto* table = node->as_table())
        read_subject(static_cast<Subject>(s), *table);
      else
        fields_.add(FaultCode::kTomlType, node, std::string(kSubjectNames[s]), {{"expected", "[…]"}});
    }
    if (!fields_.faults().empty()) return fail(std::move(fields_.faults()));
    return std::move(out_);
  }

 private:
  void read_subject(Subject subject, const toml::table& table) {
    for (const auto& [key, node] : table) {
      const auto fact = fact_named(subject, key.str());
      if (fact)
        read_fact(*fact, table, key.str(), node);
      else
        fields_.add(FaultCode::kTomlKeyUnknown, &node, std::string(key.str()));
    }
  }

  void read_fact(Fact fact, const toml::table& table, std::string_view key, const toml::node& node) {
    switch (row_of(fact).form) {
      case FactForm::kDate:
        if (const auto date = fields_.date(table, key, true)) out_.set(fact, *date);
        break;
      case FactForm::kNumber:
        out_.set(fact, fields_.number(table, key, 0, 0, row_of(fact).most));
        break;
      case FactForm::kYesNo:
        out_.set(fact, fields_.flag(table, key));
        break;
      case FactForm::kWords:
        read_words(fact, table, key, node);
        break;
    }
  }

  void read_words(Fact fact, const toml::table& table, std::string_view key, const toml::node& node) {
    std::vector<std::string> words =
        node.is_string() ? std::vector{fields_.text(table, key)} : fields_.texts(table, key);
    const auto* array = node.as_array();
    if (array != nullptr && array->empty())
      return fields_.add(FaultCode::kTomlType, &node, std::string(key), {{"expected", "[\"…\", …]"}});
    const auto list = words_of(fact);
    for (const std::string& word : words)
      if (!list.empty()) fields_.is_in_list(table, key, word, list);
    out_.set(fact, std::move(words));
  }

  TomlFields fields_;
  Facts out_;
};

}  // namespace

Faults facts_after_their_date(const Facts& facts, const std::string& file) {
  Faults faults;
  for (std::size_t f = 0; f < kFacts; ++f) {
    const auto* day = facts.values[f] ? std::get_if<Date>(&*facts.values[f]) : nullptr;
    if (day == nullptr || *day <= facts.date) continue;
    faults.push_back({.code = FaultCode::kContradiction,
                      .file = file,
                      .column = path_of(static_cast<Fact>(f)),
                      .value = to_string(*day),
                      .args = {{"reason", "fact-after-date"}}});
  }
  return faults;
}

Result<Facts> read_facts(std::string_view bytes, const std::string& file) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  return FactsReader(file).read(*root);
}

}  // namespace passend::scheme
