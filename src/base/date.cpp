// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"

#include <fmt/format.h>

namespace passend {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

Date from_calendar(year_month_day ymd) {
  return Date{static_cast<std::int32_t>(sys_days{ymd}.time_since_epoch().count())};
}

}  // namespace

std::chrono::year_month_day calendar_of(Date date) { return year_month_day{sys_days{std::chrono::days{date.days}}}; }

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text.substr(0, 4));
  const auto m = digits(text.substr(5, 2));
  const auto d = digits(text.substr(8, 2));
  if (!y || !m || !d || *y < 1900 || *y > 2199) return std::nullopt;
  const year_month_day ymd{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
  if (!ymd.ok()) return std::nullopt;
  return from_calendar(ymd);
}

Date make_date(int y, int m, int d) {
  return from_calendar({year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}});
}

std::string to_string(Date date) {
  const auto ymd = calendar_of(date);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

Date plus_months(Date from, int months) {
  const auto day = calendar_of(from);
  auto moved = day + std::chrono::months(months);
  if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
  return Date{static_cast<std::int32_t>(std::chrono::sys_days(moved).time_since_epoch().count())};
}

Date birthday(Date birth, int age) {
  const auto born = calendar_of(birth);
  const year_month_day ymd{born.year() + std::chrono::years{age}, born.month(), born.day()};
  if (ymd.ok()) return from_calendar(ymd);
  return from_calendar({ymd.year(), std::chrono::March, day{1}});
}

int age_on(Date birth, Date on) {
  // A year has 365 or 366 days: where both give the same whole years, the calendar need not be asked.
  constexpr int kShortYear = 365;
  const int days = on.days - birth.days;
  if (days >= 0 && days / kShortYear == days / (kShortYear + 1)) return days / kShortYear;
  const int years = static_cast<int>(calendar_of(on).year()) - static_cast<int>(calendar_of(birth).year());
  return birthday(birth, years) <= on ? years : years - 1;
}

}  // namespace passend
