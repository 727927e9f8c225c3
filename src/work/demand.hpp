// SPDX-License-Identifier: EUPL-1.2
// What work demands and what a person needs of work, in the same plain items (data/work/items.csv; docs/plan.md section
// 7).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace passend {

enum class ItemKind : std::uint8_t { kOrdinal, kFlags, kCondition, kThresholdMax, kThresholdMin, kInfo };

struct Item {
  std::string code;
  std::string label_nl;
  std::string label_en;
  std::string unit;
  ItemKind kind{};
  std::vector<std::string> levels;  // norm first; empty for condition and threshold
};

// A level of an item: a position in its list, a number for thresholds, or kNoLevel ("geen": no limitation, no demand).
using ItemLevel = std::int32_t;
inline constexpr ItemLevel kNoLevel = -1'000'000;
// Condition items: a person's `ja` needs it; a work's `ja` offers it, `nee` does not.
inline constexpr ItemLevel kOffered = 1;
inline constexpr ItemLevel kNotOffered = 0;

// Nothing when the text is no level of the item. On the person's side `nee` of a condition is kNoLevel.
std::optional<ItemLevel> person_level(const Item& item, std::string_view text);
std::optional<ItemLevel> work_level(const Item& item, std::string_view text);

// The level as files write it.
std::string text_of(const Item& item, ItemLevel level);

// Of two demands in the same item the one that fewer people meet.
ItemLevel heavier(const Item& item, ItemLevel a, ItemLevel b);

// Whether the demand holds for the person.
bool holds(const Item& item, ItemLevel person, ItemLevel work);

}  // namespace passend
