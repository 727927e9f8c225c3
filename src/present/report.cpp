// SPDX-License-Identifier: EUPL-1.2
#include "present/report.hpp"

#include <array>

#include "present/chart.hpp"
#include "present/report_sections.hpp"

namespace passend::present {
namespace report {

Cell count_cell(const Context& context, std::int64_t number) {
  return {context.numbers.count(number), std::to_string(number)};
}

Cell people_cell(const Context& context, PeopleCount people) {
  return {context.numbers.people(people), people.is_hidden() ? "" : std::to_string(people.value())};
}

Markup heading(int level, const std::string& text, const std::string& id) {
  const auto name = "h" + std::to_string(level);
  return element(name, id.empty() ? Attributes{} : Attributes{{"id", id}}, {text}) + Markup::raw("\n");
}

Markup paragraph(const std::string& text, const std::string& kind) {
  if (text.empty()) return {};
  return element("p", kind.empty() ? Attributes{} : Attributes{{"class", kind}}, {text}) + Markup::raw("\n");
}

Markup section(const std::string& id, const std::string& title, const std::vector<Markup>& parts) {
  std::vector<Markup> inside{heading(2, title, id)};
  inside.insert(inside.end(), parts.begin(), parts.end());
  return element("section", {{"aria-labelledby", id}}, inside) + Markup::raw("\n");
}

Markup block(const std::vector<Markup>& parts, const std::string& kind) {
  return element("div", kind.empty() ? Attributes{} : Attributes{{"class", kind}}, parts) + Markup::raw("\n");
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

Markup band(const std::string& kind, const std::string& strong, const std::string& text) {
  const auto words = element("p", {{"class", "page"}}, {element("strong", {}, {strong}), " ", text});
  return element("div", {{"class", kind}, {"role", "note"}}, {words}) + Markup::raw("\n");
}

Markup head(const Context& context, const std::string& title, std::string_view css) {
  return element("head", {},
                 {element("meta", {{"charset", "utf-8"}}),
                  element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
                  element("meta", {{"name", "generator"}, {"content", context.data.program}}),
                  element("title", {}, {title}), Markup::raw("\n"),
                  element("style", {}, {Markup::raw("\n" + std::string(css))})}) +
         Markup::raw("\n");
}

Markup notices(const Context& context) {
  Markup shown;
  if (context.data.invented) shown += band("demo", context.text("report.demo_word"), context.text("report.demo"));
  if (context.data.stopped)
    shown += band("stopped", context.text("report.stopped_word"), context.text("report.stopped"));
  return shown;
}

Markup page_header(const Context& context) {
  const auto& name = context.data.municipality;
  const auto brand =
      element("p", {{"class", "brand"}},
              {wordmark(), element("strong", {}, {"Passend"}),
               name.empty() ? Markup() : element("span", {}, {context.text("report.municipality", {{"name", name}})})});
  const auto date = context.text("report.plan_of", {{"date", context.numbers.date(context.data.date)}});
  const auto inside = element("div", {{"class", "page"}}, {brand, element("p", {{"class", "when"}}, {date})});
  return element("header", {}, {inside}) + Markup::raw("\n");
}

Markup contents(const Context& context) {
  constexpr std::array<std::string_view, 8> kParts{"waiting", "places", "fair",   "means",
                                                   "proof",   "rules",  "doubts", "sources"};
  Markup links;
  for (const auto part : kParts)
    links += element(
        "li", {},
        {element("a", {{"href", "#" + std::string(part)}}, {context.text("report." + std::string(part) + ".nav")})});
  return element("nav", {{"aria-label", context.text("report.contents")}, {"class", "page"}},
                 {element("ul", {}, {links})}) +
         Markup::raw("\n");
}

Markup page_footer(const Context& context) {
  const auto inside = element(
      "div", {{"class", "page"}},
      {report::paragraph(context.text("report.footer.small")), report::paragraph(context.text("report.footer.alone")),
       report::paragraph(context.text("report.footer.program", {{"program", context.data.program}}))});
  return element("footer", {}, {inside}) + Markup::raw("\n");
}

Markup main_part(const Context& context) {
  return element("main", {{"id", "content"}, {"class", "page"}},
                 {report::answer(context), report::waiting(context), report::questions(context),
                  report::places(context), report::fairness(context), report::means(context), report::proof(context),
                  report::rules(context), report::doubts(context), report::sources(context)});
}

}  // namespace

std::string report_html(const ReportData& data, const Catalogue& catalogue, std::string_view css) {
  const auto safe = report::hide_small(data);
  const Context context{safe, catalogue, Numbers(catalogue)};
  const auto title = catalogue.text("report.document_title", {{"headline", headline_of(safe, catalogue)}});
  const auto body =
      element("body", {},
              {element("a", {{"class", "skip"}, {"href", "#content"}}, {catalogue.text("report.skip")}),
               notices(context), page_header(context), contents(context), main_part(context), page_footer(context)});
  const auto html =
      element("html", {{"lang", std::string(code_of(catalogue.language()))}}, {head(context, title, css), body});
  return "<!DOCTYPE html>\n" + html.html() + "\n";
}

}  // namespace passend::present
