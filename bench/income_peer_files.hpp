// SPDX-License-Identifier: EUPL-1.2
// What the peers in bench/peers read: numbers of law, columns, and what must come out. Matrices of doubles, row by row.
#pragma once

#include <filesystem>

#include "income/batch.hpp"

namespace passend::bench {

using Households = std::vector<income::HouseholdColumns<double>>;

// rules.json, columns.f64 (a row for each field of HouseholdColumns, in its order), net.f64, and singles.f64: for
// people alone on pay only, pay and pension (cents a month), tax, algemene heffingskorting and arbeidskorting used
// (euro a year), zorgtoeslag (cents a month). Returns those people as a batch.
income::HouseholdBatch write_peer_files(const std::filesystem::path& folder, const income::RuleBook& rules,
                                        const Households& households);

}  // namespace passend::bench
