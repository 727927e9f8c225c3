// SPDX-License-Identifier: EUPL-1.2
// Who gets what is left of a ceiling, by the rule that was published before (Awb 4:25, 4:26): order of receipt, ranking
// or lot. docs/schemes.md section 5.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "base/quantity.hpp"
#include "scheme/scheme.hpp"

namespace passend::scheme {

struct Application {
  std::string id{};
  std::optional<Date> complete{};  // the day on which it was complete
  std::int64_t points = 0;         // of a ranking
  Eurocent amount{};
};

struct Room {
  std::optional<std::int64_t> places{};  // nothing: no limit on the number
  std::optional<Eurocent> money{};
};

enum class Answered : std::uint8_t { kGranted, kNoPlaceLeft, kNoMoneyLeft, kNotComplete };
inline constexpr std::array<std::string_view, 4> kAnsweredNames{"granted", "no-place-left", "no-money-left",
                                                                "not-complete"};

struct Divided {
  std::string application{};
  Answered answer{};
  std::int64_t place = 0;         // in the order, from 1; 0 where it did not take part
  std::int64_t last_granted = 0;  // the place of the last that was granted
  std::uint64_t lot = 0;          // h(seed, application)
  Eurocent left{};                // money left when it was this one's turn
};

// In the order of the ids, whatever the order of `applications`; ids are distinct. kNotStated: the rule is not known.
// An incomplete application takes no part.
Result<std::vector<Divided>> divide(const Scheme& scheme, const SchemeVersion& version,
                                    const std::vector<Application>& applications, const Room& room, std::uint64_t seed);

}  // namespace passend::scheme
