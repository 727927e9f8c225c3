// SPDX-License-Identifier: EUPL-1.2
// Distance and time between postcode points: an estimate in whole metres and minutes (docs/plan.md section 6).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace passend {

struct Point {
  std::int32_t x_m = 0;
  std::int32_t y_m = 0;
};

struct TravelMode {
  std::string name;
  std::int64_t detour_per_mille = 0;
  std::int64_t metres_per_hour = 0;
  std::int64_t fixed_minutes = 0;
};

struct TravelLimit {
  std::int64_t metres = 0;
  std::int64_t minutes = 0;
};

// floor(sqrt(dx² + dy²)), exact.
std::int64_t straight_metres(Point a, Point b);

struct Trip {
  std::int64_t metres = 0;
  std::int64_t minutes = 0;
  bool fits(const TravelLimit& limit) const { return metres <= limit.metres && minutes <= limit.minutes; }
};

Trip trip_by(const TravelMode& mode, std::int64_t straight_m);
bool fits(const TravelMode& mode, const TravelLimit& limit, std::int64_t straight_m);

// The largest straight distance that fits; nothing when not even 0 m does. `fits` is monotone, so this is exact.
std::optional<std::int64_t> straight_metres_max(const TravelMode& mode, const TravelLimit& limit);

}  // namespace passend
