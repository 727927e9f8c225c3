// SPDX-License-Identifier: EUPL-1.2
#include "cli/question_subject.hpp"

namespace passend::cli {

std::string subject_of(const Question& question, const PlanContext& context) {
  switch (question.code_kind) {
    case QuestionCode::kItem: return context.reference->items[static_cast<std::size_t>(question.code)].label_nl;
    case QuestionCode::kSymbol: return context.symbols->text(Symbol{static_cast<std::uint32_t>(question.code)});
    case QuestionCode::kLevel: return std::to_string(question.code);
    case QuestionCode::kDate: return to_string(Date{question.code});
    case QuestionCode::kNothing: return {};
  }
  return {};
}

}  // namespace passend::cli
