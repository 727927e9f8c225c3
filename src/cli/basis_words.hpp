// SPDX-License-Identifier: EUPL-1.2
// Words of rule files in the language asked, and where a rule comes from.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "cli/console.hpp"
#include "fairwork/home_work.hpp"

namespace passend::cli {

std::string said(const Console& console, const fairwork::Words& words);      // Dutch, else English
std::string basis_of(const Console& console, const fairwork::Basis& basis);  // "[source, 2024-04; from one source]"
nlohmann::json basis_json(const fairwork::Basis& basis);

}  // namespace passend::cli
