// SPDX-License-Identifier: EUPL-1.2
#include "insight/population_files.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/csv.hpp"
#include "base/quantity.hpp"

namespace passend::insight {
namespace {

template <class Enum, class Names>
std::string_view word(const Names& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

std::string number_or_empty(std::int64_t number) { return number == 0 ? std::string() : fmt::format("{}", number); }

std::string households_csv(const Population& population) {
  std::string out = "household,type,tenure,bare_rent_eurocent,assets_eurocent,residents\n";
  const auto to = std::back_inserter(out);
  for (std::size_t h = 0; h < population.households.size(); ++h) {
    const HouseholdRow& row = population.households[h];
    fmt::format_to(to, "{},{},{},{},{},{}\n", h + 1, word(kHouseholdTypeNames, row.type),
                   word(kTenureNames, row.tenure), number_or_empty(row.bare_rent), row.assets, row.count);
  }
  return out;
}

std::string residents_csv(const Population& population) {
  std::string out =
      "household,role,birth_date,benefit,benefit_since,benefit_gross_month_eurocent,wajong,hours_week,hourly_eurocent,"
      "disability,student\n";
  const auto to = std::back_inserter(out);
  for (const Resident& one : population.residents)
    fmt::format_to(to, "{},{},{},{},{},{},{},{},{},{},{}\n", one.household + 1, word(kRoleNames, one.role),
                   to_string(one.birth), word(income::kBenefitNames, one.benefit),
                   one.benefit_since == kNever ? "" : to_string(one.benefit_since), number_or_empty(one.benefit_month),
                   number_or_empty(one.wajong), one.centihours == 0 ? "" : to_decimal(one.centihours, 2),
                   number_or_empty(one.hourly), word(income::kDisabilityNames, one.disability),
                   one.student ? "ja" : "nee");
  return out;
}

constexpr double kTenth = 10;

double in_tenths(double value) { return std::round(value * kTenth) / kTenth + 0.0; }

std::string_view origin(const FigureSource& from) { return from.assumed ? "assumed" : "published"; }

std::string year_of(const FigureSource& from) { return number_or_empty(from.year); }

std::string fit_csv(const FitReport& fit) {
  std::string out = "level,variable,value,wanted,got,difference,origin,source,year,definition,note,cause\n";
  for (const FitRow& row : fit.rows)
    out +=
        csv_line({std::string(row.level), std::string(row.variable), row.value,
                  fmt::format("{:.1f}", in_tenths(row.wanted)), fmt::format("{}", row.got),
                  fmt::format("{:.1f}", in_tenths(row.difference())), std::string(origin(row.from)), row.from.source,
                  year_of(row.from), row.from.definition, row.from.note, std::string(word(kFitCauseNames, row.cause))});
  return out;
}

nlohmann::json json_of(const FigureSource& from) {
  nlohmann::json out{{"origin", origin(from)}};
  if (!from.source.empty()) out["source"] = from.source;
  if (from.year != 0) out["year"] = from.year;
  if (!from.definition.empty()) out["definition"] = from.definition;
  if (!from.note.empty()) out["note"] = from.note;
  return out;
}

nlohmann::json fit_tree(const MadePopulation& made, const PopulationSpec& spec) {
  nlohmann::json rows = nlohmann::json::array(), variants = nlohmann::json::array(), checks = nlohmann::json::array();
  for (const FitRow& row : made.fit.rows) {
    nlohmann::json one = json_of(row.from);
    one.update({{"level", row.level},
                {"variable", row.variable},
                {"value", row.value},
                {"wanted", in_tenths(row.wanted)},
                {"got", row.got},
                {"difference", in_tenths(row.difference())},
                {"cause", word(kFitCauseNames, row.cause)}});
    rows.push_back(std::move(one));
  }
  for (const FigureVariant& variant : spec.variants) {
    nlohmann::json one = json_of(variant.from);
    one.update({{"variable", kVariableRows[static_cast<std::size_t>(variant.variable)].name},
                {"value", variant.value},
                {"figure", variant.figure}});
    variants.push_back(std::move(one));
  }
  for (const CheckResult& check : made.checks)
    checks.push_back({{"check", check.name}, {"households", check.asked}, {"failed", check.failed}});
  return {{"fit", rows},
          {"variants", variants},
          {"checks", checks},
          {"kinds", made.fit.kinds},
          {"rounds", made.fit.rounds},
          {"converged", made.fit.converged},
          {"largest_gap_per_million", std::llround(made.fit.largest_gap * 1e6)}};
}

std::string population_json(const MadePopulation& made) {
  const Population& population = made.population;
  return nlohmann::json{{"schema", kPopulationSchema},
                        {"invented", true},
                        {"municipality", population.municipality},
                        {"code", population.code},
                        {"date", to_string(population.date)},
                        {"seed", population.seed},
                        {"households", population.households.size()},
                        {"residents", population.residents.size()},
                        {"source_hash", made.source_hash}}
             .dump(1) +
         "\n";
}

}  // namespace

std::string fit_json(const MadePopulation& made, const PopulationSpec& spec) {
  return fit_tree(made, spec).dump(1) + "\n";
}

std::map<std::string, std::string> population_files(const MadePopulation& made, const PopulationSpec& spec) {
  return {{"households.csv", households_csv(made.population)},
          {"residents.csv", residents_csv(made.population)},
          {"population.json", population_json(made)},
          {"fit.csv", fit_csv(made.fit)},
          {"fit.json", fit_json(made, spec)}};
}

}  // namespace passend::insight
