// SPDX-License-Identifier: EUPL-1.2
// Shows: what makes a yes, an if, a no and an unknown; that a condition is asked only where it can apply; that bad
// rules are one fault each, with line and key; and that no fault repeats an answer.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/text_file.hpp"
#include "fairwork/home_work_file.hpp"

namespace passend::fairwork {
namespace {

namespace fs = std::filesystem;

const fs::path kData = fs::path(PASSEND_SOURCE_DIR) / "data/fairwork";

HomeWorkBook small_book() {
  HomeWorkBook book;
  book.questions = {{.id = "tenure", .options = {"owned", "rented"}, .option_words = {{}, {}}},
                    {.id = "agrees", .options = {"yes", "no"}, .option_words = {{}, {}}}};
  book.municipalities = {{.id = "a", .stance = 0, .licence = 0}};
  book.municipalities[0].conditions = {{.id = "landlord",
                                        .when = {{.question = 0, .options = {1}}},
                                        .met = FactTest{.question = 1, .options = {0}},
                                        .not_met = FactTest{.question = 1, .options = {1}}}};
  return book;
}

MayWork may(const HomeWorkBook& book, HomeWorkFacts facts) {
  return answer_home_work(book, book.municipalities.data(), facts).may;
}

TEST(HomeWork, AConditionThatCannotApplyIsNotAsked) {
  const auto book = small_book();
  EXPECT_EQ(may(book, {0, kNotSaid}), MayWork::kYes);
  EXPECT_EQ(may(book, {0, 1}), MayWork::kYes);
  EXPECT_EQ(may(book, {1, kNotSaid}), MayWork::kIf);
  EXPECT_EQ(may(book, {kNotSaid, kNotSaid}), MayWork::kIf);
  EXPECT_EQ(may(book, {1, 0}), MayWork::kYes);
  EXPECT_EQ(may(book, {1, 1}), MayWork::kNo);
}

TEST(HomeWork, StanceDecidesFirstAndNoRuleIsUnknown) {
  auto book = small_book();
  book.municipalities[0].stance = 1;
  EXPECT_EQ(may(book, {0, 0}), MayWork::kNo);
  book.municipalities[0].stance = 2;
  EXPECT_EQ(may(book, {0, 0}), MayWork::kUnknown);
  EXPECT_EQ(may(book, {1, 1}), MayWork::kNo);
  EXPECT_EQ(answer_home_work(book, nullptr, {0, 0}).may, MayWork::kUnknown);
}

TEST(HomeWork, ShippedRulesAreRead) {
  const auto book = read_home_work(kData);
  ASSERT_TRUE(book.has_value());
  EXPECT_GE(book->municipalities.size(), 4U);
  EXPECT_GE(book->questions.size(), 9U);
}

class Rules : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/passend-test-XXXXXX";
    root_ = ::mkdtemp(name);
    fs::copy(kData / "home_work.toml", root_ / "home_work.toml");
    fs::create_directory(root_ / "home_work");
  }
  void TearDown() override { fs::remove_all(root_); }

  Fault fault_of(const std::string& rules) {
    std::ofstream(root_ / "home_work/x.toml") << rules;
    const auto book = read_home_work(root_);
    EXPECT_FALSE(book.has_value());
    if (book) return {};
    EXPECT_EQ(book.error().size(), 1U);
    return book.error().front();
  }
  fs::path root_;
};

TEST_F(Rules, EachMistakeIsOneFaultWithItsPlace) {
  const std::string good =
      "name = \"X\"\nstance = \"allowed\"\nlicence = \"none\"\nsource = \"s\"\ndate = \"2024\"\nconfidence = "
      "\"single\"\n";
  const std::string condition =
      "[[condition]]\nid = \"c\"\nnl = \"n\"\nen = \"e\"\nsource = \"s\"\ndate = \"2024\"\nconfidence = \"single\"\n";
  std::ofstream(root_ / "home_work/x.toml") << good + condition;
  EXPECT_TRUE(read_home_work(root_).has_value());
  EXPECT_EQ(fault_of(good + "street = \"s\"\n").code, FaultCode::kTomlKeyUnknown);
  EXPECT_EQ(fault_of("stance = \"perhaps\"\n" + good.substr(0, 11) + good.substr(30)).code, FaultCode::kNotInList);
  EXPECT_EQ(fault_of(good.substr(11)).code, FaultCode::kTomlKeyMissing);
  const Fault unknown = fault_of(good + condition + "met = {mood = [\"good\"]}\n");
  EXPECT_EQ(unknown.code, FaultCode::kTomlKeyUnknown);
  EXPECT_EQ(unknown.column, "mood");
  EXPECT_EQ(unknown.line, 14);
  EXPECT_EQ(fault_of(good + condition + "met = {tenure = [\"castle\"]}\n").code, FaultCode::kNotInList);
  EXPECT_EQ(fault_of(good + condition + "met = \"tenure\"\n").code, FaultCode::kTomlType);
  EXPECT_EQ(fault_of(good + condition + "met = {tenure = [\"room\"], age = [\"under_18\"]}\n").code,
            FaultCode::kTomlType);
  EXPECT_EQ(fault_of("name = \n").code, FaultCode::kTomlSyntax);
}

TEST(HomeWorkAnswers, NoFaultRepeatsWhatWasSaid) {
  const auto book = read_home_work(kData);
  ASSERT_TRUE(book.has_value());
  for (const char* text : {"tenure = \"kerkstraat\"", "kerkstraat = \"yes\"", "municipality = \"kerkstraat\"",
                           "tenure = [\"kerkstraat\"]", "tenure = kerkstraat", "[kerkstraat]\na = 1"}) {
    const auto asked = read_home_work_answers(*book, text, "answers");
    ASSERT_FALSE(asked.has_value()) << text;
    ASSERT_EQ(asked.error().size(), 1U);
    const Fault& fault = asked.error().front();
    std::string all = fault.value + fault.column + fault.file;
    for (const auto& [key, value] : fault.args) all += value;
    EXPECT_EQ(all.find("kerkstraat"), std::string::npos) << text;
    EXPECT_EQ(fault.line, 1) << text;
  }
}

}  // namespace
}  // namespace passend::fairwork
