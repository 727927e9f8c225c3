// SPDX-License-Identifier: EUPL-1.2
#include "cli/simulation_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "cli/scheme_words.hpp"
#include "present/numbers.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"

namespace passend::cli {
namespace {

using insight::ResultBand;
using insight::Results;

constexpr int kYearDigits = 3;
constexpr std::size_t kMostEffects = 12;

bool is_amount(std::string_view name) {
  return name.starts_with("balance.") || name.starts_with("flow.") || name.starts_with("gain_month") ||
         (name.starts_with("incomes.") && name.ends_with("_month"));
}

// "running.basisbaan": the stem has words, and the kind, account, flow or duration after the point too.
std::string label_of(const Console& console, const std::string& name) {
  const auto point = name.find('.');
  if (point == std::string::npos) return console.text("simulate.indicator." + name);
  const std::string stem = name.substr(0, point), rest = name.substr(point + 1);
  const bool is_kind = stem == "running" || stem == "filled_per_mille" || stem == "ends" || stem == "onward";
  return console.text("simulate.stem." + stem,
                      {{"what", console.text((is_kind ? "cli.kind." : "simulate.what.") + rest)}});
}

std::string value_of(const present::Numbers& numbers, std::string_view name, std::int64_t value, bool change = false) {
  const std::string sign = value < 0 ? "−" : change && value > 0 ? "+" : "";
  if (is_amount(name)) {
    const Eurocent amount{std::abs(value)};
    return sign + (name.starts_with("gain_month") ? numbers.euro(amount) : numbers.whole_euro(amount));
  }
  if (name.starts_with("waiting_years")) return sign + numbers.decimal(std::abs(value), kYearDigits);
  if (name.ends_with("per_mille") || name.starts_with("filled")) return sign + numbers.percent(std::abs(value));
  return sign + numbers.count(std::abs(value));
}

std::string table_of(const Console& console, const Results& results, bool change) {
  return present::text_table(bands_table(console, results, change));
}

}  // namespace

std::string indicator_words(const Console& console, const std::string& name) { return label_of(console, name); }

std::string value_words(const Console& console, std::string_view name, std::int64_t value) {
  return value_of(present::Numbers(console.catalogue()), name, value);
}

present::Table bands_table(const Console& console, const Results& results, bool change) {
  const present::Numbers numbers(console.catalogue());
  present::Table table{.columns = {{console.text("simulate.column.what")},
                                   {console.text("simulate.column.low"), true},
                                   {console.text("simulate.column.middle"), true},
                                   {console.text("simulate.column.high"), true}}};
  for (std::size_t k = 0; k < results.indicators.size(); ++k) {
    const std::string& name = results.indicators[k];
    const ResultBand band = band_of(results, results.years - 1, k);
    if (band == ResultBand{}) continue;
    table.rows.push_back({{label_of(console, name)},
                          {value_of(numbers, name, band.low, change)},
                          {value_of(numbers, name, band.middle, change)},
                          {value_of(numbers, name, band.high, change)}});
  }
  return table;
}

nlohmann::json json_of(const Results& results) {
  nlohmann::json years = nlohmann::json::array();
  for (int year = 0; year < results.years; ++year) {
    nlohmann::json row = nlohmann::json::object();
    for (std::size_t k = 0; k < results.indicators.size(); ++k) {
      const ResultBand band = band_of(results, year, k);
      row[results.indicators[k]] = {{"low", band.low}, {"middle", band.middle}, {"high", band.high}};
    }
    years.push_back(std::move(row));
  }
  return {{"scenario", results.scenario}, {"replications", results.replications.size()}, {"years", years}};
}

nlohmann::json json_of(const insight::Sensitivity& answer) {
  nlohmann::json effects = nlohmann::json::array();
  for (const insight::ParameterEffect& effect : answer.effects)
    for (std::size_t k = 0; k < answer.indicators.size(); ++k) {
      nlohmann::json row{{"parameter", effect.parameter}, {"indicator", answer.indicators[k]}};
      if (answer.is_global) {
        row["coefficient_per_mille"] = effect.coefficient[k];
      } else {
        row["at_low"] = effect.at_low[k];
        row["at_high"] = effect.at_high[k];
      }
      effects.push_back(std::move(row));
    }
  nlohmann::json explained = nlohmann::json::object();
  for (std::size_t k = 0; k < answer.explained.size(); ++k) explained[answer.indicators[k]] = answer.explained[k];
  return {{"effects", effects}, {"explained_per_mille", explained}};
}

std::string bands_text(const Console& console, const Results& results) { return table_of(console, results, false); }

void print(const Console& console, const Results& results, const insight::Scenario& scenario,
           double seconds_of_a_plan) {
  const present::Numbers numbers(console.catalogue());
  const auto assumed =
      std::ranges::count_if(scenario.parameters, [](const auto& one) { return one.second.source.empty(); });
  console.answer(present::wrapped(
      scenario.title + ". " +
      console.text("simulate.headline",
                   {{"years", std::to_string(results.years)},
                    {"replications", numbers.count(static_cast<std::int64_t>(results.replications.size()))}})));
  console.answer("\n" + table_of(console, results, false) + "\n");
  console.answer(present::wrapped(console.text(
      "simulate.assumed", {{"assumed", numbers.count(assumed)},
                           {"parameters", numbers.count(static_cast<std::int64_t>(scenario.parameters.size()))}})));
  if (seconds_of_a_plan > 0)
    console.note(console.text("simulate.seconds", {{"seconds", fmt::format("{:.2f}", seconds_of_a_plan)}}));
}

void print(const Console& console, const insight::Sensitivity& answer, const insight::Scenario& scenario) {
  const present::Numbers numbers(console.catalogue());
  console.answer(
      present::wrapped(scenario.title + ". " + console.text(answer.is_global ? "simulate.global" : "simulate.one")));
  // What a council asks first.
  for (const char* name : {"balance.municipality", "people_bijstand", "accepted", "waiting.over_5_years"}) {
    const auto k = static_cast<std::size_t>(std::ranges::find(answer.indicators, name) - answer.indicators.begin());
    if (k == answer.indicators.size()) continue;
    std::vector<const insight::ParameterEffect*> order;
    for (const auto& effect : answer.effects) order.push_back(&effect);
    const auto weight = [&](const insight::ParameterEffect* effect) {
      return answer.is_global ? std::abs(effect->coefficient[k])
                              : std::max(std::abs(effect->at_low[k]), std::abs(effect->at_high[k]));
    };
    std::ranges::stable_sort(order, std::greater{}, weight);
    present::Table table{.columns = {{label_of(console, name)}}};
    for (const char* column :
         answer.is_global ? std::vector<const char*>{"coefficient"} : std::vector<const char*>{"at_low", "at_high"})
      table.columns.push_back({console.text(fmt::format("simulate.column.{}", column)), true});
    for (const insight::ParameterEffect* effect : order) {
      if (weight(effect) == 0 || table.rows.size() == kMostEffects) break;
      std::vector<present::Cell> row{{effect->parameter}};
      if (answer.is_global) {
        row.push_back({(effect->coefficient[k] < 0 ? "−" : "+") +
                       numbers.decimal(std::abs(effect->coefficient[k]), kYearDigits)});
      } else {
        row.push_back({value_of(numbers, name, effect->at_low[k], true)});
        row.push_back({value_of(numbers, name, effect->at_high[k], true)});
      }
      table.rows.push_back(std::move(row));
    }
    console.answer("\n" + present::text_table(table));
    if (answer.is_global)
      console.answer(console.text("simulate.explained", {{"share", numbers.percent(answer.explained[k])}}) + "\n");
  }
}

void print(const Console& console, const std::string& first,
           const std::vector<std::pair<std::string, Results>>& differences) {
  for (const auto& [title, difference] : differences) {
    console.answer(present::wrapped(console.text("simulate.compare", {{"first", first}, {"second", title}})) + "\n");
    const std::string table = table_of(console, difference, true);
    const bool is_same = std::ranges::all_of(difference.replications, [](const insight::Replication& one) {
      return std::ranges::all_of(one.value, [](const auto& row) {
        return std::ranges::all_of(row, [](std::int64_t value) { return value == 0; });
      });
    });
    console.answer((is_same ? console.text("simulate.same") + "\n" : table) + "\n");
  }
  console.answer(present::wrapped(console.text("simulate.caveat")));
}

}  // namespace passend::cli
