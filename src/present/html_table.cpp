// SPDX-License-Identifier: EUPL-1.2
#include "present/html_table.hpp"

#include <string_view>

namespace passend::present {
namespace {

// Roles are spelt out: some browsers forget that a table is one once its rows are drawn as cards.
Attributes cell_attributes(const Column& column) {
  Attributes attributes{{"role", "cell"}, {"data-k", column.name}};
  if (column.number) attributes.emplace_back("class", "number");
  return attributes;
}

Markup header_row(const Table& table) {
  Markup cells;
  for (const auto& column : table.columns) {
    Attributes attributes{{"role", "columnheader"}, {"scope", "col"}};
    if (column.number) attributes.emplace_back("class", "number");
    cells += element("th", attributes, {column.name});
  }
  return element("thead", {{"role", "rowgroup"}}, {element("tr", {{"role", "row"}}, {cells})});
}

Markup body_row(const Table& table, const std::vector<Cell>& row, const Markup& drawing) {
  auto cells = element("th", {{"role", "rowheader"}, {"scope", "row"}}, {row[0].text, drawing});
  for (std::size_t i = 1; i < row.size(); ++i)
    cells += element("td", cell_attributes(table.columns[i]), {element("span", {}, {row[i].text})});
  return element("tr", {{"role", "row"}}, {cells}) + Markup::raw("\n");
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_')
      encoded += c;
    else
      encoded += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return encoded;
}

}  // namespace

Markup html_table(const Table& table, const std::vector<Markup>& drawings) {
  Markup rows;
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    rows += body_row(table, table.rows[i], i < drawings.size() ? drawings[i] : Markup());
  Attributes kind{{"role", "table"}};
  if (table.columns.size() == 2) kind.emplace_back("class", "short");
  return element("table", kind,
                 {element("caption", {}, {table.caption}), header_row(table), Markup::raw("\n"),
                  element("tbody", {{"role", "rowgroup"}}, {rows})}) +
         Markup::raw("\n");
}

Markup table_behind(const Table& table, const Catalogue& catalogue, const std::string& file, Behind behind) {
  const auto link = element(
      "a", {{"download", file + ".csv"}, {"href", "data:text/csv;charset=utf-8," + percent_encoded(csv_of(table))}},
      {catalogue.text("report.download", {{"file", file + ".csv"}})});
  return element("details", behind == Behind::kOpen ? Attributes{{"open", ""}} : Attributes{},
                 {element("summary", {}, {catalogue.text("report.table_and_csv")}), html_table(table),
                  element("p", {}, {link})}) +
         Markup::raw("\n");
}

}  // namespace passend::present
