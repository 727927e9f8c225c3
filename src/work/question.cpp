// SPDX-License-Identifier: EUPL-1.2
#include "work/question.hpp"

namespace passend {

std::string code_of(const Question& question, const PlanContext& context) {
  std::string text(row_of(question.kind).prefix);
  switch (question.code_kind) {
    case QuestionCode::kNothing:
      return text;
    case QuestionCode::kSymbol:
      return text + ':' + context.symbols->text(Symbol{static_cast<std::uint32_t>(question.code)});
    case QuestionCode::kItem:
      return text + ':' + context.reference->items[static_cast<std::size_t>(question.code)].code;
    case QuestionCode::kLevel:
      return text + ':' + std::to_string(question.code);
    case QuestionCode::kDate:
      return text + ':' + to_string(Date{question.code});
  }
  return text;
}

}  // namespace passend
