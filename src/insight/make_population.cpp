// SPDX-License-Identifier: EUPL-1.2
#include "insight/make_population.hpp"

#include <cmath>

#include "base/sha256.hpp"
#include "insight/proportional_updating.hpp"

namespace passend::insight {
namespace {

constexpr double kFitting = 0.005;
constexpr double kOne = 1.0;

// Cells of the margins that a value belongs to.
using CellsOfValue = std::array<std::vector<std::vector<std::uint32_t>>, kVariables>;

CellsOfValue cells_of_values(const PopulationSpec& spec, const Structure& structure) {
  CellsOfValue out;
  for (std::size_t v = 0; v < kVariables; ++v) out[v].resize(values_of(structure, static_cast<Variable>(v)).size());
  for (std::uint32_t c = 0; c < spec.cells.size(); ++c)
    for (const auto value : spec.cells[c].values)
      out[static_cast<std::size_t>(spec.cells[c].variable)][value].push_back(c);
  return out;
}

// The last two columns count residents and households.
SparseCounts counts_of(const PopulationSpec& spec, const Structure& structure, const std::vector<Archetype>& kinds) {
  const CellsOfValue cells = cells_of_values(spec, structure);
  const auto residents = static_cast<std::uint32_t>(spec.cells.size());
  std::vector<std::uint8_t> found(spec.cells.size());
  std::vector<std::uint32_t> touched;
  SparseCounts out;
  for (const Archetype& kind : kinds) {
    touched.clear();
    count_values(structure, kind, [&](Variable variable, std::size_t value, int times) {
      for (const auto cell : cells[static_cast<std::size_t>(variable)][value]) {
        if (found[cell] == 0) touched.push_back(cell);
        found[cell] = static_cast<std::uint8_t>(found[cell] + times);
      }
    });
    for (const auto cell : touched) {
      out.add(cell, found[cell]);
      found[cell] = 0;
    }
    const auto children = kind.children == kNone ? 0 : structure.children[kind.children].bands.size();
    out.add(residents, static_cast<std::uint8_t>(adults_of(kind.type) + children));
    out.add(residents + 1, 1);
    out.end_row();
  }
  return out;
}

FitCause cause_of(double wanted, double got, double weighed) {
  const auto is_off = [&](double value) { return std::abs(value - wanted) > kFitting * wanted; };
  if (!is_off(got)) return FitCause::kFits;
  if (std::abs(got - wanted) <= kOne) return FitCause::kSmallCell;
  return is_off(weighed) ? FitCause::kContradiction : FitCause::kRounding;
}

FitRow total_row(std::string_view level, const TotalFigure& figure, std::size_t got) {
  const double wanted = figure.count;
  return {level,
          "total",
          "total",
          wanted,
          static_cast<std::int64_t>(got),
          cause_of(wanted, static_cast<double>(got), wanted),
          figure.from};
}

}  // namespace

Result<MadePopulation> make_population(const PopulationSpec& spec, const Structure& structure, const PopulationLaw& law,
                                       std::uint64_t seed, const std::string& file) {
  const std::vector<Archetype> kinds = archetypes_of(structure);
  const SparseCounts counts = counts_of(spec, structure, kinds);
  std::vector<double> targets, weights;
  for (const MarginCell& cell : spec.cells) targets.push_back(cell.wanted);
  targets.push_back(spec.residents.count);
  targets.push_back(spec.households.count);
  double total = 0;
  for (const Archetype& kind : kinds) total += kind.weight;
  for (const Archetype& kind : kinds) weights.push_back(kind.weight / total * spec.households.count);
  const auto possible = column_sums(counts, weights, targets.size());
  for (std::size_t c = 0; c < spec.cells.size(); ++c)
    if (targets[c] > 0 && possible[c] <= 0) {
      const std::string variable(kVariableRows[static_cast<std::size_t>(spec.cells[c].variable)].name);
      return fail({.code = FaultCode::kContradiction,
                   .file = file,
                   .column = variable,
                   .value = name_of(structure, spec.cells[c]),
                   .args = {{"reason", "population-no-household"}, {"variable", variable}}});
    }
  FittedWeights fitted = update_proportionally(counts, targets, std::move(weights));
  const auto copies = whole_weights(counts, targets, fitted.weights, 1);
  const auto weighed = column_sums(counts, fitted.weights, targets.size());
  const std::vector<double> whole(copies.begin(), copies.end());
  const auto got = column_sums(counts, whole, targets.size());

  MadePopulation out;
  out.population = draw_population(structure, law, kinds, copies, seed);
  out.population.municipality = spec.municipality;
  out.population.code = spec.code;
  out.fit.kinds = kinds.size();
  out.fit.rounds = fitted.rounds;
  out.fit.converged = fitted.converged;
  out.fit.largest_gap = fitted.largest_gap;
  out.fit.rows.push_back(total_row("household", spec.households, out.population.households.size()));
  out.fit.rows.push_back(total_row("person", spec.residents, out.population.residents.size()));
  for (std::size_t c = 0; c < spec.cells.size(); ++c) {
    const VariableRow& row = kVariableRows[static_cast<std::size_t>(spec.cells[c].variable)];
    out.fit.rows.push_back({row.level == Level::kHousehold ? "household" : "person", row.name,
                            name_of(structure, spec.cells[c]), targets[c], std::llround(got[c]),
                            cause_of(targets[c], got[c], weighed[c]), spec.cells[c].from});
  }
  out.checks = check_population(out.population, structure, law);
  out.source_hash = sha256_hex(canonical_text(spec, structure) + structure.hash);
  return out;
}

}  // namespace passend::insight
