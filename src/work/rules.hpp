// SPDX-License-Identifier: EUPL-1.2
// The rule set (beleidsregel) of a municipality: everything a plan depends on besides the facts and the law.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "work/travel.hpp"

namespace passend {

struct FloorRule {
  std::string group;
  std::int32_t people = 0;
  std::string ground;
  std::string organ;
  Date from;
  Date until;
  std::string justification;
  std::string statutory_ground;  // needed for groups of kind `age`

  bool counts(Date on) const { return from <= on && on <= until; }
};

struct ScoreWeights {
  int wish = 0;
  int skills = 0;
  int travel = 0;
  int hours = 0;
  int known = 0;
  int wish_step = 0;
};

struct RuleSet {
  std::string title;
  std::string organ;
  std::string publication;
  std::string policy_on_refusals;
  std::optional<Date> date;
  int rounds = 0;
  int offers_per_place = 0;
  int leximin_steps = 0;
  std::uint64_t seed = 0;
  int start_horizon_days = 0;
  std::int64_t wage_floor_hourly_eurocent = 0;
  int wage_floor_from_age = 0;
  std::int64_t stage_allowance_month_eurocent = 0;
  std::int32_t stage_full_week_centihours = 0;
  std::int64_t default_max_metres = 0;
  std::int64_t default_max_minutes = 0;
  std::int64_t min_straight_metres = 0;
  std::vector<TravelMode> modes;
  ScoreWeights score;
  std::vector<FloorRule> floors;
};

}  // namespace passend
