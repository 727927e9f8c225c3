// SPDX-License-Identifier: EUPL-1.2
// What a reader can work out about numbers of people that are not told, from those that are. Each hidden number has a
// range: 1 to 9 where it is called small, from 10 on where it is hidden. Sums narrow the ranges (interval propagation,
// as in the audit of cell suppression: L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control, 2001).
// A number from 1 to 9 is protected where nine values or more remain possible. Inside src/insight only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "insight/council_answer.hpp"

namespace passend::insight {

class Disclosure {
 public:
  // A number that may be told. Of two that can protect the same, the one with the higher rank is hidden.
  std::size_t add(std::int64_t value, int rank);
  // The parts do not overlap and lie in the total; what they leave of it is protected too. Of more than one part that
  // add up to the total nothing is left, and the reader knows it. Parts of more than the total say nothing.
  void add_sum(std::size_t total, std::vector<std::size_t> parts);
  // The same number has a place that matters more.
  void keep(std::size_t cell, int rank);
  // Hides numbers, one by one, until each number from 1 to 9, and each rest from 1 to 9, is protected.
  void protect();
  Shown shown(std::size_t cell) const { return cells_[cell].shown; }

 private:
  static constexpr std::int64_t kEndless = std::numeric_limits<std::int64_t>::max();
  struct Range {
    std::int64_t low = 0, high = kEndless;
  };
  struct Cell {
    std::int64_t value = 0;
    int rank = 0;
    bool told = true;    // false: a rest, which no answer holds
    bool total = false;  // of more than one part
    Shown shown = Shown::kValue;
    bool veiled = false;  // small, and not even called so
  };

  Range first_range(const Cell& cell) const;
  bool meet(std::size_t cell, Range& range, std::int64_t low, std::int64_t high) const;
  bool narrow(const Sum& sum, std::vector<Range>& ranges) const;
  std::vector<Range> possible() const;
  std::int64_t width(std::size_t cell, const Range& range) const;  // how many values; kEndless where it matters not
  std::vector<std::size_t> near(std::size_t cell) const;
  std::size_t best_to_hide(std::size_t cell, std::int64_t width_now);
  bool can_hide(const Cell& cell) const;
  void hide(Cell& cell) const;

  std::vector<Cell> cells_;
  std::vector<Sum> sums_;
  std::vector<std::vector<std::size_t>> sums_of_;  // of each cell
};

}  // namespace passend::insight
