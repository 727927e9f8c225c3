// SPDX-License-Identifier: EUPL-1.2
// A piece of writing made of headings, text, lists, figures and tables, that a person edits and signs: the same draft
// as lines in a terminal, as Markdown, as a page that stands alone, or as a document for an office program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "present/catalogue.hpp"
#include "present/markup.hpp"
#include "present/table.hpp"

namespace passend::present {

struct DraftFigure {
  std::string number{};
  std::string label{};
  std::string note{};
  bool few = false;  // words instead of a number
};

struct DraftBlock {
  enum class Kind { kHeading, kText, kList, kFigures, kTable, kCommand, kBlank };
  Kind kind{};
  std::string text{};                // heading, text, command, or what the blank line is for
  std::vector<std::string> items{};  // of a list
  std::vector<DraftFigure> figures{};
  Table table{};
  Markup chart{};  // above its table, on a page only: the table holds the same
};

struct Draft {
  std::string title{};
  std::string when{};  // the day it is about
  std::vector<DraftBlock> blocks{};

  void heading(std::string text) { blocks.push_back({.kind = DraftBlock::Kind::kHeading, .text = std::move(text)}); }
  void text(std::string text) { blocks.push_back({.kind = DraftBlock::Kind::kText, .text = std::move(text)}); }
  void list(std::vector<std::string> items) {
    if (!items.empty()) blocks.push_back({.kind = DraftBlock::Kind::kList, .items = std::move(items)});
  }
  void figures(std::vector<DraftFigure> figures) {
    blocks.push_back({.kind = DraftBlock::Kind::kFigures, .figures = std::move(figures)});
  }
  void table(Table table, Markup chart = {}) {
    if (table.rows.empty()) return;
    blocks.push_back({.kind = DraftBlock::Kind::kTable, .table = std::move(table), .chart = std::move(chart)});
  }
  void command(std::string text) { blocks.push_back({.kind = DraftBlock::Kind::kCommand, .text = std::move(text)}); }
  void blank(std::string label) { blocks.push_back({.kind = DraftBlock::Kind::kBlank, .text = std::move(label)}); }
};

std::string draft_text(const Draft& draft);      // at most 80 columns, except tables and commands
std::string draft_markdown(const Draft& draft);  // CommonMark with tables
// `css` is data/report/report.css; `file` names the CSV that the page offers. Same inputs, same bytes.
std::string draft_html(const Draft& draft, const Catalogue& catalogue, std::string_view css, const std::string& file);
// Flat OpenDocument text (.fodt), which office programs open as any document. ODF 1.3 part 3, 3.1.2.
std::string draft_document(const Draft& draft, const Catalogue& catalogue);
// Its tables as CSV, one after another with an empty line between.
std::string draft_csv(const Draft& draft);

}  // namespace passend::present
