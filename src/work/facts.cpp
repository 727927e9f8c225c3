// SPDX-License-Identifier: EUPL-1.2
#include "work/facts.hpp"

#include <array>
#include <string_view>

namespace passend {

std::optional<DayParts> day_part(std::string_view word) {
  constexpr std::array<std::string_view, 7> kDays{"ma", "di", "wo", "do", "vr", "za", "zo"};
  constexpr std::string_view kParts = "oman";
  if (word.size() != 4 || word[2] != '-') return std::nullopt;
  const auto part = kParts.find(word[3]);
  if (part == std::string_view::npos) return std::nullopt;
  for (std::size_t day = 0; day < kDays.size(); ++day)
    if (kDays[day] == word.substr(0, 2)) return DayParts{1} << (day * kParts.size() + part);
  return std::nullopt;
}

}  // namespace passend
