// SPDX-License-Identifier: EUPL-1.2
// Shows: how well requirements are found in texts of other hands, that every finding has article and alternative, and
// what lets a sentence go.
#include "fairwork/work_text.hpp"

#include <gtest/gtest.h>

#include "base/text_file.hpp"
#include "fairwork/work_text_measure.hpp"

namespace passend::fairwork {
namespace {

const std::string kRoot = PASSEND_SOURCE_DIR;

const WorkTextRules& shipped() {
  static const WorkTextRules rules =
      *WorkTextRules::read(*read_file(kRoot + "/data/fairwork/work_texts.toml"), "rules");
  return rules;
}

std::string grounds_of(const std::string& text) {
  std::string words;
  for (const TextFinding& one : shipped().check(text)) words += one.ground->name + " ";
  return words;
}

TextMeasure measured(const std::string& half) {
  const std::string file = kRoot + "/tests/cases/work_texts/" + half + ".csv";
  const auto texts = read_labelled_texts(*read_file(file), file, shipped());
  EXPECT_TRUE(texts.has_value());
  return measure(shipped(), *texts);
}

TEST(WorkText, OpenRequirementsAreFoundAndLookAlikesAreNot) {
  EXPECT_EQ(grounds_of("Wij zoeken een vrouw voor de balie."), "sex ");
  EXPECT_EQ(grounds_of("Wij zoeken mannen en vrouwen (m/v/x) voor de balie."), "");
  EXPECT_EQ(grounds_of("You are no older than 35."), "age ");
  EXPECT_EQ(grounds_of("Je bent minstens 18 jaar, omdat de Alcoholwet dat eist."), "");
  EXPECT_EQ(grounds_of("Een hoofddoek kan niet."), "headscarf ");
  EXPECT_EQ(grounds_of("Een hoofddoek is geen bezwaar."), "");
  EXPECT_EQ(grounds_of("Nederlands is je moedertaal."), "language ");
  EXPECT_EQ(grounds_of("Nederlands hoeft niet je moedertaal te zijn."), "");
}

TEST(WorkText, OneSentenceDoesNotExcuseAnother) {
  EXPECT_EQ(grounds_of("Iedereen is welkom. Wij zoeken een vrouw voor de balie."), "sex ");
}

TEST(WorkText, HiddenFormsAreReadWhereNoOpenOneStands) {
  const std::string hidden = "Na het werk spelen we bierpong.";
  EXPECT_EQ(grounds_of(hidden), "young_team ");
  EXPECT_EQ(grounds_of("Wij zoeken een vrouw voor de balie. " + hidden), "sex ");
}

TEST(WorkText, EveryGroundHasAnArticle) {
  for (const TextGround& ground : shipped().grounds()) EXPECT_FALSE(ground.article.empty()) << ground.name;
}

TEST(WorkText, TheTextsTheRulesWereWrittenOnAreReadWell) {
  for (const std::string half : {"open", "held_back"}) {
    const TextMeasure all = measured(half);
    EXPECT_EQ(all.texts, 280);
    EXPECT_EQ(all.clean, 140);
    EXPECT_GE(all.total.plain_found * 100, all.total.plain * 90) << half;
    EXPECT_GE(all.total.hidden_found * 100, all.total.hidden * 70) << half;
    EXPECT_GE(all.total.rightly * 100, all.total.said * 95) << half;
  }
}

TEST(WorkText, APatternThatIsNoneIsAFaultWithItsLine) {
  const auto read = WorkTextRules::read(
      "[[ground]]\nclass = \"sex\"\narticle = \"x\"\n[[rule]]\nclass = \"sex\"\nany = ['(']\n", "rules.toml");
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error()[0].code, FaultCode::kTomlType);
  EXPECT_EQ(read.error()[0].line, 6);
}

const std::string kListRules =
    "[lists]\nperson = ['{girl}', 'man']\ngirl = ['girl', 'lady']\nround = ['{round}']\n"
    "[[ground]]\nclass = \"sex\"\narticle = \"x\"\n[[rule]]\nclass = \"sex\"\n";

TEST(WorkText, AListStandsForAnyOfItsWords) {
  const auto rules = WorkTextRules::read(kListRules + "any = ['an? (nice ){0,2}{person} wanted']\n", "rules.toml");
  ASSERT_TRUE(rules.has_value());
  for (const std::string text : {"a lady wanted", "A nice nice girl wanted.", "a man wanted"})
    EXPECT_EQ(rules->check(text).size(), 1U) << text;
  for (const std::string text : {"a person wanted", "{person} wanted", "a woman wanted", "nice lady wanted"})
    EXPECT_TRUE(rules->check(text).empty()) << text;
}

TEST(WorkText, AListThatIsNotThereOrGoesRoundIsAFault) {
  for (const std::string pattern : {"{nobody}", "{round}"}) {
    const auto read = WorkTextRules::read(kListRules + "any = ['" + pattern + "']\n", "rules.toml");
    ASSERT_FALSE(read.has_value()) << pattern;
    EXPECT_EQ(read.error().size(), 1U);
    EXPECT_EQ(read.error()[0].code, FaultCode::kTomlType);
    EXPECT_EQ(read.error()[0].line, 10);
  }
}

TEST(WorkText, APointBeforeANumberEndsNoSentence) {
  EXPECT_EQ(sentences_of_work("Leeftijd max. 35. Start nu.").size(), 2U);
  EXPECT_EQ(sentences_of_work("Dit is 1. Dit is 2.").size(), 2U);
}

TEST(WorkText, AQuestionIsReadWithItsAnswer) {
  EXPECT_EQ(sentences_of_work("Headscarf? All fine. Next!\nLast").size(), 3U);
  EXPECT_EQ(grounds_of("Headscarf, turban or kippah? All fine with our uniform."), "");
}

}  // namespace
}  // namespace passend::fairwork
