// SPDX-License-Identifier: EUPL-1.2
// The groups of a snapshot by which outcomes may be compared: age bands, kinds of benefit, and the groups of
// groups.csv. Sex and origin are in no snapshot; they come as counts only (outcome_monitor.hpp).
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "fairwork/outcome_monitor.hpp"
#include "matching/snapshot.hpp"

namespace passend::fairwork {

inline constexpr std::array<std::string_view, 10> kOutcomeKinds{
    "age_band",  "benefit", "benefit_duration", "waiting",          "support",
    "education", "area",    "statushouder",     "arbeidsbeperking", "age"};

// Whether a person takes part in the count, and whether the person had the outcome.
struct OutcomeOf {
  std::function<bool(std::uint32_t person)> counts{};
  std::function<bool(std::uint32_t person)> placed{};
};

// The families asked for, in the order of kOutcomeKinds; `kinds` empty = all that occur. A kind of groups.csv in which
// nobody is in two groups is a partition; who is in none is the rest, which is compared too. The rest of age bands and
// benefits is unknown.
std::vector<OutcomeFamily> outcome_families(const Snapshot& snapshot, Date on, const MonitorRules& rules,
                                            const std::vector<std::string>& kinds, const OutcomeOf& of);

}  // namespace passend::fairwork
