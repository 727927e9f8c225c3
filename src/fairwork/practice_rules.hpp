// SPDX-License-Identifier: EUPL-1.2
// What practice tests may vary, and the least a conclusion rests on: data/fairwork/practice_tests.toml.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"

namespace passend::fairwork {

// One thing in which the two applications of a pair differ.
struct PracticeKind {
  std::string id{}, ground{}, article{};
  std::string nl{}, en{};
  std::string source{}, confidence{};
};

struct PracticeRules {
  double alpha = 0;       // for all grounds together
  double confidence = 0;  // of intervals
  std::int64_t minimum_pairs = 0, small_cell = 0, pairs_per_employer_most = 0, days_between_most = 0, pairs_most = 0;
  std::vector<PracticeKind> kinds{};

  std::optional<std::size_t> find(std::string_view id) const;
  std::string ids() const;  // for a fault: "a, b, c"
};

// kToml…, kOutOfRange, kNotInList, kKeyTwice.
Result<PracticeRules> read_practice_rules(std::string_view bytes, const std::string& file);

}  // namespace passend::fairwork
