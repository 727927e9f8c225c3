// SPDX-License-Identifier: EUPL-1.2
// Kinds of work as a table: what is paid, which wage rule holds, what the law asks beforehand (docs/plan.md section 2).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace passend {

enum class WorkKind : std::uint8_t {
  kRegulier,
  kMetOndersteuning,
  kBasisbaan,
  kBeschut,
  kWsw,
  kLeerbaan,
  kStage,
  kWerkervaringsplaats,
  kProefplaatsing,
  kParticipatieplaats,
  kVrijwilligerswerk,
  kStartersbeurs,
  kDetachering,
  kScholing,  // a kind of wish only; no work has it
};
inline constexpr std::size_t kWorkKinds = 14;

enum class WageRule : std::uint8_t {
  kFloor,      // at least the wage floor per hour
  kAllowance,  // at least the municipality's norm per month (stagevergoeding)
  kNone,       // unpaid activity: limited in time, never a placement
};

enum class CountsAsPlacement : std::uint8_t { kNo, kIfWagePassed };

struct WorkKindRow {
  std::string_view name;
  bool paid;
  CountsAsPlacement counts_as_placement;
  WageRule wage_rule;
  std::string_view indication;  // kind of indication the law asks; empty = none
  bool needs_non_displacement;  // a declaration that no paid work is displaced (Participatiewet art. 9 lid 1 c)
  bool statutory_order;         // by date of the indication (Participatiewet art. 10b)
  std::string_view vum_code;    // VUM codeTypeOvereenkomst; empty = no code
};

inline constexpr std::array<WorkKindRow, kWorkKinds> kWorkKindTable{{
    {"regulier", true, CountsAsPlacement::kIfWagePassed, WageRule::kFloor, "", false, false, "01"},
    {"met_ondersteuning", true, CountsAsPlacement::kIfWagePassed, WageRule::kFloor, "", false, false, "01"},
    {"basisbaan", true, CountsAsPlacement::kIfWagePassed, WageRule::kFloor, "", true, false, "01"},
    {"beschut", true, CountsAsPlacement::kIfWagePassed, WageRule::kFloor, "beschut", false, true, "01"},
    {"wsw", true, CountsAsPlacement::kIfWagePassed, WageRule::kFloor, "", false, false, ""},
    {"leerbaan", true, CountsAsPlacement::kIfWagePassed, WageRule::kFloor, "", false, false, "02"},
    {"stage", false, CountsAsPlacement::kNo, WageRule::kAllowance, "", false, false, "02"},
    {"werkervaringsplaats", false, CountsAsPlacement::kNo, WageRule::kNone, "", false, false, "04"},
    {"proefplaatsing", false, CountsAsPlacement::kNo, WageRule::kNone, "", false, false, ""},
    {"participatieplaats", false, CountsAsPlacement::kNo, WageRule::kNone, "", false, false, ""},
    {"vrijwilligerswerk", false, CountsAsPlacement::kNo, WageRule::kNone, "", true, false, "03"},
    {"startersbeurs", false, CountsAsPlacement::kNo, WageRule::kAllowance, "", false, false, ""},
    {"detachering", true, CountsAsPlacement::kIfWagePassed, WageRule::kFloor, "", false, false, ""},
    {"scholing", false, CountsAsPlacement::kNo, WageRule::kNone, "", false, false, ""},
}};

constexpr const WorkKindRow& row_of(WorkKind kind) { return kWorkKindTable[static_cast<std::size_t>(kind)]; }

std::optional<WorkKind> work_kind_of(std::string_view name);

}  // namespace passend
