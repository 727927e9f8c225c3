// SPDX-License-Identifier: EUPL-1.2
// How each part was worked out: what went in, which values of law, from which article and source.
#include "present/income_sections.hpp"
#include "present/page.hpp"

namespace passend::present::income_view {
namespace {

// Data of the law is Dutch in every language of the page.
Attributes dutch(const Context& context) {
  return context.texts.language() == Language::kDutch ? Attributes{} : Attributes{{"lang", "nl"}};
}

Markup legal(const Context& context, const std::string& text) { return element("span", dutch(context), {text}); }

Markup summary(const Markup& name, const std::string& amount) {
  return element("summary", {}, {element("span", {}, {name}), " ", element("b", {}, {amount})});
}

Markup parameter(const Context& context, const TraceParameter& value) {
  const auto facts = fact(context.text("income.trace.article"), legal(context, value.article)) +
                     fact(context.text("income.trace.source"), legal(context, value.source)) +
                     fact(context.text("income.trace.sure"), origin(context, value)) +
                     fact(context.text("income.trace.id"), element("code", {}, {value.id}));
  return element("details", {}, {summary(legal(context, value.title), value.value), element("dl", {}, {facts})}) +
         Markup::raw("\n");
}

std::string joined(const std::vector<std::string>& all) {
  std::string text;
  for (const auto& one : all) text += (text.empty() ? "" : ", ") + one;
  return text;
}

Markup inside(const Context& context, const TraceNode& node) {
  Markup facts, parameters;
  for (const auto& input : node.inputs)
    facts += fact(context.text("income.input." + input.key), input_value(context, input));
  if (!node.articles.empty())
    facts += fact(context.text("income.trace.articles"), legal(context, joined(node.articles)));
  for (const auto& value : node.parameters) parameters += parameter(context, value);
  return (facts.empty() ? Markup() : element("dl", {}, {facts})) + parameters;
}

Markup node_details(const Context& context, const TraceNode& node) {
  return element("details", {},
                 {summary(legal_part_name(context, node.rule), euro_cell(context, node.eurocent).text),
                  inside(context, node)}) +
         Markup::raw("\n");
}

}  // namespace

Markup trace_section(const Context& context) {
  Markup nodes;
  for (const auto& node : context.data.trace) nodes += node_details(context, node);
  if (nodes.empty()) return {};
  return section("trace", context.text("income.trace.heading"),
                 {paragraph(context.text("income.trace.text") + steady_note(context)), block({nodes}, "trace")});
}

}  // namespace passend::present::income_view
