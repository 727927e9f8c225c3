// SPDX-License-Identifier: EUPL-1.2
// What the commands on practice tests and outcomes share: their files, and shares and p-values as people read them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "fairwork/practice_design.hpp"
#include "present/numbers.hpp"

namespace passend::cli {

struct Common;

Result<fairwork::PracticeRules> practice_rules_asked(const Common& common);
Result<fairwork::PracticeDesign> practice_design_asked(const std::filesystem::path& file,
                                                       const fairwork::PracticeRules& rules);

// A share as per mille; an interval is rounded outwards.
std::int64_t nearest_per_mille(double share);
std::int64_t per_mille_down(double share);
std::int64_t per_mille_up(double share);

std::string p_in_words(const Console& console, double p);  // 0,012 · < 0,001
std::string range_in_words(const Console& console, const fairwork::Range& range);
std::string kind_in_words(const Console& console, const fairwork::PracticeKind& kind);
std::string ground_in_words(const Console& console, const std::string& ground);

// The texts KEY.1, KEY.2, … of the catalogue.
std::vector<std::string> numbered_texts(const Console& console, const std::string& key,
                                        const present::Arguments& arguments = {});

}  // namespace passend::cli
