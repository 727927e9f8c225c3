// SPDX-License-Identifier: EUPL-1.2
// The commands of `passend fair`: fair wages, contracts, texts, tests and reports. Each returns an exit code.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/fair_report_commands.hpp"

namespace passend::cli {

struct FairArguments {
  std::filesystem::path file, folder, out;
  std::optional<Date> date;
  FairReportArguments report;
  std::int64_t twins = 1000;
  int threads = 0;
  bool measure = false;  // labelled texts instead of one text
};

int fair_plan_command(const Console& console, const Common& common, const FairArguments& arguments);
int fair_vacancy_command(const Console& console, const Common& common, const FairArguments& arguments);
int fair_payslip_command(const Console& console, const Common& common, const FairArguments& arguments);

}  // namespace passend::cli
