// SPDX-License-Identifier: EUPL-1.2
// passend fair practice-test design: how many pairs, in which order by lot, and what the test can and cannot show.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/fair_practice_commands.hpp"
#include "cli/fair_practice_words.hpp"
#include "cli/scheme_words.hpp"
#include "fairwork/practice_design.hpp"
#include "fairwork/practice_log.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using fairwork::Count;
using fairwork::PracticeDesign;
using fairwork::PracticeRules;
using fairwork::PracticeSize;

constexpr const char* kAnswerFile = "design.json";

struct Designed {
  const PracticeDesign& design;
  const PracticeRules& rules;
  const std::vector<PracticeSize>& sizes;
  std::uint64_t seed = 0;

  Count needed() const {
    Count sum = 0;
    for (const PracticeSize& size : sizes) sum += size.needed;
    return sum;
  }
  bool fits() const { return needed() <= design.vacancies; }
};

nlohmann::json json_of(const Designed& d) {
  nlohmann::json tests = nlohmann::json::array();
  for (std::size_t i = 0; i < d.sizes.size(); ++i) {
    const auto& aim = d.design.aims[i];
    tests.push_back({{"kind", d.rules.kinds[aim.kind].id},
                     {"ground", d.rules.kinds[aim.kind].ground},
                     {"article", d.rules.kinds[aim.kind].article},
                     {"only_reference_per_mille", nearest_per_mille(aim.expected.only_first)},
                     {"only_tested_per_mille", nearest_per_mille(aim.expected.only_second)},
                     {"pairs_by_formula", d.sizes[i].by_formula},
                     {"pairs_exact", d.sizes[i].independent},
                     {"pairs", d.sizes[i].needed},
                     {"power_per_mille", per_mille_down(d.sizes[i].power)}});
  }
  return {{"schema", "passend-practice-design/1"},
          {"seed", d.seed},
          {"alpha", d.design.alpha},
          {"alpha_each", d.design.alpha_each()},
          {"power", d.design.power},
          {"pairs_per_employer", d.design.pairs_per_employer},
          {"within_employer", d.design.within_employer},
          {"vacancies", d.design.vacancies},
          {"vacancies_needed", d.needed()},
          {"enough", d.fits()},
          {"tests", tests}};
}

std::string table_of(const Console& console, const Designed& d) {
  const present::Numbers numbers(console.catalogue());
  present::Table table{.columns = {{console.text("practice.column.kind")},
                                   {console.text("practice.column.gap"), true},
                                   {console.text("practice.column.formula"), true},
                                   {console.text("practice.column.exact"), true},
                                   {console.text("practice.column.needed"), true},
                                   {console.text("practice.column.power"), true}}};
  for (std::size_t i = 0; i < d.sizes.size(); ++i) {
    const auto& aim = d.design.aims[i];
    table.rows.push_back({{kind_in_words(console, d.rules.kinds[aim.kind])},
                          {numbers.percent(nearest_per_mille(aim.expected.gap()))},
                          {numbers.count(d.sizes[i].by_formula)},
                          {numbers.count(d.sizes[i].independent)},
                          {numbers.count(d.sizes[i].needed)},
                          {numbers.percent(per_mille_down(d.sizes[i].power))}});
  }
  return present::text_table(table);
}

std::string text_of(const Console& console, const Designed& d) {
  const present::Numbers numbers(console.catalogue());
  const Count each = d.design.pairs_per_employer;
  std::string text = present::wrapped(console.text(d.fits() ? "practice.design.fits" : "practice.design.short",
                                                   {{"needed", numbers.count(d.needed())},
                                                    {"vacancies", numbers.count(d.design.vacancies)},
                                                    {"employers", numbers.count((d.needed() + each - 1) / each)},
                                                    {"applications", numbers.count(2 * d.needed())}}));
  text += "\n" + table_of(console, d);
  text += "\n" + present::wrapped(console.text("practice.design.method",
                                               {{"alpha", p_in_words(console, d.design.alpha)},
                                                {"alpha_each", p_in_words(console, d.design.alpha_each())}}));
  for (const auto* part : {"can", "cannot", "rules"}) {
    text += "\n" + present::wrapped(console.text(fmt::format("practice.{}.head", part)));
    for (const auto& line : numbered_texts(console, fmt::format("practice.{}", part),
                                           {{"most", numbers.count(d.rules.pairs_per_employer_most)}}))
      text += bullet(line);
  }
  return text;
}

}  // namespace

int fair_practice_design_command(const Console& console, const Common& common, const FairPracticeArguments& arguments) {
  const auto rules = practice_rules_asked(common);
  if (!rules) return console.fail(rules.error());
  const auto design = practice_design_asked(arguments.file, *rules);
  if (!design) return console.fail(design.error());
  const auto sizes = fairwork::practice_sizes(*design, *rules, arguments.file.string());
  if (!sizes) return console.fail(sizes.error());
  const Designed designed{*design, *rules, *sizes, arguments.seed};
  const std::string json = json_of(designed).dump(1) + "\n", text = text_of(console, designed);
  if (designed.fits() && !arguments.out.empty()) {
    if (const auto own = check_own_folder(arguments.out, kAnswerFile); !own) return console.fail(own.error());
    const auto rows = fairwork::draw_applications(*design, *sizes, *rules, arguments.seed);
    const auto done = replace_folder(arguments.out, {{kAnswerFile, json},
                                                     {"log.csv", fairwork::log_form(rows, *rules)},
                                                     {console.text("practice.design.text-file"), text}});
    if (!done) return console.fail(done.error());
  }
  console.answer(console.json() ? json : text);
  return static_cast<int>(designed.fits() ? Exit::kDone : Exit::kNo);
}

}  // namespace passend::cli
