// SPDX-License-Identifier: EUPL-1.2
// The parts of the report page, in reading order. Inside src/present only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "present/html_table.hpp"
#include "present/numbers.hpp"
#include "present/page.hpp"
#include "present/report_data.hpp"

namespace passend::present::report {

struct Context {
  const ReportData& data;  // after hide_small
  const Catalogue& texts;
  Numbers numbers;

  std::string text(std::string_view key, const Arguments& arguments = {}) const { return texts.text(key, arguments); }
};

// Hides further numbers where a hidden one could be computed from its neighbours.
ReportData hide_small(ReportData data);

// Floor of voorstel / live in per mille; nothing where one is hidden or live is 0.
std::optional<std::int64_t> placed_per_mille(const PlanPeople& people);

Markup answer(const Context& context);   // headline, lead, ten pairs, four figures, who is not in the plan
Markup waiting(const Context& context);  // reasons, what helps
Markup questions(const Context& context);
Markup places(const Context& context);    // map
Markup fairness(const Context& context);  // groups, floors, price
Markup means(const Context& context);     // resources, what cost proposals, rounds
Markup proof(const Context& context);
Markup rules(const Context& context);
Markup doubts(const Context& context);
Markup sources(const Context& context);

// Small pieces the parts share.
Cell count_cell(const Context& context, std::int64_t number);
Cell people_cell(const Context& context, PeopleCount people);

}  // namespace passend::present::report
