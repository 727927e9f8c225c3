// SPDX-License-Identifier: EUPL-1.2
// The invented people, employers and works as they are before any file is written, and the writers of the files.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "insight/demo_reference.hpp"
#include "insight/marginals.hpp"
#include "insight/snapshot_text.hpp"

namespace passend {

struct DemoPerson {
  std::string id;
  std::string profile{};  // kort, lang, beschut, scholier, werkend: which variant of a marginal counts
  std::string status{}, benefit{}, pc4{}, licence_b{};
  std::size_t place = 0;
  int age = 0;
  std::optional<Date> benefit_since{};
  std::vector<std::size_t> families{};  // of work that the person is after
  std::size_t social_family = 0;        // the same for basisbaan, beschut and the like
  bool arbeidsbeperking = false, beschut = false, beschut_placed = false, statushouder = false;
};

// What the generator must know of a kind of work.
struct DemoKind {
  const char* name;
  bool paid, allowance, social, declares;  // social: drawn from the social families; declares: non-displacement
};
const DemoKind& demo_kind(const std::string& name);

struct DemoEmployer {
  std::string id;
  std::size_t family = 0, place = 0;
};

struct DemoWork {
  std::string id{}, kind{};
  std::size_t employer = 0, family = 0, place = 0;
  DemoOccupation occupation{};
  std::int64_t free = 1, running = 0;
  std::optional<std::int64_t> hours_max{}, hourly_eurocent{};
};

struct DemoWorld {
  const DemoReference& reference;
  std::uint64_t seed;
  Date date;
  std::vector<DemoPerson> people;
  std::vector<DemoEmployer> employers;
  std::vector<DemoWork> works;
  std::map<std::string, std::vector<std::size_t>> works_of_kind;
  std::vector<std::vector<std::size_t>> works_of_family;
  std::map<std::string, std::int64_t> group_sizes;  // filled by write_people

  Draws draws(std::string_view purpose, std::size_t index) const { return {reference.marginals, seed, purpose, index}; }
  const DemoFamily& family(std::size_t index) const { return reference.families.list[index]; }
};

// "p" and 12 of 7000 → "p0012".
std::string demo_id(char letter, std::size_t index, std::size_t count);

void make_people(DemoWorld& world, std::size_t count);
void make_works(DemoWorld& world, std::size_t count);

void write_people(DemoWorld& world, SnapshotText& out);           // people, support, indications, education, groups
void write_abilities(const DemoWorld& world, SnapshotText& out);  // languages, licences, skills, conditions
void write_wishes(const DemoWorld& world, SnapshotText& out);     // wishes, exclusions, resting
void write_placements(DemoWorld& world, SnapshotText& out);       // counts running placements into the works
void write_works(const DemoWorld& world, SnapshotText& out);      // employers, work: after the placements
void write_demands(const DemoWorld& world, SnapshotText& out);    // demands, requirements, support_offered
void write_means(const DemoWorld& world, SnapshotText& out);      // resources, uses, tasks and their hosts, training

// The example rules with the floors of the demo municipality added, and the note that everything is invented.
std::string demo_rules(const DemoWorld& world, const std::string& example_rules);
std::string demo_readme(const DemoWorld& world);

}  // namespace passend
