// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "insight/population_margins.hpp"

namespace passend::insight {
namespace {

std::string text_of(const FigureSource& from) {
  return fmt::format("{}|{}|{}|{}|{}", from.assumed, from.source, from.year, from.definition, from.note);
}

}  // namespace

PopulationSpec scaled_to(PopulationSpec spec, std::int64_t households) {
  const double factor = static_cast<double>(households) / spec.households.count;
  for (MarginCell& cell : spec.cells) cell.wanted *= factor;
  spec.residents.count *= factor;
  spec.households.count = static_cast<double>(households);
  return spec;
}

std::string name_of(const Structure& structure, const MarginCell& cell) {
  const auto values = values_of(structure, cell.variable);
  std::string out;
  for (const auto value : cell.values) out += (out.empty() ? "" : "+") + values[value];
  return out;
}

std::string canonical_text(const PopulationSpec& spec, const Structure& structure) {
  std::string out =
      fmt::format("{}|{}|{}\n{}|{}\n{}|{}\n", spec.municipality, spec.code, to_string(spec.date), spec.residents.count,
                  text_of(spec.residents.from), spec.households.count, text_of(spec.households.from));
  for (const MarginCell& cell : spec.cells)
    out += fmt::format("{}|{}|{}|{}\n", kVariableRows[static_cast<std::size_t>(cell.variable)].name,
                       name_of(structure, cell), cell.wanted, text_of(cell.from));
  for (const FigureVariant& one : spec.variants)
    out += fmt::format("{}|{}|{}|{}\n", kVariableRows[static_cast<std::size_t>(one.variable)].name, one.value,
                       one.figure, text_of(one.from));
  return out;
}

}  // namespace passend::insight
