// SPDX-License-Identifier: EUPL-1.2
// Who waits and why, what helps, which questions are worth asking.
#include <algorithm>

#include "present/chart.hpp"
#include "present/plain_text.hpp"
#include "present/plan_words.hpp"
#include "present/report_sections.hpp"

namespace passend::present::report {
namespace {

template <class Row>
std::vector<Row> most_people_first(std::vector<Row> rows) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.people.value() > b.people.value(); });
  return rows;
}

constexpr std::size_t kRowsShown = 12;

template <class Row>
std::vector<Row> first_rows(std::vector<Row> rows) {
  if (rows.size() > kRowsShown) rows.resize(kRowsShown);
  return rows;
}

// A reason of one's own has no number, whoever hands one in.
std::vector<WaitingReason> countable(const ReportData& data) {
  auto reasons = data.reasons;
  std::erase_if(reasons, [](const WaitingReason& reason) {
    return reason.cause == WaitCause::kOwnChoice || reason.people == PeopleCount(0);
  });
  return most_people_first(std::move(reasons));
}

Table reasons_table(const Context& context, const std::vector<WaitingReason>& reasons) {
  Table table{context.text("report.waiting.caption"),
              {{context.text("report.waiting.cause")},
               {context.text("report.waiting.side")},
               {context.text("report.waiting.people"), true}}};
  for (const auto& reason : reasons)
    table.rows.push_back({{cause_text(context.texts, reason.cause)},
                          {side_text(context.texts, reason.cause)},
                          people_cell(context, reason.people)});
  return table;
}

Markup reasons_chart(const Context& context, const std::vector<WaitingReason>& reasons) {
  std::vector<Bar> bars;
  for (const auto& reason : reasons)
    bars.push_back({.name = cause_text(context.texts, reason.cause),
                    .note = side_text(context.texts, reason.cause),
                    .shown = context.numbers.people(reason.people),
                    .length = static_cast<double>(reason.people.value()),
                    .focus = bars.empty() && reason.people.value() > 0});
  return bar_chart(bars, context.text("report.waiting.label", {{"cause", bars[0].name}, {"people", bars[0].shown}}));
}

Markup reasons_block(const Context& context) {
  const auto own = context.data.own_choice_occurs ? context.text("report.waiting.own_choice") : "";
  const auto reasons = countable(context.data);
  if (reasons.empty()) return block({paragraph(context.text("report.waiting.none")), paragraph(own)});
  const auto first = lower_first(cause_text(context.texts, reasons[0].cause));
  return block({heading(3, context.text("report.waiting.finding", {{"cause", first}})),
                paragraph(context.text("report.waiting.subtitle"), "source"), reasons_chart(context, reasons),
                table_behind(reasons_table(context, reasons), context.texts, "reasons"), paragraph(own, "source")});
}

Markup measures_block(const Context& context) {
  Table table{context.text("report.helps.caption"),
              {{context.text("report.helps.step")},
               {context.text("report.helps.side")},
               {context.text("report.helps.people"), true}}};
  for (const auto& measure : first_rows(most_people_first(context.data.measures)))
    table.rows.push_back({{step_text(context.texts, measure)},
                          {side_text(context.texts, measure.cause)},
                          people_cell(context, measure.people)});
  if (table.rows.empty()) return {};
  return block({heading(3, context.text("report.helps.heading")), html_table(table),
                paragraph(context.text("report.helps.note"), "source")});
}

Table questions_table(const Context& context) {
  Table table{context.text("report.questions.caption"),
              {{context.text("report.questions.question")},
               {context.text("report.questions.asked")},
               {context.text("report.questions.people"), true},
               {context.text("report.questions.works"), true}}};
  for (const auto& question : most_people_first(context.data.questions))
    table.rows.push_back({{question_text(context.texts, question.code, question.subject)},
                          {asked_of(context.texts, question.code)},
                          people_cell(context, question.people),
                          count_cell(context, question.works)});
  return table;
}

}  // namespace

Markup waiting(const Context& context) {
  return section("waiting", context.text("report.waiting.heading"),
                 {block({reasons_block(context), measures_block(context)}, "two")});
}

Markup questions(const Context& context) {
  const auto all = questions_table(context);
  auto most = all;
  most.rows = first_rows(all.rows);
  const auto shown = paragraph(context.text("report.questions.subtitle"), "lead") + html_table(most) +
                     (all.rows.size() > most.rows.size() ? table_behind(all, context.texts, "questions") : Markup());
  return section("questions", context.text("report.questions.heading"),
                 {all.rows.empty() ? paragraph(context.text("report.questions.none")) : shown});
}

}  // namespace passend::present::report
