// SPDX-License-Identifier: EUPL-1.2
// One table of words and numbers, written as CSV, as text for a terminal, or as HTML (html_table.hpp).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace passend::present {

struct Column {
  std::string name{};
  bool number = false;  // aligned right
};

struct Cell {
  std::string text{};
  std::string csv{};  // what a program reads instead, for example 1687 for "1.687"; empty = the text
};

struct Table {
  std::string caption{};
  std::vector<Column> columns{};
  std::vector<std::vector<Cell>> rows{};  // each as long as columns; the first cell names the row
};

// With a header line, LF. Text that a spreadsheet would run as a formula gets a ' before it.
std::string csv_of(const Table& table);

// Header, rule, rows; two spaces between columns. Text columns are shortened until the table is at most `width` wide.
std::string text_table(const Table& table, std::size_t width = 80);

}  // namespace passend::present
