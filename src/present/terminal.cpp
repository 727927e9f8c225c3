// SPDX-License-Identifier: EUPL-1.2
#include "present/terminal.hpp"

#include <algorithm>
#include <sstream>

#include "present/numbers.hpp"
#include "present/plain_text.hpp"
#include "present/plan_words.hpp"
#include "present/report.hpp"
#include "present/report_sections.hpp"
#include "present/table.hpp"

namespace passend::present {
namespace {

using report::Context;

std::string notices(const Context& context) {
  std::string lines;
  for (const auto& [shown, name] :
       {std::pair(context.data.invented, "demo"), std::pair(context.data.stopped, "stopped")})
    if (shown) {
      const auto key = std::string("report.") + name;
      lines += wrapped(context.text(key + "_word") + " " + context.text(key));
    }
  return lines.empty() ? lines : lines + "\n";
}

Table people_table(const Context& context) {
  const auto& people = context.data.people;
  Table table{"", {{context.text("summary.people")}, {context.text("summary.number"), true}}};
  const auto add = [&](std::string_view label, PeopleCount number) {
    table.rows.push_back({{context.text(label)}, {context.numbers.people(number)}});
  };
  add("report.key.live", people.live);
  add("report.key.voorstel", people.voorstel);
  add("report.key.conditional", people.conditional);
  add("report.key.waiting", people.waiting);
  add("report.outside.without_wish", people.without_wish);
  add("report.outside.unconfirmed", people.unconfirmed);
  add("report.outside.expired", people.expired);
  return table;
}

Table causes_table(const Context& context) {
  auto reasons = context.data.reasons;
  std::erase_if(reasons, [](auto& r) { return r.cause == WaitCause::kOwnChoice || r.people == PeopleCount(0); });
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](auto& a, auto& b) { return a.people.value() > b.people.value(); });
  Table table{"",
              {{context.text("summary.causes")},
               {context.text("report.waiting.side")},
               {context.text("summary.number"), true}}};
  for (const auto& reason : reasons)
    table.rows.push_back({{cause_text(context.texts, reason.cause)},
                          {side_text(context.texts, reason.cause)},
                          {context.numbers.people(reason.people)}});
  return table;
}

std::string section_of(const Table& table) { return table.rows.empty() ? "" : text_table(table) + "\n"; }

std::string ending(const Context& context, const std::string& report) {
  std::string lines;
  if (!context.data.verify_command.empty())
    lines += context.text("report.proof.command") + ": " + one_line(context.data.verify_command) + "\n";
  if (!report.empty()) lines += context.text("summary.written", {{"file", one_line(report)}}) + "\n";
  return lines;
}

}  // namespace

std::string wrapped(const std::string& text, std::size_t width) {
  std::istringstream words(one_line(text));
  std::string lines, line, word;
  while (words >> word) {
    if (!line.empty() && width_of(line) + 1 + width_of(word) > width) {
      lines += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return line.empty() ? lines : lines + line + "\n";
}

std::string heading_lines(const std::string& text, TerminalStyle style) {
  const auto lines = wrapped(text);
  return style == TerminalStyle::kBold ? "\x1b[1m" + lines + "\x1b[0m" : lines;
}

std::string plan_summary(const ReportData& data, const Catalogue& catalogue, const std::string& report,
                         TerminalStyle style) {
  const auto safe = report::hide_small(data);
  const Context context{safe, catalogue, Numbers(catalogue)};
  const auto made =
      context.text("summary.plan", {{"date", context.numbers.date(data.date)}, {"seed", std::to_string(data.seed)}});
  return notices(context) + heading_lines(headline_of(safe, catalogue), style) + wrapped(made) + "\n" +
         section_of(people_table(context)) + section_of(causes_table(context)) + ending(context, report);
}

}  // namespace passend::present
