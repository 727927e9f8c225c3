// SPDX-License-Identifier: EUPL-1.2
// Persons, wishes and work as a plan sees them. Empty optionals are unknown, which is a value. There is no name,
// number, origin, sex or diagnosis here, and no place to put one.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.hpp"
#include "work/demand.hpp"
#include "work/gate.hpp"
#include "work/occupation_tree.hpp"
#include "work/symbol.hpp"
#include "work/travel.hpp"
#include "work/work_kind.hpp"

namespace passend {

using Centihours = std::int32_t;
using DayParts = std::uint32_t;  // one bit per day and part
inline constexpr std::int32_t kNoPoint = -1;
inline constexpr std::int32_t kNoScheme = -1;

struct Wish {
  int rank = 0;
  WorkKind kind{};
  Occupation occupation = kOpen;
  std::optional<std::int64_t> min_hourly_eurocent;
  std::optional<std::int64_t> max_metres;
  std::optional<std::int64_t> max_minutes;
  std::optional<std::uint8_t> mode;  // index into the rules' modes
  std::optional<Date> confirmed;
  std::optional<Date> expires;

  bool live(Date on) const { return confirmed && *confirmed <= on && !(expires && *expires < on); }
};

enum class ExclusionKind : std::uint8_t { kEmployer, kWork, kOccupation };

struct Exclusion {
  ExclusionKind kind{};
  Symbol code;  // employer or work
  Occupation occupation = kOpen;
};

// Languages, licences and diplomas share one form: what it is, and whether the person has it.
enum class Having : std::uint8_t { kNotKnown, kLacking, kMet };

struct PersonLanguage {
  Symbol code;
  std::optional<int> level;
};  // 0 = geen, 1..6 = A1..C2
struct PersonLicence {
  Symbol code;
  std::optional<bool> has;
};
struct PersonEducation {
  std::optional<int> level;
  Symbol diploma;
};  // level -1 = geen
struct PersonSkill {
  Symbol code;
  bool known_absent = false;
};
struct PersonCondition {
  std::uint16_t item = 0;
  std::optional<ItemLevel> level;
  std::optional<Date> expires;
};
struct PersonSupport {
  Symbol kind;
  std::optional<Centihours> need;
};
struct PersonIndication {
  Symbol kind;
  std::optional<Date> since;
  std::optional<Date> until;
};

struct Person {
  Symbol id;
  std::optional<Date> birth;
  Symbol pc4;
  std::int32_t point = kNoPoint;
  std::optional<Centihours> hours_min;
  std::optional<Centihours> hours_max;
  std::optional<DayParts> day_parts;
  std::optional<Date> from;
  std::optional<Date> until;
  std::optional<Date> may_work_until;
  Symbol status;   // empty: not known
  Symbol benefit;  // empty: not known
  std::optional<Date> benefit_since;
  std::optional<Date> waiting_since;
  std::vector<Wish> wishes;  // by rank
  std::vector<Exclusion> exclusions;
  std::vector<PersonLanguage> languages;
  std::vector<PersonLicence> licences;
  std::vector<PersonEducation> education;
  std::vector<PersonSkill> skills;
  std::vector<PersonCondition> conditions;  // by item
  std::vector<PersonSupport> supports;
  std::vector<PersonIndication> indications;
  std::vector<std::uint32_t> groups;
  std::vector<std::uint32_t> resting;  // works, sorted: the only trace of a "no", and only gate `resting` reads it
  std::vector<std::uint32_t> running;  // works with a running placement of this person, sorted
  std::vector<Outcome> targets;        // per scheme slot of the plan date: whether the person is in its target group
};

struct WorkDemand {
  std::uint16_t item = 0;
  std::optional<ItemLevel> level;
  std::optional<bool> adaptable;
  bool assumed = false;
};

enum class RequirementKind : std::uint8_t { kLanguage, kLicence, kDiploma, kSkill };

struct Requirement {
  RequirementKind kind{};
  Symbol code;
  int level = 0;  // language 1..6 (0 = not stated), diploma ISCED level without a code
  std::optional<bool> trainable;
};

struct SupportOffer {
  Symbol kind;
  std::optional<Centihours> hours;
};
struct ResourceUse {
  std::uint32_t resource = 0;
  std::int64_t amount = 0;
};

struct Work {
  Symbol id;
  Symbol employer;
  WorkKind kind{};
  Occupation occupation = kOpen;
  Symbol pc4;
  std::int32_t point = kNoPoint;
  std::optional<std::int32_t> places;
  std::int32_t free = 1;  // docs/plan.md section 4; may be <= 0
  std::optional<bool> closed;
  std::optional<bool> bbl;
  std::optional<Centihours> hours_min;
  std::optional<Centihours> hours_max;
  std::optional<DayParts> day_parts;
  std::optional<std::int64_t> hourly_eurocent;
  std::optional<std::int64_t> cao_floor_eurocent;
  std::optional<std::int64_t> allowance_month_eurocent;
  std::optional<Date> from;
  std::optional<Date> until;
  std::optional<Date> non_displacement;
  Symbol scheme;
  std::int32_t scheme_slot = kNoScheme;  // into Person::targets; of the plan date
  std::vector<WorkDemand> demands;       // own rows and assumed ones from the template, by item
  std::vector<Requirement> requirements;
  std::vector<SupportOffer> support;
  std::vector<ResourceUse> uses;  // fixed per voorstel
};

// One bit for a word such as ma-o (day and part: ochtend, middag, avond, nacht); nothing for another word.
std::optional<DayParts> day_part(std::string_view word);

}  // namespace passend
