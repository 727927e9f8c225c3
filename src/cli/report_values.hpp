// SPDX-License-Identifier: EUPL-1.2
// A plan as the values a report shows. Words are the catalogue's.
#pragma once

#include <filesystem>
#include <vector>

#include "matching/fairness.hpp"
#include "matching/plan.hpp"
#include "matching/waiting.hpp"
#include "present/catalogue.hpp"
#include "present/report_data.hpp"
#include "service/workspace.hpp"

namespace passend::cli {

struct ReportInput {
  const service::Workspace& workspace;
  const Plan& plan;
  const std::vector<Waiting>& waiting;
  const Fairness& fairness;
  std::filesystem::path plan_folder, snapshot_folder, data_folder;
  int threads = 1;
  present::Language language = present::Language::kDutch;
};

present::ReportData report_data(const ReportInput& input);

}  // namespace passend::cli
