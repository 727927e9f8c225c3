// SPDX-License-Identifier: EUPL-1.2
// Built basisbanen as files of a snapshot: jobs.csv (which tasks make which work), and rows to add to work.csv,
// demands.csv and support_offered.csv, so that a plan can propose them. Nobody is named in them.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "matching/basisbaan_builder.hpp"

namespace passend {

// File name → text. Works are named `job-TASK` after the first task; each has one place at the wage floor, in `scheme`.
// `coaching`: hours a week that the scheme offers, as support of kind jobcoach.
std::map<std::string, std::string> built_work_files(const PlanContext& context, const Snapshot& snapshot,
                                                    const Building& building, const std::string& scheme,
                                                    std::optional<Centihours> coaching);

}  // namespace passend
