// SPDX-License-Identifier: EUPL-1.2
// Shows: the reader takes what spreadsheets really write, and names the line of every fault.
#include "base/csv.hpp"

#include <gtest/gtest.h>

namespace passend {
namespace {

CsvTable good(std::string_view text) {
  auto table = read_csv(text, "a.csv");
  EXPECT_TRUE(table.has_value());
  return table.value_or(CsvTable{});
}

TEST(Csv, ReadsCommaSemicolonAndTheSeparatorLineOfExcel) {
  for (const auto* text : {"a,b\n1,2\n", "a;b\r\n1;2\r\n", "sep=;\r\na;b\r\n1;2",
                           "\xEF\xBB\xBF"
                           "a;b\n1;2\n\n;;\n"}) {
    const CsvTable table = good(text);
    EXPECT_EQ(table.header, (std::vector<std::string>{"a", "b"})) << text;
    ASSERT_EQ(table.rows.size(), 1U) << text;
    EXPECT_EQ(table.rows[0].cells, (std::vector<std::string>{"1", "2"})) << text;
    EXPECT_TRUE(table.faults.empty());
  }
}

TEST(Csv, ReadsQuotedCellsWithSeparatorsQuotesAndLineBreaks) {
  const CsvTable table = good("a,b\n\"x, \"\"y\"\"\nz\" , 2 \n3,4\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].cells[0], "x, \"y\"\nz");
  EXPECT_EQ(table.rows[0].cells[1], "2");
  EXPECT_EQ(table.rows[1].line, 4);
}

TEST(Csv, ReadsWindows1252WhenItIsNotUtf8) {
  EXPECT_EQ(good("a\ncaf\xE9 \x80\n").rows[0].cells[0], "caf\u00e9 \u20ac");
  EXPECT_EQ(good("a\ncaf\u00e9\n").rows[0].cells[0], "caf\u00e9");
}

TEST(Csv, NamesRowsWithTooManyOrTooFewCellsAndKeepsTheOthers) {
  const CsvTable table = good("a,b\n1\n1,2\n1,2,3\n1,2,\n");
  EXPECT_EQ(table.rows.size(), 2U);
  ASSERT_EQ(table.faults.size(), 2U);
  EXPECT_EQ(table.faults[0].line, 2);
  EXPECT_EQ(table.faults[1].line, 4);
}

TEST(Csv, RefusesWhatCannotBeRead) {
  const auto code = [](std::string_view text) { return read_csv(text, "a.csv").error().at(0).code; };
  EXPECT_EQ(code(""), FaultCode::kHeaderMissing);
  EXPECT_EQ(code("\n\n"), FaultCode::kHeaderMissing);
  EXPECT_EQ(code("a\n\"x\n"), FaultCode::kQuote);
  EXPECT_EQ(code("a\n\"x\"y\n"), FaultCode::kQuote);
  EXPECT_EQ(code(std::string_view("a\n\0x\n", 5)), FaultCode::kEncoding);
  EXPECT_EQ(code("a\n\x81\n"), FaultCode::kEncoding);
}

TEST(Csv, WritesWhatItReads) {
  const std::vector<std::string> cells{"plain", "with, comma", "with \"quote\"", "two\nlines", ""};
  EXPECT_EQ(good("a,b,c,d,e\n" + csv_line(cells)).rows.at(0).cells, cells);
}

}  // namespace
}  // namespace passend
