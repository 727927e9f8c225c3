// SPDX-License-Identifier: EUPL-1.2
// Answers to questions of the council in words: the answer itself, a motion, a letter, and JSON.
#include "service/council_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "present/chart.hpp"
#include "present/numbers.hpp"

namespace passend::service {
namespace {

using insight::Answer;
using insight::Figure;
using insight::Label;
using insight::Shown;
using insight::Unit;
using nlohmann::json;

constexpr std::int64_t kWholeEuroFrom = 1'000'000;  // eurocent: larger amounts are told without cents

class Words {
 public:
  Words(const present::Catalogue& texts, const Told& told)
      : texts_(texts), told_(told), answer_(told.answer), numbers_(texts) {}

  std::string text(std::string_view key, const present::Arguments& arguments = {}) const {
    return texts_.text(fmt::format("questions.{}", key), arguments);
  }
  // A text of this question.
  std::string own(std::string_view key) const {
    present::Arguments words(answer_.computed.words.begin(), answer_.computed.words.end());
    for (const char* name : {"first", "second"}) words.emplace(name, text(fmt::format("word.{}", name)));
    return text(fmt::format("{}.{}", answer_.question, key), words);
  }

  std::string label(const Label& label) const {
    if (label.key.empty()) return label.name;
    return text("figure." + label.key, {label.args.begin(), label.args.end()});
  }

  std::string number(const Figure& figure) const {
    if (!figure.is_shown())
      return text(fmt::format("shown.{}", name_of(figure.value ? figure.shown : Shown::kUnknown)));
    const std::int64_t value = *figure.value;
    switch (figure.unit) {
      case Unit::kPeople:
      case Unit::kNumber:
        return numbers_.count(value);
      case Unit::kPerMille:
        return numbers_.percent(value);
      case Unit::kPerTenThousand:
        return numbers_.count(value);
      case Unit::kEurocent:
        return std::abs(value) < kWholeEuroFrom ? numbers_.euro({value}) : numbers_.whole_euro({value});
      case Unit::kDays:
        return text("days", {{"days", numbers_.count(value)}});
      case Unit::kCentihours:
        return text("hours", {{"hours", numbers_.decimal(value, 2)}});
    }
    return {};
  }

  std::string csv(const Figure& figure) const {
    return figure.is_shown() ? std::to_string(*figure.value) : std::string(name_of(figure.shown));
  }

  std::string date() const { return numbers_.date(answer_.computed.date); }
  std::string command(const std::string& variant) const { return told_.command + " --variant " + variant; }
  std::string variant_name(const std::string& variant) const { return own(variant); }

  std::vector<present::DraftFigure> lead() const {
    std::vector<present::DraftFigure> out;
    for (const std::size_t i : answer_.computed.lead) {
      const Figure& figure = answer_.computed.figures[i];
      out.push_back({.number = number(figure), .label = label(figure.label), .few = !figure.is_shown()});
    }
    return out;
  }

  std::vector<std::string> choices() const {
    std::vector<std::string> out;
    for (const insight::Choice& one : answer_.choices)
      out.push_back(variant_name(one.variant) + " " +
                    (one.figure ? "(" + label(one.figure->label) + ": " + number(*one.figure) + ")"
                                : text("needs." + one.needs)));
    return out;
  }

  std::vector<std::string> missing() const {
    std::vector<std::string> out;
    for (const insight::Missing& one : answer_.missing)
      out.push_back(text("missing." + one.part) + " " + text("has", {{"holder", text("holder." + one.holder)}}));
    return out;
  }

  std::vector<std::string> doubts() const {
    std::vector<std::string> out;
    for (const std::string& one : answer_.computed.doubts) out.push_back(text("doubt." + one));
    return out;
  }

  std::vector<std::string> sources() const {
    std::vector<std::string> out;
    for (const auto& [file, hash] : answer_.sources) out.push_back(fmt::format("{}, SHA-256 {}", file, hash));
    for (const std::string& file : answer_.computed.also_read) out.push_back(file);
    return out;
  }

