// SPDX-License-Identifier: EUPL-1.2
// The wage floor per hour: the highest of the statutory minimum, the collective agreement and the municipality's own
// floor, and the days on which it changes. Nobody is placed below it.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "wage/minimum_wage.hpp"

namespace passend {

struct MunicipalFloor {
  Eurocent hourly{};
  int from_age = 0;  // younger people do not fall under it
};

// What may lie above the law; nothing = none known.
struct OtherFloors {
  std::optional<Eurocent> agreement_hourly{};  // collective agreement (cao)
  std::optional<MunicipalFloor> municipal{};
};

enum class FloorGround { kMinimumWage, kAgreement, kMunicipality };

struct WageFloor {
  Eurocent hourly{};
  FloorGround ground{};  // which one binds; the law where they are equal
  MinimumWage minimum{};
};

using WageFloorOn = std::variant<WageFloor, NoMinimum>;

// Below the lowest age of the law there is no floor either: NoMinimum. kNoValue as minimum_wage_on.
Result<WageFloorOn> wage_floor_on(const ParameterStore& law, const Worker& worker, Date on,
                                  const OtherFloors& others = {});

// The floor on one side of a change: an amount, no minimum by age, or not known.
struct FloorState {
  enum class Kind { kAmount, kNoMinimum, kNotKnown };
  Kind kind = Kind::kNotKnown;
  Eurocent hourly{};
  friend bool operator==(const FloorState&, const FloorState&) = default;
};

struct FloorChange {
  Date on{};  // first day of `after`
  FloorState before{};
  FloorState after{};
  bool birthday = false;  // the person has a birthday on that day; else the law changed
};

// The days in (from, until] on which the floor of a running placement changes, in order. A value that is not known is a
// change, not an error; another fault (a parameter missing or of another shape) is returned.
Result<std::vector<FloorChange>> floor_changes(const ParameterStore& law, const Worker& worker, Date from, Date until,
                                               const OtherFloors& others = {});

}  // namespace passend
