// SPDX-License-Identifier: EUPL-1.2
// What the work costs the employer: beside the answer, and none of the household's money.
#include "present/html_table.hpp"
#include "present/income_sections.hpp"
#include "present/page.hpp"

namespace passend::present::income_view {
namespace {

Cell amount_cell(const Context& context, const std::optional<std::int64_t>& eurocent) {
  return eurocent ? euro_cell(context, *eurocent) : Cell{context.text("income.parts.not_known")};
}

}  // namespace

Table employer_table(const Context& context) {
  Table table{context.text("income.employer.caption"),
              {{context.text("income.employer.line_heading")}, {context.text("income.parts.amount"), true}}};
  for (const auto& line : context.data.employer->lines)
    if (!line.eurocent || *line.eurocent != 0)
      table.rows.push_back({{context.text("income.employer.line." + line.label)}, amount_cell(context, line.eurocent)});
  table.rows.push_back({{context.text("income.parts.total")}, amount_cell(context, context.data.employer->total)});
  return table;
}

std::vector<std::string> employer_notes(const Context& context) {
  std::vector<std::string> notes{context.text("income.employer.whk"), context.text("income.employer.not_in_it")};
  const auto& employer = *context.data.employer;
  if (employer.flat_months)
    notes.push_back(context.text("income.employer.flat", {{"months", std::to_string(*employer.flat_months)}}));
  for (const auto& unknown : employer.unknown)
    notes.push_back(context.text("income.employer.unknown", {{"title", unknown.title}}));
  notes.push_back(context.text("income.weakest." + employer.weakest));
  return notes;
}

Markup employer_section(const Context& context) {
  if (!context.data.employer) return {};
  Markup notes;
  for (const auto& note : employer_notes(context)) notes += element("li", {}, {note}) + Markup::raw("\n");
  return section(
      "employer", context.text("income.employer.heading"),
      {paragraph(context.text("income.employer.lead")), block({html_table(employer_table(context))}, "sum beside"),
       element("ul", {{"class", "source"}}, {notes}), Markup::raw("\n")});
}

}  // namespace passend::present::income_view
