// SPDX-License-Identifier: EUPL-1.2
// The design of a practice test: how many pairs each ground needs, and a balanced order by lot for every vacancy.
// docs/practice-tests.md sections 2 and 3. Employers and vacancies are numbers; who is which stays outside.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "fairwork/paired_power.hpp"
#include "fairwork/practice_rules.hpp"

namespace passend::fairwork {

// One ground that is tested, with what is expected.
struct PracticeAim {
  std::size_t kind = 0;  // in PracticeRules::kinds
  DiscordantShares expected{};
};

struct PracticeDesign {
  double alpha = 0, power = 0;
  Count pairs_per_employer = 1;
  double within_employer = 0;  // correlation of the differences of pairs at one employer
  Count vacancies = 0;
  std::vector<PracticeAim> aims{};

  double alpha_each() const { return alpha / static_cast<double>(aims.size()); }
};

// The answer for one ground. `needed` counts several pairs at one employer; `power` is that of `independent` pairs.
struct PracticeSize {
  Count by_formula = 0, independent = 0, needed = 0;
  double power = 0;
};

// One application to be sent.
struct PracticeApplication {
  Count pair = 0, vacancy = 0, employer = 0;  // from 1
  std::size_t kind = 0;
  bool tested = false;     // else the reference
  bool profile_b = false;  // else profile a: two equal curricula change sides by lot
  int order = 1;           // 1 or 2
  Count day = 0;           // after the first application of the pair
};

// kToml…, kNotInList (a kind), kKeyTwice (two aims on one ground), kOutOfRange, kContradiction (rates and shares, or
// shares that cannot be, or no difference), kTomlKeyMissing.
Result<PracticeDesign> read_practice_design(std::string_view bytes, const std::string& file,
                                            const PracticeRules& rules);

// In the order of the aims. kTooLarge where an aim needs more than rules.pairs_most pairs.
Result<std::vector<PracticeSize>> practice_sizes(const PracticeDesign& design, const PracticeRules& rules,
                                                 const std::string& file);

// Two applications a pair, by pair and order; the same for the same seed. Kinds go to vacancies by lot; in each four
// pairs of a kind, order and profile occur in all four combinations.
std::vector<PracticeApplication> draw_applications(const PracticeDesign& design, const std::vector<PracticeSize>& sizes,
                                                   const PracticeRules& rules, std::uint64_t seed);

}  // namespace passend::fairwork
