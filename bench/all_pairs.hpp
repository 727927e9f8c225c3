// SPDX-License-Identifier: EUPL-1.2
// The peer of the candidate index: a loop over all people and all works with the same predicates, cheapest first, on
// packed columns. It looks at every pair; what a person or a work decides alone is settled before the loop, and the
// gates that no column can decide are those of src/work.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <vector>

#include "matching/candidates.hpp"
#include "work/gates.hpp"

namespace passend::bench {

// How the loop tests gate wish: predicate by predicate (kind, then occupation, then reach and pay, wish by wish), or
// first with one look in a table made per person, which kinds are wanted in which occupations.
enum class WishTest { kOneByOne, kByTable };

class AllPairs {
 public:
  AllPairs(const PlanContext& context, const Snapshot& snapshot, WishTest wish_test);

  // Of one person, by work. Quickest when people of one postcode come after each other.
  void find(const Person& person, std::vector<Candidate>& out);

 private:
  struct Wanted {
    std::uint16_t kind = 0;                // one bit
    const std::uint8_t* admits = nullptr;  // per occupation that work has
    std::int32_t straight_most = -1;
    std::int64_t hourly_least = 0;
  };
  struct Limits {
    std::uint16_t kinds = 0;  // of all live wishes
    Centihours hours_min = 0;
    Centihours hours_max = 0;
    DayParts never = 0;  // day parts that do not suit
    std::int32_t start = 0;
    std::int32_t start_last = 0;
  };

  void add_work(std::uint32_t index, const Work& work);
  void measure(const Person& person);
  void want_kinds(const Wish& wish);
  Limits limits_of(const Person& person);
  Wanted wanted(const Wish& wish);
  bool is_wanted(std::size_t row) const;
  bool fits(const Limits& limits, std::size_t row) const;
  bool pass_rows(const Person& person, const Work& work, GateOutcomes& outcomes) const;
  void settle(const Person& person, std::uint32_t index, std::vector<Candidate>& out) const;
  std::int32_t straight_most(const Wish& wish);

  const PlanContext& context_;
  const Snapshot& snapshot_;
  const WishTest wish_test_;

  // One row per work that can be a candidate of anyone.
  std::vector<std::uint16_t> kind_;        // one bit
  std::vector<std::uint16_t> occupation_;  // into occupations_
  std::vector<std::uint16_t> place_;       // into places_
  std::vector<Centihours> hours_min_, hours_max_;
  std::vector<DayParts> day_parts_;
  std::vector<std::int32_t> from_, until_;
  std::vector<std::int64_t> hourly_;
  std::vector<std::uint32_t> work_;

  std::vector<Occupation> occupations_;                     // that work has
  std::vector<std::int32_t> places_;                        // points that work has, kNoPoint included
  std::map<Occupation, std::vector<std::uint8_t>> admits_;  // per wished occupation
  std::map<std::tuple<int, std::int64_t, std::int64_t>, std::int32_t> straight_most_;  // per mode, metres, minutes

  std::int32_t measured_ = -2;               // the point that straight_ is measured from
  std::vector<std::int32_t> straight_;       // per place; -1 where a point is not known
  std::vector<Wanted> wanted_;               // of the person at hand
  std::vector<std::uint16_t> kinds_wanted_;  // per occupation: the kinds in which that person may want it
};

}  // namespace passend::bench
