// SPDX-License-Identifier: EUPL-1.2
#include "present/draft.hpp"

#include "present/html_table.hpp"
#include "present/page.hpp"
#include "present/plain_text.hpp"
#include "present/terminal.hpp"

namespace passend::present {
namespace {

using Kind = DraftBlock::Kind;

constexpr std::size_t kWidth = 80;
constexpr std::size_t kLongNumber = 8;  // bytes; longer ones are written smaller
constexpr std::string_view kLine = "………………………………………………………………";

// Spaces under the mark of a list.
std::string hanging(const std::string& text) {
  std::string lines = wrapped(one_line(text), kWidth - 2);
  std::string out = "- ";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += lines[i];
    if (lines[i] == '\n' && i + 1 < lines.size()) out += "  ";
  }
  return out;
}

std::string with_note(const DraftFigure& figure) {
  return figure.label + ": " + figure.number + (figure.note.empty() ? "" : " (" + figure.note + ")");
}

std::string text_of(const DraftBlock& block) {
  std::string out;
  switch (block.kind) {
    case Kind::kHeading:
      return heading_lines(one_line(block.text), TerminalStyle::kPlain);
    case Kind::kText:
      return wrapped(one_line(block.text), kWidth);
    case Kind::kList:
      for (const std::string& item : block.items) out += hanging(item);
      return out;
    case Kind::kFigures:
      for (const DraftFigure& figure : block.figures) out += hanging(with_note(figure));
      return out;
    case Kind::kTable:
      return text_table(block.table);
    case Kind::kCommand:
      return "  " + one_line(block.text) + "\n";
    case Kind::kBlank:
      return one_line(block.text) + " " + std::string(kLine) + "\n";
  }
  return out;
}

// Signs that would start something in Markdown are escaped, a line break becomes a space.
std::string plain(const std::string& text) {
  std::string out;
  for (const char c : one_line(text)) {
    if (c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' || c == ']' || c == '<' || c == '|' || c == '#')
      out += '\\';
    out += c;
  }
  return out;
}

std::string markdown_table(const Table& table) {
  std::string out = "|", rule = "|";
  for (const Column& column : table.columns) {
    out += " " + plain(column.name) + " |";
    rule += column.number ? " ---: |" : " --- |";
  }
  out += "\n" + rule + "\n";
  for (const auto& row : table.rows) {
    out += "|";
    for (const Cell& cell : row) out += " " + plain(cell.text) + " |";
    out += "\n";
  }
  return table.caption.empty() ? out : plain(table.caption) + "\n\n" + out;
}

std::string markdown_of(const DraftBlock& block) {
  std::string out;
  switch (block.kind) {
    case Kind::kHeading:
      return "## " + plain(block.text) + "\n";
    case Kind::kText:
      return plain(block.text) + "\n";
    case Kind::kList:
      for (const std::string& item : block.items) out += "- " + plain(item) + "\n";
      return out;
    case Kind::kFigures:
      for (const DraftFigure& figure : block.figures) out += "- " + plain(with_note(figure)) + "\n";
      return out;
    case Kind::kTable:
      return markdown_table(block.table);
    case Kind::kCommand:
      return "    " + one_line(block.text) + "\n";
    case Kind::kBlank:
      return plain(block.text + " " + std::string(kLine)) + "\n";
  }
  return out;
}

Markup list_markup(const std::vector<std::string>& items) {
  Markup inside;
  for (const std::string& item : items) inside += element("li", {}, {item});
  return element("ul", {}, {inside}) + Markup::raw("\n");
}

Markup html_of(const DraftBlock& block, const Catalogue& catalogue, const std::string& file) {
  switch (block.kind) {
    case Kind::kHeading:
      return {};  // the title of its section
    case Kind::kText:
      return paragraph(block.text);
    case Kind::kList:
      return list_markup(block.items);
    case Kind::kFigures: {
      Markup inside;
      for (const DraftFigure& one : block.figures)
        inside += key_figure(one.number, one.label, one.note,
                             one.few                           ? "few"
                             : one.number.size() > kLongNumber ? "long"
                                                               : "many");
      return element("dl", {{"class", "key"}}, {inside}) + Markup::raw("\n");
    }
    case Kind::kTable:
      if (block.chart.empty()) return table_behind(block.table, catalogue, file, Behind::kOpen);
      return (block.table.caption.empty() ? Markup() : heading(3, block.table.caption)) + block.chart +
             table_behind(block.table, catalogue, file);
    case Kind::kCommand:
      return element("p", {}, {element("code", {}, {block.text})}) + Markup::raw("\n");
    case Kind::kBlank:
      return paragraph(block.text + " " + std::string(kLine));
  }
  return {};
}

constexpr std::string_view kDocumentHead =
    R"(<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
    R"(xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" )"
    R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" )"
    R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
    R"(xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" )"
    R"(xmlns:dc="http://purl.org/dc/elements/1.1/" )"
    R"(office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">)";

std::string styles(std::string_view language) {
  const std::string country = language == "nl" ? "NL" : "GB";
  return R"(<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt" fo:language=")" +
         std::string(language) + R"(" fo:country=")" + country +
         R"("/></style:default-style>)"
         R"(<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"/></style:style>)"
         R"(<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>)"
         R"(<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>)"
         R"(<style:style style:name="Command" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-family="monospace"/></style:style>)"
         "</office:styles>";
}

