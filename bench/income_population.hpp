// SPDX-License-Identifier: EUPL-1.2
// Invented households, each with an offer of work: many singles, a quarter on bijstand, low wages most of all. Without
// AOW, Wajong and IOAW, so that a peer need not know them.
#pragma once

#include <random>

#include "income/answer.hpp"

namespace passend::bench {

struct IncomeCase {
  income::Household household;
  income::Offer offer;
};

// The same seed gives the same households.
class IncomePopulation {
 public:
  IncomePopulation(Date on, std::uint64_t seed) : on_(on), draw_(seed) {}
  IncomeCase next();

 private:
  int pick(int low, int high) { return std::uniform_int_distribution(low, high)(draw_); }
  bool chance(int percent) { return pick(1, 100) <= percent; }
  std::int64_t low_wage();

  income::Adult adult(int index, bool on_bijstand);
  void give_work(income::Adult& adult, int percent, int least_hours);
  void add_adults(income::Household& household, bool couple, bool on_bijstand);
  void add_children(income::Household& household);
  void add_dwelling(income::Household& household, bool on_bijstand);
  income::Offer offer_to(const income::Household& household);

  Date on_;
  std::mt19937_64 draw_;
};

}  // namespace passend::bench
