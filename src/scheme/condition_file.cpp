// SPDX-License-Identifier: EUPL-1.2
#include "scheme/condition_file.hpp"

#include <algorithm>
#include <limits>

namespace passend::scheme {
namespace {

constexpr int kDeepest = 4;  // nested "all" and "any"

std::vector<std::string_view> predicate_names() {
  std::vector<std::string_view> names;
  for (const PredicateRow& row : kPredicateTable) names.push_back(row.name);
  return names;
}

class ConditionReader {
 public:
  ConditionReader(TomlFields& fields, const toml::table& table) : fields_(fields), table_(table) {}

  Predicate read(std::string_view name) {
    if (name.empty() || !fields_.is_in_list(table_, "predicate", name, predicate_names())) return out_;
    out_.row = predicate_named(name);
    switch (out_.row->form) {
      case PredicateForm::kAge:
        return age();
      case PredicateForm::kWords:
        return words();
      case PredicateForm::kRange:
        return range("at_least", "at_most");
      case PredicateForm::kMonths:
        return range("at_least", "below");
      case PredicateForm::kYesNo:
        return yes_no();
      case PredicateForm::kNotStated:
        check_keys({"what"});
        out_.what = fields_.needed_text(table_, "what");
        return out_;
    }
    return out_;
  }

 private:
  void check_keys(std::initializer_list<std::string_view> own) {
    for (const auto& [key, node] : table_) {
      const bool known = key.str() == "predicate" || key.str() == "article" ||
                         std::find(own.begin(), own.end(), key.str()) != own.end();
      if (!known) fields_.add(FaultCode::kTomlKeyUnknown, &node, std::string(key.str()));
    }
  }

  void check_bounds(std::string_view most, bool with_most) {
    if (!out_.at_least || !out_.at_most) return;
    if (*out_.at_least > *out_.at_most || (!with_most && *out_.at_least == *out_.at_most))
      fields_.add(FaultCode::kIntervalReversed, table_.get(most), std::string(most));
  }

  Predicate age() {
    check_keys({"from", "below", "until_aow", "ground"});
    out_.at_least = fields_.number_if(table_, "from", 0, 0, kMostAge);
    out_.at_most = fields_.number_if(table_, "below", 0, 0, kMostAge);
    out_.until_aow = fields_.flag(table_, "until_aow");
    out_.ground = fields_.text(table_, "ground");
    if (!out_.at_least && !out_.at_most && !out_.until_aow)
      fields_.add(FaultCode::kTomlKeyMissing, &table_, "from");
    else if (out_.ground.empty())
      fields_.add(FaultCode::kRuleRefused, &table_, "ground", {{"reason", "age-without-ground"}});
    check_bounds("below", false);
    return out_;
  }

  Predicate words() {
    check_keys({"any_of", "none_of"});
    out_.any_of = fields_.texts(table_, "any_of");
    out_.none_of = fields_.texts(table_, "none_of");
    if (!table_.contains("any_of") && !table_.contains("none_of"))
      fields_.add(FaultCode::kTomlKeyMissing, &table_, "any_of");
    for (const char* key : {"any_of", "none_of"})
      if (const auto* list = table_.get_as<toml::array>(key); list != nullptr && list->empty())
        fields_.add(FaultCode::kTomlType, list, key, {{"expected", "[\"…\", …]"}});
    const auto list = words_of(out_.row->fact);
    for (const auto* words : {&out_.any_of, &out_.none_of})
      for (const std::string& word : *words)
        if (!list.empty()) fields_.is_in_list(table_, words == &out_.any_of ? "any_of" : "none_of", word, list);
    for (const std::string& word : out_.any_of)
      if (std::ranges::find(out_.none_of, word) != out_.none_of.end())
        fields_.add(FaultCode::kContradiction, table_.get("none_of"), "none_of", {{"reason", "word-in-both"}});
    return out_;
  }

  Predicate range(std::string_view least, std::string_view most) {
    check_keys({least, most});
    out_.at_least = fields_.number_if(table_, least, 0, 0, kMostNumber);
    out_.at_most = fields_.number_if(table_, most, 0, 0, kMostNumber);
    if (!out_.at_least && !out_.at_most) fields_.add(FaultCode::kTomlKeyMissing, &table_, std::string(least));
    check_bounds(most, out_.row->form == PredicateForm::kRange);
    return out_;
  }

  Predicate yes_no() {
    check_keys({"is", "list"});
    if (table_.contains("is"))
      out_.is = fields_.flag(table_, "is");
    else
      fields_.add(FaultCode::kTomlKeyMissing, &table_, "is");
    out_.list = fields_.text(table_, "list");
    return out_;
  }

  TomlFields& fields_;
  const toml::table& table_;
  Predicate out_;
};

bool exclude_each_other(const Predicate& a, const Predicate& b) {
  if (a.row != b.row || a.row == nullptr || a.row->form == PredicateForm::kNotStated) return false;
  if (a.row->form == PredicateForm::kYesNo) return a.is != b.is;
  if (a.row->form == PredicateForm::kWords)
    return !a.any_of.empty() && std::ranges::all_of(a.any_of, [&](const std::string& word) {
      return std::ranges::find(b.none_of, word) != b.none_of.end();
    });
  const std::int64_t least = a.at_least.value_or(0);
  const std::int64_t most = b.at_most.value_or(std::numeric_limits<std::int64_t>::max());
  return a.row->form == PredicateForm::kRange ? least > most : least >= most;
}

// Everything that must hold: predicates of nested "all" included.
void gather(const std::vector<Condition>& all, std::vector<const Condition*>& out) {
  for (const Condition& condition : all) {
    if (condition.join == Condition::Join::kOne) out.push_back(&condition);
    if (condition.join == Condition::Join::kAll) gather(condition.parts, out);
  }
}

}  // namespace

Condition read_condition(TomlFields& fields, const toml::table& table, int depth) {
  Condition out;
  out.line = line_of(table);
  out.article = fields.text(table, "article");
  const bool has_all = table.contains("all");
  const bool has_any = table.contains("any");
  if (!has_all && !has_any) {
    out.predicate = ConditionReader(fields, table).read(fields.needed_text(table, "predicate"));
    return out;
  }
  const char* key = has_all ? "all" : "any";
  out.join = has_all ? Condition::Join::kAll : Condition::Join::kAny;
  fields.check_keys(table, {key, "article"});
  if (depth >= kDeepest) {
    fields.add(FaultCode::kTooLarge, &table, key, {{"expected", std::to_string(kDeepest)}});
    return out;
  }
  for (const toml::table* part : fields.tables(table, key))
    out.parts.push_back(read_condition(fields, *part, depth + 1));
  if (const auto* list = table.get_as<toml::array>(key); list != nullptr && list->empty())
    fields.add(FaultCode::kTomlType, list, key, {{"expected", "[{…}, …]"}});
  return out;
}

void check_together(TomlFields& fields, const toml::table& version, const std::vector<Condition>& all) {
  std::vector<const Condition*> must;
  gather(all, must);
  for (std::size_t i = 0; i < must.size(); ++i)
    for (std::size_t j = i + 1; j < must.size(); ++j) {
      const Predicate& a = must[i]->predicate;
      const Predicate& b = must[j]->predicate;
      if (!exclude_each_other(a, b) && !exclude_each_other(b, a)) continue;
      fields.add(FaultCode::kContradiction, &version, std::string(b.row->name), {{"reason", "target-empty"}});
      fields.faults().back().line = must[j]->line;
    }
}

}  // namespace passend::scheme
