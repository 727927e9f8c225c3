// SPDX-License-Identifier: EUPL-1.2
// Gates that the law or the municipality sets: indication, displacement, wage.
#include <algorithm>

#include "base/quantity.hpp"
#include "work/gate_parts.hpp"

namespace passend {
namespace {

// The highest of the statutory minimum, the collective agreement and the municipality's own floor.
std::int64_t floor_at(const PlanContext& context, const StatutoryMinimum& minimum, const Work& work, int age,
                      bool bbl) {
  std::int64_t floor = std::max(minimum.at(age, bbl), work.cao_floor_eurocent.value_or(0));
  if (age >= context.rules->wage_floor_from_age) floor = std::max(floor, context.rules->wage_floor_hourly_eurocent);
  return floor;
}

int adult_age(const StatutoryMinimum& minimum) { return minimum.lowest_age + static_cast<int>(minimum.by_age.size()); }

// The age that decides where the birth date is not known: old enough for every floor.
int full_age(const PlanContext& context, const StatutoryMinimum& minimum) {
  return std::max(adult_age(minimum), context.rules->wage_floor_from_age);
}

Outcome below_floor(const gates::Pair& pair, const StatutoryMinimum& minimum, int age, PairNotes* notes) {
  if (gates::has_valid_indication(pair.context, pair.person, pair.context.loondispensatie))
    return gates::ask(notes, QuestionKind::kSupplement);
  const bool bbl_may_hold = !pair.work.bbl && pair.work.kind == WorkKind::kLeerbaan;
  if (bbl_may_hold && *pair.work.hourly_eurocent >= floor_at(pair.context, minimum, pair.work, age, true))
    return gates::ask(notes, QuestionKind::kWorkBbl);
  return Outcome::kNo;
}

Outcome paid_enough(const gates::Pair& pair, const StatutoryMinimum& minimum, Date start, PairNotes* notes) {
  const std::int64_t hourly = *pair.work.hourly_eurocent;
  if (!pair.person.birth) {
    const std::int64_t floor = floor_at(pair.context, minimum, pair.work, full_age(pair.context, minimum), false);
    return hourly >= floor ? Outcome::kYes : gates::ask(notes, QuestionKind::kPersonBirthDate);
  }
  const int age = age_on(*pair.person.birth, start);
  if (age < minimum.lowest_age) return Outcome::kNo;
  if (hourly >= floor_at(pair.context, minimum, pair.work, age, pair.work.bbl == true)) return Outcome::kYes;
  return below_floor(pair, minimum, age, notes);
}

Outcome wage_floor_outcome(const gates::Pair& pair, PairNotes* notes) {
  if (!pair.work.hourly_eurocent) return gates::ask(notes, QuestionKind::kWorkHourly);
  const Date start = start_of(pair.context, pair.person, pair.work);
  const StatutoryMinimum& minimum = pair.context.minimum_on(start);
  if (!minimum.adult) return gates::ask(notes, QuestionKind::kLawMinimumWage, QuestionCode::kDate, start.days);
  return paid_enough(pair, minimum, start, notes);
}

Outcome allowance_outcome(const gates::Pair& pair, PairNotes* notes) {
  const std::int64_t norm = allowance_norm_month(pair.context, pair.work);
  if (norm == 0) return Outcome::kYes;
  if (!pair.work.allowance_month_eurocent) return gates::ask(notes, QuestionKind::kWorkAllowance);
  return gates::yes_if(*pair.work.allowance_month_eurocent >= norm);
}

}  // namespace

std::optional<std::int64_t> wage_floor_hourly(const PlanContext& context, const Person& person, const Work& work) {
  const Date start = start_of(context, person, work);
  if (!person.birth) return std::nullopt;
  const StatutoryMinimum& minimum = context.minimum_on(start);
  const int age = age_on(*person.birth, start);
  if (!minimum.adult || age < minimum.lowest_age) return std::nullopt;
  return floor_at(context, minimum, work, age, work.bbl == true);
}

std::int64_t allowance_norm_month(const PlanContext& context, const Work& work) {
  const std::int64_t full = context.rules->stage_full_week_centihours;
  const std::int64_t hours =
      std::min<std::int64_t>(work.hours_max.value_or(context.rules->stage_full_week_centihours), full);
  return divide_up(context.rules->stage_allowance_month_eurocent * hours, full);
}

namespace gates {

bool has_valid_indication(const PlanContext& context, const Person& person, Symbol kind) {
  return std::any_of(person.indications.begin(), person.indications.end(), [&](const PersonIndication& row) {
    return row.kind == kind && (!row.until || *row.until >= context.date) && (!row.since || *row.since <= context.date);
  });
}

Outcome indication(const Pair& pair, PairNotes* notes) {
  const Symbol kind = pair.context.indication_of_kind[static_cast<std::size_t>(pair.work.kind)];
  if (!kind) return Outcome::kYes;
  if (has_valid_indication(pair.context, pair.person, kind)) return Outcome::kYes;
  const auto& rows = pair.person.indications;
  if (std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.kind == kind; })) return Outcome::kNo;
  return ask(notes, QuestionKind::kPersonIndication, QuestionCode::kSymbol, static_cast<std::int32_t>(kind.index));
}

Outcome scheme(const Pair& pair, PairNotes* notes) {
  if (pair.work.scheme_slot == kNoScheme) return Outcome::kYes;
  const Outcome target = pair.person.targets[static_cast<std::size_t>(pair.work.scheme_slot)];
  if (target != Outcome::kUnknown) return target;
  return ask(notes, QuestionKind::kSchemeTarget, QuestionCode::kSymbol,
             static_cast<std::int32_t>(pair.work.scheme.index));
}

Outcome displacement(const Pair& pair, PairNotes* notes) {
  if (!row_of(pair.work.kind).needs_non_displacement) return Outcome::kYes;
  if (!pair.work.non_displacement) return ask(notes, QuestionKind::kWorkNonDisplacement);
  return yes_if(*pair.work.non_displacement <= pair.context.date);
}

Outcome wage(const Pair& pair, PairNotes* notes) {
  switch (row_of(pair.work.kind).wage_rule) {
    case WageRule::kNone:
      return Outcome::kYes;
    case WageRule::kAllowance:
      return allowance_outcome(pair, notes);
    case WageRule::kFloor:
      return wage_floor_outcome(pair, notes);
  }
  return Outcome::kNo;
}

}  // namespace gates
}  // namespace passend
