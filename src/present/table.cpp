// SPDX-License-Identifier: EUPL-1.2
#include "present/table.hpp"

#include <algorithm>
#include <string_view>

#include "base/csv.hpp"
#include "present/plain_text.hpp"

namespace passend::present {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 8;

std::string csv_cell(const Cell& cell) {
  if (!cell.csv.empty()) return cell.csv;
  const bool formula = !cell.text.empty() && std::string_view("=+-@\t\r").find(cell.text[0]) != std::string_view::npos;
  return formula ? "'" + cell.text : cell.text;
}

std::vector<std::size_t> natural_widths(const Table& table) {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    auto width = width_of(table.columns[i].name);
    for (const auto& row : table.rows) width = std::max(width, width_of(one_line(row[i].text)));
    widths.push_back(width);
  }
  return widths;
}

std::size_t total_of(const std::vector<std::size_t>& widths) {
  std::size_t total = widths.empty() ? 0 : kGap * (widths.size() - 1);
  for (const auto width : widths) total += width;
  return total;
}

// The widest text column, or the number of columns when none can give way.
std::size_t widest_text(const Table& table, const std::vector<std::size_t>& widths) {
  auto widest = widths.size();
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (table.columns[i].number || widths[i] <= kNarrowest) continue;
    if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
  }
  return widest;
}

std::vector<std::size_t> fitted_widths(const Table& table, std::size_t width) {
  auto widths = natural_widths(table);
  while (total_of(widths) > width) {
    const auto widest = widest_text(table, widths);
    if (widest == widths.size()) break;
    --widths[widest];
  }
  return widths;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const auto shown = shortened(one_line(text), width);
  const std::string space(width - std::min(width, width_of(shown)), ' ');
  return right ? space + shown : shown + space;
}

std::string line_of_cells(const Table& table, const std::vector<std::size_t>& widths,
                          const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i)
    line += (i > 0 ? std::string(kGap, ' ') : "") + padded(cells[i], widths[i], table.columns[i].number);
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

std::string csv_of(const Table& table) {
  std::vector<std::string> header;
  for (const auto& column : table.columns) header.push_back(csv_cell({column.name}));
  auto csv = csv_line(header);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (const auto& cell : row) cells.push_back(csv_cell(cell));
    csv += csv_line(cells);
  }
  return csv;
}

std::string text_table(const Table& table, std::size_t width) {
  const auto widths = fitted_widths(table, width);
  std::vector<std::string> header, rule;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    header.push_back(table.columns[i].name);
    rule.emplace_back(widths[i], '-');
  }
  auto text = line_of_cells(table, widths, header) + line_of_cells(table, widths, rule);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (const auto& cell : row) cells.push_back(cell.text);
    text += line_of_cells(table, widths, cells);
  }
  return text;
}

}  // namespace passend::present
