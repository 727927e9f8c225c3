// SPDX-License-Identifier: EUPL-1.2
// passend fair practice-test: design, analyse. passend fair monitor: plan, totals.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace passend::cli {

class CommandTree;
class Console;
struct Common;

struct FairPracticeArguments {
  std::filesystem::path file, out, design;
  std::uint64_t seed = 0;
};

struct FairMonitorArguments {
  std::filesystem::path file, plan, snapshot;
  std::vector<std::string> by;
  std::string outcome = "voorstel";  // voorstel, placement
};

int fair_practice_design_command(const Console& console, const Common& common, const FairPracticeArguments& arguments);
int fair_practice_analyse_command(const Console& console, const Common& common, const FairPracticeArguments& arguments);
int fair_monitor_plan_command(const Console& console, const Common& common, const FairMonitorArguments& arguments);
int fair_monitor_totals_command(const Console& console, const Common& common, const FairMonitorArguments& arguments);

void add_fair_practice(CommandTree& tree, CLI::App& fair);

}  // namespace passend::cli
