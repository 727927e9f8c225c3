// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "insight/demo_days.hpp"
#include "insight/demo_world.hpp"

namespace passend {
namespace {

//                                       name                   paid   allowance social declares
constexpr std::array<DemoKind, 14> kKinds{{{"regulier", true, false, false, false},
                                           {"met_ondersteuning", true, false, false, false},
                                           {"detachering", true, false, false, false},
                                           {"leerbaan", true, false, false, false},
                                           {"basisbaan", true, false, true, true},
                                           {"beschut", true, false, true, false},
                                           {"wsw", true, false, true, false},
                                           {"stage", false, true, false, false},
                                           {"startersbeurs", false, true, false, false},
                                           {"werkervaringsplaats", false, false, false, false},
                                           {"proefplaatsing", false, false, false, false},
                                           {"participatieplaats", false, false, true, false},
                                           {"vrijwilligerswerk", false, false, true, true},
                                           {"scholing", false, false, false, false}}};

std::int64_t above_anchor(const DemoWorld& world, std::int64_t premium) {
  return world.reference.marginals.value("wage.anchor_eurocent") * (1000 + premium) / 1000;
}

std::optional<std::int64_t> draw_hourly(const DemoWorld& world, const DemoWork& work, Draws& draws) {
  const auto& kind = demo_kind(work.kind);
  if (!kind.paid || draws.chance("work.hourly_unknown")) return std::nullopt;
  if (kind.social) return above_anchor(world, draws.number("work.at_anchor_premium").value_or(0));
  if (draws.word("work.below_anchor", work.kind) == "ja")
    return above_anchor(world, draws.number("work.below_anchor_premium", work.kind).value_or(0));
  return above_anchor(world, draws.in_row(world.family(work.family).premium));
}

void make_employers(DemoWorld& world, std::size_t works) {
  const auto per_employer = std::max<std::int64_t>(1, world.reference.marginals.value("work.per_employer"));
  const auto families = world.reference.families.list.size();
  const auto count = std::max(families, works / static_cast<std::size_t>(per_employer));
  for (std::size_t i = 0; i < count; ++i) {
    Draws draws = world.draws("employer", i);
    const auto family = i < families ? i : draws.weighted(world.reference.families.works);
    world.employers.push_back({demo_id('e', i, count), family, draws.weighted(world.reference.places.totals)});
  }
}

DemoWork make_work(const DemoWorld& world, std::size_t index, std::size_t count,
                   const std::vector<std::vector<std::size_t>>& employers_of) {
  Draws draws = world.draws("work", index);
  const auto& families = world.reference.families;
  DemoWork work{.id = demo_id('w', index, count), .kind = draws.word("work.kind")};
  work.family = draws.weighted(demo_kind(work.kind).social ? families.social : families.works);
  const auto& employers = employers_of[work.family];
  work.employer = employers[draws.below(employers.size())];
  work.place = draws.chance("work.at_employer") ? world.employers[work.employer].place
                                                : draws.weighted(world.reference.places.totals);
  const auto& occupations = world.family(work.family).occupations;
  work.occupation = occupations[std::min(draws.below(occupations.size()), draws.below(occupations.size()))];
  work.free = draws.number("work.free").value_or(1);
  work.hours_max = draws.number("work.hours_max", work.kind);
  work.hourly_eurocent = draw_hourly(world, work, draws);
  return work;
}

std::string occupation_cell(const DemoWork& work, Draws& draws) {
  const std::string form = draws.word("work.occupation");
  if (form.empty()) return {};
  return form == "esco" ? work.occupation.esco
                        : work.occupation.isco.substr(0, static_cast<std::size_t>(form[0] - '0'));
}

// Consecutive days of the family's week, as many as the hours need.
std::string shift_cell(const DemoFamily& family, const DemoWork& work, Draws& draws) {
  const std::string parts = draws.word("work.shift." + family.shift);
  const auto days = days_of(family.days);
  if (days.empty() || !draws.chance("work.day_parts_known")) return {};
  const std::int64_t hours_a_day = parts.size() > 1 ? 8 : 4;
  constexpr std::int64_t kFullWeek = 5;
  const auto needed =
      std::clamp<std::int64_t>((work.hours_max.value_or(24) + hours_a_day - 1) / hours_a_day, 1,
                               std::min<std::int64_t>(kFullWeek, static_cast<std::int64_t>(days.size())));
  const auto spare = days.size() - static_cast<std::size_t>(needed);
  const auto first = days.begin() + static_cast<std::ptrdiff_t>(draws.below(spare + 1));
  return day_parts_on({first, first + static_cast<std::ptrdiff_t>(needed)}, parts);
}

std::string hours_min_cell(const DemoWork& work, Draws& draws) {
  constexpr std::int64_t kFewest = 2;
  const auto slack = draws.number("work.hours_slack").value_or(0);
  if (!work.hours_max || draws.chance("work.hours_min_unknown")) return {};
  return fmt::format("{}", std::max(kFewest, *work.hours_max - slack));
}

std::string cao_cell(const DemoWork& work, Draws& draws) {
  const auto below = draws.number("work.cao_below_wage").value_or(0);
  if (!work.hourly_eurocent || !draws.chance("work.cao_known")) return {};
  return fmt::format("{}", *work.hourly_eurocent - below);
}

std::string places_cell(const DemoWork& work, Draws& draws) {
  const bool unknown = draws.chance("work.places_unknown") && work.running == 0;
  return unknown ? std::string() : fmt::format("{}", work.free + work.running);
}

void work_row(const DemoWorld& world, std::size_t index, SnapshotText& out) {
  Draws draws = world.draws("work.csv", index);
  const auto& work = world.works[index];
  const auto& kind = demo_kind(work.kind);
  const Date date = world.date;
  const auto from = draws.day("work.from_days", date);
  out.row("work.csv",
          {work.id, world.employers[work.employer].id, work.kind, occupation_cell(work, draws),
           draws.chance("work.pc4_unknown") ? "" : world.reference.places.pc4[work.place], places_cell(work, draws),
           draws.word("work.closed"), work.kind == "leerbaan" ? draws.word("work.bbl.leerbaan") : "nee",
           hours_min_cell(work, draws), cell(work.hours_max), shift_cell(world.family(work.family), work, draws),
           cell(work.hourly_eurocent), cao_cell(work, draws),
           kind.allowance ? cell(draws.number("work.allowance_eurocent")) : "",
           kind.paid ? draws.word("work.contract") : "", cell(from),
           cell(end_after(from, draws.day("work.until_days", date))), draws.word("work.scheme", work.kind),
           kind.declares ? cell(draws.day("work.non_displacement_days", date)) : ""});
}

}  // namespace

const DemoKind& demo_kind(const std::string& name) {
  const auto found = std::ranges::find_if(kKinds, [&](const DemoKind& kind) { return name == kind.name; });
  return found == kKinds.end() ? kKinds.front() : *found;
}

void make_works(DemoWorld& world, std::size_t count) {
  make_employers(world, count);
  std::vector<std::vector<std::size_t>> employers_of(world.reference.families.list.size());
  for (std::size_t i = 0; i < world.employers.size(); ++i) employers_of[world.employers[i].family].push_back(i);
  world.works_of_family.resize(employers_of.size());
  for (std::size_t i = 0; i < count; ++i) {
    world.works.push_back(make_work(world, i, count, employers_of));
    world.works_of_kind[world.works.back().kind].push_back(i);
    world.works_of_family[world.works.back().family].push_back(i);
  }
}

void write_works(const DemoWorld& world, SnapshotText& out) {
  for (const auto& employer : world.employers)
    out.row("employers.csv", {employer.id, fmt::format("Voorbeeldbedrijf {} (verzonnen)", employer.id.substr(1)),
                              world.family(employer.family).sbi});
  for (std::size_t i = 0; i < world.works.size(); ++i) work_row(world, i, out);
}

}  // namespace passend
