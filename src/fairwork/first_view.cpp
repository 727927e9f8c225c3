// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/first_view.hpp"

#include <algorithm>

namespace passend::fairwork {
namespace {

template <class Pick>
std::optional<Centihours> both_known(std::optional<Centihours> a, std::optional<Centihours> b, Pick pick) {
  if (!a || !b) return a ? a : b;
  return pick(*a, *b);
}

}  // namespace

FirstView first_view(const PlanContext& context, const Person& person, const Work& work) {
  FirstView view{
      .least_hours = both_known(person.hours_min, work.hours_min, [](auto a, auto b) { return std::max(a, b); }),
      .most_hours = both_known(person.hours_max, work.hours_max, [](auto a, auto b) { return std::min(a, b); }),
      .start = start_of(context, person, work),
      .all_day_parts = {},
      .requirements = {}};
  if (person.day_parts && work.day_parts) view.all_day_parts = (*work.day_parts & ~*person.day_parts) == 0;
  for (const Requirement& requirement : work.requirements)
    view.requirements.push_back({requirement.kind, requirement.code, requirement.level, having(person, requirement)});
  return view;
}

}  // namespace passend::fairwork
