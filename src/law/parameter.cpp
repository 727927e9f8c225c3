// SPDX-License-Identifier: EUPL-1.2
#include "law/parameter.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace passend {
namespace {

constexpr std::array<std::string_view, 3> kConfidence{"confirmed", "single", "memory"};
constexpr std::array<std::string_view, 3> kState{"vastgesteld", "aangekondigd", "onbekend"};

template <class T>
std::optional<T> named(const std::array<std::string_view, 3>& names, std::string_view name) {
  const auto* found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<T>(found - names.begin());
}

std::size_t columns_of(std::string_view inside) {
  return 1 + static_cast<std::size_t>(std::count(inside.begin(), inside.end(), ','));
}

// The text between the bracket at `open` and its end.
std::string_view bracket_at(std::string_view unit, std::size_t open) {
  return unit.substr(open + 1, unit.find(']', open) - open - 1);
}

std::string text_of(const Cell& cell, bool euros) {
  if (cell.kind == Cell::Kind::kUnknown) return "unknown";
  if (cell.kind == Cell::Kind::kNoLimit) return "inf";
  if (!euros || cell.number.digits >= 2) return to_decimal(cell.number.units, cell.number.digits);
  return to_decimal(cell.number.units * power_of_ten(2 - cell.number.digits), 2);
}

std::string text_of(const CellRow& row) {
  std::string text = "[";
  for (const Cell& cell : row) text += (text.size() > 1 ? ", " : "") + text_of(cell, false);
  return text + "]";
}

}  // namespace

std::string_view name_of(Confidence confidence) { return kConfidence[static_cast<std::size_t>(confidence)]; }
std::string_view name_of(LawState state) { return kState[static_cast<std::size_t>(state)]; }
std::optional<Confidence> confidence_named(std::string_view name) { return named<Confidence>(kConfidence, name); }
std::optional<LawState> law_state_named(std::string_view name) { return named<LawState>(kState, name); }

UnitShape shape_of(std::string_view unit) {
  if (!unit.starts_with('[')) return {};
  const bool table = unit.starts_with("[[");
  const std::string_view first = bracket_at(unit, table ? 1 : 0);
  const auto last = unit.rfind('[');
  UnitShape shape{.kind = table ? UnitShape::Kind::kTable : UnitShape::Kind::kRow,
                  .columns = columns_of(first),
                  .last_row_columns = columns_of(bracket_at(unit, last)),
                  .in_series = first.starts_with("category") || first.starts_with("municipality")};
  if (shape.in_series) shape.columns = shape.last_row_columns = shape.columns - 1;
  return shape;
}

bool DatedValue::known() const {
  if (rows.empty()) return true;
  return std::any_of(rows.begin(), rows.end(), [](const CellRow& row) {
    return std::any_of(row.begin(), row.end(), [](const Cell& cell) { return cell.kind != Cell::Kind::kUnknown; });
  });
}

std::string text_of(const DatedValue& value, std::string_view unit) {
  if (!value.known()) return "unknown";
  const UnitShape shape = shape_of(unit);
  if (shape.kind == UnitShape::Kind::kNumber) return text_of(value.rows[0][0], unit.starts_with("EUR"));
  if (shape.kind == UnitShape::Kind::kRow) return text_of(value.rows[0]);
  std::string text = "[";
  for (const CellRow& row : value.rows) text += (text.size() > 1 ? ", " : "") + text_of(row);
  return text + "]";
}

std::optional<Eurocent> eurocent_of(Rate euros) {
  if (euros.digits <= 2) return Eurocent{euros.units * power_of_ten(2 - euros.digits)};
  return std::nullopt;
}

}  // namespace passend
