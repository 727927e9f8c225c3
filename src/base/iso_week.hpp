// SPDX-License-Identifier: EUPL-1.2
// Weeks of ISO 8601: they begin on Monday and belong to the year of their Thursday. No clock, no finer time.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace passend {

struct IsoWeek {
  Date monday;
  friend auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};

IsoWeek iso_week_of(Date date);
std::string to_string(IsoWeek week);                      // 2026-W31
std::optional<IsoWeek> parse_iso_week(std::string_view);  // that form, of a year that parse_date knows

}  // namespace passend
