// SPDX-License-Identifier: EUPL-1.2
#include "exchange/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/quantity.hpp"

namespace passend {
namespace {

constexpr int kHoursDigits = 2;
constexpr int kKilometreDigits = 3;
constexpr std::int64_t kWeekCentihours = 16'800;
constexpr std::int64_t kIntegerMax = 1'000'000'000'000;
constexpr std::int64_t kMetresMax = 1'000'000;

bool is_listed(std::string_view words, std::string_view cell) {
  while (!words.empty()) {
    const auto end = words.find('|');
    if (words.substr(0, end) == cell) return true;
    if (end == std::string_view::npos) return false;
    words.remove_prefix(end + 1);
  }
  return false;
}

std::optional<FaultCode> number_fault(std::string_view cell, int digits, std::int64_t most) {
  const auto value = parse_scaled(cell, digits);
  if (!value) return FaultCode::kNotANumber;
  if (*value < 0 || *value > most) return FaultCode::kOutOfRange;
  return std::nullopt;
}

bool is_pc4(std::string_view cell) {
  if (cell.size() != 4 || cell[0] == '0') return false;
  return cell.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<FaultCode> level_fault(const Column& column, std::string_view cell, const CheckedRow& row,
                                     const Reference& reference) {
  const auto found = reference.item_index.find(std::string(row.text("item")));
  if (found == reference.item_index.end()) return std::nullopt;  // the item's own column reports it
  const Item& item = reference.items[found->second];
  const auto level = column.type == CellType::kPersonLevel ? person_level(item, cell) : work_level(item, cell);
  if (level || item.kind == ItemKind::kInfo) return std::nullopt;
  return FaultCode::kNotInList;
}

std::optional<FaultCode> fault_unless(bool good, FaultCode code) { return good ? std::nullopt : std::optional(code); }

struct NumberForm {
  CellType type;
  int digits;
  std::int64_t most;
  std::string_view example;
};

constexpr std::array<NumberForm, 4> kNumbers{{{CellType::kInteger, 0, kIntegerMax, "24"},
                                              {CellType::kHours, kHoursDigits, kWeekCentihours, "24.5"},
                                              {CellType::kKilometres, kKilometreDigits, kMetresMax, "7.5"},
                                              {CellType::kResourceAmount, kHoursDigits, kIntegerMax, "1200"}}};

const NumberForm* number_form(CellType type) {
  const auto* found = std::find_if(kNumbers.begin(), kNumbers.end(), [&](const auto& n) { return n.type == type; });
  return found == kNumbers.end() ? nullptr : found;
}

// What a number may be where it is out of range, else an example of its form.
std::string number_expected(const NumberForm& form, std::string_view cell) {
  if (number_fault(cell, form.digits, form.most) != FaultCode::kOutOfRange) return std::string(form.example);
  return fmt::format("0 – {}", form.most / power_of_ten(form.digits));
}

std::string levels_expected(const CheckedRow& row, const Reference& reference) {
  const auto found = reference.item_index.find(std::string(row.text("item")));
  if (found == reference.item_index.end()) return {};
  const Item& item = reference.items[found->second];
  if (item.kind == ItemKind::kCondition) return "ja, nee, geen";
  if (item.kind == ItemKind::kThresholdMax || item.kind == ItemKind::kThresholdMin) return "15, geen";
  std::string text;
  for (const std::string& level : item.levels) text += level + ", ";
  return text + "geen";
}

}  // namespace

std::string expected_in(const Column& column, const CheckedRow& row, const Reference& reference) {
  if (!column.words.empty()) return listed(column.words);
  if (!column.refers.empty()) return std::string(column.refers) + ".csv";
  if (column.type == CellType::kDayParts) return "ma-o, ma-m, ma-a, ma-n, di-o … zo-n";
  if (column.type == CellType::kPersonLevel || column.type == CellType::kWorkLevel)
    return levels_expected(row, reference);
  const NumberForm* form = number_form(column.type);
  return form == nullptr ? std::string() : number_expected(*form, row.text(column.name));
}

std::string_view CheckedRow::text(std::string_view column) const {
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (columns_[i].name == column)
      return places_[i] < 0 ? std::string_view{} : row_->cells[static_cast<std::size_t>(places_[i])];
  return {};
}

std::optional<Date> CheckedRow::date(std::string_view column) const { return parse_date(text(column)); }

std::optional<std::int64_t> CheckedRow::integer(std::string_view column) const { return parse_integer(text(column)); }

std::optional<Centihours> CheckedRow::hours(std::string_view column) const {
  const auto value = parse_scaled(text(column), kHoursDigits);
  if (!value) return std::nullopt;
  return static_cast<Centihours>(*value);
}

std::optional<std::int64_t> CheckedRow::scaled(std::string_view column, int digits) const {
  return parse_scaled(text(column), digits);
}

std::optional<DayParts> CheckedRow::day_parts(std::string_view column) const {
  return filled(column) ? parse_day_parts(text(column)) : std::nullopt;
}

std::optional<bool> CheckedRow::yes(std::string_view column) const {
  return filled(column) ? std::optional(text(column) == "ja") : std::nullopt;
}

std::optional<DayParts> parse_day_parts(std::string_view text) {
  DayParts parts = 0;
  while (!text.empty()) {
    const auto end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    if (!word.empty()) {
      const auto part = day_part(word);
      if (!part) return std::nullopt;
      parts |= *part;
    }
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

std::optional<FaultCode> cell_fault(const Column& column, std::string_view cell, const CheckedRow& row,
                                    const Reference& reference) {
  if (cell.empty()) return fault_unless(!column.required, FaultCode::kCellEmpty);
  switch (column.type) {
    case CellType::kText:
      return std::nullopt;
    case CellType::kDate:
      return fault_unless(parse_date(cell).has_value(), FaultCode::kNotADate);
    case CellType::kInteger:
      return number_fault(cell, 0, kIntegerMax);
    case CellType::kHours:
      return number_fault(cell, kHoursDigits, kWeekCentihours);
    case CellType::kKilometres:
      return number_fault(cell, kKilometreDigits, kMetresMax);
    case CellType::kResourceAmount:
      return number_fault(cell, kHoursDigits, kIntegerMax);
    case CellType::kPc4:
      return fault_unless(is_pc4(cell), FaultCode::kCodeUnknown);
    case CellType::kDayParts:
      return fault_unless(parse_day_parts(cell).has_value(), FaultCode::kNotInList);
    case CellType::kWord:
      return fault_unless(is_listed(column.words, cell), FaultCode::kNotInList);
    case CellType::kOccupation:
      return fault_unless(reference.occupations.find(cell) != kOpen, FaultCode::kCodeUnknown);
    case CellType::kItem:
      return fault_unless(reference.item_index.contains(std::string(cell)), FaultCode::kCodeUnknown);
    case CellType::kPersonLevel:
    case CellType::kWorkLevel:
      return level_fault(column, cell, row, reference);
  }
  return std::nullopt;
}

}  // namespace passend
