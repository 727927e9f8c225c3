// SPDX-License-Identifier: EUPL-1.2
// passend population: makes it, checks it, writes it, and says how well it fits and how much of it is assumed.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/text_file.hpp"
#include "cli/population_commands.hpp"
#include "cli/scheme_words.hpp"
#include "insight/population_files.hpp"
#include "present/numbers.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using insight::FitCause;
using insight::FitRow;
using insight::MadePopulation;
using insight::PopulationSpec;

constexpr double kMostHouseholds = 20e6;
constexpr std::array<std::string_view, 5> kNotCovered{"household_size", "sex", "work_of_aow", "amounts", "places"};

struct Inputs {
  insight::PopulationLaw law;
  insight::Structure structure;
  PopulationSpec spec;
};

Result<Inputs> read_inputs(const Common& common, const PopulationArguments& arguments) {
  const auto data = service::find_data_folder(common.data);
  const auto bytes = read_file(arguments.margins);
  if (!bytes) return std::unexpected(bytes.error());
  const std::string file = arguments.margins.string();
  const auto date = insight::population_date(*bytes, file);
  if (!date) return std::unexpected(date.error());
  const auto store = load_parameters(data / "law");
  if (!store) return std::unexpected(store.error());
  auto law = insight::population_law_on(*store, *date);
  if (!law) return std::unexpected(law.error());
  const auto path = data / "population/structure.toml";
  const auto structure_bytes = read_file(path);
  if (!structure_bytes) return std::unexpected(structure_bytes.error());
  auto structure = insight::read_structure(*structure_bytes, path.string(), *law);
  if (!structure) return std::unexpected(structure.error());
  auto spec = insight::read_population_spec(*bytes, file, *structure);
  if (!spec) return std::unexpected(spec.error());
  if (arguments.households) *spec = insight::scaled_to(std::move(*spec), *arguments.households);
  return Inputs{std::move(*law), std::move(*structure), std::move(*spec)};
}

// The rows of one variable, in one line.
struct FitSummary {
  std::string_view variable;
  int cells = 0, published = 0, off = 0;
  double largest = 0;  // relative
  FitCause cause = FitCause::kFits;
};

std::vector<FitSummary> summary_of(const std::vector<FitRow>& rows) {
  std::vector<FitSummary> out;
  for (const FitRow& row : rows) {
    const std::string_view name =
        row.variable == "total" ? (row.level == "household" ? "households" : "residents") : row.variable;
    if (out.empty() || out.back().variable != name) out.push_back({.variable = name});
    FitSummary& one = out.back();
    ++one.cells;
    one.published += row.from.assumed ? 0 : 1;
    if (row.wanted > 0) one.largest = std::max(one.largest, std::abs(row.difference()) / row.wanted);
    one.off += row.cause == FitCause::kFits ? 0 : 1;
    if (one.cause == FitCause::kFits || row.cause == FitCause::kContradiction) one.cause = row.cause;
  }
  return out;
}

std::string percent(const Console& console, double share) {
  return present::Numbers(console.catalogue()).decimal(std::llround(share * 1e4), 2) + "%";
}

std::string cause_text(const Console& console, FitCause cause) {
  return console.text(fmt::format("population.cause.{}", insight::kFitCauseNames[static_cast<std::size_t>(cause)]));
}

std::string variable_text(const Console& console, std::string_view variable) {
  return console.text(fmt::format("population.variable.{}", variable));
}

void print_fit(const Console& console, const MadePopulation& made) {
  present::Table table{.columns = {{console.text("population.column.margin")},
                                   {console.text("population.column.cells"), true},
                                   {console.text("population.column.published"), true},
                                   {console.text("population.column.assumed"), true},
                                   {console.text("population.column.largest"), true},
                                   {console.text("population.column.cause")}}};
  for (const FitSummary& one : summary_of(made.fit.rows))
    table.rows.push_back({{variable_text(console, one.variable)},
                          {std::to_string(one.cells)},
                          {std::to_string(one.published)},
                          {std::to_string(one.cells - one.published)},
                          {percent(console, one.largest)},
                          {cause_text(console, one.cause)}});
  console.answer(present::text_table(table));
}

void print_variants(const Console& console, const PopulationSpec& spec) {
  if (spec.variants.empty()) return;
  console.answer("\n" + present::wrapped(console.text("population.variants")));
  for (const auto& one : spec.variants) {
    const auto& row = insight::kVariableRows[static_cast<std::size_t>(one.variable)];
    console.answer(bullet(console.text("population.one_variant", {{"variable", variable_text(console, row.name)},
                                                                  {"value", one.value},
                                                                  {"figure", one.figure},
                                                                  {"definition", one.from.definition},
                                                                  {"year", std::to_string(one.from.year)},
                                                                  {"source", one.from.source}})));
  }
}

