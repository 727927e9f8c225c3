// SPDX-License-Identifier: EUPL-1.2
// What every gate needs besides the pair: reference data, rules, date, wages per day. Read-only while a plan is made.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"
#include "work/demand.hpp"
#include "work/occupation_tree.hpp"
#include "work/rules.hpp"
#include "work/symbol.hpp"
#include "work/travel.hpp"

namespace passend {

struct DemandTemplateRow {
  std::uint16_t item = 0;
  ItemLevel level = kNoLevel;
};

// Open data shipped with the program (data/): postcode points, occupations, items, demand templates.
struct Reference {
  OccupationTree occupations;
  std::vector<Item> items;
  std::unordered_map<std::string, std::uint16_t> item_index;
  std::vector<std::string> point_pc4;
  std::vector<std::string> point_place;
  std::vector<Point> points;
  std::unordered_map<std::string, std::int32_t> point_of_pc4;       // known points only
  std::map<std::string, std::vector<DemandTemplateRow>> templates;  // by ISCO group

  // The template of the longest group the ISCO code lies in; empty when there is none.
  const std::vector<DemandTemplateRow>& template_of(const std::string& isco08) const;
};

// The statutory minimum per hour in a stretch of days, in eurocent.
struct StatutoryMinimum {
  Date from;                                            // until the next one
  std::optional<std::int64_t> adult;                    // nothing: no value known in this stretch
  int lowest_age = 0;                                   // of the youth scale
  std::vector<std::int64_t> by_age;                     // from lowest_age up to the adult age (excluded)
  std::vector<std::optional<std::int64_t>> by_age_bbl;  // same ages; nothing where the BBL scale has none

  // For an age >= lowest_age; precondition: adult is known.
  std::int64_t at(int age, bool bbl) const;
};

struct PlanContext {
  const Reference* reference = nullptr;
  const SymbolTable* symbols = nullptr;
  const RuleSet* rules = nullptr;
  Date date;
  std::vector<StatutoryMinimum> minimums;  // by `from`; the first begins before every date
  std::unordered_map<std::uint32_t, std::uint32_t> resource_of_support;  // support kind (symbol) → first resource by id
  Symbol loondispensatie;
  std::vector<Symbol> indication_of_kind;  // per WorkKind; the empty symbol where none is needed

  const StatutoryMinimum& minimum_on(Date day) const;
};

}  // namespace passend
