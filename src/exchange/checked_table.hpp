// SPDX-License-Identifier: EUPL-1.2
// One CSV file read whole by a description of its columns.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exchange/cells.hpp"

namespace passend {

// Where each described column stands in the header, -1 for one that does not; nothing, with its faults, when a required
// one is missing or one stands twice. Columns that are not described become remarks.
std::optional<std::vector<int>> find_columns(const CsvTable& table, std::span<const Column> columns,
                                             const std::string& file, Faults& faults, Faults& remarks);

// The rows whose cells are of their type and whose key is new. Faults of all others are added to `faults`.
class CheckedTable {
 public:
  // A file that is not there has no rows; where it is `required` that is a fault.
  static CheckedTable read(const std::filesystem::path& path, std::span<const Column> columns,
                           const Reference& reference, bool required, Faults& faults);

  std::vector<CheckedRow> rows() const;

 private:
  std::span<const Column> columns_;
  CsvTable table_;
  std::vector<int> places_;
  std::vector<std::size_t> whole_;  // into table_.rows
};

}  // namespace passend
