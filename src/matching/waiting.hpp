// SPDX-License-Identifier: EUPL-1.2
// Why someone has no voorstel, and what employer, municipality or training could change (docs/plan.md section 9). Never
// a change of the person's own wish: what the person set counts as one cause without number or value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "matching/plan.hpp"

namespace passend {

enum class Cause : std::uint8_t {
  kOwnLimits,
  kPlacesTaken,
  kStatutoryOrder,
  kNoWork,
  kClosed,
  kPermit,
  kLanguage,
  kLicence,
  kDiploma,
  kConditions,
  kSupport,
  kIndication,
  kDisplacement,
  kWage,
  kScheme,
};
inline constexpr std::size_t kCauses = 15;

struct CauseRow {
  std::string_view name;  // as in waiting.csv
  std::string_view side;  // werkgever, gemeente, opleiding, eigen keuze
  std::string_view what;
};

const CauseRow& row_of(Cause cause);

struct WaitingCause {
  Cause cause{};
  std::optional<std::int64_t> works;     // nothing for own limits
  std::vector<std::uint32_t> trainings;  // that would open such work; by position
};

struct Waiting {
  std::uint32_t person = 0;
  std::vector<WaitingCause> causes;  // by name of the cause
};

// Works that fail nothing but one gate, per gate, and whether some work fails only limits that the person set.
struct NearMisses {
  std::vector<std::uint32_t> works_of_gate[kGates];
  bool own_limits = false;
};

// All works, closed and full ones too. Made once for many people.
class NearMissFinder {
 public:
  NearMissFinder(const PlanContext& context, const Snapshot& snapshot);
  NearMisses find(const Person& person) const;

 private:
  void look_at(const Person& person, std::uint32_t work, NearMisses& out) const;

  const PlanContext& context_;
  const Snapshot& snapshot_;
  std::vector<std::vector<std::uint32_t>> works_of_kind_;
};

// Everybody with a live wish and no voorstel in round 1, by person. Identical for any number of threads.
std::vector<Waiting> find_waiting(const PlanContext& context, const Snapshot& snapshot, const Plan& plan, int threads);

// Trainings that give what the person lacks at this work and cannot learn there.
std::vector<std::uint32_t> trainings_for(const Snapshot& snapshot, const Person& person, const Work& work,
                                         RequirementKind kind);

// The kind of requirement behind gate language, licence or diploma.
std::optional<RequirementKind> requirement_kind_of(Gate gate);

}  // namespace passend
