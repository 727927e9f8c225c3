// SPDX-License-Identifier: EUPL-1.2
// Guards on what files may state: far above anything real, so that sums cannot overflow and slips are seen.
#pragma once

#include <cstdint>

namespace passend::scheme {

inline constexpr std::int64_t kMostEurocentOfOne = 1000 * 1000 * 100;            // a million euro for one person
inline constexpr std::int64_t kMostEurocentOfAll = 1000LL * 1000 * 1000 * 1000;  // ten milliard for a scheme
inline constexpr std::int64_t kMostNumber = 1000 * 1000;                         // places, people
inline constexpr std::int64_t kLongestMonths = 12 * 100;
inline constexpr std::int64_t kMostCentihours = 80 * 100;  // a week
inline constexpr std::int64_t kHighestLevel = 8;           // of ISCED and NLQF
inline constexpr std::int64_t kMostAge = 120;

}  // namespace passend::scheme
