// SPDX-License-Identifier: EUPL-1.2
// What a source says of a number: a value, that there is none, or nothing that was found. What was not found stays
// unknown until a municipality fills it in; nothing may be computed with it.
#pragma once

#include <cstdint>

namespace passend::scheme {

struct Stated {
  enum class Kind : std::uint8_t { kAbsent, kUnknown, kNone, kValue };  // not in the file; "unknown"; "none"; a number
  Kind kind = Kind::kAbsent;
  std::int64_t value = 0;  // of kValue only

  static Stated of(std::int64_t value) { return {Kind::kValue, value}; }
  bool known() const { return kind != Kind::kUnknown; }
  bool has_value() const { return kind == Kind::kValue; }
  friend bool operator==(const Stated&, const Stated&) = default;
};

}  // namespace passend::scheme
