// SPDX-License-Identifier: EUPL-1.2
#include "base/easter.hpp"

namespace passend {

Date easter_sunday(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int of_century = year % 100;
  const int moon_shift = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
  const int to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int day = epact + to_sunday - 7 * late + 114;
  return make_date(year, day / 31, day % 31 + 1);
}

}  // namespace passend
