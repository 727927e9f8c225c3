// SPDX-License-Identifier: EUPL-1.2
#include "income/law_values.hpp"

#include <algorithm>

#include "income/lane.hpp"

namespace passend::income {

void LawValues::keep(Faults faults) {
  for (Fault& fault : faults)
    if (std::find(faults_.begin(), faults_.end(), fault) == faults_.end()) faults_.push_back(std::move(fault));
}

double LawValues::scaled(const Cell& cell, int digits, std::string_view id) {
  if (cell.kind == Cell::Kind::kNoLimit) return kExactLimit;
  if (cell.number.digits > digits) {
    keep({{.code = FaultCode::kTomlType,
           .file = std::string(id),
           .value = to_decimal(cell.number.units, cell.number.digits)}});
    return 0;
  }
  return static_cast<double>(cell.number.units * power_of_ten(digits - cell.number.digits));
}

double LawValues::number(std::string_view id, int digits) {
  const auto found = law_.number_at(id, on_);
  if (found) return scaled({.kind = Cell::Kind::kNumber, .number = found->number}, digits, id);
  keep(found.error());
  return 0;
}

double LawValues::cell(std::string_view id, std::size_t row, std::size_t column, int digits) {
  const auto table = law_.table_at(id, on_);
  if (!table) {
    keep(table.error());
    return 0;
  }
  const CellRow& cells = table->rows[row];
  if (column < cells.size() && cells[column].kind == Cell::Kind::kNoLimit) return kExactLimit;
  const auto number = number_in(cells, column, table->origin, on_);
  if (number) return scaled({.kind = Cell::Kind::kNumber, .number = *number}, digits, id);
  keep(number.error());
  return 0;
}

std::size_t LawValues::rows(std::string_view id) {
  const auto table = law_.table_at(id, on_);
  if (table) return table->rows.size();
  keep(table.error());
  return 0;
}

}  // namespace passend::income