std::int64_t failed_of(const MadePopulation& made) {
  std::int64_t failed = 0;
  for (const auto& check : made.checks) failed += check.failed;
  return failed;
}

void print_checks(const Console& console, const MadePopulation& made) {
  console.answer("\n" + present::wrapped(console.text(failed_of(made) == 0 ? "population.checked" : "population.failed",
                                                      {{"checks", std::to_string(made.checks.size())}})));
  for (const auto& check : made.checks)
    if (check.failed > 0)
      console.answer(bullet(console.text("population.check_failed",
                                         {{"check", console.text(fmt::format("population.check.{}", check.name))},
                                          {"failed", std::to_string(check.failed)}})));
}

void print(const Console& console, const Inputs& inputs, const MadePopulation& made, const std::string& folder) {
  const present::Numbers numbers(console.catalogue());
  const auto& population = made.population;
  const auto published = std::ranges::count_if(made.fit.rows, [](const FitRow& row) { return !row.from.assumed; });
  console.answer(present::wrapped(console.text(
      "population.headline", {{"municipality", population.municipality},
                              {"households", numbers.count(static_cast<std::int64_t>(population.households.size()))},
                              {"residents", numbers.count(static_cast<std::int64_t>(population.residents.size()))},
                              {"date", numbers.date(population.date)}})));
  console.answer(present::wrapped(console.text("population.invented")));
  console.answer("\n" +
                 present::wrapped(console.text(
                     "population.figures",
                     {{"cells", std::to_string(made.fit.rows.size())},
                      {"published", std::to_string(published)},
                      {"assumed", std::to_string(static_cast<std::ptrdiff_t>(made.fit.rows.size()) - published)}})) +
                 "\n");
  print_fit(console, made);
  if (!made.fit.converged) console.answer("\n" + present::wrapped(console.text("population.no_meeting")));
  print_variants(console, inputs.spec);
  print_checks(console, made);
  console.answer("\n" + present::wrapped(console.text("population.not_covered")));
  for (const auto what : kNotCovered) console.answer(bullet(console.text(fmt::format("population.outside.{}", what))));
  if (!folder.empty())
    console.answer("\n" + present::wrapped(console.text("population.written", {{"folder", folder}})));
}

void print_json(const Console& console, const Inputs& inputs, const MadePopulation& made) {
  nlohmann::json out = nlohmann::json::parse(insight::fit_json(made, inputs.spec));
  const auto& population = made.population;
  out.update({{"invented", true},
              {"municipality", population.municipality},
              {"code", population.code},
              {"date", to_string(population.date)},
              {"seed", population.seed},
              {"households", population.households.size()},
              {"residents", population.residents.size()},
              {"source_hash", made.source_hash},
              {"published", std::ranges::count_if(made.fit.rows, [](const FitRow& row) { return !row.from.assumed; })},
              {"assumed", std::ranges::count_if(made.fit.rows, [](const FitRow& row) { return row.from.assumed; })},
              {"not_covered", kNotCovered}});
  console.answer(out.dump(1) + "\n");
}

}  // namespace

int population_command(const Console& console, const Common& common, const PopulationArguments& arguments) {
  if (const auto own = check_own_folder(arguments.out, insight::kPopulationMarker); !own)
    return console.fail(own.error());
  const auto inputs = read_inputs(common, arguments);
  if (!inputs) return console.fail(inputs.error());
  const auto made = insight::make_population(inputs->spec, inputs->structure, inputs->law, arguments.seed,
                                             arguments.margins.string());
  if (!made) return console.fail(made.error());
  const bool plausible = failed_of(*made) == 0;
  if (plausible)
    if (const auto done = replace_folder(arguments.out, insight::population_files(*made, inputs->spec)); !done)
      return console.fail(done.error());
  if (console.json())
    print_json(console, *inputs, *made);
  else
    print(console, *inputs, *made, plausible ? arguments.out.string() : "");
  return static_cast<int>(plausible ? Exit::kDone : Exit::kNo);
}

void add_population(CommandTree& tree, CLI::App& app) {
  auto& arguments = tree.keep<PopulationArguments>();
  CLI::App* command = tree.command(app, "population", "population");
  command->add_option("MARGINALS", arguments.margins, tree.text("cli.help.marginals"))->required();
  command->add_option("--out", arguments.out, tree.text("cli.help.out"))->required();
  command->add_option("--seed", arguments.seed, tree.text("cli.help.population-seed"))
      ->capture_default_str()
      ->check(CLI::Range(0.0, kMostSeed).description(""));
  command->add_option("--households", arguments.households, tree.text("cli.help.population-households"))
      ->check(CLI::Range(1.0, kMostHouseholds).description(""));
  tree.add_template(command, "examples/population.toml");
  tree.on(command, arguments, population_command);
}

}  // namespace passend::cli
