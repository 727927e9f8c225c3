// SPDX-License-Identifier: EUPL-1.2
#include "exchange/built_work.hpp"

#include <algorithm>

#include "base/csv.hpp"
#include "base/quantity.hpp"

namespace passend {
namespace {

constexpr int kHourDigits = 2;

// The longest task tells place and occupation.
const CivicTask& main_task(const Snapshot& snapshot, const BuiltJob& job) {
  return snapshot.tasks[*std::ranges::max_element(
      job.tasks, {}, [&](std::uint32_t task) { return snapshot.tasks[task].hours.value_or(0); })];
}

// The heaviest demand in each item of all tasks together.
std::map<std::uint16_t, ItemLevel> demands_of(const PlanContext& context, const Snapshot& snapshot,
                                              const BuiltJob& job) {
  std::map<std::uint16_t, ItemLevel> demands;
  for (const std::uint32_t task : job.tasks)
    for (const WorkDemand& demand : snapshot.tasks[task].demands) {
      if (!demand.level) continue;
      const auto [found, is_new] = demands.try_emplace(demand.item, *demand.level);
      if (!is_new) found->second = heavier(context.reference->items[demand.item], found->second, *demand.level);
    }
  return demands;
}

Date tested_on(const Snapshot& snapshot, const BuiltJob& job) {
  Date latest{};
  for (const std::uint32_t task : job.tasks) latest = std::max(latest, *snapshot.tasks[task].non_displacement);
  return latest;
}

}  // namespace

std::map<std::string, std::string> built_work_files(const PlanContext& context, const Snapshot& snapshot,
                                                    const Building& building, const std::string& scheme,
                                                    std::optional<Centihours> coaching) {
  std::string work = csv_line({"work", "employer", "kind", "occupation", "pc4", "places", "closed", "bbl", "hours_min",
                               "hours_max", "hourly_eurocent", "scheme", "non_displacement"});
  std::string demands = csv_line({"work", "item", "level", "adaptable", "assumed"});
  std::string support = csv_line({"work", "kind", "hours_week"});
  std::string jobs = csv_line({"work", "tasks", "hours_week", "eurocent_year", "recheck"});
  const auto& adult = context.minimum_on(context.date).adult;
  const std::string hourly = adult ? std::to_string(std::max(*adult, context.rules->wage_floor_hourly_eurocent)) : "";
  for (const BuiltJob& job : building.jobs) {
    const CivicTask& task = main_task(snapshot, job);
    const std::string id = "job-" + snapshot.symbols.text(snapshot.tasks[job.tasks.front()].id);
    const std::string hours = to_decimal(job.hours, kHourDigits);
    const std::string occupation =
        task.occupation == kOpen ? std::string() : context.reference->occupations.code(task.occupation);
    work += csv_line({id, snapshot.symbols.text(job.host), "basisbaan", occupation, snapshot.symbols.text(task.pc4),
                      "1", "nee", "nee", hours, hours, hourly, scheme, to_string(tested_on(snapshot, job))});
    std::string tasks;
    for (const std::uint32_t one : job.tasks)
      tasks += (tasks.empty() ? "" : " ") + snapshot.symbols.text(snapshot.tasks[one].id);
    jobs += csv_line({id, tasks, hours, std::to_string(job.cost.value), to_string(job.recheck)});
    for (const auto& [item, level] : demands_of(context, snapshot, job))
      demands += csv_line(
          {id, context.reference->items[item].code, text_of(context.reference->items[item], level), "", "nee"});
    if (coaching) support += csv_line({id, "jobcoach", to_decimal(*coaching, kHourDigits)});
  }
  return {{"jobs.csv", jobs}, {"work.csv", work}, {"demands.csv", demands}, {"support_offered.csv", support}};
}

}  // namespace passend
