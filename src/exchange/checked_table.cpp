// SPDX-License-Identifier: EUPL-1.2
#include "exchange/checked_table.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text_file.hpp"

namespace passend {

std::optional<std::vector<int>> find_columns(const CsvTable& table, std::span<const Column> columns,
                                             const std::string& file, Faults& faults, Faults& remarks) {
  std::vector<int> places(columns.size(), -1);
  bool usable = true;
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    const auto known =
        std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == table.header[i]; });
    Fault fault{.file = file, .line = table.header_line, .column = table.header[i]};
    if (known == columns.end()) {
      fault.code = FaultCode::kColumnUnknown;
      if (!table.header[i].empty()) remarks.push_back(std::move(fault));
    } else if (places[static_cast<std::size_t>(known - columns.begin())] >= 0) {
      fault.code = FaultCode::kColumnTwice;
      faults.push_back(std::move(fault));
      usable = false;
    } else {
      places[static_cast<std::size_t>(known - columns.begin())] = static_cast<int>(i);
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (places[i] >= 0 || !columns[i].required) continue;
    faults.push_back({.code = FaultCode::kColumnMissing,
                      .file = file,
                      .line = table.header_line,
                      .column = std::string(columns[i].name)});
    usable = false;
  }
  return usable ? std::optional(places) : std::nullopt;
}

CheckedTable CheckedTable::read(const std::filesystem::path& path, std::span<const Column> columns,
                                const Reference& reference, bool required, Faults& faults) {
  CheckedTable out;
  out.columns_ = columns;
  const auto bytes = read_file(path);
  if (!bytes && bytes.error()[0].code == FaultCode::kFileMissing && !required) return out;
  auto table = bytes ? read_csv(*bytes, path.string()) : Result<CsvTable>(fail(bytes.error()));
  if (!table) {
    faults.insert(faults.end(), table.error().begin(), table.error().end());
    return out;
  }
  Faults remarks;
  faults.insert(faults.end(), table->faults.begin(), table->faults.end());
  out.table_ = std::move(*table);
  const auto places = find_columns(out.table_, columns, path.string(), faults, remarks);
  if (!places) return out;
  out.places_ = *places;
  std::unordered_map<std::string, int> line_of_key;
  for (std::size_t i = 0; i < out.table_.rows.size(); ++i) {
    const CheckedRow row(columns, out.places_, out.table_.rows[i]);
    const std::size_t before = faults.size();
    std::string key;
    for (const Column& column : columns) {
      const std::string_view cell = row.text(column.name);
      if (column.key) key += std::string(cell) + '\x1f';
      const auto code = cell_fault(column, cell, row, reference);
      if (!code) continue;
      faults.push_back({.code = *code,
                        .file = path.string(),
                        .line = row.line(),
                        .column = std::string(column.name),
                        .value = std::string(cell)});
      if (auto expected = expected_in(column, row, reference); !expected.empty())
        faults.back().args["expected"] = std::move(expected);
    }
    if (faults.size() > before) continue;
    const auto [first, is_new] = line_of_key.emplace(key, row.line());
    if (key.empty() || is_new)
      out.whole_.push_back(i);
    else
      faults.push_back({.code = FaultCode::kKeyTwice,
                        .file = path.string(),
                        .line = row.line(),
                        .column = std::string(columns.front().name),
                        .value = std::string(row.text(columns.front().name)),
                        .args = {{"first_line", std::to_string(first->second)}}});
  }
  return out;
}

std::vector<CheckedRow> CheckedTable::rows() const {
  std::vector<CheckedRow> rows;
  for (const std::size_t i : whole_) rows.emplace_back(columns_, places_, table_.rows[i]);
  return rows;
}

}  // namespace passend
