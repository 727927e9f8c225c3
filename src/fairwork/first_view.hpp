// SPDX-License-Identifier: EUPL-1.2
// What an employer sees first of a voorstel: only what the work itself asks. There is no member here for anything else,
// so nothing else can be shown (docs/first-view.md).
#pragma once

#include <optional>
#include <vector>

#include "work/gates.hpp"

namespace passend::fairwork {

struct SeenRequirement {
  RequirementKind kind{};
  Symbol code;
  int level = 0;
  Having having{};
  friend bool operator==(const SeenRequirement&, const SeenRequirement&) = default;
};

struct FirstView {
  std::optional<Centihours> least_hours, most_hours;  // a week, within what the work offers; nothing: not known
  Date start{};                                       // the first day on which it could begin
  std::optional<bool> all_day_parts;                  // free on every part of a day the work asks; nothing: not known
  std::vector<SeenRequirement> requirements;          // in the order of the work
  friend bool operator==(const FirstView&, const FirstView&) = default;
};

FirstView first_view(const PlanContext& context, const Person& person, const Work& work);

}  // namespace passend::fairwork
