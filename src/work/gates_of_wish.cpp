// SPDX-License-Identifier: EUPL-1.2
// The gates that the person's own wishes and limits decide: wish, exclusion, resting, travel, pay.
#include <algorithm>

#include "work/gate_parts.hpp"

namespace passend {
namespace {

TravelLimit limit_of(const RuleSet& rules, const Wish* wish) {
  TravelLimit limit{rules.default_max_metres, rules.default_max_minutes};
  if (wish != nullptr && wish->max_metres) limit.metres = *wish->max_metres;
  if (wish != nullptr && wish->max_minutes) limit.minutes = *wish->max_minutes;
  return limit;
}

// With a mode: yes or no. Without: all modes fit, none, or it depends.
void settle_travel(const PlanContext& context, const Wish* wish, std::optional<std::int64_t> straight, PairWish& out) {
  const TravelLimit limit = limit_of(*context.rules, wish);
  const auto& modes = context.rules->modes;
  out.limit_minutes = limit.minutes;
  out.mode = wish != nullptr && wish->mode ? *wish->mode : -1;
  if (!straight) {
    out.travel = Outcome::kUnknown;
    return;
  }
  if (out.mode >= 0) {
    const Trip trip = trip_by(modes[static_cast<std::size_t>(out.mode)], *straight);
    out.minutes = trip.minutes;
    out.travel = gates::yes_if(trip.fits(limit));
    return;
  }
  std::size_t fitting = 0;
  for (const TravelMode& mode : modes) {
    const Trip trip = trip_by(mode, *straight);
    if (!trip.fits(limit)) continue;
    ++fitting;
    out.minutes = std::max(out.minutes.value_or(0), trip.minutes);
  }
  out.travel = fitting == modes.size() ? Outcome::kYes : fitting == 0 ? Outcome::kNo : Outcome::kUnknown;
}

Outcome pay_outcome(const Wish* wish, const Work& work) {
  if (wish == nullptr || !wish->min_hourly_eurocent) return Outcome::kYes;
  if (!row_of(work.kind).paid) return Outcome::kNo;
  if (!work.hourly_eurocent) return Outcome::kUnknown;
  return gates::yes_if(*work.hourly_eurocent >= *wish->min_hourly_eurocent);
}

PairWish settle(const PlanContext& context, const Wish* wish, std::optional<std::int64_t> straight, const Work& work) {
  PairWish out;
  settle_travel(context, wish, straight, out);
  out.pay = pay_outcome(wish, work);
  return out;
}

}  // namespace

std::optional<std::int64_t> pair_straight_metres(const PlanContext& context, const Person& person, const Work& work) {
  if (person.point == kNoPoint || work.point == kNoPoint) return std::nullopt;
  const auto& points = context.reference->points;
  return std::max(context.rules->min_straight_metres, straight_metres(points[static_cast<std::size_t>(person.point)],
                                                                      points[static_cast<std::size_t>(work.point)]));
}

PairWish choose_wish(const PlanContext& context, const Person& person, const Work& work) {
  return choose_wish(context, person, work, pair_straight_metres(context, person, work));
}

PairWish choose_wish(const PlanContext& context, const Person& person, const Work& work,
                     std::optional<std::int64_t> straight) {
  std::optional<PairWish> fallback;
  std::int32_t position = 0;
  for (std::size_t i = 0; i < person.wishes.size(); ++i) {
    const Wish& wish = person.wishes[i];
    if (!wish.live(context.date)) continue;
    ++position;
    if (wish.kind != work.kind) continue;
    const Outcome admitted = wish.occupation == kOpen
                                 ? Outcome::kYes
                                 : context.reference->occupations.admits(wish.occupation, work.occupation);
    if (admitted == Outcome::kNo) continue;
    PairWish out = settle(context, &wish, straight, work);
    out.index = static_cast<std::int32_t>(i);
    out.position = position;
    out.wish = admitted;
    if (out.travel != Outcome::kNo && out.pay != Outcome::kNo) return out;
    if (!fallback) fallback = out;
  }
  if (fallback) return *fallback;
  return settle(context, nullptr, straight, work);
}

namespace gates {

Outcome wish(const Pair& pair, PairNotes* notes) {
  return pair.chosen.wish == Outcome::kUnknown ? ask(notes, QuestionKind::kWorkOccupation) : pair.chosen.wish;
}

Outcome exclusion(const Pair& pair, PairNotes* notes) {
  Outcome outcome = Outcome::kYes;
  for (const Exclusion& row : pair.person.exclusions) {
    switch (row.kind) {
      case ExclusionKind::kEmployer:
        outcome = both(outcome, yes_if(row.code != pair.work.employer));
        break;
      case ExclusionKind::kWork:
        outcome = both(outcome, yes_if(row.code != pair.work.id));
        break;
      case ExclusionKind::kOccupation: {
        const Outcome inside = pair.context.reference->occupations.admits(row.occupation, pair.work.occupation);
        if (inside == Outcome::kUnknown) outcome = both(outcome, ask(notes, QuestionKind::kWorkOccupation));
        if (inside == Outcome::kYes) outcome = Outcome::kNo;
        break;
      }
    }
  }
  return outcome;
}

Outcome resting(const Pair& pair, PairNotes*) {
  const auto& resting = pair.person.resting;
  return yes_if(!std::binary_search(resting.begin(), resting.end(), pair.work.id.index));
}

Outcome travel(const Pair& pair, PairNotes* notes) {
  if (pair.chosen.travel != Outcome::kUnknown) return pair.chosen.travel;
  const bool no_person = pair.person.point == kNoPoint;
  const bool no_work = pair.work.point == kNoPoint;
  if (no_person) ask(notes, QuestionKind::kPersonPc4);
  if (no_work) ask(notes, QuestionKind::kWorkPc4);
  if (!no_person && !no_work) ask(notes, QuestionKind::kPersonMode);
  return Outcome::kUnknown;
}

Outcome pay(const Pair& pair, PairNotes* notes) {
  return pair.chosen.pay == Outcome::kUnknown ? ask(notes, QuestionKind::kWorkHourly) : pair.chosen.pay;
}

}  // namespace gates
}  // namespace passend
