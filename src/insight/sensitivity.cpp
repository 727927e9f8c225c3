// SPDX-License-Identifier: EUPL-1.2
#include "insight/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "insight/random_stream.hpp"

namespace passend::insight {
namespace {

constexpr double kMille = 1000;

std::vector<std::string> open_parameters(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const auto& [id, parameter] : scenario.parameters)
    if (parameter.low < parameter.high) names.push_back(id);
  return names;
}

std::vector<std::int64_t> middles(const Results& results) {
  std::vector<std::int64_t> out;
  for (std::size_t k = 0; k < results.indicators.size(); ++k)
    out.push_back(band_of(results, results.years - 1, k).middle);
  return out;
}

std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t j = i;
    while (j < order.size() && values[order[j]] == values[order[i]]) ++j;
    for (std::size_t k = i; k < j; ++k) ranks[order[k]] = (static_cast<double>(i) + static_cast<double>(j) - 1) / 2;
    i = j;
  }
  return ranks;
}

// Mean 0, variance 1; all 0 where nothing varies.
std::vector<double> standardised(std::vector<double> values) {
  const double count = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  double square = 0;
  for (double& value : values) {
    value -= mean;
    square += value * value;
  }
  for (double& value : values) value = square > 0 ? value / std::sqrt(square / count) : 0;
  return values;
}

// Gaussian elimination with pivoting; a column that does not vary gets 0.
std::vector<double> solve(std::vector<std::vector<double>> a, std::vector<double> b) {
  constexpr double kNought = 1e-9;
  const std::size_t n = b.size();
  std::vector<bool> used(n, false);
  std::vector<std::size_t> pivot_of(n, n);
  for (std::size_t c = 0; c < n; ++c) {
    std::size_t best = n;
    for (std::size_t r = 0; r < n; ++r)
      if (!used[r] && (best == n || std::abs(a[r][c]) > std::abs(a[best][c]))) best = r;
    if (best == n || std::abs(a[best][c]) < kNought) continue;
    used[best] = true;
    pivot_of[c] = best;
    for (std::size_t r = 0; r < n; ++r) {
      if (r == best) continue;
      const double factor = a[r][c] / a[best][c];
      for (std::size_t k = c; k < n; ++k) a[r][k] -= factor * a[best][k];
      b[r] -= factor * b[best];
    }
  }
  std::vector<double> x(n, 0);
  for (std::size_t c = 0; c < n; ++c)
    if (pivot_of[c] < n) x[c] = b[pivot_of[c]] / a[pivot_of[c]][c];
  return x;
}

}  // namespace

RankRegression rank_regression(const std::vector<std::vector<double>>& columns, const std::vector<double>& outcome) {
  std::vector<std::vector<double>> x;
  for (const auto& column : columns) x.push_back(standardised(ranks_of(column)));
  const std::vector<double> y = standardised(ranks_of(outcome));
  const auto dot = [](const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0) / static_cast<double>(a.size());
  };
  std::vector<std::vector<double>> normal(x.size(), std::vector<double>(x.size()));
  std::vector<double> right(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    right[i] = dot(x[i], y);
    for (std::size_t j = 0; j < x.size(); ++j) normal[i][j] = dot(x[i], x[j]);
  }
  RankRegression out{.coefficient = solve(normal, right)};
  for (std::size_t i = 0; i < x.size(); ++i) out.r2 += out.coefficient[i] * right[i];
  return out;
}

