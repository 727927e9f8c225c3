// SPDX-License-Identifier: EUPL-1.2
// CSV as people really have it: RFC 4180, with comma or semicolon (or Excel's "sep=" line), LF or CRLF, a byte order
// mark, UTF-8 or Windows-1252. Cells come back trimmed and in UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"

namespace passend {

struct CsvRow {
  int line = 0;  // of its first character, from 1
  std::vector<std::string> cells;
};

struct CsvTable {
  std::vector<std::string> header;
  int header_line = 1;
  std::vector<CsvRow> rows;  // each has as many cells as the header; empty lines are left out
  Faults faults;             // rows with another number of cells; those rows are not in `rows`
};

// `file` is the name used in faults. Errors that make the rest unreadable (encoding, quote, header) are the Result's.
Result<CsvTable> read_csv(std::string_view bytes, const std::string& file);

// One cell as RFC 4180 writes it, and one line with LF.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace passend
