// SPDX-License-Identifier: EUPL-1.2
#include "present/page.hpp"

#include "present/chart.hpp"

namespace passend::present {

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

Markup key_figure(const std::string& number, const std::string& label, const std::string& note,
                  const std::string& kind) {
  return element("div", {},
                 {element("dt", {}, {label}), element("dd", {},
                                                      {element("b", {{"class", kind}}, {number}),
                                                       note.empty() ? Markup() : element("span", {}, {note})})}) +
         Markup::raw("\n");
}

Markup fact(const std::string& name, const Markup& value) {
  return element("div", {}, {element("dt", {}, {name}), element("dd", {}, {value})}) + Markup::raw("\n");
}

Markup band(const std::string& kind, const std::string& strong, const std::string& text) {
  const auto words = element("p", {{"class", "page"}}, {element("strong", {}, {strong}), " ", text});
  return element("div", {{"class", kind}, {"role", "note"}}, {words}) + Markup::raw("\n");
}

Markup page_header(const std::string& beside, const std::string& when) {
  const auto brand = element(
      "p", {{"class", "brand"}},
      {wordmark(), element("strong", {}, {"Passend"}), beside.empty() ? Markup() : element("span", {}, {beside})});
  const auto inside = element("div", {{"class", "page"}}, {brand, element("p", {{"class", "when"}}, {when})});
  return element("header", {}, {inside}) + Markup::raw("\n");
}

Markup page_contents(const Catalogue& catalogue, const std::vector<PageLink>& links) {
  Markup items;
  for (const auto& link : links) items += element("li", {}, {element("a", {{"href", "#" + link.id}}, {link.text})});
  return element("nav", {{"aria-label", catalogue.text("report.contents")}, {"class", "page"}},
                 {element("ul", {}, {items})}) +
         Markup::raw("\n");
}

Markup page_main(const std::vector<Markup>& parts) {
  return element("main", {{"id", "content"}, {"class", "page"}}, parts);
}

Markup page_footer(const std::vector<std::string>& lines) {
  Markup inside;
  for (const auto& line : lines) inside += paragraph(line);
  return element("footer", {}, {element("div", {{"class", "page"}}, {inside})}) + Markup::raw("\n");
}

namespace {

Markup head_of(const PageHead& head) {
  return element("head", {},
                 {element("meta", {{"charset", "utf-8"}}),
                  element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
                  element("meta", {{"name", "generator"}, {"content", head.program}}),
                  element("title", {}, {head.title}), Markup::raw("\n"),
                  head.stylesheet.empty() ? element("style", {}, {Markup::raw("\n" + std::string(head.css))})
                                          : element("link", {{"rel", "stylesheet"}, {"href", head.stylesheet}})}) +
         Markup::raw("\n");
}

}  // namespace

std::string page_of(const Catalogue& catalogue, const PageHead& head, const std::vector<Markup>& parts) {
  std::vector<Markup> body{element("a", {{"class", "skip"}, {"href", "#content"}}, {catalogue.text("report.skip")})};
  body.insert(body.end(), parts.begin(), parts.end());
  const auto html = element("html", {{"lang", std::string(code_of(catalogue.language()))}},
                            {head_of(head), element("body", {}, body)});
  return "<!DOCTYPE html>\n" + html.html() + "\n";
}

}  // namespace passend::present
