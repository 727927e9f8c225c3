// SPDX-License-Identifier: EUPL-1.2
// passend fair home-work, licence and consultation. docs/sex-work.md
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace passend::cli {

struct HomeWorkArguments {
  std::filesystem::path answers;       // "-" = stdin
  std::string municipality;            // empty = not said
  std::vector<std::string> set, rest;  // QUESTION=OPTION; words that belong nowhere
  bool questions = false;
};

struct LicenceArguments {
  std::filesystem::path file;
  std::optional<Date> date;
};

struct ConsultationArguments {
  std::filesystem::path draft, folder, publish;
  std::string article;
  std::optional<Date> date;
};

int fair_home_work_command(const Console& console, const Common& common, const HomeWorkArguments& arguments);
int fair_licence_command(const Console& console, const Common& common, const LicenceArguments& arguments);
int consultation_open_command(const Console& console, const Common& common, const ConsultationArguments& arguments);
int consultation_comment_command(const Console& console, const Common& common, const ConsultationArguments& arguments);
int consultation_read_command(const Console& console, const Common& common, const ConsultationArguments& arguments);
int consultation_summary_command(const Console& console, const Common& common, const ConsultationArguments& arguments);

}  // namespace passend::cli
