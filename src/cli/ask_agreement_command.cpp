// SPDX-License-Identifier: EUPL-1.2
// passend ask agreement: targets of an agreement or pact against what was realised, by month, with a forecast.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "base/text_file.hpp"
#include "cli/ask_commands.hpp"
#include "cli/today.hpp"
#include "insight/pact.hpp"
#include "present/chart.hpp"
#include "present/numbers.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using insight::Agreement;
using insight::AgreementAnswer;
using insight::Figure;
using insight::PactProgress;
using insight::PactTarget;

class PactWords {
 public:
  PactWords(const Console& console, const Agreement& agreement, const AgreementAnswer& answer)
      : console_(console), agreement_(agreement), answer_(answer), numbers_(console.catalogue()) {}

  std::string text(std::string_view key, const present::Arguments& arguments = {}) const {
    return console_.text(fmt::format("questions.{}", key), arguments);
  }

  present::Draft draft(const std::string& command, const std::vector<std::string>& sources) const {
    present::Draft out{.title = agreement_.title,
                       .when = text("as_of", {{"date", numbers_.date(answer_.computed.date)}})};
    out.text(text("pact.period", {{"from", numbers_.date(agreement_.from)},
                                  {"until", numbers_.date(agreement_.until)},
                                  {"source", agreement_.source}}));
    out.heading(text("pact.targets"));
    out.table(targets(), chart());
    out.heading(text("part.definition"));
    out.list(definitions());
    out.heading(text("pact.months"));
    out.table(months());
    out.text(text("small"));
    out.heading(text("part.doubts"));
    out.list({text("doubt.steady_pace"), text("doubt.ended_rows_kept")});
    out.heading(text("part.source"));
    out.list(sources);
    out.text(text("again"));
    out.command(command);
    return out;
  }

  nlohmann::json json(const std::string& command) const {
    nlohmann::json out{{"title", agreement_.title},
                       {"date", to_string(answer_.computed.date)},
                       {"from", to_string(agreement_.from)},
                       {"until", to_string(agreement_.until)},
                       {"command", command},
                       {"targets", nlohmann::json::array()}};
    for (std::size_t i = 0; i < agreement_.targets.size(); ++i) out["targets"].push_back(json_of(i));
    return out;
  }

 private:
  const Figure& figure(std::size_t at) const { return answer_.computed.figures[at]; }

  std::string number(const Figure& one) const {
    return one.is_shown() ? numbers_.count(*one.value) : text(fmt::format("shown.{}", name_of(one.shown)));
  }

  std::string expected(const PactProgress& progress) const {
    if (!progress.at_end) return text("pact.no_forecast");
    return text("pact.between",
                {{"low", numbers_.count(progress.at_end->low)}, {"high", numbers_.count(progress.at_end->high)}});
  }

  present::Table targets() const {
    present::Table out{.caption = text("pact.targets"),
                       .columns = {{text("head.what")},
                                   {text("head.partner")},
                                   {text("head.target"), true},
                                   {text("head.so_far"), true},
                                   {text("head.forecast"), true}}};
    for (std::size_t i = 0; i < agreement_.targets.size(); ++i) {
      const PactTarget& target = agreement_.targets[i];
      out.rows.push_back({{.text = target.id},
                          {.text = target.partner},
                          {.text = numbers_.count(target.people), .csv = std::to_string(target.people)},
                          {.text = number(figure(answer_.progress[i].so_far))},
                          {.text = expected(answer_.progress[i])}});
    }
    return out;
  }

  present::Markup chart() const {
    std::vector<present::Bar> bars;
    for (std::size_t i = 0; i < agreement_.targets.size(); ++i) {
      const Figure& so_far = figure(answer_.progress[i].so_far);
      bars.push_back({.name = agreement_.targets[i].id,
                      .note = text("pact.of", {{"people", numbers_.count(agreement_.targets[i].people)}}),
                      .shown = number(so_far),
                      .length = so_far.is_shown() ? static_cast<double>(*so_far.value) : 0,
                      .focus = i == 0});
    }
    return present::element("figure", {}, {present::bar_chart(bars, text("chart", {{"title", agreement_.title}}))});
  }

