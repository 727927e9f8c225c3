// SPDX-License-Identifier: EUPL-1.2
// The files of a demo municipality and the reference data as rows of named cells, for the tests.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/csv.hpp"
#include "base/text_file.hpp"
#include "insight/demo_municipality.hpp"

namespace passend {

using Cells = std::map<std::string, std::string>;

inline std::filesystem::path data_folder() { return std::filesystem::path(PASSEND_SOURCE_DIR) / "data"; }

inline std::vector<Cells> cells_of(const std::string& text) {
  std::vector<Cells> rows;
  const auto table = read_csv(text, "table").value();
  for (const auto& row : table.rows) {
    Cells cells;
    for (std::size_t i = 0; i < table.header.size(); ++i) cells[table.header[i]] = row.cells[i];
    rows.push_back(std::move(cells));
  }
  return rows;
}

inline std::vector<Cells> reference_rows(const char* file) { return cells_of(read_file(data_folder() / file).value()); }

// The demo municipality of the defaults, made once.
inline const std::map<std::string, std::string>& default_demo() {
  static const auto kFiles = make_demo_municipality({}, data_folder()).value();
  return kFiles;
}

inline const std::vector<Cells>& demo_rows(const std::string& file) {
  static std::map<std::string, std::vector<Cells>> read;
  if (const auto found = read.find(file); found != read.end()) return found->second;
  return read[file] = cells_of(default_demo().at(file + ".csv"));
}

inline std::set<std::string> column(const std::vector<Cells>& rows, const std::string& name) {
  std::set<std::string> values;
  for (const auto& row : rows) values.insert(row.at(name));
  return values;
}

}  // namespace passend
