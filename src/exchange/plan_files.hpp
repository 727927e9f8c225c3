// SPDX-License-Identifier: EUPL-1.2
// The files of a plan folder (docs/plan.md section 10), as name → bytes. Row-level files are for the auditor.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "matching/fairness.hpp"
#include "matching/learning.hpp"
#include "matching/plan.hpp"
#include "matching/waiting.hpp"

namespace passend {

struct PlanFilesInput {
  const PlanContext& context;
  const Snapshot& snapshot;
  const Plan& plan;
  const std::vector<Waiting>& waiting;
  const Fairness& fairness;
  const std::vector<LearningRoute>& learning;
  std::string rules_bytes;  // copied as read
  std::vector<PreviousProposal> previous;
  std::map<std::string, std::string> inputs;  // name → SHA-256
  std::string program;                        // name and version
};

// Everything but report.html and manifest.json.
std::map<std::string, std::string> plan_files(const PlanFilesInput& input);

// The manifest over all other files of the folder.
std::string manifest_of(const PlanFilesInput& input, const std::map<std::string, std::string>& files);

// The reasons of a voorstel, as plan.json writes them.
std::vector<std::string> reasons_of(const PlanContext& context, const Snapshot& snapshot, std::size_t person,
                                    std::size_t work);

// Voorstellen of a plan.json or previous.json.
Result<std::vector<PreviousProposal>> read_proposals(std::string_view bytes, const std::string& file);

}  // namespace passend