  present::Table table() const {
    present::Table out{.caption = own("title"), .columns = {{text("head.what")}}};
    for (const std::string& column : answer_.computed.columns)
      out.columns.push_back({.name = text("head." + column), .number = true});
    for (const insight::AnswerRow& row : answer_.computed.rows) {
      out.rows.push_back({{.text = label(row.label)}});
      for (const std::size_t i : row.figures)
        out.rows.back().push_back(
            {.text = number(answer_.computed.figures[i]), .csv = csv(answer_.computed.figures[i])});
    }
    return out;
  }

  // The column that holds the first figure of the answer, else the last.
  std::size_t chart_column() const {
    const auto& row = answer_.computed.rows.front().figures;
    if (answer_.computed.lead.empty()) return row.size() - 1;
    for (const insight::AnswerRow& one : answer_.computed.rows)
      if (const auto at = std::ranges::find(one.figures, answer_.computed.lead.front()); at != one.figures.end())
        return static_cast<std::size_t>(at - one.figures.begin());
    return row.size() - 1;
  }

  // Bars of one column; hidden numbers have words and no bar. None where amounts lie below nought: a bar begins there.
  present::Markup chart() const {
    std::vector<present::Bar> bars;
    if (answer_.computed.rows.empty()) return {};
    const std::size_t column = chart_column();
    for (const insight::AnswerRow& row : answer_.computed.rows) {
      const Figure& figure = answer_.computed.figures[row.figures[column]];
      if (figure.unit != answer_.computed.figures[answer_.computed.rows.front().figures[column]].unit) continue;
      if (figure.is_shown() && *figure.value < 0) return {};
      bars.push_back({.name = label(row.label),
                      .shown = number(figure),
                      .length = figure.is_shown() ? static_cast<double>(std::max<std::int64_t>(*figure.value, 0)) : 0,
                      .focus = bars.empty()});
    }
    if (bars.empty()) return {};
    return present::element("figure", {}, {present::bar_chart(bars, text("chart", {{"title", own("title")}}))});
  }

  present::Table traces() const {
    present::Table out{.caption = text("part.traces"),
                       .columns = {{text("head.what")},
                                   {text("head.value"), true},
                                   {text("head.how")},
                                   {text("head.file")},
                                   {text("head.filter")}}};
    for (const Figure& figure : answer_.computed.figures) {
      const insight::Trace& trace = figure.trace;
      const std::string filter = trace.how == "share" || trace.how == "total"
                                     ? trace.part + (trace.how == "share" ? " / " : " + ") + trace.whole
                                     : trace.filter;
      out.rows.push_back({{.text = label(figure.label)},
                          {.text = number(figure), .csv = csv(figure)},
                          {.text = text("how." + trace.how) + (trace.column.empty() ? "" : " " + trace.column)},
                          {.text = trace.file},
                          {.text = filter}});
    }
    return out;
  }

  void add_choices(present::Draft& draft) const {
    if (answer_.choices.empty()) return;
    draft.heading(text("part.choices"));
    draft.list(choices());
  }

  void add_evidence(present::Draft& draft, bool whole) const {
    draft.heading(text("part.source"));
    draft.list(sources());
    draft.text(text("again"));
    draft.command(command(answer_.variant));
    if (!whole) return;
    for (const insight::Choice& one : answer_.choices)
      if (one.figure) draft.command(command(one.variant));
    draft.table(traces());
    draft.text(text("trace_form"));
  }

  // Where people are counted: that small numbers are never told.
  void add_small(present::Draft& draft) const {
    const auto of_people = [](const Figure& figure) { return figure.unit == Unit::kPeople; };
    if (std::ranges::any_of(answer_.computed.figures, of_people)) draft.text(text("small"));
  }

