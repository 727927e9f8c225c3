// SPDX-License-Identifier: EUPL-1.2
// passend fair practice-test analyse: what a filled log shows, by ground and in all; never on one employer or pair.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/fair_practice_commands.hpp"
#include "cli/fair_practice_words.hpp"
#include "cli/scheme_words.hpp"
#include "fairwork/practice_analysis.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"

namespace passend::cli {
namespace {

using fairwork::Count;
using fairwork::PracticeAnswer;
using fairwork::PracticeFigures;
using fairwork::PracticeRow;
using fairwork::PracticeState;

struct Asked {
  const fairwork::PracticeRules& rules;
  const std::optional<fairwork::PracticeDesign>& design;
  std::vector<fairwork::PracticeSize> sizes;  // of the design
  const fairwork::PracticeLog& log;

  double alpha() const { return design ? design->alpha : rules.alpha; }
  std::optional<Count> planned(const std::string& ground) const {
    for (std::size_t i = 0; i < sizes.size(); ++i)
      if (rules.kinds[design->aims[i].kind].ground == ground) return sizes[i].needed;
    return std::nullopt;
  }
};

std::string_view name_of(PracticeState state) { return fairwork::kPracticeStates[static_cast<std::size_t>(state)]; }

nlohmann::json json_of(const PracticeFigures& f) {
  return {{"pairs", f.pairs},
          {"employers", f.employers},
          {"both", f.both},
          {"only_reference", f.only_reference},
          {"only_tested", f.only_tested},
          {"neither", f.neither},
          {"gap_per_mille", nearest_per_mille(f.gap)},
          {"low_per_mille", per_mille_down(f.interval.low)},
          {"high_per_mille", per_mille_up(f.interval.high)},
          {"design_effect", f.widened},
          {"p", f.p},
          {"p_exact_mcnemar", f.p_exact},
          {"mcnemar_corrected", {{"statistic", f.corrected.statistic}, {"p", f.corrected.p}}},
          {"mcnemar_uncorrected", {{"statistic", f.uncorrected.statistic}, {"p", f.uncorrected.p}}}};
}

nlohmann::json json_of(const Asked& asked, const PracticeAnswer& answer) {
  nlohmann::json grounds = nlohmann::json::array();
  for (const PracticeRow& row : answer.grounds) {
    nlohmann::json one = row.figures ? json_of(*row.figures) : nlohmann::json::object();
    one["ground"] = row.ground;
    one["state"] = name_of(row.state);
    if (row.decided()) one["p_holm"] = row.p_adjusted;
    if (const auto planned = asked.planned(row.ground)) one["planned_pairs"] = *planned;
    grounds.push_back(std::move(one));
  }
  return {{"alpha", asked.alpha()},
          {"confidence", asked.rules.confidence},
          {"minimum_pairs", asked.rules.minimum_pairs},
          {"grounds", grounds},
          {"total", answer.total ? json_of(*answer.total) : nlohmann::json()},
          {"incomplete_pairs", asked.log.incomplete},
          {"not_retracted", asked.log.not_retracted}};
}

std::string table_of(const Console& console, const PracticeAnswer& answer) {
  const present::Numbers numbers(console.catalogue());
  present::Table table{.columns = {{console.text("practice.column.ground")},
                                   {console.text("practice.column.pairs"), true},
                                   {console.text("practice.column.employers"), true},
                                   {console.text("practice.column.gap"), true},
                                   {console.text("practice.column.interval"), true},
                                   {console.text("practice.column.p"), true}}};
  const auto add = [&](const std::string& name, const std::optional<PracticeFigures>& f, const std::string& p) {
    const std::string none = "–";
    table.rows.push_back({{name},
                          {f ? numbers.count(f->pairs) : none},
                          {f ? numbers.count(f->employers) : none},
                          {f ? numbers.percent(nearest_per_mille(f->gap)) : none},
                          {f ? range_in_words(console, f->interval) : none},
                          {p}});
  };
  for (const PracticeRow& row : answer.grounds) {
    add(ground_in_words(console, row.ground), row.figures, row.decided() ? p_in_words(console, row.p_adjusted) : "–");
  }
  if (answer.grounds.size() > 1) add(console.text("practice.all"), answer.total, "–");
  return present::text_table(table);
}

std::string sentence_of(const Console& console, const Asked& asked, const PracticeRow& row) {
  const present::Numbers numbers(console.catalogue());
  const bool against = row.figures && row.figures->gap > 0;
  const std::string key = row.state != PracticeState::kDifference ? std::string(name_of(row.state))
                          : against                               ? "difference"
                                                                  : "difference_other_way";
  return console.text("practice.state." + key, {{"ground", ground_in_words(console, row.ground)},
                                                {"minimum", numbers.count(asked.rules.minimum_pairs)},
                                                {"employers", numbers.count(asked.rules.small_cell)}});
}

std::string tests_of(const Console& console, const PracticeFigures& f) {
  const present::Numbers numbers(console.catalogue());
  return console.text("practice.tests", {{"both", numbers.count(f.both)},
                                         {"only_reference", numbers.count(f.only_reference)},
                                         {"only_tested", numbers.count(f.only_tested)},
                                         {"neither", numbers.count(f.neither)},
                                         {"employer", p_in_words(console, f.p)},
                                         {"exact", p_in_words(console, f.p_exact)},
                                         {"corrected", p_in_words(console, f.corrected.p)}});
}

void print(const Console& console, const Asked& asked, const PracticeAnswer& answer) {
  const present::Numbers numbers(console.catalogue());
  const bool decided = std::ranges::any_of(answer.grounds, &PracticeRow::decided);
  const char* head = answer.grounds.empty() ? "practice.none"
                     : answer.differs()     ? "practice.found"
                     : decided              ? "practice.not-found"
                                            : "practice.no-conclusion";
  console.answer(present::wrapped(console.text(head)) + "\n");
  if (!answer.grounds.empty()) console.answer(table_of(console, answer) + "\n");
  for (const PracticeRow& row : answer.grounds) {
    console.answer(bullet(sentence_of(console, asked, row)));
    if (row.figures) console.answer(bullet(tests_of(console, *row.figures)));
    const auto planned = asked.planned(row.ground);
    if (planned && row.figures && row.figures->pairs < *planned)
      console.answer(bullet(console.text("practice.fewer", {{"planned", numbers.count(*planned)}})));
  }
  const std::pair<const char*, Count> counts[]{{"practice.incomplete", asked.log.incomplete},
                                               {"practice.not-retracted", asked.log.not_retracted}};
  for (const auto& [key, count] : counts)
    if (count > 0) console.answer(bullet(console.text(key, {{"count", numbers.count(count)}})));
  console.answer("\n" +
                 present::wrapped(console.text(
                     "practice.how", {{"alpha", p_in_words(console, asked.alpha())},
                                      {"confidence", numbers.percent(nearest_per_mille(asked.rules.confidence))}})));
  for (const auto& line : numbered_texts(console, "practice.cannot")) console.answer(bullet(line));
}

Result<std::optional<fairwork::PracticeDesign>> design_asked(const FairPracticeArguments& arguments,
                                                             const fairwork::PracticeRules& rules) {
  if (arguments.design.empty()) return std::nullopt;
  auto design = practice_design_asked(arguments.design, rules);
  if (!design) return passend::fail(std::move(design.error()));
  return std::optional(std::move(*design));
}

}  // namespace

int fair_practice_analyse_command(const Console& console, const Common& common,
                                  const FairPracticeArguments& arguments) {
  const auto rules = practice_rules_asked(common);
  if (!rules) return console.fail(rules.error());
  const auto design = design_asked(arguments, *rules);
  if (!design) return console.fail(design.error());
  std::vector<std::size_t> kinds;
  std::vector<fairwork::PracticeSize> sizes;
  if (*design) {
    for (const auto& aim : (*design)->aims) kinds.push_back(aim.kind);
    auto planned = fairwork::practice_sizes(**design, *rules, arguments.design.string());
    if (!planned) return console.fail(planned.error());
    sizes = std::move(*planned);
  }
  const auto bytes = read_file(arguments.file);
  if (!bytes) return console.fail(bytes.error());
  const auto log = fairwork::read_practice_log(*bytes, arguments.file.string(), *rules, kinds);
  if (!log) return console.fail(log.error());
  const Asked asked{*rules, *design, std::move(sizes), *log};
  const PracticeAnswer answer = fairwork::analyse_practice(*log, *rules, asked.alpha());
  if (console.json())
    console.answer(json_of(asked, answer).dump(1) + "\n");
  else
    print(console, asked, answer);
  return static_cast<int>(answer.differs() ? Exit::kNo : Exit::kDone);
}

}  // namespace passend::cli
