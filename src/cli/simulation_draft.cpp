// SPDX-License-Identifier: EUPL-1.2
// A scenario as a page: the figures a council asks first, all years over their tables, and every assumption.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/simulation_words.hpp"
#include "present/line_chart.hpp"
#include "present/numbers.hpp"

namespace passend::cli {
namespace {

using insight::Results;

constexpr std::array kLeading{"balance.municipality", "running", "gain_month_middle"};
constexpr std::array kByYear{"running", "people_bijstand", "balance.municipality", "households_losing"};
constexpr int kChartSteps = 4;

std::size_t index_of(const Results& results, std::string_view name) {
  return static_cast<std::size_t>(std::ranges::find(results.indicators, name) - results.indicators.begin());
}

present::Markup chart_of(const Console& console, const Results& results, std::size_t k) {
  present::LineChart chart;
  double low = 0, high = 0;
  for (int year = 0; year < results.years; ++year) {
    const auto middle = static_cast<double>(band_of(results, year, k).middle);
    chart.line.push_back({static_cast<double>(year + 1), middle});
    chart.across.push_back({static_cast<double>(year + 1), std::to_string(year + 1)});
    low = std::min(low, middle);
    high = std::max(high, middle);
  }
  if (results.years < 2 || low == high) return {};
  for (const double step : present::round_steps(low, high, kChartSteps))
    chart.up.push_back({step, value_words(console, results.indicators[k], static_cast<std::int64_t>(step))});
  return present::line_chart(chart, indicator_words(console, results.indicators[k]));
}

present::Table by_year(const Console& console, const Results& results, std::size_t k) {
  present::Table table{.caption = indicator_words(console, results.indicators[k]),
                       .columns = {{console.text("simulate.column.year")},
                                   {console.text("simulate.column.low"), true},
                                   {console.text("simulate.column.middle"), true},
                                   {console.text("simulate.column.high"), true}}};
  for (int year = 0; year < results.years; ++year) {
    const insight::ResultBand band = band_of(results, year, k);
    table.rows.push_back({{std::to_string(year + 1)}});
    for (const std::int64_t value : {band.low, band.middle, band.high})
      table.rows.back().push_back({value_words(console, results.indicators[k], value), std::to_string(value)});
  }
  return table;
}

}  // namespace

present::Draft simulation_draft(const Console& console, const Results& results, const insight::Scenario& scenario,
                                const std::string& command) {
  const present::Numbers numbers(console.catalogue());
  present::Draft draft{.title = scenario.title, .when = numbers.date(scenario.law)};
  draft.text(console.text("simulate.headline",
                          {{"years", std::to_string(results.years)},
                           {"replications", numbers.count(static_cast<std::int64_t>(results.replications.size()))}}));
  const auto assumed =
      std::ranges::count_if(scenario.parameters, [](const auto& one) { return one.second.source.empty(); });
  draft.text(console.text("simulate.assumed",
                          {{"assumed", numbers.count(assumed)},
                           {"parameters", numbers.count(static_cast<std::int64_t>(scenario.parameters.size()))}}));
  std::vector<present::DraftFigure> leading;
  for (const char* name : kLeading)
    if (const std::size_t k = index_of(results, name); k < results.indicators.size()) {
      const insight::ResultBand band = band_of(results, results.years - 1, k);
      leading.push_back({.number = value_words(console, name, band.middle),
                         .label = indicator_words(console, name),
                         .note = console.text("simulate.between", {{"low", value_words(console, name, band.low)},
                                                                   {"high", value_words(console, name, band.high)}})});
    }
  draft.figures(std::move(leading));
  draft.heading(console.text("simulate.by_year"));
  for (const char* name : kByYear)
    if (const std::size_t k = index_of(results, name); k < results.indicators.size())
      draft.table(by_year(console, results, k), chart_of(console, results, k));
  draft.heading(console.text("simulate.last_year"));
  draft.table(bands_table(console, results, false));
  draft.heading(console.text("simulate.assumptions"));
  present::Table assumptions{.columns = {{console.text("simulate.column.parameter")},
                                         {console.text("simulate.column.value"), true},
                                         {console.text("simulate.column.low"), true},
                                         {console.text("simulate.column.high"), true},
                                         {console.text("simulate.column.source")}}};
  for (const auto& [id, parameter] : scenario.parameters)
    assumptions.rows.push_back({{id},
                                {numbers.count(parameter.value)},
                                {numbers.count(parameter.low)},
                                {numbers.count(parameter.high)},
                                {parameter.source.empty() ? console.text("simulate.is_assumed") : parameter.source}});
  draft.table(std::move(assumptions));
  draft.text(console.text("simulate.limits"));
  draft.heading(console.text("simulate.again"));
  draft.command(command);
  return draft;
}

present::Draft comparison_draft(const Console& console, const std::string& first,
                                const std::vector<std::pair<std::string, Results>>& differences) {
  present::Draft draft{.title = console.text("simulate.beside", {{"first", first}}), .when = {}};
  draft.text(console.text("simulate.caveat"));
  for (const auto& [title, difference] : differences) {
    draft.heading(title);
    draft.table(bands_table(console, difference, true));
  }
  draft.text(console.text("simulate.limits"));
  return draft;
}

}  // namespace passend::cli
