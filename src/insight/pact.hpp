// SPDX-License-Identifier: EUPL-1.2
// Agreements and pacts: what partners promised for lawful groups, against what was realised from placements, by month,
// with a forecast. docs/questions.md, "Agreements and pacts".
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "insight/council_answer.hpp"
#include "insight/prediction.hpp"

namespace passend::insight {

// begun: a placement of one of the kinds began. rhythm: someone was at work for `months` on end. onward: someone began
// a placement of one of the kinds after another placement of theirs that began earlier.
enum class PactStage { kBegun, kRhythm, kOnward };
inline constexpr std::array<std::string_view, 3> kPactStages{"begun", "rhythm", "onward"};

struct PactTarget {
  std::string id{};
  std::string partner{};                 // in words, of who promised
  std::vector<std::string> employers{};  // of the partner, by code; empty: all
  std::string group{};                   // of groups.csv; empty: everybody
  std::string ground{};                  // statutory, of a group by age
  std::vector<std::string> kinds{};      // of work
  PactStage stage{};
  std::int64_t months = 0;  // of rhythm
  std::int64_t people = 0;  // promised
  int line = 0;
};

struct Agreement {
  std::string title{};
  std::string source{};  // where it was agreed
  Date from{}, until{};
  std::vector<PactTarget> targets{};
};

// Faults of the file; kNotInList for an unknown stage or kind of work; kIntervalReversed.
Result<Agreement> read_agreement(std::string_view bytes, const std::string& file);

struct PactMonth {
  std::string month{};  // 2026-09
  std::size_t figure = 0;
};

struct PactProgress {
  std::size_t so_far = 0;              // figure
  std::vector<PactMonth> months{};     // those that have begun
  std::optional<Prediction> at_end{};  // of the whole period; nothing when few, hidden, or the period has not begun
};

struct AgreementAnswer {
  Computed computed{};
  std::vector<PactProgress> progress{};  // of the targets, in their order
};

// From placements.csv, work.csv and groups.csv of the snapshot. kReferenceMissing: a group that the snapshot does not
// know; kRuleRefused: a group by age without a statutory ground.
Result<AgreementAnswer> follow(const Agreement& agreement, const std::filesystem::path& snapshot, Date on,
                               const std::string& file);

}  // namespace passend::insight
