// SPDX-License-Identifier: EUPL-1.2
// Gates about places, hours and dates: closed, hours, day_parts, start, permit.
#include <algorithm>

#include "work/gate_parts.hpp"

namespace passend {

Date start_of(const PlanContext& context, const Person& person, const Work& work) {
  return std::max({context.date, person.from.value_or(context.date), work.from.value_or(context.date)});
}

namespace gates {

Outcome closed(const Pair& pair, PairNotes* notes) {
  const Work& work = pair.work;
  const auto& running = pair.person.running;
  if (work.closed.value_or(false) || work.free <= 0 ||
      std::binary_search(running.begin(), running.end(), work.id.index))
    return Outcome::kNo;
  Outcome outcome = Outcome::kYes;
  if (!work.closed) outcome = ask(notes, QuestionKind::kWorkClosed);
  if (!work.places) outcome = ask(notes, QuestionKind::kWorkPlaces);
  return outcome;
}

Outcome hours(const Pair& pair, PairNotes* notes) {
  const Person& person = pair.person;
  const Work& work = pair.work;
  if (work.hours_max && person.hours_min && *work.hours_max < *person.hours_min) return Outcome::kNo;
  if (work.hours_min && person.hours_max && *work.hours_min > *person.hours_max) return Outcome::kNo;
  Outcome outcome = Outcome::kYes;
  if (!person.hours_min || !person.hours_max) outcome = ask(notes, QuestionKind::kPersonHours);
  if (!work.hours_min || !work.hours_max) outcome = ask(notes, QuestionKind::kWorkHours);
  return outcome;
}

Outcome day_parts(const Pair& pair, PairNotes* notes) {
  const auto& person = pair.person.day_parts;
  const auto& work = pair.work.day_parts;
  if (person && work) return yes_if((*work & ~*person) == 0);
  if (!person) ask(notes, QuestionKind::kPersonDayParts);
  if (!work) ask(notes, QuestionKind::kWorkDayParts);
  return Outcome::kUnknown;
}

Outcome start(const Pair& pair, PairNotes*) {
  const Date s = start_of(pair.context, pair.person, pair.work);
  const bool too_late = (pair.person.until && s > *pair.person.until) || (pair.work.until && s > *pair.work.until) ||
                        s > pair.context.date + pair.context.rules->start_horizon_days;
  return yes_if(!too_late);
}

Outcome permit(const Pair& pair, PairNotes*) {
  const auto& until = pair.person.may_work_until;
  return yes_if(!until || *until >= start_of(pair.context, pair.person, pair.work));
}

}  // namespace gates
}  // namespace passend
