// SPDX-License-Identifier: EUPL-1.2
// Shows: every mistake a law file can hold is reported, with its line and key; one malformed file for each. All faults
// of a file come at once.
#include "law/parameter_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "base/text_file.hpp"
#include "law_folder.hpp"

namespace passend {
namespace {

std::filesystem::path here() { return std::filesystem::path(PASSEND_SOURCE_DIR) / "tests/law"; }

struct Expected {
  FaultCode code;
  int line;
  std::string column;
};

// One line for each file in bad/.
const std::map<std::string, Expected> kBad{
    {"syntax", {FaultCode::kTomlSyntax, 3, ""}},
    {"no_parameter", {FaultCode::kTomlKeyUnknown, 2, "a"}},
    {"parameter_not_a_table", {FaultCode::kTomlType, 2, "parameter"}},
    {"id_missing", {FaultCode::kTomlKeyMissing, 2, "id"}},
    {"title_missing", {FaultCode::kTomlKeyMissing, 2, "term_nl"}},
    {"unit_missing", {FaultCode::kTomlKeyMissing, 2, "unit"}},
    {"article_missing", {FaultCode::kLawSource, 2, "legal_basis"}},
    {"article_empty", {FaultCode::kLawSource, 6, "legal_basis"}},
    {"source_missing", {FaultCode::kLawSource, 2, "source"}},
    {"source_not_text", {FaultCode::kTomlType, 7, "source"}},
    {"confidence_missing", {FaultCode::kLawSource, 2, "confidence"}},
    {"confidence_unknown_word", {FaultCode::kNotInList, 8, "confidence"}},
    {"values_missing", {FaultCode::kTomlKeyMissing, 2, "values"}},
    {"values_empty", {FaultCode::kTomlKeyMissing, 2, "values"}},
    {"value_not_a_table", {FaultCode::kTomlType, 11, "values"}},
    {"from_missing", {FaultCode::kTomlKeyMissing, 11, "from"}},
    {"from_no_such_day", {FaultCode::kNotADate, 11, "from"}},
    {"value_missing", {FaultCode::kTomlKeyMissing, 11, "value"}},
    {"state_missing", {FaultCode::kTomlKeyMissing, 11, "state"}},
    {"state_unknown_word", {FaultCode::kNotInList, 11, "state"}},
    {"state_unknown_with_a_value", {FaultCode::kNotInList, 11, "state"}},
    {"state_set_without_a_value", {FaultCode::kNotInList, 11, "state"}},
    {"value_confidence_unknown_word", {FaultCode::kNotInList, 11, "confidence"}},
    {"dates_falling", {FaultCode::kLawOrder, 11, "from"}},
    {"dates_twice", {FaultCode::kLawOrder, 11, "from"}},
    {"until_before_from", {FaultCode::kIntervalReversed, 11, "until"}},
    {"until_after_next_from", {FaultCode::kLawOrder, 11, "from"}},
    {"until_no_date", {FaultCode::kNotADate, 11, "until"}},
    {"table_for_a_number", {FaultCode::kTomlType, 11, "value"}},
    {"word_for_a_number", {FaultCode::kTomlType, 11, "value"}},
    {"truth_for_a_number", {FaultCode::kTomlType, 11, "value"}},
    {"no_limit_for_a_number", {FaultCode::kNotANumber, 11, "value"}},
    {"number_for_a_row", {FaultCode::kTomlType, 10, "value"}},
    {"row_too_short", {FaultCode::kTomlType, 11, "value"}},
    {"row_for_a_table", {FaultCode::kTomlType, 11, "value"}},
    {"word_in_a_table", {FaultCode::kNotANumber, 11, "value"}},
    {"series_without_word", {FaultCode::kTomlType, 11, "value"}},
    {"not_a_number", {FaultCode::kNotANumber, 11, "value"}},
    {"number_too_long", {FaultCode::kNotANumber, 11, "value"}},
    {"key_unknown", {FaultCode::kTomlKeyUnknown, 7, "remark"}},
    {"value_key_unknown", {FaultCode::kTomlKeyUnknown, 11, "status"}},
    {"root_key_unknown", {FaultCode::kTomlKeyUnknown, 2, "format"}},
    {"id_twice", {FaultCode::kKeyTwice, 14, "id"}},
};

TEST(ParameterFile, ReportsEveryMistakeWithItsLineAndKey) {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(here() / "bad")) {
    const std::string name = entry.path().stem().string();
    files.insert(name);
    ASSERT_TRUE(kBad.contains(name)) << name;
    const auto parameters = parse_parameters(read_file(entry.path()).value(), name);
    ASSERT_FALSE(parameters.has_value()) << name;
    const Fault& fault = parameters.error().front();
    EXPECT_EQ(name_of(fault.code), name_of(kBad.at(name).code)) << name;
    EXPECT_EQ(fault.line, kBad.at(name).line) << name;
    EXPECT_EQ(fault.column, kBad.at(name).column) << name;
    EXPECT_EQ(fault.file, name);
  }
  EXPECT_EQ(files.size(), kBad.size());
}

TEST(ParameterFile, ReportsAllFaultsOfAFileAtOnce) {
  const auto parameters = parse_parameters(
      "[[parameter]]\nid = \"a\"\nunit = \"EUR\"\nconfidence = \"no\"\nvalues = [{from = \"x\", value = 1}]\n", "f");
  ASSERT_FALSE(parameters.has_value());
  EXPECT_EQ(parameters.error().size(), 6U);  // title, article, source, confidence, from, state
}

TEST(ParameterFile, ReadsNumbersExactlyAndKeepsWhatIsSpecial) {
  const auto parameters = parse_parameters(read_file(here() / "good/law.toml").value(), "law.toml");
  ASSERT_TRUE(parameters.has_value());
  ASSERT_EQ(parameters->size(), 5U);
  EXPECT_EQ((*parameters)[0].values[0].rows[0][0].number, (Rate{15, 1}));

  const DatedValue& table = (*parameters)[1].values[0];
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[0][1].number, (Rate{651, 4}));
  EXPECT_EQ(table.rows[1][0].kind, Cell::Kind::kNoLimit);
  EXPECT_EQ(table.rows[1][1].number, (Rate{41337, 11}));
  EXPECT_EQ(table.rows[2].size(), 1U);
  EXPECT_EQ(table.until, day("2024-12-31"));
  EXPECT_FALSE((*parameters)[1].values[1].known());
  EXPECT_TRUE((*parameters)[1].values[2].known()) << "an empty table is a value: no rows";

  EXPECT_EQ((*parameters)[2].values[0].rows[0][0].number, (Rate{-5, 1}));
  EXPECT_EQ((*parameters)[3].values[2].series, "Aa");
  EXPECT_EQ((*parameters)[4].values[1].rows[0][0].number, (Rate{1, 0}));
  EXPECT_EQ((*parameters)[4].values[1].confidence, Confidence::kMemory);
}

}  // namespace
}  // namespace passend
