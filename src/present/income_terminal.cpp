// SPDX-License-Identifier: EUPL-1.2
#include <sstream>

#include "present/income_page.hpp"
#include "present/income_words.hpp"
#include "present/plain_text.hpp"

namespace passend::present {
namespace {

using income_view::Context;

constexpr std::size_t kWidth = 80;

// Wrapped, the first line after `start` and the others as far in.
std::string item(const std::string& start, const std::string& text) {
  const auto indent = width_of(start);
  std::istringstream wrapped_lines(wrapped(text, kWidth - indent));
  std::string lines;
  for (std::string line; std::getline(wrapped_lines, line);)
    lines += (lines.empty() ? start : std::string(indent, ' ')) + line + "\n";
  return lines;
}

std::string titled(const Context& context, const std::string& title, const std::string& lines, TerminalStyle style) {
  return lines.empty() ? lines : "\n" + heading_lines(context.text(title), style) + lines;
}

std::string answer_lines(const Context& context, TerminalStyle style) {
  auto lines = context.data.debt_warning
                   ? wrapped(context.text("income.debt_word") + " " + context.text("income.debt")) + "\n"
                   : "";
  lines += heading_lines(income_view::headline(context), style);
  std::string lead;
  for (const auto& sentence : income_view::lead(context)) lead += sentence + " ";
  return lines + wrapped(lead) + "\n" + text_table(income_view::parts_table(context, income_view::Names::kPlain));
}

std::string kept_lines(const Context& context) {
  std::string lines;
  for (const auto& figure : income_view::kept(context)) lines += item("- ", figure.number + " " + figure.label);
  return lines;
}

std::string break_lines(const Context& context) {
  std::string lines;
  if (context.data.debt_warning) return lines;
  for (const auto& at : context.data.breaks)
    lines += item("- ", income_view::break_name(context, at) + " " + income_view::break_meaning(context, at));
  return lines;
}

std::string payment_lines(const Context& context) {
  std::string lines;
  if (context.data.debt_warning && !context.data.payments.empty())
    lines = wrapped(context.text("income.payments.debt"));
  for (const auto& period : income_view::periods(context))
    lines += (lines.empty() ? "" : "\n") + wrapped(period.name) + text_table(period.payments);
  return lines;
}

std::string step_lines(const Context& context) {
  std::string lines;
  int number = 0;
  for (const auto& step : income_view::steps(context))
    lines += item(std::to_string(++number) + ". ", step.title + ". " + step.why + " " + step.by);
  return lines;
}

std::string listed(const std::vector<std::string>& sentences);

std::string employer_lines(const Context& context) {
  if (!context.data.employer) return {};
  return wrapped(context.text("income.employer.lead")) + text_table(income_view::employer_table(context)) + "\n" +
         listed(income_view::employer_notes(context));
}

std::string listed(const std::vector<std::string>& sentences) {
  std::string lines;
  for (const auto& sentence : sentences) lines += item("- ", sentence);
  return lines;
}

std::string node_lines(const Context& context, const TraceNode& node) {
  auto lines = wrapped(income_view::legal_part_name(context, node.rule) + ": " +
                       income_view::euro_cell(context, node.eurocent).text);
  for (const auto& article : node.articles) lines += item("  ", article);
  for (const auto& input : node.inputs)
    lines += item("  ", context.text("income.input." + input.key) + ": " + income_view::input_value(context, input));
  for (const auto& value : node.parameters)
    lines += item("  ", value.title + ": " + value.value) +
             item("    ", value.article + ". " + income_view::origin(context, value)) + item("    ", value.source);
  return lines;
}

std::string trace_lines(const Context& context) {
  std::string lines;
  for (const auto& node : context.data.trace) lines += node_lines(context, node);
  return lines;
}

}  // namespace

std::string income_summary(const IncomeData& data, const Catalogue& catalogue, TerminalStyle style) {
  const Context context{data, catalogue, Numbers(catalogue)};
  return answer_lines(context, style) + titled(context, "income.kept.heading", kept_lines(context), style) +
         titled(context, "income." + income_view::sweep_id(context) + ".breaks", break_lines(context), style) +
         titled(context, "income.payments.heading", payment_lines(context), style) +
         titled(context, "income.steps.heading", step_lines(context), style) +
         titled(context, "income.employer.heading", employer_lines(context), style) +
         titled(context, "income.limits.not_covered", listed(income_view::not_covered(context)), style) +
         titled(context, "income.limits.sure", listed(income_view::certainty(context)), style) +
         titled(context, "income.trace.heading", trace_lines(context), style) + "\n" +
         wrapped(income_view::estimate(context));
}

}  // namespace passend::present
