// SPDX-License-Identifier: EUPL-1.2
// Shows: a voorstel needs the outcome of every gate and the wish it rests on.
// Message: too few arguments|no matching function
#include "work/placement.hpp"

using namespace passend;

ProposalAnswer offer(const PlanContext& context, const Person& person, const Work& work) {
  PairNotes notes;
  const PairWish wish = choose_wish(context, person, work);
  const GateOutcomes outcomes = evaluate_gates(context, person, work, wish, &notes);
  static_cast<void>(outcomes);
#ifdef MUST_FAIL
  return propose(context, person, work, wish);
#else
  return propose(context, person, work, wish, outcomes, notes);
#endif
}

int main() {}
