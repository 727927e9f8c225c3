// SPDX-License-Identifier: EUPL-1.2
// Gates have three outcomes. Unknown never passes silently and never excludes: it asks a question.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace passend {

enum class Outcome : std::uint8_t { kNo, kUnknown, kYes };

// The weaker of two: a conjunction in three values.
constexpr Outcome both(Outcome a, Outcome b) { return a < b ? a : b; }

// In the order of docs/plan.md section 5.
enum class Gate : std::uint8_t {
  kClosed,
  kWish,
  kExclusion,
  kResting,
  kHours,
  kDayParts,
  kStart,
  kPermit,
  kTravel,
  kLanguage,
  kLicence,
  kDiploma,
  kConditions,
  kSupport,
  kIndication,
  kDisplacement,
  kPay,
  kWage,
  kScheme,
};
inline constexpr std::size_t kGates = 19;

struct GateRow {
  std::string_view name;
  bool own_limit;  // set by the person; shown together as "eigen keuze", without number or value
};

inline constexpr std::array<GateRow, kGates> kGateTable{{
    {"closed", false},       {"wish", true},     {"exclusion", true},   {"resting", true},  {"hours", true},
    {"day_parts", true},     {"start", true},    {"permit", false},     {"travel", true},   {"language", false},
    {"licence", false},      {"diploma", false}, {"conditions", false}, {"support", false}, {"indication", false},
    {"displacement", false}, {"pay", true},      {"wage", false},       {"scheme", false},
}};

constexpr const GateRow& row_of(Gate gate) { return kGateTable[static_cast<std::size_t>(gate)]; }

// The outcome of every gate of one pair.
struct GateOutcomes {
  std::array<Outcome, kGates> of{};

  constexpr Outcome& operator[](Gate gate) { return of[static_cast<std::size_t>(gate)]; }
  constexpr Outcome operator[](Gate gate) const { return of[static_cast<std::size_t>(gate)]; }
  constexpr int count(Outcome outcome) const {
    int n = 0;
    for (const Outcome o : of) n += o == outcome;
    return n;
  }
  constexpr Outcome all() const {
    Outcome least = Outcome::kYes;
    for (const Outcome o : of) least = both(least, o);
    return least;
  }
};

}  // namespace passend
