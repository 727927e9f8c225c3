// SPDX-License-Identifier: EUPL-1.2
// Shows the code of every kind of question, as plans and messages write it.
#include "work/question.hpp"

#include <gtest/gtest.h>

#include <set>

#include "scene.hpp"

namespace passend::testing {
namespace {

TEST(Question, EachKindHasItsOwnCode) {
  std::set<std::string_view> prefixes;
  for (const QuestionRow& row : kQuestionTable) EXPECT_TRUE(prefixes.insert(row.prefix).second) << row.prefix;
}

TEST(Question, CodesNameWhatIsAskedAbout) {
  Scene scene;
  const PlanContext& context = scene.context();
  const auto nl = static_cast<std::int32_t>(scene.symbol("nl").index);
  const auto code = [&](QuestionKind kind, QuestionCode code_kind, std::int32_t value) {
    return code_of({kind, code_kind, value}, context);
  };
  EXPECT_EQ(code(QuestionKind::kPersonMode, QuestionCode::kNothing, 0), "person.mode");
  EXPECT_EQ(code(QuestionKind::kPersonLanguage, QuestionCode::kSymbol, nl), "person.language:nl");
  EXPECT_EQ(code(QuestionKind::kTrainableLanguage, QuestionCode::kSymbol, nl), "work.trainable:language:nl");
  EXPECT_EQ(code(QuestionKind::kPersonDiploma, QuestionCode::kLevel, 3), "person.diploma:3");
  EXPECT_EQ(code(QuestionKind::kPersonCondition, QuestionCode::kItem, scene.item("IV.13")), "person.condition:IV.13");
  EXPECT_EQ(code(QuestionKind::kLawMinimumWage, QuestionCode::kDate, day("2027-01-01").days), "law.wml:2027-01-01");
}

}  // namespace
}  // namespace passend::testing
