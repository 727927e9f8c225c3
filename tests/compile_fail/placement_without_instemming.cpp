// SPDX-License-Identifier: EUPL-1.2
// Shows: a placement needs the person's Instemming; a voorstel and a wage check are not enough.
// Message: too few arguments|no matching function|invalid initialization
#include "work/placement.hpp"

using namespace passend;

PlacementAnswer start(const Proposal& proposal, Instemming instemming, const PassedWageCheck& passed) {
  static_cast<void>(instemming);
#ifdef MUST_FAIL
  return place(proposal, passed);
#else
  return place(proposal, std::move(instemming), passed);
#endif
}

int main() {}
