// SPDX-License-Identifier: EUPL-1.2
// A parameter of law as a file in data/law holds it: values by date, each with article, source, confidence and state.
// Numbers are exact decimals. No formula.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/quantity.hpp"

namespace passend {

enum class Confidence { kConfirmed, kSingle, kMemory };          // two sources, one source, from memory
enum class LawState { kVastgesteld, kAangekondigd, kOnbekend };  // set, announced but not read as law, not known

std::string_view name_of(Confidence confidence);
std::string_view name_of(LawState state);
std::optional<Confidence> confidence_named(std::string_view name);
std::optional<LawState> law_state_named(std::string_view name);

// One number of a value. Booleans are 0 and 1.
struct Cell {
  enum class Kind { kNumber, kNoLimit, kUnknown };
  Kind kind = Kind::kUnknown;
  Rate number{};  // of kNumber only
  friend bool operator==(const Cell&, const Cell&) = default;
};

using CellRow = std::vector<Cell>;

// What a unit promises of a value: "EUR/hour" a number, "[rate, months]" one row, "[[age, fraction], ...]" a table.
// "[[a, b], ..., [c]]" is a table whose last row is [c]. A first column "category" or "municipality …" is text: each
// of its words names a series of its own.
struct UnitShape {
  enum class Kind { kNumber, kRow, kTable };
  Kind kind = Kind::kNumber;
  std::size_t columns = 1;
  std::size_t last_row_columns = 1;
  bool in_series = false;
};

UnitShape shape_of(std::string_view unit);

struct DatedValue {
  Date from{};                  // first day
  std::optional<Date> until{};  // last day; nothing = until the next value of the series
  std::string series{};         // empty for most
  std::vector<CellRow> rows{};  // a number is one row of one cell; the word of the series is no cell
  LawState state = LawState::kOnbekend;
  Confidence confidence = Confidence::kMemory;
  std::string note{};
  int line = 0;

  bool known() const;  // at least one cell is known, or the table is empty on purpose
};

struct Parameter {
  std::string id{};
  std::string title{};  // Dutch, as the statute calls it
  std::string unit{};
  std::string article{};
  std::string source{};
  std::string note{};
  std::vector<DatedValue> values{};  // dates rise within a series
  std::string file{};
  int line = 0;
};

// "14.99", "[[20, 0.8], [19, 0.6]]", "unknown", "inf". Euros have two decimals.
std::string text_of(const DatedValue& value, std::string_view unit);

// Exact euros as eurocent; nothing when the number has more than two decimals.
std::optional<Eurocent> eurocent_of(Rate euros);

}  // namespace passend
