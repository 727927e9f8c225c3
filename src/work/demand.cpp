// SPDX-License-Identifier: EUPL-1.2
#include "work/demand.hpp"

#include <algorithm>

#include "base/quantity.hpp"

namespace passend {
namespace {

constexpr std::int64_t kThresholdLimit = 100'000;

std::optional<ItemLevel> listed(const Item& item, std::string_view text) {
  const auto found = std::find(item.levels.begin(), item.levels.end(), text);
  if (found == item.levels.end()) return std::nullopt;
  return static_cast<ItemLevel>(found - item.levels.begin());
}

std::optional<ItemLevel> number(std::string_view text) {
  const auto value = parse_integer(text);
  if (!value || *value > kThresholdLimit || *value < -kThresholdLimit) return std::nullopt;
  return static_cast<ItemLevel>(*value);
}

bool is_many_flags(const Item& item) { return item.kind == ItemKind::kFlags && item.levels.size() > 2; }

}  // namespace

std::optional<ItemLevel> person_level(const Item& item, std::string_view text) {
  if (text == "geen") return kNoLevel;
  switch (item.kind) {
    case ItemKind::kCondition:
      if (text == "ja") return kOffered;
      return text == "nee" ? std::optional(kNoLevel) : std::nullopt;
    case ItemKind::kThresholdMax:
    case ItemKind::kThresholdMin:
      return number(text);
    default:
      return listed(item, text);
  }
}

std::optional<ItemLevel> work_level(const Item& item, std::string_view text) {
  if (item.kind == ItemKind::kCondition && text == "nee") return kNotOffered;
  return person_level(item, text);
}

std::string text_of(const Item& item, ItemLevel level) {
  if (level == kNoLevel) return "geen";
  if (item.kind == ItemKind::kCondition) return level == kOffered ? "ja" : "nee";
  if (item.kind == ItemKind::kThresholdMax || item.kind == ItemKind::kThresholdMin) return std::to_string(level);
  return item.levels[static_cast<std::size_t>(level)];
}

ItemLevel heavier(const Item& item, ItemLevel a, ItemLevel b) {
  if (a == kNoLevel) return b;
  if (b == kNoLevel) return a;
  return item.kind == ItemKind::kThresholdMax ? std::max(a, b) : std::min(a, b);
}

bool holds(const Item& item, ItemLevel person, ItemLevel work) {
  if (person == kNoLevel || work == kNoLevel || item.kind == ItemKind::kInfo) return true;
  if (is_many_flags(item)) return person == 0 || (work != 0 && work != person);
  switch (item.kind) {
    case ItemKind::kCondition:
      return work == kOffered;
    case ItemKind::kThresholdMax:
      return person >= work;
    default:
      return person <= work;  // ordinal, two flags, and a minimum such as cold
  }
}

}  // namespace passend
