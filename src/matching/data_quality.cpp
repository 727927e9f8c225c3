// SPDX-License-Identifier: EUPL-1.2
#include "matching/data_quality.hpp"

#include <algorithm>
#include <functional>

#include "matching/fairness.hpp"

namespace passend {
namespace {

template <class Row, class Test>
QualityCount counted(std::string_view name, const std::vector<Row>& rows, Test test) {
  return {name, std::count_if(rows.begin(), rows.end(), test), static_cast<std::int64_t>(rows.size())};
}

void count_conditions(const PlanContext& context, const Snapshot& snapshot, DataQuality& out) {
  QualityCount expired{"conditions_expired", 0, 0};
  for (const Person& person : snapshot.people) {
    expired.of += static_cast<std::int64_t>(person.conditions.size());
    expired.count += std::count_if(person.conditions.begin(), person.conditions.end(),
                                   [&](const PersonCondition& row) { return row.expires && *row.expires < context.date; });
  }
  QualityCount assumed{"demands_assumed", 0, 0};
  for (const Work& work : snapshot.works) {
    assumed.of += static_cast<std::int64_t>(work.demands.size());
    assumed.count += std::count_if(work.demands.begin(), work.demands.end(), [](const WorkDemand& d) { return d.assumed; });
  }
  out.counts.push_back(expired);
  out.counts.push_back(assumed);
}

}  // namespace

DataQuality data_quality(const PlanContext& context, const Snapshot& snapshot, const Candidates& candidates) {
  const auto in_state = [&](WishState state) { return [&context, state](const Person& p) { return wish_state(p, context.date) == state; }; };
  DataQuality out;
  const auto& people = snapshot.people;
  const auto& works = snapshot.works;
  out.counts.push_back(counted("without_wish", people, in_state(WishState::kWithout)));
  out.counts.push_back(counted("unconfirmed", people, in_state(WishState::kUnconfirmed)));
  out.counts.push_back(counted("expired", people, in_state(WishState::kExpired)));
  QualityCount none{"no_candidate", 0, 0};
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (wish_state(people[i], context.date) != WishState::kLive) continue;
    ++none.of;
    none.count += candidates.of(i).empty();
  }
  out.counts.push_back(none);
  out.counts.push_back(counted("person_no_place", people, [](const Person& p) { return p.point == kNoPoint; }));
  out.counts.push_back(counted("person_no_hours", people, [](const Person& p) { return !p.hours_min || !p.hours_max; }));
  out.counts.push_back(counted("person_no_day_parts", people, [](const Person& p) { return !p.day_parts; }));
  out.counts.push_back(counted("person_no_conditions", people, [](const Person& p) { return p.conditions.empty(); }));
  out.counts.push_back(counted("work_no_occupation", works, [](const Work& w) { return w.occupation == kOpen; }));
  out.counts.push_back(counted("work_no_place", works, [](const Work& w) { return w.point == kNoPoint; }));
  out.counts.push_back(counted("work_no_wage", works, [](const Work& w) { return row_of(w.kind).paid && !w.hourly_eurocent; }));
  out.counts.push_back(counted("work_no_hours", works, [](const Work& w) { return !w.hours_min || !w.hours_max; }));
  count_conditions(context, snapshot, out);
  return out;
}

}  // namespace passend
