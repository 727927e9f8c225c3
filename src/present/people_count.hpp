// SPDX-License-Identifier: EUPL-1.2
// Numbers of people as they may be shown: 1 to 9 is "fewer than 10", and so is what would give such a number away.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace passend::present {

inline constexpr std::int64_t kSmallestShown = 10;

// A number of people. Made from 1..9 it holds nothing: a small number cannot be read back, only that it is small.
class PeopleCount {
 public:
  constexpr PeopleCount(std::int64_t people = 0) {  // implicit: every number of people passes through here
    if (people == 0 || people >= kSmallestShown) shown_ = people;
  }
  static constexpr PeopleCount hidden() { return PeopleCount(1); }

  constexpr bool is_hidden() const { return !shown_.has_value(); }
  constexpr std::optional<std::int64_t> shown() const { return shown_; }
  constexpr std::int64_t value() const { return shown_.value_or(0); }  // for drawing; 0 when hidden

  friend bool operator==(const PeopleCount&, const PeopleCount&) = default;

 private:
  std::optional<std::int64_t> shown_{};
};

// For parts that add up to a number which is shown too: where exactly one part is hidden, the smallest other part above
// zero is hidden as well (secondary suppression).
void hide_what_tells(std::vector<PeopleCount*> parts);

}  // namespace passend::present
