// SPDX-License-Identifier: EUPL-1.2
#include "base/iso_week.hpp"

#include <fmt/format.h>

#include <charconv>

namespace passend {
namespace {

constexpr int kDaysInWeek = 7;
constexpr int kMondayToThursday = 3;
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kNameLength = 8;  // 2026-W31

int weekday_from_monday(Date date) {
  return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(std::chrono::days(date.days))).iso_encoding()) - 1;
}

}  // namespace

IsoWeek iso_week_of(Date date) { return {date + -weekday_from_monday(date)}; }

std::string to_string(IsoWeek week) {
  const Date thursday = week.monday + kMondayToThursday;
  const int year = static_cast<int>(calendar_of(thursday).year());
  return fmt::format("{}-W{:02}", year, (thursday.days - make_date(year, 1, 1).days) / kDaysInWeek + 1);
}

std::optional<IsoWeek> parse_iso_week(std::string_view text) {
  if (text.size() != kNameLength || text.substr(kYearDigits, 2) != "-W") return std::nullopt;
  const auto first = parse_date(std::string(text.substr(0, kYearDigits)) + "-01-04");  // always in week 1
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + kYearDigits + 2, end, number);
  if (!first || error != std::errc() || stop != end || number < 1) return std::nullopt;
  const IsoWeek week = iso_week_of(*first + (number - 1) * kDaysInWeek);
  return to_string(week) == text ? std::optional(week) : std::nullopt;
}

}  // namespace passend
