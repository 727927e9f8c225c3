// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "insight/demo_world.hpp"

namespace passend {
namespace {

// What someone says once and repeats with every wish.
struct Limits {
  std::string min_hourly, max_km, max_minutes, mode;
};

Limits draw_limits(const DemoWorld& world, const DemoPerson& person, Draws& draws) {
  const auto premium = draws.number("wish.min_hourly_premium");
  const auto anchor = world.reference.marginals.value("wage.anchor_eurocent");
  return {.min_hourly = premium ? fmt::format("{}", anchor * (1000 + *premium) / 1000) : "",
          .max_km = draws.word("wish.max_km"),
          .max_minutes = draws.word("wish.max_minutes"),
          .mode = draws.word("wish.mode", person.licence_b == "ja" ? "rijbewijs" : "")};
}

// The first occupation of a family is the most common one.
const DemoOccupation& common_occupation(const DemoFamily& family, Draws& draws) {
  const auto count = family.occupations.size();
  return family.occupations[std::min(draws.below(count), draws.below(count))];
}

std::string wished_occupation(const DemoWorld& world, std::size_t family, const char* variant, Draws& draws) {
  const auto& occupation = common_occupation(world.family(family), draws);
  const std::string form = draws.word("wish.occupation", variant);
  if (form.empty()) return {};
  return form == "esco" ? occupation.esco : occupation.isco.substr(0, static_cast<std::size_t>(form[0] - '0'));
}

struct Validity {
  std::string confirmed, expires;
};

Validity draw_validity(const std::string& state, Date date, Draws& draws) {
  Validity validity{cell(draws.day("wish.confirmed_days", date)), cell(draws.day("wish.expires_days", date))};
  if (state == "onbevestigd") validity.confirmed.clear();
  if (state == "verlopen") validity.expires = cell(draws.day("wish.expired_days", date));
  return validity;
}

void wishes(const DemoWorld& world, const DemoPerson& person, Draws& draws, SnapshotText& out) {
  const std::string state = draws.word("wish.state", person.beschut_placed ? "beschut_geplaatst" : "");
  if (state == "zonder") return;
  const Limits limits = draw_limits(world, person, draws);
  const auto count = static_cast<std::size_t>(draws.number("wish.count").value_or(1));
  for (std::size_t rank = 0; rank < count; ++rank) {
    const std::string kind = draws.word("wish.kind", person.profile);
    const bool social = demo_kind(kind).social;
    const auto family = social ? person.social_family : person.families[rank % person.families.size()];
    const auto occupation = wished_occupation(world, family, social ? "sociaal" : "", draws);
    const bool later = rank > 0 && state == "geldig";
    const auto validity = draw_validity(later ? draws.word("wish.later_row") : state, world.date, draws);
    const bool paid = demo_kind(kind).paid;
    out.row("wishes.csv", {person.id, fmt::format("{}", rank + 1), kind, occupation, paid ? limits.min_hourly : "",
                           limits.max_km, limits.max_minutes, limits.mode, validity.confirmed, validity.expires});
  }
}

void exclusions(const DemoWorld& world, const DemoPerson& person, Draws& draws, SnapshotText& out) {
  const std::string kind = draws.word("exclusion.kind");
  if (kind == "geen_rij") return;
  const auto family = draws.weighted(world.reference.families.works);
  std::string code = world.family(family).occupations.front().isco.substr(0, 3);
  if (kind == "work") code = world.works[draws.below(world.works.size())].id;
  if (kind == "employer") code = world.employers[draws.below(world.employers.size())].id;
  if (kind != "occupation" || std::ranges::find(person.families, family) == person.families.end())
    out.row("exclusions.csv", {person.id, kind, code});
}

// Work of the family someone is after that they asked not to see again for now.
void resting(const DemoWorld& world, const DemoPerson& person, Draws& draws, SnapshotText& out) {
  const auto& works = world.works_of_family[person.families.front()];
  if (works.empty() || !draws.chance("resting.work")) return;
  out.row("resting.csv", {person.id, world.works[works[draws.below(works.size())]].id,
                          cell(draws.day("resting.until_days", world.date))});
}

}  // namespace

void write_wishes(const DemoWorld& world, SnapshotText& out) {
  for (std::size_t i = 0; i < world.people.size(); ++i) {
    Draws draws = world.draws("wishes", i);
    wishes(world, world.people[i], draws, out);
    exclusions(world, world.people[i], draws, out);
    resting(world, world.people[i], draws, out);
  }
}

}  // namespace passend