std::string paragraph_xml(const std::string& text, std::string_view style = "Standard") {
  return "<text:p text:style-name=\"" + std::string(style) + "\">" + Markup(text).html() + "</text:p>\n";
}

std::string heading_xml(const std::string& text, int level) {
  const std::string number = std::to_string(level);
  return "<text:h text:style-name=\"Heading_20_" + number + "\" text:outline-level=\"" + number + "\">" +
         Markup(text).html() + "</text:h>\n";
}

std::string list_xml(const std::vector<std::string>& items) {
  std::string out = "<text:list>";
  for (const std::string& item : items) out += "<text:list-item>" + paragraph_xml(item) + "</text:list-item>";
  return out + "</text:list>\n";
}

std::string table_xml(const Table& table) {
  const auto row_xml = [](const std::vector<std::string>& cells) {
    std::string out = "<table:table-row>";
    for (const std::string& cell : cells)
      out += "<table:table-cell office:value-type=\"string\">" + paragraph_xml(cell) + "</table:table-cell>";
    return out + "</table:table-row>\n";
  };
  std::vector<std::string> names;
  for (const Column& column : table.columns) names.push_back(column.name);
  std::string out = paragraph_xml(table.caption) + "<table:table><table:table-column table:number-columns-repeated=\"" +
                    std::to_string(names.size()) + "\"/><table:table-header-rows>" + row_xml(names) +
                    "</table:table-header-rows>\n";
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (const Cell& cell : row) cells.push_back(cell.text);
    out += row_xml(cells);
  }
  return out + "</table:table>\n";
}

std::string document_of(const DraftBlock& block) {
  std::vector<std::string> items;
  switch (block.kind) {
    case Kind::kHeading:
      return heading_xml(block.text, 2);
    case Kind::kText:
      return paragraph_xml(block.text);
    case Kind::kList:
      return list_xml(block.items);
    case Kind::kFigures:
      for (const DraftFigure& figure : block.figures) items.push_back(with_note(figure));
      return list_xml(items);
    case Kind::kTable:
      return table_xml(block.table);
    case Kind::kCommand:
      return paragraph_xml(block.text, "Command");
    case Kind::kBlank:
      return paragraph_xml(block.text + " " + std::string(kLine));
  }
  return {};
}

}  // namespace

std::string draft_text(const Draft& draft) {
  std::string out = wrapped(one_line(draft.title), kWidth) + (draft.when.empty() ? "" : draft.when + "\n");
  Kind before = Kind::kText;
  for (const DraftBlock& block : draft.blocks) {
    if (block.kind != Kind::kBlank || before != Kind::kBlank) out += before == Kind::kHeading ? "" : "\n";
    out += text_of(block);
    before = block.kind;
  }
  return out;
}

std::string draft_markdown(const Draft& draft) {
  std::string out = "# " + plain(draft.title) + "\n";
  if (!draft.when.empty()) out += "\n" + plain(draft.when) + "\n";
  for (const DraftBlock& block : draft.blocks) out += "\n" + markdown_of(block);
  return out;
}

std::string draft_html(const Draft& draft, const Catalogue& catalogue, std::string_view css, const std::string& file) {
  std::vector<Markup> main{heading(1, draft.title)};
  std::vector<PageLink> links;
  for (std::size_t i = 0; i < draft.blocks.size();) {
    if (draft.blocks[i].kind != Kind::kHeading) {
      main.push_back(html_of(draft.blocks[i++], catalogue, file));
      continue;
    }
    const std::string title = draft.blocks[i].text;
    const std::string id = "part-" + std::to_string(links.size() + 1);
    std::vector<Markup> parts;
    for (++i; i < draft.blocks.size() && draft.blocks[i].kind != Kind::kHeading; ++i)
      parts.push_back(html_of(draft.blocks[i], catalogue, file));
    links.push_back({id, title});
    main.push_back(section(id, title, parts));
  }
  return page_of(catalogue, {draft.title, "Passend", css},
                 {page_header(catalogue.text("questions.page"), draft.when),
                  links.empty() ? Markup() : page_contents(catalogue, links), page_main(main),
                  page_footer({catalogue.text("questions.page_alone")})});
}

std::string draft_document(const Draft& draft, const Catalogue& catalogue) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + std::string(kDocumentHead) +
                    "<office:meta><dc:title>" + Markup(draft.title).html() + "</dc:title></office:meta>" +
                    styles(code_of(catalogue.language())) + "\n<office:body><office:text>\n" +
                    heading_xml(draft.title, 1);
  if (!draft.when.empty()) out += paragraph_xml(draft.when);
  for (const DraftBlock& block : draft.blocks) out += document_of(block);
  return out + "</office:text></office:body></office:document>\n";
}

std::string draft_csv(const Draft& draft) {
  std::string out;
  for (const DraftBlock& block : draft.blocks)
    if (block.kind == Kind::kTable) out += (out.empty() ? "" : "\n") + csv_of(block.table);
  return out;
}

}  // namespace passend::present
