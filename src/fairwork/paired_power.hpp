// SPDX-License-Identifier: EUPL-1.2
// How many pairs a practice test needs: the formula of Connor (1987), and the exact power of the exact McNemar test
// without condition on how many pairs differ. docs/practice-tests.md section 3.
#pragma once

#include <optional>
#include <vector>

#include "fairwork/exact_statistics.hpp"

namespace passend::fairwork {

// Expected shares of all pairs in which one member alone is called back. Each 0..1, together 0 < sum <= 1.
struct DiscordantShares {
  double only_first = 0;
  double only_second = 0;
  double differ() const { return only_first + only_second; }
  double gap() const { return only_first - only_second; }
};

class PairedPower {
 public:
  // alpha: two-sided, below 1/2.
  PairedPower(DiscordantShares shares, double alpha) : shares_(shares), alpha_(alpha) {}

  // The chance that so many pairs give an exact p-value of at most alpha.
  double power(Count pairs);

  // Connor (1987), rounded up. Precondition: the gap is not 0.
  Count pairs_by_formula(double aim) const;

  // The least number from which on the exact power stays at or above `aim` (it is not quite monotone: looked at up to
  // twice the number that first reaches it); nothing when that is more than `most`. Precondition: the gap is not 0.
  std::optional<Count> pairs_needed(double aim, Count most);

 private:
  double power_given(Count differ);  // the chance of such a p-value when this many pairs differ

  DiscordantShares shares_;
  double alpha_;
  std::vector<double> given_;
  Count critical_ = -1;  // of the last in given_: at most this many on one side
};

}  // namespace passend::fairwork
