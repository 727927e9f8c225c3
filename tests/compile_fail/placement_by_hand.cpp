// SPDX-License-Identifier: EUPL-1.2
// Shows: no code outside place() makes a Placement.
// Message: is private within this context|calling a private constructor
#include "work/placement.hpp"

using namespace passend;

PlacementAnswer start(const Proposal& proposal, Instemming instemming, const PassedWageCheck& passed) {
#ifdef MUST_FAIL
  return Placement(proposal, std::move(instemming), passed);
#else
  return place(proposal, std::move(instemming), passed);
#endif
}

int main() {}
