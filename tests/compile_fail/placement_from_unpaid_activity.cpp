// SPDX-License-Identifier: EUPL-1.2
// Shows: an unpaid activity is never a placement.
// Message: cannot convert|could not convert|no viable conversion|conversion from
#include "work/placement.hpp"

using namespace passend;

Placement counted(UnpaidActivity activity, Placement placement) {
  static_cast<void>(activity);
  static_cast<void>(placement);
#ifdef MUST_FAIL
  return activity;
#else
  return placement;
#endif
}

int main() {}
