// SPDX-License-Identifier: EUPL-1.2
// Results of simulations in words and as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cli/console.hpp"
#include "insight/scenario.hpp"
#include "insight/sensitivity.hpp"
#include "insight/simulation_results.hpp"
#include "present/draft.hpp"
#include "present/table.hpp"

namespace passend::cli {

nlohmann::json json_of(const insight::Results& results);  // bands by year and indicator
nlohmann::json json_of(const insight::Sensitivity& answer);

std::string indicator_words(const Console& console, const std::string& name);
std::string value_words(const Console& console, std::string_view name, std::int64_t value);
present::Table bands_table(const Console& console, const insight::Results& results, bool change);  // of the last year

// The page of a scenario; `command` gives it again.
present::Draft simulation_draft(const Console& console, const insight::Results& results,
                                const insight::Scenario& scenario, const std::string& command);

// Several scenarios against the first, as a page.
present::Draft comparison_draft(const Console& console, const std::string& first,
                                const std::vector<std::pair<std::string, insight::Results>>& differences);

std::string bands_text(const Console& console, const insight::Results& results);  // of the last year
void print(const Console& console, const insight::Results& results, const insight::Scenario& scenario,
           double seconds_of_a_plan);
void print(const Console& console, const insight::Sensitivity& answer, const insight::Scenario& scenario);
// Of each: the bands of what it gives more than the first.
void print(const Console& console, const std::string& first,
           const std::vector<std::pair<std::string, insight::Results>>& differences);

}  // namespace passend::cli
