// SPDX-License-Identifier: EUPL-1.2
#include "work/travel.hpp"

#include <cmath>

#include "base/quantity.hpp"

namespace passend {
namespace {

constexpr std::int64_t kPerMille = 1000;
constexpr std::int64_t kMinutesPerHour = 60;

}  // namespace

std::int64_t straight_metres(Point a, Point b) {
  const std::int64_t dx = a.x_m - b.x_m;
  const std::int64_t dy = a.y_m - b.y_m;
  const std::int64_t square = dx * dx + dy * dy;
  auto root = static_cast<std::int64_t>(std::sqrt(static_cast<double>(square)));
  while (root * root > square) --root;
  while ((root + 1) * (root + 1) <= square) ++root;
  return root;
}

Trip trip_by(const TravelMode& mode, std::int64_t straight_m) {
  const std::int64_t metres = straight_m * mode.detour_per_mille / kPerMille;
  return {metres, divide_up(metres * kMinutesPerHour, mode.metres_per_hour) + mode.fixed_minutes};
}

bool fits(const TravelMode& mode, const TravelLimit& limit, std::int64_t straight_m) {
  return trip_by(mode, straight_m).fits(limit);
}

std::optional<std::int64_t> straight_metres_max(const TravelMode& mode, const TravelLimit& limit) {
  if (!fits(mode, limit, 0)) return std::nullopt;
  std::int64_t good = 0;
  std::int64_t bad = 1;
  while (fits(mode, limit, bad)) bad *= 2;
  while (bad - good > 1) {
    const std::int64_t middle = good + (bad - good) / 2;
    (fits(mode, limit, middle) ? good : bad) = middle;
  }
  return good;
}

}  // namespace passend
