// SPDX-License-Identifier: EUPL-1.2
// The gates of a pair of person and work, as docs/plan.md section 5 defines them. Nothing here ranks.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "work/context.hpp"
#include "work/facts.hpp"
#include "work/gate.hpp"
#include "work/question.hpp"

namespace passend {

// The wish that a pair rests on, with the three gates that depend on it.
struct PairWish {
  std::int32_t index = -1;    // into Person::wishes; -1 when no live wish admits the work
  std::int32_t position = 0;  // 1 for the person's first live wish
  Outcome wish = Outcome::kNo;
  Outcome travel = Outcome::kNo;
  Outcome pay = Outcome::kNo;
  std::int32_t mode = -1;               // the wish's mode; -1 when it has none
  std::optional<std::int64_t> minutes;  // estimate; nothing when a point is not known
  std::int64_t limit_minutes = 0;
};

struct Learning {
  RequirementKind kind{};
  Symbol code;
  int level = 0;
};

// What an evaluation found besides the outcomes.
struct PairNotes {
  std::vector<Question> questions;
  std::vector<Learning> learning;          // requirements to be learned at work
  std::vector<std::uint16_t> adaptations;  // demands lifted by adaptation
  std::vector<Symbol> supports;            // needs met by a resource of the municipality
};

// The straight distance of the pair (at least the rules' least distance); nothing when a point is not known.
std::optional<std::int64_t> pair_straight_metres(const PlanContext& context, const Person& person, const Work& work);

PairWish choose_wish(const PlanContext& context, const Person& person, const Work& work);
PairWish choose_wish(const PlanContext& context, const Person& person, const Work& work,
                     std::optional<std::int64_t> straight);  // where the pair's straight distance is at hand

// First day on which the person could start: the latest of plan date, person's and work's `from`.
Date start_of(const PlanContext& context, const Person& person, const Work& work);

// The wage floor per hour on the start date: nothing when no statutory value is known on that day, when the birth date
// is not known, or below the lowest age of the youth scale.
std::optional<std::int64_t> wage_floor_hourly(const PlanContext& context, const Person& person, const Work& work);

// The norm for an allowance per month, pro rata the hours.
std::int64_t allowance_norm_month(const PlanContext& context, const Work& work);

// Whether a requirement is met by what the person told.
Having having(const Person& person, const Requirement& requirement);

// What one row of a work adds to its gate (language, licence, diploma; conditions): it depends on the person only.
Outcome requirement_outcome(const Person& person, const Requirement& requirement, PairNotes* notes = nullptr);
Outcome demand_outcome(const PlanContext& context, const Person& person, const WorkDemand& demand,
                       PairNotes* notes = nullptr);

// All gates, with notes when asked.
GateOutcomes evaluate_gates(const PlanContext& context, const Person& person, const Work& work, const PairWish& wish,
                            PairNotes* notes = nullptr);

// Tests the gates that do not go by rows of the work (all but language, licence, diploma and conditions), the cheap
// ones first; false at the first `no`. `wish` must be the pair's wish.
bool pass_pair_gates(const PlanContext& context, const Person& person, const Work& work, const PairWish& wish,
                     GateOutcomes& outcomes);

// Evaluates until a second gate is `no`; returns the gates that are `no` seen so far (one or two), or none.
struct FirstFailures {
  int count = 0;
  Gate first{};
};
FirstFailures first_failures(const PlanContext& context, const Person& person, const Work& work, const PairWish& wish);

// What the pair uses of each resource: the work's fixed uses and the hours of support that a resource provides. By
// resource.
std::vector<ResourceUse> uses_of(const PlanContext& context, const Person& person, const Work& work);

}  // namespace passend
