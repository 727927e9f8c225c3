// SPDX-License-Identifier: EUPL-1.2
#include "present/report.hpp"

#include <array>

#include "present/page.hpp"
#include "present/report_sections.hpp"

namespace passend::present {
namespace report {

Cell count_cell(const Context& context, std::int64_t number) {
  return {context.numbers.count(number), std::to_string(number)};
}

Cell people_cell(const Context& context, PeopleCount people) {
  return {context.numbers.people(people), people.is_hidden() ? "" : std::to_string(people.value())};
}

namespace {

// The unconditional rest may not be small either.
void hide_conditional(PeopleCount& conditional, PeopleCount all) {
  if (!all.is_hidden() && PeopleCount(all.value() - conditional.value()).is_hidden())
    conditional = PeopleCount::hidden();
}

// What adds up to the voorstellen or to the people waiting, where those are hidden.
void hide_sums(ReportData& data) {
  for (auto& round : data.rounds) round.voorstellen = round.conditional = PeopleCount::hidden();
  for (auto& point : data.points) point.waiting = PeopleCount::hidden();
}

}  // namespace

ReportData hide_small(ReportData data) {
  auto& people = data.people;
  hide_what_tells({&people.voorstel, &people.waiting});
  hide_what_tells({&people.without_wish, &people.unconfirmed, &people.expired, &people.live});
  hide_conditional(people.conditional, people.voorstel);
  for (auto& round : data.rounds) hide_conditional(round.conditional, round.voorstellen);
  if (people.voorstel.is_hidden()) hide_sums(data);
  std::vector<PeopleCount*> points;
  for (auto& point : data.points) points.push_back(&point.waiting);
  hide_what_tells(points);
  return data;
}

}  // namespace report

namespace {

using report::Context;

Markup notices(const Context& context) {
  Markup shown;
  if (context.data.invented) shown += band("demo", context.text("report.demo_word"), context.text("report.demo"));
  if (context.data.stopped)
    shown += band("stopped", context.text("report.stopped_word"), context.text("report.stopped"));
  return shown;
}

std::string when(const Context& context) {
  return context.text("report.plan_of", {{"date", context.numbers.date(context.data.date)}});
}

std::string beside(const Context& context) {
  const auto& name = context.data.municipality;
  return name.empty() ? name : context.text("report.municipality", {{"name", name}});
}

Markup contents(const Context& context) {
  constexpr std::array<std::string_view, 8> kParts{"waiting", "places", "fair",   "means",
                                                   "proof",   "rules",  "doubts", "sources"};
  std::vector<PageLink> links;
  for (const auto part : kParts)
    links.push_back({std::string(part), context.text("report." + std::string(part) + ".nav")});
  return page_contents(context.texts, links);
}

Markup footer(const Context& context) {
  return page_footer({context.text("report.footer.small"), context.text("report.footer.alone"),
                      context.text("report.footer.program", {{"program", context.data.program}})});
}

Markup main_part(const Context& context) {
  return page_main({report::answer(context), report::waiting(context), report::questions(context),
                    report::places(context), report::fairness(context), report::means(context), report::proof(context),
                    report::rules(context), report::doubts(context), report::sources(context)});
}

}  // namespace

std::string report_html(const ReportData& data, const Catalogue& catalogue, std::string_view css) {
  const auto safe = report::hide_small(data);
  const Context context{safe, catalogue, Numbers(catalogue)};
  const auto title = catalogue.text("report.document_title", {{"headline", headline_of(safe, catalogue)}});
  return page_of(catalogue, {title, data.program, css},
                 {notices(context), page_header(beside(context), when(context)), contents(context), main_part(context),
                  footer(context)});
}

}  // namespace passend::present
