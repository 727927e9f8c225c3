// SPDX-License-Identifier: EUPL-1.2
#include "insight/simulation_results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/csv.hpp"
#include "base/quantity.hpp"
#include "base/sha256.hpp"

namespace passend::insight {
namespace {

constexpr std::int64_t kMille = 1000;
constexpr std::string_view kHashLine = "# scenario ";
constexpr std::size_t kRowCells = 4;
constexpr std::int64_t kMostNumber = 1'000'000;

std::size_t rank_of(std::int64_t per_mille, std::size_t count) {
  const auto rank = divide_up(per_mille * static_cast<std::int64_t>(count), kMille);
  return static_cast<std::size_t>(std::max<std::int64_t>(rank, 1)) - 1;
}

Fault contradiction(const std::string& file, std::string value, const char* reason) {
  return {.code = FaultCode::kContradiction, .file = file, .value = std::move(value), .args = {{"reason", reason}}};
}

}  // namespace

ResultBand band_of(std::vector<std::int64_t> values) {
  std::ranges::sort(values);
  return {values[rank_of(kBandLow, values.size())], values[rank_of(kBandMiddle, values.size())],
          values[rank_of(kBandHigh, values.size())]};
}

ResultBand band_of(const Results& results, int year, std::size_t indicator) {
  std::vector<std::int64_t> values;
  for (const Replication& one : results.replications)
    values.push_back(one.value[static_cast<std::size_t>(year)][indicator]);
  return band_of(std::move(values));
}

std::string rows_csv(const Results& results) {
  std::string csv = "replication,year,indicator,value\n";
  for (const Replication& one : results.replications)
    for (std::size_t year = 0; year < one.value.size(); ++year)
      for (std::size_t k = 0; k < results.indicators.size(); ++k)
        csv += fmt::format("{},{},{},{}\n", one.number + 1, year + 1, results.indicators[k], one.value[year][k]);
  return csv;
}

std::string bands_csv(const Results& results) {
  std::string csv = "year,indicator,low,middle,high\n";
  for (int year = 0; year < results.years; ++year)
    for (std::size_t k = 0; k < results.indicators.size(); ++k) {
      const ResultBand band = band_of(results, year, k);
      csv += fmt::format("{},{},{},{},{}\n", year + 1, results.indicators[k], band.low, band.middle, band.high);
    }
  return csv;
}

std::string results_file(const Results& results) {
  const std::string rows = rows_csv(results);
  return std::string(kHashLine) + results.scenario + " " + sha256_hex(rows) + "\n" + rows;
}

Result<Results> read_results(std::string_view bytes, const std::string& file) {
  Results results;
  const auto line_end = bytes.find('\n');
  if (!bytes.starts_with(kHashLine) || line_end == std::string_view::npos)
    return fail({.code = FaultCode::kColumnMissing, .file = file, .line = 1, .column = "scenario"});
  const std::string_view rows = bytes.substr(line_end + 1);
  const std::string_view hashes = bytes.substr(kHashLine.size(), line_end - kHashLine.size());
  results.scenario = hashes.substr(0, hashes.find(' '));
  if (hashes.substr(std::min(hashes.size(), results.scenario.size() + 1)) != sha256_hex(rows))
    return fail(contradiction(file, "", "changed"));
  const auto table = read_csv(rows, file);
  if (!table) return fail(table.error());
  if (!table->faults.empty()) return fail(table->faults);
  if (table->header != std::vector<std::string>{"replication", "year", "indicator", "value"})
    return fail(
        {.code = FaultCode::kColumnMissing, .file = file, .line = 2, .column = "replication,year,indicator,value"});
  std::map<std::string, std::size_t> index;
  std::map<std::int64_t, std::map<std::int64_t, std::map<std::size_t, std::int64_t>>> values;
  for (const CsvRow& row : table->rows) {
    const auto number = parse_integer(row.cells[0]), year = parse_integer(row.cells[1]),
               value = parse_integer(row.cells[3]);
    if (!number || !year || !value || *number < 1 || *number > kMostNumber || *year < 1 || *year > kMostYears)
      return fail({.code = FaultCode::kNotANumber, .file = file, .line = row.line + 1, .column = "value"});
    const auto [found, is_new] = index.emplace(row.cells[2], results.indicators.size());
    if (is_new) results.indicators.push_back(row.cells[2]);
    if (!values[*number][*year].emplace(found->second, *value).second)
      return fail({.code = FaultCode::kKeyTwice, .file = file, .line = row.line + 1, .column = "indicator"});
  }
  for (const auto& [number, years] : values) {
    if (results.years == 0) results.years = static_cast<int>(years.size());
    Replication one{.number = static_cast<int>(number) - 1};
    for (const auto& [year, row] : years) {
      std::vector<std::int64_t> cells;
      for (const auto& [k, value] : row) cells.push_back(value);
      if (cells.size() != results.indicators.size() || year != static_cast<std::int64_t>(one.value.size()) + 1)
        return fail(contradiction(file, fmt::format("{}", number), "incomplete"));
      one.value.push_back(std::move(cells));
    }
    if (static_cast<int>(one.value.size()) != results.years)
      return fail(contradiction(file, fmt::format("{}", number), "incomplete"));
    results.replications.push_back(std::move(one));
  }
  return results;
}

Result<Results> merge(const std::vector<std::pair<std::string, Results>>& parts, int replications) {
  Results all;
  std::map<int, std::string> part_of;
  Faults faults;
  for (const auto& [name, part] : parts) {
    if (all.scenario.empty()) all = {part.scenario, part.indicators, part.years, {}};
    if (part.scenario != all.scenario || part.indicators != all.indicators || part.years != all.years) {
      faults.push_back(contradiction(name, part.scenario, "other-scenario"));
      continue;
    }
    for (const Replication& one : part.replications) {
      if (!part_of.emplace(one.number, name).second)
        faults.push_back({.code = FaultCode::kKeyTwice, .file = name, .value = fmt::format("{}", one.number + 1)});
      all.replications.push_back(one);
    }
  }
  for (int number = 0; number < replications; ++number)
    if (!part_of.contains(number))
      faults.push_back({.code = FaultCode::kReferenceMissing,
                        .file = "parts",
                        .column = "replication",
                        .value = fmt::format("{}", number + 1)});
  if (!faults.empty()) return fail(std::move(faults));
  std::ranges::sort(all.replications, {}, &Replication::number);
  return all;
}

Result<Results> difference(const Results& first, const Results& second) {
  if (first.years != second.years || first.replications.size() != second.replications.size())
    return fail(contradiction("compare", fmt::format("{}", second.replications.size()), "other-size"));
  Results out{.scenario = second.scenario, .indicators = {}, .years = first.years, .replications = {}};
  std::vector<std::pair<std::size_t, std::size_t>> both;
  for (std::size_t k = 0; k < second.indicators.size(); ++k) {
    const auto found = std::ranges::find(first.indicators, second.indicators[k]);
    if (found == first.indicators.end()) continue;
    both.emplace_back(found - first.indicators.begin(), k);
    out.indicators.push_back(second.indicators[k]);
  }
  for (std::size_t r = 0; r < second.replications.size(); ++r) {
    Replication one{.number = second.replications[r].number};
    for (std::size_t year = 0; year < second.replications[r].value.size(); ++year) {
      std::vector<std::int64_t> row;
      for (const auto& [a, b] : both)
        row.push_back(second.replications[r].value[year][b] - first.replications[r].value[year][a]);
      one.value.push_back(std::move(row));
    }
    out.replications.push_back(std::move(one));
  }
  return out;
}

}  // namespace passend::insight
