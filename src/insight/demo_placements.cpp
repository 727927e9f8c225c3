// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "insight/demo_world.hpp"

namespace passend {
namespace {

// A work of the family someone is in; for someone placed in beschut werk a work of that kind.
std::optional<std::size_t> placed_at(const DemoWorld& world, const DemoPerson& person, Draws& draws) {
  static const std::vector<std::size_t> kNone;
  const auto beschut = world.works_of_kind.find("beschut");
  const auto& works = !person.beschut_placed                 ? world.works_of_family[person.families.front()]
                      : beschut != world.works_of_kind.end() ? beschut->second
                                                             : kNone;
  if (works.empty()) return std::nullopt;
  return works[draws.below(works.size())];
}

// A placement has a wage, and beschut werk is for people with that indication only.
bool may_hold(const DemoPerson& person, const DemoWork& work) {
  return demo_kind(work.kind).paid && (work.kind == "beschut") == person.beschut_placed;
}

struct Period {
  std::optional<Date> from, until, agreed;
};

Period running_period(Date date, Draws& draws) {
  const auto from = draws.day("placement.from_days", date);
  return {from, draws.day("placement.until_days", date),
          from ? std::optional(std::min(*from, date) + -14) : std::nullopt};
}

Period ended_period(Date date, Draws& draws) {
  const auto until = draws.day("placement.ended_days", date);
  return {until ? std::optional(*until + -180) : std::nullopt, until,
          until ? std::optional(*until + -200) : std::nullopt};
}

void placement_row(const DemoWorld& world, const DemoPerson& person, const DemoWork& work, const Period& period,
                   Draws& draws, SnapshotText& out) {
  const auto anchor = world.reference.marginals.value("wage.anchor_eurocent");
  const auto hourly = std::max(anchor, work.hourly_eurocent.value_or(anchor));
  constexpr std::int64_t kHoursUnknown = 24;
  out.row("placements.csv", {person.id, work.id, cell(period.from), cell(period.until), fmt::format("{}", hourly),
                             fmt::format("{}", work.hours_max.value_or(kHoursUnknown)), cell(period.agreed),
                             draws.word("placement.confirmed_by")});
}

}  // namespace

void write_placements(DemoWorld& world, SnapshotText& out) {
  for (std::size_t i = 0; i < world.people.size(); ++i) {
    Draws draws = world.draws("placements", i);
    const auto& person = world.people[i];
    const bool runs = person.beschut_placed || (person.status == "werkend" && draws.chance("placement.of_working"));
    const bool ended = !runs && draws.chance("placement.ended");
    if (!runs && !ended) continue;
    const auto index = placed_at(world, person, draws);
    if (!index || !may_hold(person, world.works[*index])) continue;
    auto& work = world.works[*index];
    placement_row(world, person, work, runs ? running_period(world.date, draws) : ended_period(world.date, draws),
                  draws, out);
    if (runs) ++work.running;
  }
}

}  // namespace passend
