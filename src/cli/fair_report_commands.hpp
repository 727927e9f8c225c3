// SPDX-License-Identifier: EUPL-1.2
// passend fair report: keys, send, follow, read, answer, decoy and routes. Codes and texts come from files or stdin,
// never from the command line, where others on the machine see them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace CLI {
class App;
}

namespace passend::cli {

class CommandTree;
class Console;
struct Common;

struct FairReportArguments {
  std::filesystem::path recipients, store, key, text, add, out;
  std::vector<std::string> to;
  std::string kind, report;
  std::optional<Date> date;
};

int fair_report_keys_command(const Console& console, const Common& common, const FairReportArguments& arguments);
int fair_report_send_command(const Console& console, const Common& common, const FairReportArguments& arguments);
int fair_report_follow_command(const Console& console, const Common& common, const FairReportArguments& arguments);
int fair_report_read_command(const Console& console, const Common& common, const FairReportArguments& arguments);
int fair_report_answer_command(const Console& console, const Common& common, const FairReportArguments& arguments);
int fair_report_decoy_command(const Console& console, const Common& common, const FairReportArguments& arguments);
int fair_report_routes_command(const Console& console, const Common& common, const FairReportArguments& arguments);

// `arguments` outlives the tree.
void add_fair_report(CommandTree& tree, CLI::App& fair, FairReportArguments& arguments);

}  // namespace passend::cli
