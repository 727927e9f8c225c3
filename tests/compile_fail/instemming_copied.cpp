// SPDX-License-Identifier: EUPL-1.2
// Shows: an Instemming cannot be copied, so one that was withdrawn cannot be used.
// Message: use of deleted function|call to deleted constructor
#include "work/placement.hpp"

using namespace passend;

Instemming kept(Instemming instemming) {
#ifdef MUST_FAIL
  Instemming copy = instemming;
  return copy;
#else
  return instemming;
#endif
}

int main() {}