 private:
  const present::Catalogue& texts_;
  const Told& told_;
  const Answer& answer_;
  present::Numbers numbers_;
};

void add_signature(const Words& words, present::Draft& draft) {
  for (const char* key : {"sign_name", "sign_party", "sign_hand"}) draft.blank(words.text(key));
}

json json_of(const Words& words, const Figure& figure) {
  const insight::Trace& trace = figure.trace;
  json out{{"id", figure.id},
           {"label", words.label(figure.label)},
           {"unit", name_of(figure.unit)},
           {"value", figure.is_shown() ? json(*figure.value) : json()},
           {"shown", name_of(figure.value ? figure.shown : Shown::kUnknown)},
           {"trace", {{"how", trace.how}, {"file", trace.file}, {"sha256", trace.sha256}, {"filter", trace.filter}}}};
  if (!trace.column.empty()) out["trace"]["column"] = trace.column;
  if (!trace.part.empty()) out["trace"]["part"] = trace.part;
  if (!trace.whole.empty()) out["trace"]["whole"] = trace.whole;
  return out;
}

json ids_of(const Answer& answer, const std::vector<std::size_t>& figures) {
  json out = json::array();
  for (const std::size_t i : figures) out.push_back(answer.computed.figures[i].id);
  return out;
}

}  // namespace

present::Draft answer_draft(const present::Catalogue& texts, const Told& told, bool whole) {
  const Words words(texts, told);
  const Answer& answer = told.answer;
  present::Draft draft{.title = words.own("title"), .when = words.text("as_of", {{"date", words.date()}})};
  if (answer.has_figures())
    draft.figures(words.lead());
  else
    draft.text(words.text("no_figure") + " " + words.text("needs." + answer.needs));
  draft.heading(words.text("part.definition"));
  draft.text(words.variant_name(answer.variant));
  draft.text(words.own("definition"));
  if (answer.has_figures()) {
    draft.heading(words.text("part.table"));
    draft.table(words.table(), words.chart());
    words.add_small(draft);
  }
  words.add_choices(draft);
  if (!answer.computed.doubts.empty() && answer.has_figures()) {
    draft.heading(words.text("part.doubts"));
    draft.list(words.doubts());
  }
  if (!answer.missing.empty()) {
    draft.heading(words.text("part.missing"));
    draft.list(words.missing());
  }
  if (whole && !told.question.official.empty()) {
    draft.heading(words.text("part.official"));
    std::vector<std::string> names;
    for (const insight::OfficialName& one : told.question.official) names.push_back(one.list + ": " + one.name);
    draft.list(std::move(names));
  }
  if (answer.has_figures()) words.add_evidence(draft, whole);
  return draft;
}

present::Draft motion_draft(const present::Catalogue& texts, const Told& told) {
  const Words words(texts, told);
  const Answer& answer = told.answer;
  present::Draft draft{.title = words.text("motion.title", {{"topic", words.own("topic")}}),
                       .when = words.text("as_of", {{"date", words.date()}})};
  draft.text(words.text("motion.draft"));
  draft.blank(words.text("motion.council"));
  draft.blank(words.text("motion.meeting"));
  draft.heading(words.text("motion.finding"));
  std::vector<std::string> found;
  for (const present::DraftFigure& one : words.lead())
    found.push_back(
        words.text("motion.figure", {{"label", one.label}, {"number", one.number}, {"date", words.date()}}));
  if (found.empty()) found.push_back(words.text("motion.nothing"));
  for (const std::string& one : words.choices()) found.push_back(words.text("motion.other", {{"choice", one}}));
  draft.list(std::move(found));
  draft.heading(words.text("motion.considering"));
  std::vector<std::string> considered{words.own("consider")};
  for (const std::string& one : words.doubts()) considered.push_back(one);
  for (const std::string& one : words.missing()) considered.push_back(one);
  draft.list(std::move(considered));
  draft.blank(words.text("motion.own_reason"));
  draft.heading(words.text("motion.asks"));
  draft.list({words.own("request"), words.text("motion.report_back"), words.text("motion.same_definition")});
  draft.blank(words.text("motion.own_request"));
  draft.text(words.text("motion.order"));
  add_signature(words, draft);
  draft.heading(words.text("part.definition"));
  draft.text(words.variant_name(answer.variant));
  draft.text(words.own("definition"));
  if (!answer.has_figures()) return draft;
  draft.heading(words.text("part.table"));
  draft.table(words.table(), words.chart());
  words.add_small(draft);
  words.add_evidence(draft, true);
  return draft;
}

present::Draft letter_draft(const present::Catalogue& texts, const Told& told) {
  const Words words(texts, told);
  present::Draft draft{.title = words.text("letter.title", {{"topic", words.own("topic")}}),
                       .when = words.text("as_of", {{"date", words.date()}})};
  draft.text(words.text("motion.draft"));
  draft.blank(words.text("letter.to"));
  draft.blank(words.text("letter.day"));
  draft.text(words.text("letter.opening", {{"question", words.own("title")}}));
  draft.heading(words.text("letter.known"));
  std::vector<std::string> known;
  for (const present::DraftFigure& one : words.lead())
    known.push_back(
        words.text("motion.figure", {{"label", one.label}, {"number", one.number}, {"date", words.date()}}));
  if (known.empty()) known.push_back(words.text("motion.nothing"));
  draft.list(std::move(known));
  draft.text(words.variant_name(told.answer.variant) + " " + words.own("definition"));
  draft.heading(words.text("letter.questions"));
  std::vector<std::string> questions;
  if (told.answer.has_figures()) questions.push_back(words.text("letter.agree"));
  if (!told.answer.has_figures()) questions.push_back(words.text("letter.figure", {{"question", words.own("title")}}));
  for (const insight::Missing& one : told.answer.missing)
    questions.push_back(words.text("missing." + one.part) + " " +
                        words.text("letter.can_you", {{"holder", words.text("holder." + one.holder)}}));
  questions.push_back(words.text("letter.when"));
  draft.list(std::move(questions));
  draft.blank(words.text("letter.own"));
  draft.text(words.text("letter.closing"));
  add_signature(words, draft);
  if (told.answer.has_figures()) words.add_evidence(draft, true);
  return draft;
}

std::string answer_json(const present::Catalogue& texts, const Told& told) {
  const Words words(texts, told);
  const Answer& answer = told.answer;
  json out{{"question", answer.question},
           {"number", answer.number},
           {"title", words.own("title")},
           {"variant", answer.variant},
           {"definition", words.variant_name(answer.variant) + " " + words.own("definition")},
           {"date", to_string(answer.computed.date)},
           {"needs", answer.needs.empty() ? json() : json(answer.needs)},
           {"lead", ids_of(answer, answer.computed.lead)},
           {"columns", answer.computed.columns},
           {"sources", answer.sources},
           {"command", words.command(answer.variant)},
           {"figures", json::array()},
           {"rows", json::array()},
           {"choices", json::array()},
           {"missing", json::array()},
           {"doubts", json::array()}};
  for (const Figure& figure : answer.computed.figures) out["figures"].push_back(json_of(words, figure));
  for (const insight::AnswerRow& row : answer.computed.rows)
    out["rows"].push_back({{"label", words.label(row.label)}, {"figures", ids_of(answer, row.figures)}});
  for (const insight::Choice& one : answer.choices)
    out["choices"].push_back({{"variant", one.variant},
                              {"text", words.variant_name(one.variant)},
                              {"figure", one.figure ? json_of(words, *one.figure) : json()},
                              {"needs", one.needs.empty() ? json() : json(one.needs)},
                              {"command", words.command(one.variant)}});
  for (const insight::Missing& one : answer.missing)
    out["missing"].push_back({{"part", one.part},
                              {"text", words.text("missing." + one.part)},
                              {"holder", words.text("holder." + one.holder)}});
  for (const std::string& one : answer.computed.doubts)
    out["doubts"].push_back({{"doubt", one}, {"text", words.text("doubt." + one)}});
  return out.dump(1) + "\n";
}

}  // namespace passend::service
