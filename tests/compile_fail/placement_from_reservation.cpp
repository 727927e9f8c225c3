// SPDX-License-Identifier: EUPL-1.2
// Shows: what an employee reserved cannot start: a Reservation is no Instemming.
// Message: cannot convert|could not convert|invalid initialization|no known conversion
#include "work/placement.hpp"

using namespace passend;

PlacementAnswer start(const Proposal& proposal, Reservation reservation, Instemming instemming,
                      const PassedWageCheck& passed) {
  static_cast<void>(reservation);
  static_cast<void>(instemming);
#ifdef MUST_FAIL
  return place(proposal, std::move(reservation), passed);
#else
  return place(proposal, std::move(instemming), passed);
#endif
}

int main() {}
