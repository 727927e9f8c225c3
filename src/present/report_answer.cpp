// SPDX-License-Identifier: EUPL-1.2
// The top of the report: the answer, then its four figures.
#include <algorithm>

#include "present/chart.hpp"
#include "present/plain_text.hpp"
#include "present/plan_words.hpp"
#include "present/report.hpp"
#include "present/report_sections.hpp"

namespace passend::present {
namespace report {

std::optional<std::int64_t> placed_per_mille(const PlanPeople& people) {
  if (people.live.is_hidden() || people.voorstel.is_hidden() || people.live.value() == 0) return std::nullopt;
  return people.voorstel.value() * 1000 / people.live.value();
}

namespace {

std::string cause_sentence(const Context& context) {
  const auto most = std::max_element(context.data.reasons.begin(), context.data.reasons.end(),
                                     [](auto& a, auto& b) { return a.people.value() < b.people.value(); });
  if (most == context.data.reasons.end() || most->people.value() == 0) return {};
  return " " + context.text("report.lead.cause", {{"cause", lower_first(cause_text(context.texts, most->cause))}});
}

std::string lead(const Context& context) {
  const auto& people = context.data.people;
  if (!placed_per_mille(people)) return context.text("report.lead.small");
  if (people.waiting.value() == 0) return context.text("report.lead.own_choice");
  return context.text("report.lead.waiting", {{"people", context.numbers.people(people.waiting)}}) +
         cause_sentence(context);
}

std::string made_with(const Context& context) {
  return context.text("report.made_with",
                      {{"rules", context.data.rules.title}, {"seed", std::to_string(context.data.seed)}});
}

Markup pairs(const Context& context) {
  const auto share = placed_per_mille(context.data.people);
  if (!share) return {};
  const auto closed = divide_half_up(*share, 100);
  return element(
      "figure", {},
      {ten_pairs(static_cast<int>(closed), context.text("report.pairs.label", {{"closed", std::to_string(closed)}})),
       element("figcaption", {}, {context.text("report.pairs.caption")})});
}

Markup figure(const Context& context, PeopleCount people, std::string_view label, const std::string& note) {
  return key_figure(context.numbers.people(people), context.text(label), note, people.is_hidden() ? "few" : "many");
}

std::string share_note(const Context& context, PeopleCount part) {
  const auto live = context.data.people.live;
  if (part.is_hidden() || live.value() == 0) return {};
  const auto share = context.numbers.whole_percent(part.value() * 1000 / live.value());
  return context.text("report.key.share", {{"percent", share}});
}

Markup key_figures(const Context& context) {
  const auto& people = context.data.people;
  return element("h2", {{"class", "spoken"}}, {context.text("report.key.heading")}) +
         element("dl", {{"class", "key"}},
                 {figure(context, people.live, "report.key.live", ""),
                  figure(context, people.voorstel, "report.key.voorstel", share_note(context, people.voorstel)),
                  figure(context, people.conditional, "report.key.conditional",
                         context.text("report.key.conditional_note")),
                  figure(context, people.waiting, "report.key.waiting", share_note(context, people.waiting))}) +
         Markup::raw("\n");
}

Markup outside(const Context& context) {
  const auto& people = context.data.people;
  const auto line = element("dl", {},
                            {figure(context, people.without_wish, "report.outside.without_wish", ""),
                             figure(context, people.unconfirmed, "report.outside.unconfirmed", ""),
                             figure(context, people.expired, "report.outside.expired", "")});
  return block(
      {block({heading(2, context.text("report.outside.heading")), paragraph(context.text("report.outside.text"))}),
       line},
      "outside");
}

}  // namespace

Markup answer(const Context& context) {
  return block({block({element("h1", {}, {headline_of(context.data, context.texts)}), Markup::raw("\n"),
                       paragraph(lead(context), "lead"), paragraph(made_with(context), "source")}),
                pairs(context)},
               "answer") +
         key_figures(context) + outside(context);
}

}  // namespace report

std::string headline_of(const ReportData& data, const Catalogue& catalogue) {
  const auto safe = report::hide_small(data);
  const auto& people = safe.people;
  const auto key = [&](const char* name, const Arguments& arguments = {}) {
    return catalogue.text(std::string("report.headline.") + name, arguments);
  };
  if (people.live == PeopleCount(0)) return key("empty");
  const auto share = report::placed_per_mille(people);
  if (!share) return key("hidden");
  if (people.voorstel.value() == 0) return key("no_one");
  if (people.voorstel == people.live) return key("everyone");
  const auto percent = divide_half_up(people.voorstel.value() * 100, people.live.value());
  if (percent == 10) return key("one_tenth");
  if (percent % 10 == 0 && percent > 0 && percent < 100)
    return key("tenths", {{"tenths", std::to_string(percent / 10)}});
  const Numbers numbers(catalogue);
  const bool edge = percent == 0 || percent == 100;  // 99.7 % is not everyone
  return key("percent", {{"percent", edge ? numbers.percent(*share) : numbers.whole_percent(percent * 10)}});
}

}  // namespace passend::present
