// SPDX-License-Identifier: EUPL-1.2
#include "scheme/holidays.hpp"

#include <array>

#include "base/easter.hpp"

namespace passend::scheme {
namespace {

bool is_sunday(Date day) {
  return std::chrono::weekday(std::chrono::sys_days(std::chrono::days(day.days))) == std::chrono::Sunday;
}

int whole(const Cell& cell) { return static_cast<int>(cell.number.units); }

}  // namespace

Result<Holidays> Holidays::read(const ParameterStore& law, int first, int last) {
  Holidays out;
  for (int year = first; year <= last; ++year) {
    const Date begin = make_date(year, 1, 1);
    const auto fixed = law.table_at("termijnenwet_holidays", begin);
    const auto movable = law.table_at("termijnenwet_easter_holidays", begin);
    const auto king = law.table_at("termijnenwet_kings_day", begin);
    for (const auto* table : {&fixed, &movable, &king})
      if (!*table) return fail(table->error());
    for (const CellRow& row : fixed->rows) out.days_.insert(make_date(year, whole(row[0]), whole(row[1])));
    for (const CellRow& row : movable->rows) out.days_.insert(easter_sunday(year) + whole(row[0]));
    const CellRow& row = king->rows.front();
    const Date birthday = make_date(year, whole(row[0]), whole(row[1]));
    out.days_.insert(is_sunday(birthday) ? make_date(year, whole(row[0]), whole(row[2])) : birthday);
    const auto designated = law.table_at("termijnenwet_designated_days", begin);
    if (!designated) {
      out.unknown_years_.insert(year);
      continue;
    }
    for (const CellRow& day : designated->rows)
      if (whole(day[0]) == year) out.days_.insert(make_date(year, whole(day[1]), whole(day[2])));
  }
  return out;
}

bool Holidays::is_free(Date day) const {
  const std::chrono::weekday weekday{std::chrono::sys_days(std::chrono::days(day.days))};
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday || days_.contains(day);
}

}  // namespace passend::scheme
