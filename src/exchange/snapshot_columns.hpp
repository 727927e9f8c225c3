// SPDX-License-Identifier: EUPL-1.2
// The columns of a snapshot folder, described once: reader, messages, documentation and check-data come from this
// table.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace passend {

enum class CellType : std::uint8_t {
  kText,
  kDate,            // YYYY-MM-DD
  kInteger,         // >= 0
  kHours,           // decimal, at most 2 places, 0..168 a week
  kKilometres,      // decimal, at most 3 places
  kPc4,             // four digits, the first not 0
  kDayParts,        // words such as ma-o, separated by spaces
  kWord,            // one of `words`
  kOccupation,      // ESCO id or ISCO-08 code that reference data know
  kItem,            // code of data/work/items.csv
  kPersonLevel,     // level of the row's item, as a person has it
  kWorkLevel,       // level of the row's item, as work demands it
  kResourceAmount,  // decimal hours where the resource counts hours, else a whole number
};

struct Column {
  std::string_view file;
  std::string_view name;
  CellType type;
  bool required;            // empty is a fault; else empty is unknown, or what docs/plan.md section 1 says
  bool key;                 // part of the key: a second row with the same key is a fault
  std::string_view words;   // for kWord, separated by |
  std::string_view refers;  // people, work, employers or resources: must exist there
};

// All columns, grouped by file, files in reading order.
std::span<const Column> snapshot_columns();

std::string listed(std::string_view words);  // "ja|nee" → "ja, nee"

// Files in reading order; the ones that must be there.
std::span<const std::string_view> snapshot_files();
bool is_required_file(std::string_view file);

// What a lenient reading sets aside with a faulty row: leaving out a no, a need, a demand, a placement or a cost would
// offer what must not be offered. kAll: no lenient reading of this file; kRow: the row alone.
enum class SetAsideWith : std::uint8_t { kRow, kPerson, kWork, kAll };
SetAsideWith set_aside_with(std::string_view file);

}  // namespace passend
