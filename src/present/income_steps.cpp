// SPDX-License-Identifier: EUPL-1.2
// When money comes, what to do, and what this page does not know.
#include "present/html_table.hpp"
#include "present/income_sections.hpp"
#include "present/page.hpp"

namespace passend::present::income_view {
namespace {

Markup list(const std::vector<std::string>& sentences) {
  Markup items;
  for (const auto& sentence : sentences) items += element("li", {}, {sentence});
  return element("ul", {}, {items}) + Markup::raw("\n");
}

Markup step(const StepWords& words) {
  return element("li", {},
                 {element("strong", {}, {words.title}), Markup::raw("\n"), paragraph(words.why),
                  words.by.empty() ? Markup() : element("p", {{"class", "by"}}, {words.by})}) +
         Markup::raw("\n");
}

}  // namespace

Markup payments_section(const Context& context) {
  std::vector<Markup> months;
  for (const auto& period : periods(context))
    months.push_back(
        block({heading(3, period.name), block({html_table(period.payments)}, context.data.debt_warning ? "" : "sum")}));
  if (months.empty()) return {};
  const auto debt = context.data.debt_warning ? " " + context.text("income.payments.debt") : "";
  return section("payments", context.text("income.payments.heading"),
                 {paragraph(context.text("income.payments.text") + debt), block(months, "months")});
}

Markup steps_section(const Context& context) {
  Markup items;
  for (const auto& words : steps(context)) items += step(words);
  if (items.empty()) return {};
  return section("steps", context.text("income.steps.heading"),
                 {element("ol", {{"class", "steps"}, {"role", "list"}}, {items}), Markup::raw("\n")});
}

Markup limits_section(const Context& context) {
  const auto notes = not_covered(context);
  const auto sure = certainty(context);
  std::vector<Markup> cards;
  if (!notes.empty())
    cards.push_back(block({heading(3, context.text("income.limits.not_covered")), list(notes)}, "notice"));
  if (!sure.empty()) cards.push_back(block({heading(3, context.text("income.limits.sure")), list(sure)}));
  if (cards.empty()) return {};
  return section("limits", context.text("income.limits.heading"), {block(cards, "two")});
}

}  // namespace passend::present::income_view
