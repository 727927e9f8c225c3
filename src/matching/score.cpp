// SPDX-License-Identifier: EUPL-1.2
#include "matching/score.hpp"

#include <algorithm>

namespace passend {
namespace {

constexpr int kPerMille = 1000;
constexpr int kNothingAsked = 500;  // the skills part where work asks no skill

bool covers(const std::string& own, const std::string& asked) {
  return own.starts_with(asked) && (own.size() == asked.size() || own[asked.size()] == '.');
}

int skills_part(const SkillCount& skills) {
  return skills.asked == 0 ? kNothingAsked : kPerMille * skills.covered / skills.asked;
}

int travel_part(const PairWish& wish) {
  if (!wish.minutes || wish.limit_minutes == 0) return 0;
  const std::int64_t left = std::max<std::int64_t>(wish.limit_minutes - *wish.minutes, 0);
  return static_cast<int>(kPerMille * left / wish.limit_minutes);
}

int hours_part(const Person& person, const Work& work) {
  if (!person.hours_max || *person.hours_max == 0 || !work.hours_max) return 0;
  return kPerMille * std::min(*person.hours_max, *work.hours_max) / *person.hours_max;
}

}  // namespace

bool covers_skill(const PlanContext& context, const Person& person, Symbol asked) {
  const std::string& code = context.symbols->text(asked);
  return std::any_of(person.skills.begin(), person.skills.end(), [&](const PersonSkill& skill) {
    return !skill.known_absent && covers(context.symbols->text(skill.code), code);
  });
}

SkillCount count_skills(const PlanContext& context, const Person& person, const Work& work) {
  SkillCount count;
  for (const Requirement& requirement : work.requirements) {
    if (requirement.kind != RequirementKind::kSkill) continue;
    ++count.asked;
    count.covered += covers_skill(context, person, requirement.code);
  }
  return count;
}

ScoreParts score_parts(const PlanContext& context, const Person& person, const Work& work, const PairWish& wish,
                       const GateOutcomes& outcomes) {
  return score_parts(context, person, work, wish, outcomes, count_skills(context, person, work));
}

ScoreParts score_parts(const PlanContext& context, const Person& person, const Work& work, const PairWish& wish,
                       const GateOutcomes& outcomes, const SkillCount& skills) {
  const int settled = static_cast<int>(kGates) - outcomes.count(Outcome::kUnknown);
  return {.wish = std::max(0, kPerMille - context.rules->score.wish_step * (wish.position - 1)),
          .skills = skills_part(skills),
          .travel = travel_part(wish),
          .hours = hours_part(person, work),
          .known = kPerMille * settled / static_cast<int>(kGates)};
}

int score_of(const ScoreWeights& w, const ScoreParts& p) {
  return (w.wish * p.wish + w.skills * p.skills + w.travel * p.travel + w.hours * p.hours + w.known * p.known) /
         kPerMille;
}

}  // namespace passend
