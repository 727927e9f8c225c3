// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "insight/demo_world.hpp"

namespace passend {
namespace {

constexpr std::string_view kNoRow = "geen_rij";

void languages(const DemoPerson& person, Draws& draws, SnapshotText& out) {
  const std::string nl = draws.word("language.nl", person.statushouder ? "statushouder" : "");
  const std::string en = draws.word("language.en");
  if (nl != kNoRow) out.row("languages.csv", {person.id, "nl", nl});
  if (en != kNoRow) out.row("languages.csv", {person.id, "en", en});
}

// The names that the families of a person have in one list, once each.
std::set<std::string> of_families(const DemoWorld& world, const DemoPerson& person,
                                  std::vector<std::string> DemoFamily::* list) {
  std::set<std::string> names;
  for (const auto family : person.families) {
    const auto& own = world.family(family).*list;
    names.insert(own.begin(), own.end());
  }
  return names;
}

void licences(const DemoWorld& world, const DemoPerson& person, Draws& draws, SnapshotText& out) {
  if (person.licence_b != kNoRow) out.row("licences.csv", {person.id, "B", person.licence_b});
  for (const auto& licence : of_families(world, person, &DemoFamily::licences)) {
    const std::string has = draws.word("licence.other");
    if (licence != "B" && has != kNoRow) out.row("licences.csv", {person.id, licence, has});
  }
}

void skills(const DemoWorld& world, const DemoPerson& person, Draws& draws, SnapshotText& out) {
  for (const auto& skill : of_families(world, person, &DemoFamily::skills))
    if (draws.chance("skill.known")) out.row("skills.csv", {person.id, "esco", skill, draws.word("skill.level")});
}

// The items that the work a person is after asks about: only these are ever asked of someone.
std::set<std::string> asked_items(const DemoWorld& world, const DemoPerson& person) {
  std::vector<std::size_t> families = person.families;
  families.push_back(person.social_family);
  std::set<std::string> items;
  for (const auto family : families)
    for (const auto& occupation : world.family(family).occupations)
      for (const auto& demand : world.reference.template_of(occupation.isco)) items.insert(demand.item);
  return items;
}

std::string condition_level(const std::string& code, const DemoItem& item, bool limited, Draws& draws) {
  if (!limited) {
    const bool plain = item.levels.size() < 2 || draws.chance("condition.said_geen");
    return plain ? "geen" : item.levels.front();
  }
  if (item.kind == "condition") return "ja";
  if (item.kind == "threshold") return draws.word("condition." + code);
  const auto worse = item.levels.size() - 1;
  return item.levels[1 + std::min(draws.below(worse), draws.below(worse))];
}

void conditions(const DemoWorld& world, const DemoPerson& person, Draws& draws, SnapshotText& out) {
  if (!draws.chance("condition.person_asked")) return;
  for (const auto& code : asked_items(world, person)) {
    const auto& item = world.reference.items.at(code);
    if (!draws.chance("condition.item_known")) continue;
    const bool limited = draws.chance("condition.limited", person.arbeidsbeperking ? "arbeidsbeperking" : "");
    out.row("conditions.csv", {person.id, code, condition_level(code, item, limited, draws),
                               draws.word("condition.source"), cell(draws.day("condition.expires_days", world.date))});
  }
}

}  // namespace

void write_abilities(const DemoWorld& world, SnapshotText& out) {
  for (std::size_t i = 0; i < world.people.size(); ++i) {
    Draws draws = world.draws("abilities", i);
    languages(world.people[i], draws, out);
    licences(world, world.people[i], draws, out);
    skills(world, world.people[i], draws, out);
    conditions(world, world.people[i], draws, out);
  }
}

}  // namespace passend
