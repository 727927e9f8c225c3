// SPDX-License-Identifier: EUPL-1.2
// Shows: one table as CSV, in a terminal and on a page.
#include "present/table.hpp"

#include <gtest/gtest.h>

#include "present/html_table.hpp"
#include "present/plain_text.hpp"

namespace passend::present {
namespace {

const Table kTable{
    "Reizen", {{"Hoe"}, {"Tijd", true}}, {{{"Fiets, \"elektrisch\""}, {"1.014", "1014"}}, {{"Één"}, {"22"}}}};

TEST(Table, CsvHasPlainNumbersAndNoFormulas) {
  EXPECT_EQ(csv_of(kTable), "Hoe,Tijd\n\"Fiets, \"\"elektrisch\"\"\",1014\nÉén,22\n");
  EXPECT_EQ(csv_of({"", {{"a"}}, {{{"=1+1"}}, {{"@x"}}}}), "a\n'=1+1\n'@x\n");
}

TEST(Table, TextIsAlignedByCharactersNotBytes) {
  EXPECT_EQ(text_table(kTable),
            "Hoe                   Tijd\n"
            "-------------------  -----\n"
            "Fiets, \"elektrisch\"  1.014\n"
            "Één                     22\n");
}

TEST(Table, TextStaysWithinItsWidth) {
  const Table wide{
      "", {{"Vraag"}, {"Aan wie"}, {"Mensen", true}}, {{{std::string(120, 'v')}, {std::string(60, 'w')}, {"1.234"}}}};
  const auto text = text_table(wide, 80);
  std::size_t begin = 0;
  for (auto end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin))
    EXPECT_LE(width_of(text.substr(begin, end - begin)), 80U);
  EXPECT_NE(text.find("…"), std::string::npos);
  EXPECT_NE(text.find("1.234"), std::string::npos);
}

TEST(Table, ACellCannotSteerTheTerminal) {
  EXPECT_EQ(text_table({"", {{"a"}}, {{{"x\x1b[31my\nz"}}}}).find('\x1b'), std::string::npos);
}

TEST(Table, HtmlHasCaptionScopeAndTheColumnBesideEachCell) {
  const auto html = html_table(kTable).html();
  EXPECT_NE(html.find("<caption>Reizen</caption>"), std::string::npos);
  EXPECT_NE(html.find("<th role=\"columnheader\" scope=\"col\" class=\"number\">Tijd</th>"), std::string::npos);
  EXPECT_NE(html.find("<th role=\"rowheader\" scope=\"row\">Fiets, &quot;elektrisch&quot;</th>"), std::string::npos);
  EXPECT_NE(html.find("<td role=\"cell\" data-k=\"Tijd\" class=\"number\"><span>1.014</span></td>"), std::string::npos);
}

TEST(PlainText, ControlCharactersAndBadBytesAreReplaced) {
  EXPECT_EQ(one_line("a\tb\nc"), "a b c");
  EXPECT_EQ(one_line("\x1b[1m\x7f\xc2\x9b\xff\xe2\x82"), "\uFFFD[1m\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(one_line("één € 🙂"), "één € 🙂");
  EXPECT_EQ(shortened("één twee", 4), "één…");
  EXPECT_EQ(shortened("één", 3), "één");
}

}  // namespace
}  // namespace passend::present
