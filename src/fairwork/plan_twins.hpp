// SPDX-License-Identifier: EUPL-1.2
// The paired test of our own planner: a twin is a person who differs in one thing that must not matter. Plan and
// options of both have to be the same. docs/fair-plan.md is the definition.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "law/parameter_store.hpp"
#include "matching/plan.hpp"

namespace passend::fairwork {

enum class TwinChange : std::uint8_t { kBirthDate, kBenefit, kLanguages, kSkills, kPc4, kGroup };
inline constexpr std::array<std::string_view, 6> kTwinChanges{"birth_date", "benefit", "languages",
                                                              "skills",     "pc4",     "group"};

struct TwinRow {
  std::int64_t twins = 0;
  std::int64_t candidates_differ = 0;  // work, score or whether it is conditional
  std::int64_t voorstel_differs = 0;   // in any round
  std::int64_t options_looked_at = 0;
  std::int64_t options_differ = 0;  // with their questions and openings
  std::int64_t differences() const { return candidates_differ + voorstel_differs + options_differ; }
};

struct TwinDifference {
  TwinChange change{};
  std::string person{};
};

struct TwinAnswer {
  std::array<TwinRow, kTwinChanges.size()> rows{};
  std::vector<TwinDifference> first{};  // at most ten
  std::int64_t plans = 0;               // made, the original included
  bool stopped = false;
  std::int64_t twins() const;
  std::int64_t differences() const;
};

// The planner under test.
using Planner = std::function<Plan(const PlanContext&, const Snapshot&)>;

struct TwinQuestion {
  std::int64_t twins = 0;         // at least so many, where any twin can be made
  std::int64_t options_each = 1;  // options of every so-many-th twin are compared too
  std::stop_token stop{};
  std::function<void(std::int64_t done, std::int64_t total)> progress{};
};

// Plans made of `snapshot`, which comes back as it was. Faults as fill_schemes.
Result<TwinAnswer> test_twins(const PlanContext& context, Snapshot& snapshot, const ParameterStore& law,
                              const Planner& planner, const TwinQuestion& question);

}  // namespace passend::fairwork
