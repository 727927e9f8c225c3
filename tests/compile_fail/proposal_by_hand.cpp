// SPDX-License-Identifier: EUPL-1.2
// Shows: no code outside propose() makes a voorstel.
// Message: is private within this context|calling a private constructor
#include "work/placement.hpp"

using namespace passend;

ProposalAnswer offer(const PlanContext& context, const Person& person, const Work& work, const PairWish& wish,
                     const GateOutcomes& outcomes, const PairNotes& notes) {
  static_cast<void>(wish);
  static_cast<void>(outcomes);
#ifdef MUST_FAIL
  return Proposal(context, person, work, notes);
#else
  return propose(context, person, work, wish, outcomes, notes);
#endif
}

int main() {}
