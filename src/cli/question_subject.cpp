// SPDX-License-Identifier: EUPL-1.2
#include "cli/question_subject.hpp"

namespace passend::cli {

std::string label_of(const Item& item, present::Language language) {
  return language == present::Language::kEnglish ? item.label_en : item.label_nl;
}

std::string subject_of(const Question& question, const PlanContext& context, present::Language language) {
  switch (question.code_kind) {
    case QuestionCode::kItem:
      return label_of(context.reference->items[static_cast<std::size_t>(question.code)], language);
    case QuestionCode::kSymbol:
      return context.symbols->text(Symbol{static_cast<std::uint32_t>(question.code)});
    case QuestionCode::kLevel:
      return std::to_string(question.code);
    case QuestionCode::kDate:
      return to_string(Date{question.code});
    case QuestionCode::kNothing:
      return {};
  }
  return {};
}

}  // namespace passend::cli
