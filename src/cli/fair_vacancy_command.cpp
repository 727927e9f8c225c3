// SPDX-License-Identifier: EUPL-1.2
// passend fair vacancy: what in a work text the law on equal treatment does not allow, and how it can be said. With
// --measure: how well that is found, on texts that others labelled.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/encoding.hpp"
#include "base/text_file.hpp"
#include "cli/fair_commands.hpp"
#include "cli/scheme_words.hpp"
#include "fairwork/work_text_measure.hpp"
#include "present/numbers.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using fairwork::GroundMeasure;
using fairwork::TextFinding;
using fairwork::TextMeasure;
using fairwork::WorkTextRules;

constexpr std::size_t kLongestText = 1'000'000;  // bytes

std::string words_of(const Console& console, const char* list, const std::string& ground) {
  return console.text(fmt::format("vacancy.{}.{}", list, ground));
}

nlohmann::json json_of(const Console& console, const std::vector<TextFinding>& findings) {
  nlohmann::json rows = nlohmann::json::array();
  for (const TextFinding& one : findings)
    rows.push_back({{"ground", one.ground->name},
                    {"hidden", one.hidden},
                    {"phrase", one.phrase},
                    {"article", one.ground->article},
                    {"alternative", words_of(console, "instead", one.ground->name)},
                    {"exception", words_of(console, "lawful", one.ground->name)}});
  return {{"findings", rows}};
}

void print(const Console& console, const std::vector<TextFinding>& findings) {
  console.answer(present::wrapped(console.text(findings.empty() ? "vacancy.clean" : "vacancy.found")));
  for (const TextFinding& one : findings) {
    console.answer("\n" + present::wrapped(console.text(one.hidden ? "vacancy.hidden" : "vacancy.plain",
                                                        {{"ground", words_of(console, "ground", one.ground->name)},
                                                         {"phrase", one.phrase},
                                                         {"article", one.ground->article}})));
    console.answer(bullet(words_of(console, "instead", one.ground->name)));
    console.answer(bullet(words_of(console, "lawful", one.ground->name)));
  }
  if (!findings.empty()) console.answer("\n" + present::wrapped(console.text("vacancy.person")));
}

std::string share(int part, int whole) { return fmt::format("{}/{}", part, whole); }

nlohmann::json json_of(const GroundMeasure& row) {
  return {{"ground", row.ground},
          {"plain", row.plain},
          {"plain_found", row.plain_found},
          {"hidden", row.hidden},
          {"hidden_found", row.hidden_found},
          {"said", row.said},
          {"rightly", row.rightly}};
}

void print(const Console& console, const TextMeasure& answer) {
  present::Table table{.columns = {{console.text("vacancy.measure.ground")},
                                   {console.text("vacancy.measure.open"), true},
                                   {console.text("vacancy.measure.hidden"), true},
                                   {console.text("vacancy.measure.rightly"), true}}};
  const auto add = [&](const GroundMeasure& row, const std::string& name) {
    table.rows.push_back({{name},
                          {share(row.plain_found, row.plain)},
                          {share(row.hidden_found, row.hidden)},
                          {share(row.rightly, row.said)}});
  };
  for (const GroundMeasure& row : answer.grounds) add(row, words_of(console, "ground", row.ground));
  add(answer.total, console.text("vacancy.measure.all"));
  console.answer(present::text_table(table));
  console.answer("\n" + present::wrapped(console.text("vacancy.measure.clean",
                                                      {{"texts", std::to_string(answer.texts)},
                                                       {"clean", std::to_string(answer.clean)},
                                                       {"flagged", std::to_string(answer.clean_flagged)}})));
}

int measure_command(const Console& console, const WorkTextRules& rules, const std::filesystem::path& file) {
  const auto bytes = read_file(file);
  if (!bytes) return console.fail(bytes.error());
  const auto texts = fairwork::read_labelled_texts(*bytes, file.string(), rules);
  if (!texts) return console.fail(texts.error());
  const TextMeasure answer = fairwork::measure(rules, *texts);
  if (!console.json()) {
    print(console, answer);
    return static_cast<int>(Exit::kDone);
  }
  nlohmann::json grounds = nlohmann::json::array();
  for (const GroundMeasure& row : answer.grounds) grounds.push_back(json_of(row));
  console.answer(nlohmann::json{{"grounds", grounds},
                                {"total", json_of(answer.total)},
                                {"texts", answer.texts},
                                {"clean", answer.clean},
                                {"clean_flagged", answer.clean_flagged},
                                {"flagged", answer.flagged}}
                     .dump(1) +
                 "\n");
  return static_cast<int>(Exit::kDone);
}

}  // namespace

int fair_vacancy_command(const Console& console, const Common& common, const FairArguments& arguments) {
  const auto file = service::find_data_folder(common.data) / "fairwork/work_texts.toml";
  const auto rule_bytes = read_file(file);
  if (!rule_bytes) return console.fail(rule_bytes.error());
  const auto rules = WorkTextRules::read(*rule_bytes, file.string());
  if (!rules) return console.fail(rules.error());
  if (arguments.measure) return measure_command(console, *rules, arguments.file);
  const auto bytes = read_file(arguments.file);
  if (!bytes) return console.fail(bytes.error());
  const auto text = text_in_utf8(*bytes, arguments.file.string());
  if (!text) return console.fail(text.error());
  if (text->find_first_not_of(" \t\r\n") == std::string::npos)
    return console.fail({{.code = FaultCode::kCellEmpty, .file = arguments.file.string()}});
  if (text->size() > kLongestText)
    return console.fail({{.code = FaultCode::kTooLarge,
                          .file = arguments.file.string(),
                          .value = std::to_string(text->size()),
                          .args = {{"expected", std::to_string(kLongestText)}}}});
  const auto findings = rules->check(*text);
  if (console.json())
    console.answer(json_of(console, findings).dump(1) + "\n");
  else
    print(console, findings);
  return static_cast<int>(findings.empty() ? Exit::kDone : Exit::kNo);
}

}  // namespace passend::cli
