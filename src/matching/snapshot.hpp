// SPDX-License-Identifier: EUPL-1.2
// A municipality's files as one value: who wants work and which work there is. Rows are sets: everything is sorted by
// id.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "work/facts.hpp"
#include "work/symbol.hpp"

namespace passend {

struct Resource {
  Symbol id;
  std::string kind;
  std::string period;
  std::int64_t amount = 0;  // eurocent, a count, or centihours where counts_hours
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
};

struct Training {
  Symbol id;
  RequirementKind gives{};
  Symbol code;
  std::optional<std::int64_t> eurocent;
  Symbol scheme;
};

struct Employer {
  Symbol id;
  std::string name;
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

  std::optional<std::uint32_t> find_person(std::string_view id) const;
  std::optional<std::uint32_t> find_work(std::string_view id) const;
};

}  // namespace passend
