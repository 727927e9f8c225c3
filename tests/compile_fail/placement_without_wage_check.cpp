// SPDX-License-Identifier: EUPL-1.2
// Shows: a placement needs a wage check that passed; a shortfall is none.
// Message: cannot convert|could not convert|invalid initialization|no known conversion
#include "work/placement.hpp"

using namespace passend;

PlacementAnswer start(const Proposal& proposal, Instemming instemming, const WageShortfall& shortfall,
                      const PassedWageCheck& passed) {
  static_cast<void>(shortfall);
  static_cast<void>(passed);
#ifdef MUST_FAIL
  return place(proposal, std::move(instemming), shortfall);
#else
  return place(proposal, std::move(instemming), passed);
#endif
}

int main() {}
