// SPDX-License-Identifier: EUPL-1.2
// What replications of a scenario gave, as rows, bands and files; and two scenarios beside each other.
// docs/simulation.md sections 5 and 7.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "insight/simulation.hpp"

namespace passend::insight {

struct Results {
  std::string scenario{};  // SHA-256 of what was played: scenario files and population
  std::vector<std::string> indicators{};
  int years = 0;
  std::vector<Replication> replications{};  // by number
};

struct ResultBand {
  std::int64_t low = 0, middle = 0, high = 0;
  friend bool operator==(const ResultBand&, const ResultBand&) = default;
};
inline constexpr std::int64_t kBandLow = 50, kBandMiddle = 500, kBandHigh = 950;  // per mille of the replications

// Nearest rank. Precondition: at least one value.
ResultBand band_of(std::vector<std::int64_t> values);
ResultBand band_of(const Results& results, int year, std::size_t indicator);

// "replication,year,indicator,value", replications and years from 1; and "year,indicator,low,middle,high".
std::string rows_csv(const Results& results);
std::string bands_csv(const Results& results);

// The rows of a file as rows_csv writes them; its first line is "# scenario HASH ROWS", with the SHA-256 of the rows.
// kContradiction: the rows were changed. kColumnMissing, kNotANumber, kKeyTwice,
// kCellCount; kContradiction: a replication lacks a year or an indicator.
std::string results_file(const Results& results);
Result<Results> read_results(std::string_view bytes, const std::string& file);

// Parts joined by number. kContradiction: of another scenario; kKeyTwice: a replication in two parts;
// kReferenceMissing: one that is in none.
Result<Results> merge(const std::vector<std::pair<std::string, Results>>& parts, int replications);

// By replication: the second less the first, for indicators of both. kContradiction: other years or replications.
Result<Results> difference(const Results& first, const Results& second);

}  // namespace passend::insight
