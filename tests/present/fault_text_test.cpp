// SPDX-License-Identifier: EUPL-1.2
// Shows: a fault is one line in the agreed form, or one JSON object, and cannot carry control characters.
#include "present/fault_text.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

namespace passend::present {
namespace {

Catalogue messages(Language language) {
  return *load_catalogue(std::filesystem::path(PASSEND_SOURCE_DIR) / "data/messages", language);
}

const Fault kFault{
    .code = FaultCode::kNotADate, .file = "people.csv", .line = 3, .column = "birth_date", .value = "31-2-1980"};

TEST(FaultText, OneLineInTheAgreedForm) {
  EXPECT_EQ(fault_line(kFault, messages(Language::kDutch)),
            "people.csv:3:birth_date: not-a-date: Dit is geen datum. U vulde '31-2-1980' in. "
            "Schrijf een datum als jaar-maand-dag, bijvoorbeeld 2026-09-08.");
  EXPECT_EQ(fault_line(kFault, messages(Language::kEnglish)),
            "people.csv:3:birth_date: not-a-date: This is not a date. You filled in '31-2-1980'. "
            "Write a date as year-month-day, for example 2026-09-08.");
}

TEST(FaultText, PartsThatAreNotKnownAreLeftOut) {
  const auto nl = messages(Language::kDutch);
  EXPECT_TRUE(fault_line({.code = FaultCode::kQuote, .file = "a.csv", .line = 2}, nl).starts_with("a.csv:2: quote: "));
  EXPECT_TRUE(fault_line({.code = FaultCode::kFileMissing, .file = "a.csv"}, nl).starts_with("a.csv: file-missing: "));
  EXPECT_TRUE(fault_line({.code = FaultCode::kColumnMissing, .file = "a.csv", .column = "pc4"}, nl)
                  .starts_with("a.csv:pc4: column-missing: "));
  EXPECT_TRUE(fault_line({.code = FaultCode::kWrongUse}, nl).starts_with("wrong-use: "));
}

TEST(FaultText, AReasonWithWordsOfItsOwnIsPutInWords) {
  const Fault refused{.code = FaultCode::kRuleRefused, .args = {{"reason", "weights-sum"}, {"found", "1100"}}};
  EXPECT_NE(fault_line(refused, messages(Language::kEnglish)).find("the weights add up to 1100, it must be 1000."),
            std::string::npos);
  const Fault other{.code = FaultCode::kFileUnreadable, .args = {{"reason", "Permission denied"}}};
  EXPECT_NE(fault_line(other, messages(Language::kDutch)).find("Het systeem meldt: Permission denied."),
            std::string::npos);
}

TEST(FaultText, AFaultIsOneLineWhateverTheCellHolds) {
  const auto line = fault_line({.code = FaultCode::kNotANumber,
                                .file = "a\nb",
                                .value = "1\x1b[31m\r\n\x80"
                                         "2"},
                               messages(Language::kDutch));
  EXPECT_EQ(line.find_first_of("\x1b\r\n"), std::string::npos);
  EXPECT_NE(line.find("1\xEF\xBF\xBD[31m"), std::string::npos);
  EXPECT_TRUE(line.starts_with("a b: not-a-number: "));
}

TEST(FaultText, ALongCellIsShortened) {
  const auto line =
      fault_line({.code = FaultCode::kNotANumber, .value = std::string(500, 'x')}, messages(Language::kDutch));
  EXPECT_NE(line.find("'" + std::string(79, 'x') + "…'"), std::string::npos);
}

TEST(FaultText, JsonHasEveryNamedPart) {
  const auto array = nlohmann::json::parse(
      faults_json({kFault, {.code = FaultCode::kFileMissing, .file = "x"}}, messages(Language::kEnglish)));
  EXPECT_EQ(array[0]["file"], "people.csv");
  EXPECT_EQ(array[0]["line"], 3);
  EXPECT_EQ(array[0]["column"], "birth_date");
  EXPECT_EQ(array[0]["code"], "not-a-date");
  EXPECT_EQ(array[0]["value"], "31-2-1980");
  EXPECT_EQ(array[0]["message"], "This is not a date. You filled in '31-2-1980'.");
  EXPECT_EQ(array[0]["remedy"], "Write a date as year-month-day, for example 2026-09-08.");
  EXPECT_TRUE(array[1]["line"].is_null());
  EXPECT_TRUE(array[1]["column"].is_null());
  EXPECT_EQ(faults_json({}, messages(Language::kDutch)), "[]\n");
}

}  // namespace
}  // namespace passend::present
