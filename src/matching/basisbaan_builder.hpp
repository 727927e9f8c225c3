// SPDX-License-Identifier: EUPL-1.2
// Builds basisbanen made to measure: from civic tasks and from the wishes of people who wait, within the money of the
// pilot. No job is built that fails a displacement test, a wish or the wage floor. docs/basisbanen.md.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "base/quantity.hpp"
#include "matching/snapshot.hpp"
#include "work/context.hpp"
#include "work/question.hpp"

namespace passend {

// Why a task may take part in a job, or may not. Only kPassed may.
enum class TaskTest : std::uint8_t {
  kPassed,
  kIncomplete,       // host or hours not known
  kVacancy,          // the host sought someone for it in the last twelve months
  kDismissal,        // the host dismissed someone who did it
  kFewerVolunteers,  // volunteers did it
  kNegativeOpinion,  // of the works council
  kNoDeclaration,    // no declaration of non-displacement yet
  kNoOpinion,        // the works council was not heard
  kNoDecision,       // nobody decided by function and day
  kRecheckDue,       // declaration, opinion or decision is a year old
};
inline constexpr std::size_t kTaskTests = 10;
inline constexpr std::array<std::string_view, kTaskTests> kTaskTestNames{
    "passed",           "incomplete",     "vacancy",    "dismissal",   "fewer_volunteers",
    "negative_opinion", "no_declaration", "no_opinion", "no_decision", "recheck_due"};

TaskTest test_task(const PlanContext& context, const Snapshot& snapshot, const CivicTask& task);

struct BuilderOptions {
  Eurocent money{};                               // of the pilot, a year
  Eurocent place_year{};                          // what a place of so many hours costs a year
  Centihours place_hours = 0;                     // > 0
  Centihours least_hours = 0;                     // of a job, where the person asks no more
  Centihours most_hours = 0;                      // of a job, where the person asks no less
  std::set<std::uint32_t> placed{};               // people who have a voorstel, by position
  const scheme::SchemeVersion* scheme = nullptr;  // whose target group is asked; null: nobody is left out
  std::optional<scheme::AowAge> aow{};
  int nodes = 0;  // limit of the search, a count
};

struct BuiltJob {
  std::uint32_t person = 0;
  Symbol host{};
  std::vector<std::uint32_t> tasks{};  // into Snapshot::tasks
  Centihours hours = 0;
  std::int64_t value = 0;  // hours times value, in centihours
  Eurocent cost{};         // a year
  std::int32_t wish_rank = 0;
  std::optional<std::int64_t> minutes{};  // to the farthest task
  std::vector<Question> questions{};
  Date recheck{};  // the last day before which the tests are done again
};

enum class Without : std::uint8_t { kNoTaskSuits, kTooFewHours, kOthersChosen };
inline constexpr std::array<std::string_view, 3> kWithoutNames{"no_task_suits", "too_few_hours", "others_chosen"};

struct PersonWithout {
  std::uint32_t person = 0;
  Without why{};
};

struct Building {
  std::vector<BuiltJob> jobs;   // by person
  std::vector<TaskTest> tests;  // per task of the snapshot
  std::vector<PersonWithout> without;
  std::int64_t people_bound = 0, value_bound = 0;
  bool is_proven = false;
  Eurocent cost{};
};

// People with a live wish for a basisbaan who have no running placement and are not outside the target group of the
// scheme.
Building build_basisbanen(const PlanContext& context, const Snapshot& snapshot, const BuilderOptions& options);

}  // namespace passend
