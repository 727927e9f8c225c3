// SPDX-License-Identifier: EUPL-1.2
// A plan: rounds of voorstellen, each an assignment of its own with levels and a certificate (docs/plan.md section 8).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "assign/assignment.hpp"
#include "matching/candidates.hpp"
#include "matching/snapshot.hpp"
#include "work/context.hpp"

namespace passend {

// A voorstel of an earlier plan, by id.
struct PreviousProposal {
  std::string person;
  std::string work;
  int round = 0;
  friend bool operator==(const PreviousProposal&, const PreviousProposal&) = default;
};

struct PlanRound {
  std::vector<std::int32_t> capacity;             // per work
  std::vector<bool> lost_to_order;                // per candidate: pair lost to the statutory order in this round
  std::vector<bool> available;                    // per candidate: a candidate of this round
  std::vector<std::int64_t> candidate_of_person;  // index into Candidates::rows, -1 = none
  std::vector<assign::Level> levels;
  bool sides_bind = false;
};

struct GroupReach {
  std::int64_t value = 0;
  std::vector<std::uint32_t> people, works;  // the cover
};

struct Plan {
  Date date;
  std::uint64_t seed = 0;
  Candidates candidates;
  std::vector<PlanRound> rounds;
  std::vector<std::uint32_t> floor_groups;  // floors that count on the date: index into Snapshot::groups
  std::vector<const FloorRule*> floor_rules;
  std::vector<GroupReach> reach;                      // per group of the snapshot, then all people as the last
  std::optional<std::int64_t> placed_without_floors;  // in the first round; nothing: no floor counts, or stopped
  bool stopped = false;
};

struct PlanOptions {
  std::uint64_t seed = 0;
  int threads = 1;
  std::vector<PreviousProposal> previous;
  std::stop_token stop;
  std::function<void(std::string_view stage, std::int64_t done, std::int64_t total)> progress;
};

// Pure: the same snapshot, context and options (threads apart) give the same plan.
Plan make_plan(const PlanContext& context, const Snapshot& snapshot, const PlanOptions& options);

// The candidate row of a person in a round, or nothing.
std::optional<Candidate> proposal_of(const Plan& plan, const PlanRound& round, std::size_t person);

bool has_live_wish(const Person& person, Date on);

}  // namespace passend
