// SPDX-License-Identifier: EUPL-1.2
// Shows: what a municipality's files hold can break no form of a draft: neither a page, nor Markdown, nor a document,
// nor a table.
#include "present/draft.hpp"

#include <gtest/gtest.h>

namespace passend::present {
namespace {

const Catalogue kTexts(Language::kDutch, {{"questions.page", "Vragen"}, {"questions.page_alone", "Alleen."}});

Draft hostile() {
  const std::string name = "<b>| *a* & [x](y)\n# kop\x1b[31m";
  Draft draft{.title = name, .when = "vandaag"};
  draft.heading(name);
  draft.text(name);
  draft.list({name});
  draft.figures({{.number = "12", .label = name}});
  draft.table({.caption = name, .columns = {{name}, {"n", true}}, .rows = {{{.text = name}, {.text = "=1+1"}}}});
  draft.command(name);
  draft.blank(name);
  return draft;
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(Draft, PagesAndDocumentsEscape) {
  for (const std::string& text : {draft_html(hostile(), kTexts, "", "x"), draft_document(hostile(), kTexts)}) {
    EXPECT_EQ(text.find("<b>|"), std::string::npos);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_NE(text.find("&lt;b&gt;"), std::string::npos);
  }
}

TEST(Draft, MarkdownEscapesAndKeepsItsLines) {
  const std::string text = draft_markdown(hostile());
  EXPECT_EQ(text.find("\n# kop"), std::string::npos);
  EXPECT_EQ(text.find("[x](y)\n"), std::string::npos);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(times(text, "\n| "), 3U) << "header, rule and one row";
}

TEST(Draft, NothingSteersATerminal) { EXPECT_EQ(draft_text(hostile()).find('\x1b'), std::string::npos); }

TEST(Draft, CsvIsNoFormula) { EXPECT_NE(draft_csv(hostile()).find("'=1+1"), std::string::npos); }

TEST(Draft, ATableWithoutRowsIsLeftOut) {
  Draft draft{.title = "t"};
  draft.table({.caption = "c", .columns = {{"a"}}});
  EXPECT_TRUE(draft.blocks.empty());
  EXPECT_EQ(draft_csv(draft), "");
}

TEST(Draft, LinesFitATerminal) {
  Draft draft{.title = std::string(30, 'a') + " " + std::string(60, 'b')};
  draft.list({"een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"});
  const std::string text = draft_text(draft);
  EXPECT_NE(text.find("\n  "), std::string::npos) << "under the mark of the list";
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = text.find('\n', from);
    EXPECT_LE(end - from, 80U);
    from = end + 1;
  }
}

}  // namespace
}  // namespace passend::present
