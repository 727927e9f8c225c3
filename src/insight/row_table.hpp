// SPDX-License-Identifier: EUPL-1.2
// Rows of a CSV file as they stand there, and a filter on them that a person can repeat in a spreadsheet. Figures for a
// council are counted with these, so that what was counted and how it is told cannot differ.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"

namespace passend::insight {

struct RowTable {
  std::string file{};    // as the trace names it: "placements.csv"
  std::string sha256{};  // of the bytes of the file; empty where there is no file
  std::vector<std::string> columns{};
  std::vector<std::vector<std::string>> rows{};
  std::map<std::string, std::string> joined{};  // file → SHA-256 of what was joined to it

  // The cell, or nothing known (empty) for a column that is not there. "since+36m" is the date of `since` 36 months
  // later and "since+90d" 90 days later; empty where the cell is no date.
  std::string cell(std::size_t row, std::string_view column) const;
  bool has(std::string_view column) const;

  // A column more, worked out from each row.
  void add(const std::string& column, const std::function<std::string(const RowTable&, std::size_t)>& cell_of);
};

// FOLDER/NAME; a table without rows where the file is not there and `needed` is false. Faults of read_csv;
// kFileMissing, kColumnMissing for a column of `columns` that the file lacks.
Result<RowTable> read_rows(const std::filesystem::path& folder, const std::string& name, bool needed,
                           std::initializer_list<std::string_view> columns = {});

// Adds the columns of `other` to each row as PREFIX.COLUMN, found by the key column that both have.
void join(RowTable& table, const RowTable& other, std::string_view key, const std::string& prefix);

// A placement with its work: the columns of work.csv as work.COLUMN; `last_day`, the earliest of both ends, or "open",
// which sorts after every date; `first_day`, or "-", which sorts before every date. Only rows that take a place: with a
// first day, an agreement or a confirmation (docs/placements.md).
Result<RowTable> read_placements(const std::filesystem::path& snapshot);

// `column` is one of the words, or compares with the first; a word @COLUMN is the cell of that column. Dates compare as
// text does. An empty cell meets no comparison; it is met by the word "" only.
struct Condition {
  std::string column{};
  std::string is{};  // =, !=, <, <=, >, >=
  std::vector<std::string> words{};
};
using Filter = std::vector<Condition>;

bool meets(const RowTable& table, std::size_t row, const Filter& filter);
std::int64_t count(const RowTable& table, const Filter& filter);
std::int64_t count_distinct(const RowTable& table, std::string_view column, const Filter& filter);
std::set<std::string> values_of(const RowTable& table, std::string_view column, const Filter& filter);

// "benefit = bijstand|ioaw and benefit_since+36m < 2026-12-01"; "all rows" is the empty text.
std::string text_of(const Filter& filter);

}  // namespace passend::insight