Result<Sensitivity> one_at_a_time(const Scenario& scenario, const PlayScenario& play, const std::stop_token& stop,
                                  const SensitivityProgress& progress) {
  const auto names = open_parameters(scenario);
  const auto total = static_cast<std::int64_t>(2 * names.size() + 1);
  std::int64_t done = 0;
  const auto base = play(scenario);
  if (!base) return fail(base.error());
  if (stop.stop_requested()) return Sensitivity{};
  progress(++done, total);
  const auto middle = middles(*base);
  Sensitivity out{.indicators = base->indicators};
  for (const std::string& name : names) {
    ParameterEffect effect{.parameter = name};
    for (const bool high : {false, true}) {
      if (stop.stop_requested()) return out;
      Scenario changed = scenario;
      ScenarioParameter& parameter = changed.parameters[name];
      parameter.value = high ? parameter.high : parameter.low;
      const auto results = play(changed);
      if (!results) return fail(results.error());
      if (stop.stop_requested()) return out;
      auto& change = high ? effect.at_high : effect.at_low;
      change = middles(*results);
      for (std::size_t k = 0; k < change.size(); ++k) change[k] -= middle[k];
      progress(++done, total);
    }
    out.effects.push_back(std::move(effect));
  }
  return out;
}

Result<Sensitivity> global_sensitivity(const Scenario& scenario, const PlayScenario& play, int samples,
                                       const std::stop_token& stop, const SensitivityProgress& progress) {
  const auto names = open_parameters(scenario);
  const auto count = static_cast<std::size_t>(samples);
  // A Latin hypercube: each parameter takes every one of `samples` steps between low and high once.
  std::vector<std::vector<double>> columns(names.size(), std::vector<double>(count));
  std::vector<std::vector<std::int64_t>> value(names.size(), std::vector<std::int64_t>(count));
  for (std::size_t p = 0; p < names.size(); ++p) {
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    for (std::size_t s = 0; s < count; ++s) order.emplace_back(RandomStream(scenario.seed, names[p], s).next(), s);
    std::ranges::sort(order);
    const ScenarioParameter& parameter = scenario.parameters.find(names[p])->second;
    for (std::size_t s = 0; s < count; ++s) {
      const auto step = static_cast<std::int64_t>(order[s].second);
      const std::int64_t width = parameter.high - parameter.low;
      value[p][s] = parameter.low + (width * (2 * step + 1) + samples) / (2 * samples);
      columns[p][s] = static_cast<double>(value[p][s]);
    }
  }
  Sensitivity out{.is_global = true};
  std::vector<std::vector<double>> outcomes;
  for (std::size_t s = 0; s < count; ++s) {
    if (stop.stop_requested()) return out;
    Scenario sample = scenario;
    sample.replications = 1;
    sample.seed = scenario.seed + s;
    for (std::size_t p = 0; p < names.size(); ++p) sample.parameters[names[p]].value = value[p][s];
    const auto results = play(sample);
    if (!results) return fail(results.error());
    if (stop.stop_requested()) return out;
    if (outcomes.empty()) {
      out.indicators = results->indicators;
      outcomes.assign(out.indicators.size(), std::vector<double>(count));
    }
    for (std::size_t k = 0; k < outcomes.size(); ++k)
      outcomes[k][s] = static_cast<double>(results->replications.front().value.back()[k]);
    progress(static_cast<std::int64_t>(s) + 1, samples);
  }
  for (const std::string& name : names) out.effects.push_back({.parameter = name});
  for (const std::vector<double>& outcome : outcomes) {
    const RankRegression fit = rank_regression(columns, outcome);
    for (std::size_t p = 0; p < names.size(); ++p)
      out.effects[p].coefficient.push_back(std::llround(kMille * fit.coefficient[p]));
    out.explained.push_back(std::llround(kMille * fit.r2));
  }
  return out;
}

std::string sensitivity_csv(const Sensitivity& answer) {
  std::string csv = answer.is_global ? "parameter,indicator,coefficient_per_mille\n" : "parameter,indicator,low,high\n";
  for (const ParameterEffect& effect : answer.effects)
    for (std::size_t k = 0; k < answer.indicators.size(); ++k)
      csv += answer.is_global ? fmt::format("{},{},{}\n", effect.parameter, answer.indicators[k], effect.coefficient[k])
                              : fmt::format("{},{},{},{}\n", effect.parameter, answer.indicators[k], effect.at_low[k],
                                            effect.at_high[k]);
  return csv;
}

}  // namespace passend::insight
