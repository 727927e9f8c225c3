// SPDX-License-Identifier: EUPL-1.2
// passend fair tender: bids and contracts against a clause on paid internships.
#pragma once

#include <filesystem>
#include <optional>

#include "base/date.hpp"
#include "cli/command_tree.hpp"

namespace passend::cli {

struct FairTenderArguments {
  std::filesystem::path clauses, undertakings, out;
  std::optional<Date> date;
};

int fair_tender_command(const Console& console, const Common& common, const FairTenderArguments& arguments);

void add_fair_tender(CommandTree& tree, CLI::App& fair);

}  // namespace passend::cli
