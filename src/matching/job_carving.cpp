// SPDX-License-Identifier: EUPL-1.2
#include "matching/job_carving.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "matching/parallel_blocks.hpp"
#include "work/gates.hpp"

namespace passend {
namespace {

using Items = std::vector<std::uint16_t>;

constexpr std::size_t kMostItems = 2;

Items failing_items(const PlanContext& context, const Person& person, const Work& work) {
  Items items;
  for (const WorkDemand& demand : work.demands)
    if (demand_outcome(context, person, demand) == Outcome::kNo) items.push_back(demand.item);
  return items;
}

// What stands between the person and each work that fails nothing but the conditions.
std::map<std::uint32_t, Items> obstacles_of(const PlanContext& context, const Snapshot& snapshot, const Person& person,
                                            const NearMissFinder& finder) {
  std::map<std::uint32_t, Items> out;
  const NearMisses near = finder.find(person);
  for (const std::uint32_t work : near.works_of_gate[static_cast<std::size_t>(Gate::kConditions)]) {
    Items items = failing_items(context, person, snapshot.works[work]);
    if (!items.empty() && items.size() <= kMostItems) out.emplace(work, std::move(items));
  }
  return out;
}

std::vector<std::uint32_t> tasks_asking(const Snapshot& snapshot, Symbol host, const Items& items) {
  std::vector<std::uint32_t> tasks;
  for (std::size_t t = 0; t < snapshot.tasks.size(); ++t) {
    const CivicTask& task = snapshot.tasks[t];
    const bool asks = task.host == host && std::ranges::any_of(task.demands, [&](const WorkDemand& demand) {
                        return std::ranges::binary_search(items, demand.item);
                      });
    if (asks) tasks.push_back(static_cast<std::uint32_t>(t));
  }
  return tasks;
}

// Of one work: every single item, and every pair that adds people to both of its items.
std::vector<Carving> ways_of(std::uint32_t work, const std::map<Items, std::int64_t>& people_of) {
  std::vector<Carving> ways;
  const auto people = [&](const Items& items) {
    const auto found = people_of.find(items);
    return found == people_of.end() ? 0 : found->second;
  };
  std::set<std::uint16_t> singles;
  for (const auto& [items, count] : people_of) singles.insert(items.begin(), items.end());
  for (const std::uint16_t item : singles)
    if (people({item}) > 0) ways.push_back({work, {item}, people({item}), {}});
  for (const auto& [items, count] : people_of)
    if (items.size() == kMostItems) ways.push_back({work, items, count + people({items[0]}) + people({items[1]}), {}});
  std::ranges::sort(ways, {}, [](const Carving& way) { return std::tuple(-way.people, way.items.size(), way.items); });
  return ways;
}

}  // namespace

std::vector<Carving> carvings(const PlanContext& context, const Snapshot& snapshot,
                              const std::set<std::uint32_t>& placed, std::size_t most, int threads) {
  std::vector<std::uint32_t> people;
  for (std::size_t i = 0; i < snapshot.people.size(); ++i)
    if (has_live_wish(snapshot.people[i], context.date) && !placed.contains(static_cast<std::uint32_t>(i)))
      people.push_back(static_cast<std::uint32_t>(i));
  std::vector<std::map<std::uint32_t, Items>> obstacles(people.size());
  const NearMissFinder finder(context, snapshot);
  for_each_parallel(people.size(), threads, [&](std::size_t k) {
    obstacles[k] = obstacles_of(context, snapshot, snapshot.people[people[k]], finder);
  });
  std::map<std::uint32_t, std::map<Items, std::int64_t>> of_work;
  for (const auto& one : obstacles)
    for (const auto& [work, items] : one)
      if (snapshot.works[work].free > 0) ++of_work[work][items];
  std::vector<Carving> out;
  for (const auto& [work, people_of] : of_work) {
    std::vector<Carving> ways = ways_of(work, people_of);
    ways.resize(std::min(ways.size(), most));
    for (Carving& way : ways) {
      way.tasks = tasks_asking(snapshot, snapshot.works[work].employer, way.items);
      out.push_back(std::move(way));
    }
  }
  std::ranges::stable_sort(out, {}, [](const Carving& way) { return std::tuple(-way.people, way.work); });
  return out;
}

}  // namespace passend
