// SPDX-License-Identifier: EUPL-1.2
#include "work/proposal.hpp"

#include <algorithm>

namespace passend {
namespace {

bool is_live(const Person& person, const PairWish& wish, Date on) {
  const auto index = static_cast<std::size_t>(wish.index);
  return wish.index >= 0 && index < person.wishes.size() && person.wishes[index].live(on);
}

OtherFloors other_floors_of(const PlanContext& context, const Work& work) {
  OtherFloors floors;
  if (work.cao_floor_eurocent) floors.agreement_hourly = Eurocent{*work.cao_floor_eurocent};
  const RuleSet& rules = *context.rules;
  if (rules.wage_floor_hourly_eurocent > 0)
    floors.municipal = {.hourly = Eurocent{rules.wage_floor_hourly_eurocent}, .from_age = rules.wage_floor_from_age};
  return floors;
}

std::vector<std::string> codes_of(const PlanContext& context, const PairNotes& notes) {
  std::vector<std::string> codes;
  for (const Question& question : notes.questions) codes.push_back(code_of(question, context));
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

}  // namespace

Proposal::Proposal(const PlanContext& context, const Person& person, const Work& work, const PairNotes& notes)
    : person_(context.symbols->text(person.id)),
      work_(context.symbols->text(work.id)),
      date_(context.date),
      kind_(work.kind),
      questions_(codes_of(context, notes)),
      birth_date_(person.birth),
      bbl_(work.bbl == true),
      other_floors_(other_floors_of(context, work)) {}

ProposalAnswer propose(const PlanContext& context, const Person& person, const Work& work, const PairWish& wish,
                       const GateOutcomes& outcomes, const PairNotes& notes) {
  NoProposal none{.without_live_wish = !is_live(person, wish, context.date), .failed = {}};
  for (std::size_t g = 0; g < kGates; ++g)
    if (outcomes.of[g] == Outcome::kNo) none.failed.push_back(static_cast<Gate>(g));
  if (none.without_live_wish || !none.failed.empty()) return none;
  return Proposal(context, person, work, notes);
}

}  // namespace passend
