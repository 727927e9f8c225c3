// SPDX-License-Identifier: EUPL-1.2
// A municipality's files as one value: who wants work and which work there is. Rows are sets: everything is sorted by
// id.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scheme/scheme.hpp"
#include "work/facts.hpp"
#include "work/symbol.hpp"

namespace passend {

struct Resource {
  Symbol id;
  std::string kind;
  std::string period;
  std::int64_t amount = 0;  // eurocent, a count, or centihours where counts_hours
  bool of_scheme = false;   // the ceiling of a scheme on the plan date, not a row of resources.csv
  bool counts_hours() const { return kind == "jobcoach" || kind == "taalmaatje" || kind == "begeleiding"; }
};

struct Group {
  Symbol name;
  Symbol kind;
};

struct PlacementRow {
  std::uint32_t person = 0;
  std::uint32_t work = 0;
  std::optional<Date> from;
  std::optional<Date> until;
  std::optional<Date> agreed;
  std::optional<std::int64_t> hourly_eurocent;  // agreed with this person; nothing: as the work says
  bool confirmed = false;

  // Takes a place on this day (docs/plan.md section 4).
  bool takes_place(Date on) const {
    if (!agreed && !confirmed && !from) return false;
    if (until && *until < on) return false;
    return !from || *from <= on || agreed.has_value();
  }
};

struct RestingRow {
  std::uint32_t person = 0;
  std::uint32_t work = 0;
  std::optional<Date> until;
};

struct UseRow {
  bool of_scheme = false;  // else of one work
  Symbol id;
  std::uint32_t resource = 0;
  std::int64_t amount = 0;
  bool of_ceiling = false;  // made from a scheme on the plan date, not a row of uses.csv
};

struct Training {
  Symbol id;
  RequirementKind gives{};
  Symbol code;
  std::optional<std::int64_t> weeks;
  std::optional<std::int64_t> eurocent;
  Symbol scheme;
};

struct Employer {
  Symbol id;
  std::string name;
};

// A task that a host in the city would like to see done, and nobody does yet.
struct CivicTask {
  Symbol id, host;
  Occupation occupation = kOpen;
  Symbol pc4;
  std::int32_t point = kNoPoint;
  std::optional<Centihours> hours;
  std::int64_t value = 1;  // to the neighbourhood, per hour
  std::optional<Date> non_displacement;
  std::vector<WorkDemand> demands;
};

enum class HostEventKind : std::uint8_t { kVacancy, kDismissal, kFewerVolunteers };
struct HostEvent {
  Symbol host;
  HostEventKind kind{};
  Occupation occupation = kOpen;
  Date date{};
};

enum class WorksCouncil : std::uint8_t { kPositive, kNegative, kNone };
struct HostOpinion {
  Symbol host;
  std::optional<WorksCouncil> works_council{};
  std::optional<Date> works_council_date{};
  Symbol decided_by{};  // a role, no name
  std::optional<Date> decided{};
};

struct Snapshot {
  SymbolTable symbols;
  std::vector<Person> people;       // by id
  std::vector<Work> works;          // by id; uses and template demands are filled in when a plan is prepared
  std::vector<Employer> employers;  // by id
  std::vector<Resource> resources;  // by id
  std::vector<Group> groups;        // by name, then kind
  std::vector<PlacementRow> placements;
  std::vector<RestingRow> resting;
  std::vector<UseRow> uses;
  std::vector<Training> trainings;  // by id
  std::vector<CivicTask> tasks;     // by id
  std::vector<HostEvent> host_events;
  std::vector<HostOpinion> host_opinions;
  std::vector<scheme::Scheme> schemes;  // by id; those of which this municipality keeps a file

  std::optional<std::uint32_t> find_person(std::string_view id) const;
  std::optional<std::uint32_t> find_work(std::string_view id) const;
};

}  // namespace passend
