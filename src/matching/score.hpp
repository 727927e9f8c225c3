// SPDX-License-Identifier: EUPL-1.2
// The score of a candidate: five parts per mille with published weights (docs/plan.md section 8). No learned score, no
// personal trait, no fact about a household.
#pragma once

#include <cstdint>

#include "work/gates.hpp"

namespace passend {

struct ScoreParts {
  int wish = 0;
  int skills = 0;
  int travel = 0;
  int hours = 0;
  int known = 0;
};

struct SkillCount {
  int asked = 0;
  int covered = 0;
};

// Whether a skill of the person covers the one asked: the same code, or one below it.
bool covers_skill(const PlanContext& context, const Person& person, Symbol asked);
SkillCount count_skills(const PlanContext& context, const Person& person, const Work& work);

ScoreParts score_parts(const PlanContext& context, const Person& person, const Work& work, const PairWish& wish,
                       const GateOutcomes& outcomes, const SkillCount& skills);
ScoreParts score_parts(const PlanContext& context, const Person& person, const Work& work, const PairWish& wish,
                       const GateOutcomes& outcomes);

int score_of(const ScoreWeights& weights, const ScoreParts& parts);  // 0..1000

}  // namespace passend
