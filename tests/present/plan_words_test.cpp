// SPDX-License-Identifier: EUPL-1.2
// Shows: every cause and every question of docs/plan.md has its words, and who is asked.
#include "present/plan_words.hpp"

#include <gtest/gtest.h>

#include "present/report_sample.hpp"

namespace passend::present {
namespace {

TEST(PlanWords, EveryCauseHasTextSideAndStep) {
  for (const auto language : {Language::kDutch, Language::kEnglish}) {
    const auto catalogue = messages(language);
    for (int i = 0; i < static_cast<int>(WaitCause::kCount); ++i) {
      const auto cause = static_cast<WaitCause>(i);
      for (const auto& text :
           {cause_text(catalogue, cause), side_text(catalogue, cause), step_text(catalogue, {cause, "x", 10})})
        EXPECT_FALSE(text.starts_with('[')) << text;
    }
  }
}

TEST(PlanWords, EveryQuestionHasWordsAndSomeoneToAsk) {
  const auto catalogue = messages(Language::kDutch);
  for (const std::string code : {"work.closed",
                                 "work.places",
                                 "work.occupation",
                                 "person.hours",
                                 "work.hours",
                                 "person.day_parts",
                                 "work.day_parts",
                                 "person.language:nl",
                                 "person.licence:B",
                                 "person.diploma:3",
                                 "work.trainable:licence:B",
                                 "work.demand:II.3",
                                 "work.adaptable:II.3",
                                 "person.condition:II.3",
                                 "work.support:jobcoach",
                                 "person.support:jobcoach",
                                 "person.indication:beschut",
                                 "work.non_displacement",
                                 "work.hourly",
                                 "work.allowance",
                                 "law.wml:2027-01-01",
                                 "person.birth_date",
                                 "uwv.supplement",
                                 "work.bbl",
                                 "person.pc4",
                                 "work.pc4",
                                 "person.mode"}) {
    const auto text = question_text(catalogue, code, "");
    EXPECT_TRUE(text.ends_with('?') && !text.starts_with('[') && text.find('{') == std::string::npos) << text;
    EXPECT_FALSE(asked_of(catalogue, code).starts_with('[')) << code;
  }
  EXPECT_EQ(question_text(catalogue, "work.demand:II.3", "tillen"), "Vraagt dit werk dit echt: tillen?");
  EXPECT_EQ(question_text(catalogue, "work.demand:II.3", ""), "Vraagt dit werk dit echt: II.3?");
}

TEST(PlanWords, LevelsNameTheirGroup) {
  const auto catalogue = messages(Language::kEnglish);
  EXPECT_EQ(level_text(catalogue, "leximin:area-north"), "Fair division: area-north");
  for (const auto* level : {"floors", "placed", "score", "kept", "lottery", "lottery2"})
    EXPECT_FALSE(level_text(catalogue, level).starts_with('[')) << level;
}

}  // namespace
}  // namespace passend::present
