// SPDX-License-Identifier: EUPL-1.2
// The folder of an invented population: households.csv, residents.csv, population.json, fit.csv, fit.json. Columns and
// keys are in docs/population.md.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "insight/make_population.hpp"

namespace passend::insight {

inline constexpr std::string_view kPopulationMarker = "population.json";
inline constexpr std::string_view kPopulationSchema = "passend-population/1";

// Name → content, for replace_folder. Same population, same bytes.
std::map<std::string, std::string> population_files(const MadePopulation& made, const PopulationSpec& spec);

// The parts of fit.json.
std::string fit_json(const MadePopulation& made, const PopulationSpec& spec);

// kFileMissing; kJsonSyntax for a population.json of another schema; for the tables what read_csv finds,
// kColumnMissing, kNotANumber, kNotADate, kNotInList, kOutOfRange, and kReferenceMissing for a resident whose household
// is not there or not in its place.
Result<Population> read_population(const std::filesystem::path& folder);

}  // namespace passend::insight
