// SPDX-License-Identifier: EUPL-1.2
// Days of the Gregorian calendar. No clock: "today" is always an argument.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace passend {

// A day, counted from 1970-01-01.
struct Date {
  std::int32_t days = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};

inline Date operator+(Date date, int days) { return Date{date.days + days}; }

std::optional<Date> parse_date(std::string_view text);  // YYYY-MM-DD between 1900 and 2199, else nothing
Date make_date(int year, int month, int day);           // precondition: the day exists
std::string to_string(Date date);                       // YYYY-MM-DD
std::chrono::year_month_day calendar_of(Date date);

// Whole years on `on`; someone born on 29 February has a birthday on 1 March in other years. Negative before birth.
int age_on(Date birth, Date on);
// The same day of a later month, or the last day of that month where it has no such day.
Date plus_months(Date from, int months);
// The day on which someone turns `age`.
Date birthday(Date birth, int age);

}  // namespace passend
