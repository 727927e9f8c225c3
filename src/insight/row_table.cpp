// SPDX-License-Identifier: EUPL-1.2
#include "insight/row_table.hpp"

#include <algorithm>
#include <map>

#include "base/csv.hpp"
#include "base/quantity.hpp"
#include "base/sha256.hpp"
#include "base/text_file.hpp"

namespace passend::insight {
namespace {

std::string later(const std::string& cell, std::string_view shift) {
  const auto date = parse_date(cell);
  const auto number = parse_integer(shift.substr(0, shift.size() - 1));
  if (!date || !number) return {};
  const int by = static_cast<int>(*number);
  return to_string(shift.back() == 'm' ? plus_months(*date, by) : *date + by);
}

// The earliest of two last days; "open" where there is none, which sorts after every date.
std::string last_day(const std::string& a, const std::string& b) {
  if (a.empty() && b.empty()) return "open";
  if (a.empty() || b.empty()) return a + b;
  return std::min(a, b);
}

bool compares(const std::string& cell, const std::string& is, const std::string& word) {
  if (cell.empty() || word.empty()) return false;
  if (is == "<") return cell < word;
  if (is == "<=") return cell <= word;
  if (is == ">") return cell > word;
  return cell >= word;
}

bool meets(const RowTable& table, std::size_t row, const Condition& one) {
  const std::string cell = table.cell(row, one.column);
  const bool listed = std::ranges::find(one.words, cell) != one.words.end();
  if (one.is == "=") return listed;
  if (one.is == "!=") return !listed;
  const std::string& word = one.words.front();
  return compares(cell, one.is, word.starts_with('@') ? table.cell(row, word.substr(1)) : word);
}

}  // namespace

bool RowTable::has(std::string_view column) const { return std::ranges::find(columns, column) != columns.end(); }

std::string RowTable::cell(std::size_t row, std::string_view column) const {
  const auto plus = column.find('+');
  const auto found = std::ranges::find(columns, column.substr(0, plus));
  if (found == columns.end()) return {};
  const std::string& plain = rows[row][static_cast<std::size_t>(found - columns.begin())];
  return plus == std::string_view::npos ? plain : later(plain, column.substr(plus + 1));
}

void RowTable::add(const std::string& column, const std::function<std::string(const RowTable&, std::size_t)>& cell_of) {
  std::vector<std::string> cells;
  for (std::size_t row = 0; row < rows.size(); ++row) cells.push_back(cell_of(*this, row));
  for (std::size_t row = 0; row < rows.size(); ++row) rows[row].push_back(std::move(cells[row]));
  columns.push_back(column);
}

Result<RowTable> read_rows(const std::filesystem::path& folder, const std::string& name, bool needed,
                           std::initializer_list<std::string_view> columns) {
  const auto path = folder / name;
  std::error_code ignored;
  RowTable out{.file = name};
  if (!needed && !std::filesystem::exists(path, ignored)) {
    out.columns.assign(columns.begin(), columns.end());
    return out;
  }
  const auto bytes = read_file(path);
  if (!bytes) return fail(bytes.error());
  auto table = read_csv(*bytes, path.string());
  if (!table) return fail(table.error());
  if (!table->faults.empty()) return fail(table->faults);
  Faults faults;
  for (const std::string_view column : columns)
    if (std::ranges::find(table->header, column) == table->header.end())
      faults.push_back({.code = FaultCode::kColumnMissing,
                        .file = path.string(),
                        .line = table->header_line,
                        .column = std::string(column)});
  if (!faults.empty()) return fail(std::move(faults));
  out.sha256 = sha256_hex(*bytes);
  out.columns = std::move(table->header);
  for (CsvRow& row : table->rows) out.rows.push_back(std::move(row.cells));
  return out;
}

void join(RowTable& table, const RowTable& other, std::string_view key, const std::string& prefix) {
  std::map<std::string, std::size_t> at;
  for (std::size_t row = 0; row < other.rows.size(); ++row) at.emplace(other.cell(row, key), row);
  const std::vector<std::string> none(other.columns.size());
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto found = at.find(table.cell(row, key));
    const auto& cells = found == at.end() ? none : other.rows[found->second];
    table.rows[row].insert(table.rows[row].end(), cells.begin(), cells.end());
  }
  for (const std::string& column : other.columns) table.columns.push_back(prefix + "." + column);
  if (!other.sha256.empty()) table.joined[other.file] = other.sha256;
}

Result<RowTable> read_placements(const std::filesystem::path& snapshot) {
  auto placements = read_rows(snapshot, "placements.csv", false, {"person", "work"});
  if (!placements) return placements;
  const auto works = read_rows(snapshot, "work.csv", true, {"work", "kind"});
  if (!works) return fail(works.error());
  std::erase_if(placements->rows, [&](const auto& row) {
    const RowTable one{.columns = placements->columns, .rows = {row}};
    return one.cell(0, "from").empty() && one.cell(0, "agreed").empty() && one.cell(0, "confirmed_by").empty();
  });
  join(*placements, *works, "work", "work");
  placements->add("last_day", [](const RowTable& table, std::size_t row) {
    return last_day(table.cell(row, "until"), table.cell(row, "work.until"));
  });
  placements->add("first_day", [](const RowTable& table, std::size_t row) {
    const std::string from = table.cell(row, "from");
    return from.empty() ? "-" : from;
  });
  return placements;
}

bool meets(const RowTable& table, std::size_t row, const Filter& filter) {
  return std::ranges::all_of(filter, [&](const Condition& one) { return meets(table, row, one); });
}

std::int64_t count(const RowTable& table, const Filter& filter) {
  std::int64_t found = 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row) found += meets(table, row, filter) ? 1 : 0;
  return found;
}

std::set<std::string> values_of(const RowTable& table, std::string_view column, const Filter& filter) {
  std::set<std::string> found;
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    if (meets(table, row, filter)) found.insert(table.cell(row, column));
  return found;
}

std::int64_t count_distinct(const RowTable& table, std::string_view column, const Filter& filter) {
  return static_cast<std::int64_t>(values_of(table, column, filter).size());
}

std::string text_of(const Filter& filter) {
  std::string text;
  for (const Condition& one : filter) {
    text += (text.empty() ? "" : " and ") + one.column + " " + one.is + " ";
    for (std::size_t i = 0; i < one.words.size(); ++i)
      text += (i == 0 ? "" : "|") + (one.words[i].empty() ? "\"\"" : one.words[i]);
  }
  return text;
}

}  // namespace passend::insight
