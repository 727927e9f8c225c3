// SPDX-License-Identifier: EUPL-1.2
// Everything a command needs from files, read and checked once: open data, law, rules, snapshot, and what gates need.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "exchange/reference_reader.hpp"
#include "exchange/snapshot_reader.hpp"
#include "law/parameter_store.hpp"
#include "work/context.hpp"
#include "work/rules.hpp"

namespace passend::service {

struct Source {
  std::filesystem::path snapshot;
  std::filesystem::path data;
  std::optional<std::filesystem::path> rules;  // else snapshot/rules.toml, else data/rules/voorbeeld.toml
  Date date;
  Reading reading = Reading::kStrict;
};

struct Workspace {
  ReadReference reference;
  std::unique_ptr<ParameterStore> law;
  RuleSet rules;
  std::string rules_bytes;
  ReadSnapshot read;
  PlanContext context;                        // points into the members above
  std::map<std::string, std::string> inputs;  // name → SHA-256 (docs/plan.md section 10)
};

// All faults of all files. The workspace is not moved once made: its context points into it.
Result<std::unique_ptr<Workspace>> open_workspace(const Source& source);

// Fills date-dependent parts again, after a change to the snapshot of the workspace.
Result<void> prepare_again(Workspace& workspace, Date date);

// data/ of this program: --data, else PASSEND_DATA, else share/passend beside the program, else the source tree.
std::filesystem::path find_data_folder(const std::string& option);

}  // namespace passend::service
