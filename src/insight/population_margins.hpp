// SPDX-License-Identifier: EUPL-1.2
// The marginals file of a municipality (docs/population.md): how many households and residents, and margins over their
// variables, each with source and year or marked as assumed. Figures of other definitions stand beside them, not
// fitted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "insight/population_archetypes.hpp"

namespace passend::insight {

// Where a figure comes from.
struct FigureSource {
  bool assumed = false;
  std::string source, definition, note;
  int year = 0;
};

struct MarginCell {
  Variable variable{};
  std::vector<std::size_t> values;  // one, or more that are counted together
  double wanted = 0;                // households or people
  FigureSource from;
};

// Published, of another definition or year, and not fitted.
struct FigureVariant {
  Variable variable{};
  std::string value, figure;  // as published: "~6300", "50.5 per 1000"
  FigureSource from;
};

struct TotalFigure {
  double count = 0;  // whole, unless scaled
  FigureSource from;
};

struct PopulationSpec {
  std::string municipality, code;
  Date date{};
  TotalFigure residents, households;
  std::vector<MarginCell> cells;  // by variable, then values: the order of the file does not matter
  std::vector<FigureVariant> variants;
};

// The date alone: the AOW age of the structure rests on it.
Result<Date> population_date(std::string_view bytes, const std::string& file);

// Every fault, in the order of the file: those of TomlFields; kCodeUnknown for a code other than GM0000; kNotInList for
// a variable or value; kKeyTwice for a cell given twice; kTomlKeyMissing for a figure without source, year or (on
// bijstand) definition; kContradiction with a reason population-… for figures that cannot all be.
Result<PopulationSpec> read_population_spec(std::string_view bytes, const std::string& file,
                                            const Structure& structure);

// The same for a smaller or larger municipality of the same shape.
PopulationSpec scaled_to(PopulationSpec spec, std::int64_t households);

std::string name_of(const Structure& structure, const MarginCell& cell);  // its values, joined by +

// One text for all that the figures say, whatever the order of the file.
std::string canonical_text(const PopulationSpec& spec, const Structure& structure);

}  // namespace passend::insight
