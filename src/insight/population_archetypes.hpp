// SPDX-License-Identifier: EUPL-1.2
// Every kind of household that the structure allows, with what a margin can count of it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "insight/population_structure.hpp"

namespace passend::insight {

inline constexpr std::uint8_t kNone = 255;  // no duration, no children

struct AdultState {
  std::uint8_t age = 0, activity = 0, hours = 0, duration = kNone;
};

struct Archetype {
  HouseholdType type{};
  Tenure tenure{};
  std::uint8_t source = 0;        // of the structure's income sources
  std::uint8_t children = kNone;  // a set of the structure
  std::array<AdultState, 2> adults{};
  double weight = 0;  // before any margin

  std::span<const AdultState> people() const { return std::span(adults).first(adults_of(type)); }
};

// In the order of the structure; only those of weight above 0 whose ages can be.
std::vector<Archetype> archetypes_of(const Structure& structure);

// Ages in months that an adult may have: inside the band, old enough for the duration of the benefit and for the oldest
// child, young enough for the youngest. Nothing when there is no such age.
std::optional<Band> age_window(const Structure& structure, const AdultState& adult, std::uint8_t children);

enum class Level { kHousehold, kPerson };

// What a margin may be about. `of` is the variable and value, or the group, that its values add up to.
enum class Variable : std::uint8_t {
  kType,
  kTenure,
  kSource,
  kChildren,
  kBijstandType,
  kBijstandDuration,
  kAge,
  kChildAge,
  kBenefit,
  kDuration,
  kHours,
  kBijstandAge,
  kBijstandChild,
};
inline constexpr std::size_t kVariables = 13;

struct VariableRow {
  std::string_view name;
  Level level{};
  bool about_bijstand = false;  // its figures must name their definition
};
inline constexpr std::array<VariableRow, kVariables> kVariableRows{{{"type", Level::kHousehold},
                                                                    {"tenure", Level::kHousehold},
                                                                    {"income_source", Level::kHousehold, true},
                                                                    {"children", Level::kHousehold},
                                                                    {"bijstand_type", Level::kHousehold, true},
                                                                    {"bijstand_duration", Level::kHousehold, true},
                                                                    {"age", Level::kPerson},
                                                                    {"child_age", Level::kPerson},
                                                                    {"benefit", Level::kPerson, true},
                                                                    {"duration", Level::kPerson, true},
                                                                    {"hours", Level::kPerson},
                                                                    {"bijstand_age", Level::kPerson, true},
                                                                    {"bijstand_child", Level::kPerson, true}}};

// The values of a variable, in order.
std::vector<std::string> values_of(const Structure& structure, Variable variable);

// Calls visit(variable, value, how many) for all that counts of one household of this kind; a value may come twice.
void count_values(const Structure& structure, const Archetype& archetype,
                  const std::function<void(Variable, std::size_t, int)>& visit);

}  // namespace passend::insight
