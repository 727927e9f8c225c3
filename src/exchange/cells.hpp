// SPDX-License-Identifier: EUPL-1.2
// One CSV file of a snapshot with its columns found and every cell checked against the column table.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"
#include "base/date.hpp"
#include "exchange/snapshot_columns.hpp"
#include "work/context.hpp"
#include "work/facts.hpp"

namespace passend {

// A row whose cells are of their type. Empty cells are nothing.
class CheckedRow {
 public:
  CheckedRow(std::span<const Column> columns, std::span<const int> places, const CsvRow& row)
      : columns_(columns), places_(places), row_(&row) {}

  int line() const { return row_->line; }
  std::string_view text(std::string_view column) const;
  bool filled(std::string_view column) const { return !text(column).empty(); }
  std::optional<Date> date(std::string_view column) const;
  std::optional<std::int64_t> integer(std::string_view column) const;
  std::optional<Centihours> hours(std::string_view column) const;
  std::optional<std::int64_t> scaled(std::string_view column, int digits) const;
  std::optional<DayParts> day_parts(std::string_view column) const;
  std::optional<bool> yes(std::string_view column) const;  // ja, nee

 private:
  std::span<const Column> columns_;
  std::span<const int> places_;  // where each column stands in the file; -1 when it does not
  const CsvRow* row_;
};

// nullopt: the cell is of its type. `row` gives the item of level cells.
std::optional<FaultCode> cell_fault(const Column& column, std::string_view cell, const CheckedRow& row,
                                    const Reference& reference);

// What a cell of this column may hold, for a message: words, a file, an example. Empty: nothing to say.
std::string expected_in(const Column& column, const CheckedRow& row, const Reference& reference);

std::optional<DayParts> parse_day_parts(std::string_view text);

}  // namespace passend
