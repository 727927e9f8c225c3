// SPDX-License-Identifier: EUPL-1.2
#include "insight/question_catalogue.hpp"

#include <algorithm>

#include "base/toml_fields.hpp"

namespace passend::insight {
namespace {

constexpr int kMostQuestions = 999;

Variant variant_of(TomlFields& fields, const toml::table& table) {
  fields.check_keys(table, {"id", "needs", "words"});
  Variant out{.id = fields.needed_text(table, "id"), .words = fields.texts(table, "words")};
  const std::string needs = fields.needed_text(table, "needs");
  if (fields.is_in_list(table, "needs", needs, {kSources.begin(), kSources.end()}))
    out.needs = static_cast<Source>(std::ranges::find(kSources, needs) - kSources.begin());
  return out;
}

std::vector<std::int64_t> steps_of(TomlFields& fields, const toml::table& table) {
  std::vector<std::int64_t> out;
  const toml::node* node = table.get("steps");
  if (node == nullptr) return out;
  const toml::array* array = node->as_array();
  for (std::size_t i = 0; array != nullptr && i < array->size(); ++i)
    if (const auto number = (*array)[i].value_exact<std::int64_t>()) out.push_back(*number);
  if (array == nullptr || out.size() != array->size()) fields.add(FaultCode::kTomlType, node, "steps");
  return out;
}

Question question_of(TomlFields& fields, const toml::table& table) {
  fields.check_keys(table, {"number", "id", "variant", "steps", "official", "missing", "doubts"});
  Question out{.number = fields.integer(table, "number", 1, kMostQuestions),
               .id = fields.needed_text(table, "id"),
               .steps = steps_of(fields, table),
               .doubts = fields.texts(table, "doubts")};
  for (const toml::table* one : fields.tables(table, "variant")) {
    Variant variant = variant_of(fields, *one);
    if (out.find(variant.id) != nullptr) fields.add(FaultCode::kKeyTwice, one, "id");
    out.variants.push_back(std::move(variant));
  }
  if (out.variants.empty()) fields.add(FaultCode::kTomlKeyMissing, &table, "variant");
  for (const toml::table* one : fields.tables(table, "official")) {
    fields.check_keys(*one, {"list", "name"});
    out.official.push_back({fields.needed_text(*one, "list"), fields.needed_text(*one, "name")});
  }
  for (const toml::table* one : fields.tables(table, "missing")) {
    fields.check_keys(*one, {"part", "holder"});
    out.missing.push_back({fields.needed_text(*one, "part"), fields.needed_text(*one, "holder")});
  }
  return out;
}

}  // namespace

const Variant* Question::find(std::string_view variant) const {
  const auto found = std::ranges::find(variants, variant, &Variant::id);
  return found == variants.end() ? nullptr : &*found;
}

const Question* QuestionCatalogue::find(std::string_view id_or_number) const {
  const auto found = std::ranges::find_if(questions, [&](const Question& one) {
    return one.id == id_or_number || std::to_string(one.number) == id_or_number;
  });
  return found == questions.end() ? nullptr : &*found;
}

Result<QuestionCatalogue> read_questions(std::string_view bytes, const std::string& file) {
  const auto table = read_toml(bytes, file);
  if (!table) return fail(table.error());
  TomlFields fields(file);
  fields.check_keys(*table, {"question"});
  QuestionCatalogue out;
  for (const toml::table* one : fields.tables(*table, "question")) {
    Question question = question_of(fields, *one);
    if (out.find(question.id) != nullptr) fields.add(FaultCode::kKeyTwice, one, "id");
    if (out.find(std::to_string(question.number)) != nullptr) fields.add(FaultCode::kKeyTwice, one, "number");
    out.questions.push_back(std::move(question));
  }
  if (!fields.faults().empty()) return fail(std::move(fields.faults()));
  std::ranges::sort(out.questions, {}, &Question::number);
  return out;
}

}  // namespace passend::insight
