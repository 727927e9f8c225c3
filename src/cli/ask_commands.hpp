// SPDX-License-Identifier: EUPL-1.2
// passend ask: questions of the council answered from files, and drafts of motions and letters made of the answers.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "cli/command_tree.hpp"
#include "insight/ask.hpp"
#include "present/draft.hpp"
#include "service/council_words.hpp"

namespace passend::cli {

enum class AskFor { kAnswer, kList, kMotion, kLetter, kAgreement };

struct AskArguments {
  AskFor what = AskFor::kAnswer;
  std::string question, variant, scheme, municipality;
  std::filesystem::path source, snapshot, administration, tables, contracts, clauses, household, agreement, out;
  std::filesystem::path simulation, compared_with;  // folders of passend simulate
  int year = 0;
  int hours = 0;                   // a week, of a place
  std::int64_t wage_value = 1000;  // per mille
  std::optional<Date> date;
};

// A word as a shell reads it back: between quotes where it has other signs than a path.
std::string shell_word(const std::string& word);

// Writes the draft to --out by its ending (.md, .html, .fodt, .csv), or prints it: `shown` where there is no --out.
// The exit code of a fault, else kDone.
int give_draft(const Console& console, const Common& common, const std::filesystem::path& out,
               const present::Draft& draft, const std::string& shown);

int ask_command(const Console& console, const Common& common, const AskArguments& arguments);
int ask_agreement_command(const Console& console, const Common& common, const AskArguments& arguments);

void add_ask(CommandTree& tree, CLI::App& app);

}  // namespace passend::cli
