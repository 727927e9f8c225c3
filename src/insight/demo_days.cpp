// SPDX-License-Identifier: EUPL-1.2
#include "insight/demo_days.hpp"

#include <algorithm>
#include <array>

namespace passend {
namespace {

constexpr std::array<std::string_view, 7> kWeek{"ma", "di", "wo", "do", "vr", "za", "zo"};

void append(std::string& cell, const std::string& text) {
  if (text.empty()) return;
  if (!cell.empty()) cell += ' ';
  cell += text;
}

}  // namespace

std::vector<std::string> days_of(std::string_view range) {
  const auto dash = range.find('-');
  const auto first = std::ranges::find(kWeek, range.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : std::ranges::find(kWeek, range.substr(dash + 1));
  if (first == kWeek.end() || last == kWeek.end() || last < first) return {};
  return {first, last + 1};
}

std::string day_parts_on(const std::vector<std::string>& days, std::string_view parts) {
  std::string cell;
  for (const auto& day : days)
    for (const char part : parts) append(cell, day + '-' + part);
  return cell;
}

std::string day_parts_of(std::string_view pattern) {
  std::string cell;
  std::vector<std::string> waiting;
  for (std::size_t begin = 0; begin < pattern.size();) {
    const auto end = std::min(pattern.find(',', begin), pattern.size());
    const auto group = pattern.substr(begin, end - begin);
    const auto colon = group.find(':');
    std::ranges::move(days_of(group.substr(0, colon)), std::back_inserter(waiting));
    if (colon != std::string_view::npos) {
      append(cell, day_parts_on(waiting, group.substr(colon + 1)));
      waiting.clear();
    }
    begin = end + 1;
  }
  return cell;
}

}  // namespace passend
