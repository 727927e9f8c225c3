// SPDX-License-Identifier: EUPL-1.2
#include "matching/prepare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/sha256.hpp"
#include "matching/scheme_targets.hpp"
#include "wage/minimum_wage.hpp"

namespace passend {
namespace {

constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2100;
constexpr int kYoungest = 10;  // below every youth scale
constexpr int kOldest = 30;    // above every youth scale

// Someone who is exactly `age` on this day.
Worker worker_of_age(int age, Date on, bool bbl) {
  const int year = static_cast<int>(calendar_of(on).year());
  return {.birth_date = make_date(year - age, 1, 1), .bbl = bbl};
}

struct ScaleOn {
  std::optional<std::int64_t> value;  // nothing: no minimum at this age
  WageScale scale{};
  bool known = true;
};

Result<ScaleOn> scale_on(const ParameterStore& law, int age, Date on, bool bbl) {
  const auto found = minimum_wage_on(law, worker_of_age(age, on, bbl), on);
  if (!found) {
    if (found.error()[0].code != FaultCode::kNoValue) return fail(found.error());
    return ScaleOn{.value = std::nullopt, .known = false};
  }
  if (const auto* wage = std::get_if<MinimumWage>(&*found))
    return ScaleOn{.value = wage->hourly.value, .scale = wage->scale};
  return ScaleOn{};
}

Result<StatutoryMinimum> minimum_from(const ParameterStore& law, Date on) {
  StatutoryMinimum out{.from = on, .adult = std::nullopt, .by_age = {}, .by_age_bbl = {}};
  for (int age = kYoungest; age <= kOldest; ++age) {
    const auto ordinary = scale_on(law, age, on, false);
    const auto bbl = scale_on(law, age, on, true);
    if (!ordinary) return fail(ordinary.error());
    if (!bbl) return fail(bbl.error());
    if (!ordinary->known) return StatutoryMinimum{.from = on, .adult = std::nullopt, .by_age = {}, .by_age_bbl = {}};
    if (!ordinary->value) continue;
    if (ordinary->scale == WageScale::kAdult) {
      out.adult = ordinary->value;
      break;
    }
    if (out.by_age.empty()) out.lowest_age = age;
    out.by_age.push_back(*ordinary->value);
    out.by_age_bbl.push_back(bbl->scale == WageScale::kBbl ? bbl->value : std::nullopt);
  }
  return out;
}

bool same(const StatutoryMinimum& a, const StatutoryMinimum& b) {
  return a.adult == b.adult && a.lowest_age == b.lowest_age && a.by_age == b.by_age && a.by_age_bbl == b.by_age_bbl;
}

// Birthdays of the stand-in worker fall on 1 January and change nothing: equal stretches are joined.
Result<std::vector<StatutoryMinimum>> all_minimums(const ParameterStore& law) {
  const Worker stand_in{.birth_date = make_date(kFirstYear - kOldest, 1, 1)};
  const Date first = make_date(kFirstYear, 1, 1);
  std::vector<Date> dates = minimum_wage_dates(law, stand_in, first, make_date(kLastYear, 1, 1));
  std::vector<StatutoryMinimum> out{{.from = first, .adult = std::nullopt, .by_age = {}, .by_age_bbl = {}}};
  for (const Date date : dates) {
    auto next = minimum_from(law, date);
    if (!next) return fail(next.error());
    if (!same(*next, out.back())) out.push_back(std::move(*next));
  }
  return out;
}

void fill_places(Snapshot& snapshot, Date date) {
  for (Person& person : snapshot.people) {
    person.running.clear();
    person.resting.clear();
  }
  for (Work& work : snapshot.works) work.free = work.places.value_or(1);
  for (const PlacementRow& row : snapshot.placements) {
    if (!row.takes_place(date)) continue;
    Work& work = snapshot.works[row.work];
    if (work.places) --work.free;
    snapshot.people[row.person].running.push_back(work.id.index);
  }
  for (const RestingRow& row : snapshot.resting)
    if (!row.until || *row.until >= date)
      snapshot.people[row.person].resting.push_back(snapshot.works[row.work].id.index);
  for (Person& person : snapshot.people) {
    std::sort(person.running.begin(), person.running.end());
    std::sort(person.resting.begin(), person.resting.end());
  }
}

// What the employer left open is filled from the template of the occupation group, marked as assumed.
void fill_demands(Work& work, const Reference& reference) {
  if (work.occupation == kOpen) return;
  for (const DemandTemplateRow& row : reference.template_of(reference.occupations.isco08(work.occupation))) {
    const auto own =
        std::find_if(work.demands.begin(), work.demands.end(), [&](const auto& d) { return d.item == row.item; });
    if (own == work.demands.end())
      work.demands.push_back({.item = row.item, .level = row.level, .adaptable = {}, .assumed = true});
    else if (!own->level)
      *own = {.item = row.item, .level = row.level, .adaptable = {}, .assumed = true};
  }
  std::sort(work.demands.begin(), work.demands.end(), [](const auto& a, const auto& b) { return a.item < b.item; });
}

void fill_uses(Snapshot& snapshot) {
  std::map<std::pair<bool, std::uint32_t>, std::vector<ResourceUse>> uses;
  for (const UseRow& row : snapshot.uses) uses[{row.of_scheme, row.id.index}].push_back({row.resource, row.amount});
  for (Work& work : snapshot.works) {
    std::map<std::uint32_t, std::int64_t> sum;
    for (const auto& key : {std::pair{true, work.scheme.index}, std::pair{false, work.id.index}})
      if (const auto found = uses.find(key); found != uses.end() && key.second != 0)
        for (const ResourceUse& use : found->second) sum[use.resource] += use.amount;
    work.uses.clear();
    for (const auto& [resource, amount] : sum) work.uses.push_back({resource, amount});
  }
}

}  // namespace

Result<PlanContext> prepare(Snapshot& snapshot, const Reference& reference, const RuleSet& rules,
                            const ParameterStore& law, Date date) {
  PlanContext context;
  context.reference = &reference;
  context.symbols = &snapshot.symbols;
  context.rules = &rules;
  context.date = date;
  auto minimums = all_minimums(law);
  if (!minimums) return fail(minimums.error());
  context.minimums = std::move(*minimums);
  context.loondispensatie = snapshot.symbols.intern("loondispensatie");
  for (const WorkKindRow& kind : kWorkKindTable)
    context.indication_of_kind.push_back(snapshot.symbols.intern(kind.indication));
  for (std::size_t i = snapshot.resources.size(); i-- > 0;)
    if (snapshot.resources[i].counts_hours())
      context.resource_of_support[snapshot.symbols.intern(snapshot.resources[i].kind).index] =
          static_cast<std::uint32_t>(i);
  fill_places(snapshot, date);
  for (Work& work : snapshot.works) fill_demands(work, reference);
  if (auto filled = fill_schemes(snapshot, law, date); !filled) return fail(filled.error());
  fill_uses(snapshot);
  return context;
}

std::uint64_t lottery_of(std::uint64_t seed, std::string_view person) {
  return sha256_first_40_bits(fmt::format("{}|{}", seed, person));
}

std::uint64_t lottery_of(std::uint64_t seed, std::string_view person, std::string_view work) {
  return sha256_first_40_bits(fmt::format("{}|{}|{}", seed, person, work));
}

}  // namespace passend
