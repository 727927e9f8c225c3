// SPDX-License-Identifier: EUPL-1.2
// Work that runs: whose pay falls below the floor soon, which unpaid activity ends or has no end, and which sheltered
// place ends with nothing after it. docs/placements.md is the definition.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "law/parameter_store.hpp"
#include "matching/snapshot.hpp"
#include "scheme/scheme.hpp"
#include "wage/wage_floor.hpp"
#include "work/context.hpp"

namespace passend::fairwork {

enum class PlacementAlarm {
  kShelteredEnds,  // a sheltered or Wsw place ends and the person has no other paid work from then on
  kBelowFloor,     // pay is below the floor on the day itself
  kFallsBelow,     // pay falls below the floor on a later day
  kOverTerm,       // unpaid longer than the scheme of its kind allows
  kAllowanceLow,   // an internship below the municipality's norm for its hours
  kUnpaidOpen,     // unpaid without an end
  kUnpaidEnds,
  kPayNotKnown,
  kAgeNotKnown,  // below the floor of adults; whether it is enough depends on the birth date
  kSupplement,   // below the floor under loondispensatie: UWV adds to it, how much is not known
  kCount
};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(PlacementAlarm::kCount)> kPlacementAlarms{
    "sheltered_ends", "below_floor", "falls_below",   "over_term",     "allowance_low",
    "unpaid_open",    "unpaid_ends", "pay_not_known", "age_not_known", "supplement"};
constexpr std::string_view name_of(PlacementAlarm alarm) { return kPlacementAlarms[static_cast<std::size_t>(alarm)]; }

// Why a floor rises above the pay on a day.
enum class FallCause { kNewRate, kBirthday, kBblEnds };
inline constexpr std::array<std::string_view, 3> kFallCauses{"new_rate", "birthday", "bbl_ends"};

struct PlacementFinding {
  PlacementAlarm alarm{};
  Date on{};                 // the day it happens; the plan day where it is so now
  std::uint32_t person = 0;  // into the snapshot
  std::uint32_t work = 0;
  std::optional<Eurocent> pay{}, floor{};  // an hour, of kAllowanceLow a month
  std::optional<FallCause> cause{};        // of kFallsBelow
};

struct RunningPlacements {
  std::int64_t running = 0;                            // placements looked at
  std::int64_t sheltered_now = 0, sheltered_then = 0;  // running sheltered and Wsw placements: first and last day
  std::vector<PlacementFinding> findings{};            // by day, alarm, person, work
  std::map<Date, std::int64_t> floor_not_known{};      // placements whose floor is not published from that day
};

// Looks from the context's date `days` ahead. `library` gives the longest term of unpaid kinds. Fails only where a
// parameter is missing or of another shape.
Result<RunningPlacements> look_at_placements(const PlanContext& context, const Snapshot& snapshot,
                                             const ParameterStore& law, std::span<const scheme::Scheme> library,
                                             int days);

}  // namespace passend::fairwork