  std::vector<std::string> definitions() const {
    std::vector<std::string> out;
    for (const PactTarget& target : agreement_.targets) {
      std::string kinds;
      for (const std::string& kind : target.kinds) kinds += (kinds.empty() ? "" : ", ") + kind;
      std::string line =
          target.id + ": " +
          text(fmt::format("pact.stage_{}", insight::kPactStages[static_cast<std::size_t>(target.stage)]),
               {{"months", std::to_string(target.months)}});
      line += " " + text("pact.kinds", {{"kinds", kinds}});
      if (!target.group.empty()) line += " " + text("pact.group", {{"group", target.group}});
      if (!target.ground.empty()) line += " " + text("pact.ground", {{"ground", target.ground}});
      out.push_back(std::move(line));
    }
    return out;
  }

  present::Table months() const {
    present::Table out{.caption = text("pact.months"), .columns = {{text("head.month")}}};
    for (const PactTarget& target : agreement_.targets) out.columns.push_back({.name = target.id, .number = true});
    for (std::size_t month = 0; month < answer_.progress.front().months.size(); ++month) {
      out.rows.push_back({{.text = answer_.progress.front().months[month].month}});
      for (const PactProgress& progress : answer_.progress)
        out.rows.back().push_back({.text = number(figure(progress.months[month].figure))});
    }
    return out;
  }

  nlohmann::json json_of(std::size_t i) const {
    const PactTarget& target = agreement_.targets[i];
    const PactProgress& progress = answer_.progress[i];
    const auto value = [&](std::size_t at) {
      return nlohmann::json{{"value", figure(at).is_shown() ? nlohmann::json(*figure(at).value) : nlohmann::json()},
                            {"shown", name_of(figure(at).shown)},
                            {"filter", figure(at).trace.filter}};
    };
    nlohmann::json out{{"id", target.id}, {"target", target.people}, {"so_far", value(progress.so_far)}};
    out["months"] = nlohmann::json::array();
    for (const auto& month : progress.months) {
      out["months"].push_back(value(month.figure));
      out["months"].back()["month"] = month.month;
    }
    out["at_end"] = progress.at_end ? nlohmann::json{{"low", progress.at_end->low}, {"high", progress.at_end->high}}
                                    : nlohmann::json();
    return out;
  }

  const Console& console_;
  const Agreement& agreement_;
  const AgreementAnswer& answer_;
  present::Numbers numbers_;
};

}  // namespace

int ask_agreement_command(const Console& console, const Common& common, const AskArguments& arguments) {
  const auto bytes = read_file(arguments.agreement);
  if (!bytes) return console.fail(bytes.error());
  const auto agreement = insight::read_agreement(*bytes, arguments.agreement.string());
  if (!agreement) return console.fail(agreement.error());
  const Date on = arguments.date.value_or(today());
  const auto checked = service::open_workspace({.snapshot = arguments.source,
                                                .data = service::find_data_folder(common.data),
                                                .rules = std::nullopt,
                                                .date = on});
  if (!checked) return console.fail(checked.error());
  const auto answer = insight::follow(*agreement, arguments.source, on, arguments.agreement.string());
  if (!answer) return console.fail(answer.error());
  std::set<std::string> sources;
  for (const Figure& figure : answer->computed.figures) {
    sources.insert(fmt::format("{}, SHA-256 {}", figure.trace.file, figure.trace.sha256));
    for (const auto& [file, hash] : figure.trace.joined) sources.insert(fmt::format("{}, SHA-256 {}", file, hash));
  }
  const PactWords words(console, *agreement, *answer);
  const std::string command =
      fmt::format("passend ask agreement {} {} --date {}", shell_word(arguments.agreement.string()),
                  shell_word(arguments.source.string()), to_string(on));
  const auto draft = words.draft(command, {sources.begin(), sources.end()});
  return give_draft(console, common, arguments.out, draft,
                    console.json() ? words.json(command).dump(1) + "\n" : present::draft_text(draft));
}

}  // namespace passend::cli
