// SPDX-License-Identifier: EUPL-1.2
// One Newton step towards the weights of largest entropy that meet the targets: where updating column by column creeps,
// because two columns count almost the same rows, all columns move together.
#pragma once

#include <span>
#include <vector>

#include "insight/proportional_updating.hpp"

namespace passend::insight {

// Multiplies each weight by exp(Σ count · δ), δ from (Σ w·n·nᵀ) δ = target − sum, shortened until the dual
// Σ w·exp(Σ n·δ) − Σ target·δ is lower. Columns with a target of 0 take no part. False: no step lowers it.
bool entropy_step(const SparseCounts& counts, std::span<const double> targets, std::vector<double>& weights);

}  // namespace passend::insight
