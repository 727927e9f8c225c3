// SPDX-License-Identifier: EUPL-1.2
// passend simulate: a scenario played on a population, its parts, and scenarios beside each other.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text_file.hpp"
#include "cli/ask_commands.hpp"
#include "cli/simulate_commands.hpp"
#include "cli/simulation_files.hpp"
#include "cli/simulation_words.hpp"
#include "insight/sensitivity.hpp"
#include "present/numbers.hpp"
#include "present/terminal.hpp"

namespace passend::cli {
namespace {

using insight::Results;

constexpr const char* kPartsMarker = "parts.json";
constexpr int kMostParts = 10'000;

Result<Results> play(const Console& console, const OpenSimulation& open, int first, int last, int threads,
                     const std::stop_token& stop, double* plan_seconds = nullptr) {
  int done = 0;
  auto replications = insight::simulate(open.input(), first, last, threads_of(threads), stop,
                                        [&](int) { console.progress("simulate", ++done, last - first); });
  console.end_progress();
  if (!replications) return passend::fail(replications.error());
  if (plan_seconds != nullptr) {
    std::int64_t plans = 0;
    double seconds = 0;
    for (const insight::Replication& one : *replications) {
      plans += one.plans;
      seconds += one.plan_seconds;
    }
    *plan_seconds = plans == 0 ? 0 : seconds / static_cast<double>(plans);
  }
  return Results{open.hash, insight::indicators_of(open.scenario), open.scenario.years, std::move(*replications)};
}

int stopped(const Console& console) {
  console.note(console.text("simulate.stopped"));
  return static_cast<int>(Exit::kStopped);
}

// One line for each indicator that a parameter moves most, in the last year.
int sensitivity_command(const Console& console, const OpenSimulation& open, const SimulateArguments& arguments,
                        const StopOnSignal& stop) {
  const insight::PlayScenario again = [&](const insight::Scenario& scenario) -> Result<Results> {
    const insight::SimulationInput input{scenario,     open.population, *open.law, open.rules, open.reference.reference,
                                         open.library, open.files};
    auto replications =
        insight::simulate(input, 0, scenario.replications, threads_of(arguments.threads), stop.token(), [](int) {});
    if (!replications) return passend::fail(replications.error());
    return Results{open.hash, insight::indicators_of(scenario), scenario.years, std::move(*replications)};
  };
  const auto progress = [&](std::int64_t done, std::int64_t total) { console.progress("simulate", done, total); };
  const auto answer =
      arguments.sensitivity == "one"
          ? insight::one_at_a_time(open.scenario, again, stop.token(), progress)
          : insight::global_sensitivity(open.scenario, again, arguments.samples, stop.token(), progress);
  console.end_progress();
  if (!answer) return console.fail(answer.error());
  if (stop.token().stop_requested()) return stopped(console);
  if (!arguments.out.empty())
    if (const auto written = replace_file(arguments.out, sensitivity_csv(*answer)); !written)
      return console.fail(written.error());
  if (console.json())
    console.answer(json_of(*answer).dump(1) + "\n");
  else
    print(console, *answer, open.scenario);
  return static_cast<int>(Exit::kDone);
}

// The parts of a plan: part p plays the replications p, p + parts, … as one stretch.
std::pair<int, int> stretch_of(int part, int parts, int replications) {
  return {static_cast<int>(std::int64_t{part} * replications / parts),
          static_cast<int>((std::int64_t{part} + 1) * replications / parts)};
}

std::string part_name(int part) { return fmt::format("part-{}.csv", part + 1); }

struct Parts {
  std::filesystem::path scenario, population;
  std::string hash, title, people;
  int parts = 0, replications = 0;
};

Result<Parts> read_parts(const std::filesystem::path& work) {
  const auto file = work / kPartsMarker;
  const auto bytes = read_file(file);
  if (!bytes) return passend::fail(bytes.error());
  const auto json = nlohmann::json::parse(*bytes, nullptr, false);
  if (!json.is_object() || json.value("schema", nlohmann::json()) != "passend-simulation-parts/1")
    return passend::fail({.code = FaultCode::kJsonSyntax, .file = file.string(), .args = {{"reason", "schema"}}});
  const auto word = [&](const char* key) {
    return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
  };
  const auto number = [&](const char* key) {
    const bool fits = json.contains(key) && json[key].is_number_integer() && json[key] >= 1 && json[key] <= kMostParts;
    return fits ? json[key].get<int>() : 0;
  };
  Parts parts{word("file"),   word("population"), word("scenario"),      word("title"),
              word("people"), number("parts"),    number("replications")};
  if (parts.parts == 0 || parts.replications < parts.parts || parts.hash.empty())
    return passend::fail(
        {.code = FaultCode::kJsonSyntax, .file = file.string(), .args = {{"reason", "parts, replications"}}});
  return parts;
}

}  // namespace

int simulate_command(const Console& console, const Common& common, const SimulateArguments& arguments) {
  const StopOnSignal stop;
  if (arguments.scenario.empty() || arguments.population.empty() ||
      (arguments.out.empty() && arguments.sensitivity.empty()))
    return console.fail({{.code = FaultCode::kWrongUse,
                          .file = "passend simulate",
                          .args = {{"reason", console.text("simulate.use")}}}});
  if (!arguments.sensitivity.empty() && !arguments.page.empty())
    return console.fail({{.code = FaultCode::kWrongUse,
                          .file = "passend simulate",
                          .args = {{"reason", console.text("simulate.page_use")}}}});
  if (arguments.sensitivity.empty())
    if (const auto own = check_own_folder(arguments.out, kSimulationMarker); !own) return console.fail(own.error());
  const auto open = open_simulation(common, arguments.scenario, arguments.population);
  if (!open) return console.fail(open.error());
  if (!arguments.sensitivity.empty()) return sensitivity_command(console, **open, arguments, stop);
  double plan_seconds = 0;
  const auto results =
      play(console, **open, 0, (*open)->scenario.replications, arguments.threads, stop.token(), &plan_seconds);
  if (!results) return console.fail(results.error());
  if (stop.token().stop_requested()) return stopped(console);
  if (const auto written = write_simulation(arguments.out, {(*open)->scenario.title, (*open)->people, *results});
      !written)
    return console.fail(written.error());
  if (!arguments.page.empty()) {
    const std::string command =
        fmt::format("passend simulate {} --population {} --out {}", shell_word(arguments.scenario.string()),
                    shell_word(arguments.population.string()), shell_word(arguments.out.string()));
    const auto draft = simulation_draft(console, *results, (*open)->scenario, command);
    if (const int code = give_draft(console, common, arguments.page, draft, {}); code != 0) return code;
  }
  if (console.json())
    console.answer(json_of(*results).dump(1) + "\n");
  else
    print(console, *results, (*open)->scenario, plan_seconds);
  return static_cast<int>(Exit::kDone);
}

int simulate_plan_command(const Console& console, const Common& common, const SimulateArguments& arguments) {
  if (const auto own = check_own_folder(arguments.out, kPartsMarker); !own) return console.fail(own.error());
  const auto open = open_simulation(common, arguments.scenario, arguments.population);
  if (!open) return console.fail(open.error());
  const int parts = std::min(arguments.parts, (*open)->scenario.replications);
  const nlohmann::json json{{"schema", "passend-simulation-parts/1"},
                            {"file", std::filesystem::absolute(arguments.scenario).string()},
                            {"population", std::filesystem::absolute(arguments.population).string()},
                            {"scenario", (*open)->hash},
                            {"title", (*open)->scenario.title},
                            {"people", (*open)->people},
                            {"parts", parts},
                            {"replications", (*open)->scenario.replications}};
  if (const auto written = replace_folder(arguments.out, {{kPartsMarker, json.dump(1) + "\n"}}); !written)
    return console.fail(written.error());
  console.answer(console.json()
                     ? json.dump(1) + "\n"
                     : present::wrapped(console.text("simulate.planned", {{"parts", std::to_string(parts)}})));
  return static_cast<int>(Exit::kDone);
}

int simulate_run_command(const Console& console, const Common& common, const SimulateArguments& arguments) {
  const StopOnSignal stop;
  const auto parts = read_parts(arguments.work);
  if (!parts) return console.fail(parts.error());
  if (arguments.part < 1 || arguments.part > parts->parts)
    return console.fail({{.code = FaultCode::kOutOfRange,
                          .file = "PART",
                          .value = std::to_string(arguments.part),
                          .args = {{"expected", fmt::format("1 – {}", parts->parts)}}}});
  const auto open = open_simulation(common, parts->scenario, parts->population);
  if (!open) return console.fail(open.error());
  if ((*open)->hash != parts->hash)
    return console.fail({{.code = FaultCode::kContradiction,
                          .file = parts->scenario.string(),
                          .args = {{"reason", console.text("reason.other-scenario")}}}});
  const auto [first, last] = stretch_of(arguments.part - 1, parts->parts, parts->replications);
  const auto results = play(console, **open, first, last, arguments.threads, stop.token());
  if (!results) return console.fail(results.error());
  if (stop.token().stop_requested()) return stopped(console);
  const auto name = part_name(arguments.part - 1);
  if (const auto written = replace_file(arguments.work / name, results_file(*results)); !written)
    return console.fail(written.error());
  console.answer(console.json() ? nlohmann::json{{"part", name}}.dump() + "\n" : name + "\n");
  return static_cast<int>(Exit::kDone);
}

int simulate_merge_command(const Console& console, const Common&, const SimulateArguments& arguments) {
  if (const auto own = check_own_folder(arguments.out, kSimulationMarker); !own) return console.fail(own.error());
  const auto parts = read_parts(arguments.work);
  if (!parts) return console.fail(parts.error());
  std::vector<std::pair<std::string, Results>> read;
  std::error_code ignored;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(arguments.work, ignored))
    if (entry.path().extension() == ".csv") files.push_back(entry.path());
  std::ranges::sort(files);
  for (const auto& file : files) {
    const auto bytes = read_file(file);
    if (!bytes) return console.fail(bytes.error());
    auto results = insight::read_results(*bytes, file.string());
    if (!results) return console.fail(results.error());
    if (results->scenario != parts->hash)
      return console.fail({{.code = FaultCode::kContradiction,
                            .file = file.string(),
                            .args = {{"reason", console.text("reason.other-scenario")}}}});
    read.emplace_back(file.string(), std::move(*results));
  }
  const auto merged = insight::merge(read, parts->replications);
  if (!merged) return console.fail(merged.error());
  if (const auto written = write_simulation(arguments.out, {parts->title, parts->people, *merged}); !written)
    return console.fail(written.error());
  console.answer(console.json() ? json_of(*merged).dump(1) + "\n" : bands_text(console, *merged));
  return static_cast<int>(Exit::kDone);
}

int simulate_compare_command(const Console& console, const Common& common, const SimulateArguments& arguments) {
  std::vector<WrittenSimulation> all;
  for (const auto& folder : arguments.outs) {
    auto one = read_simulation(folder);
    if (!one) return console.fail(one.error());
    all.push_back(std::move(*one));
  }
  std::vector<std::pair<std::string, Results>> differences;
  for (std::size_t i = 1; i < all.size(); ++i) {
    auto one = insight::difference(all.front().results, all[i].results);
    if (!one) return console.fail(one.error());
    if (all[i].population != all.front().population)
      return console.fail({{.code = FaultCode::kContradiction,
                            .file = arguments.outs[i].string(),
                            .args = {{"reason", console.text("reason.other-population")}}}});
    differences.emplace_back(all[i].title, std::move(*one));
  }
  if (!arguments.page.empty()) {
    const auto draft = comparison_draft(console, all.front().title, differences);
    if (const int code = give_draft(console, common, arguments.page, draft, {}); code != 0) return code;
  }
  if (console.json()) {
    nlohmann::json rows = nlohmann::json::array();
    for (const auto& [title, difference] : differences) {
      nlohmann::json row = json_of(difference);
      row["title"] = title;
      rows.push_back(std::move(row));
    }
    console.answer(nlohmann::json{{"first", all.front().title}, {"differences", rows}}.dump(1) + "\n");
  } else {
    print(console, all.front().title, differences);
  }
  return static_cast<int>(Exit::kDone);
}

void add_simulate(CommandTree& tree, CLI::App& app) {
  auto& arguments = tree.keep<SimulateArguments>();
  CLI::App* simulate = tree.command(app, "simulate", "simulate");
  simulate->require_subcommand(0, 1);
  simulate->add_option("SCENARIO", arguments.scenario, tree.text("cli.help.scenario"));
  simulate->add_option("--population", arguments.population, tree.text("cli.help.population"));
  simulate->add_option("--out", arguments.out, tree.text("cli.help.out"));
  simulate->add_option("--page", arguments.page, tree.text("cli.help.page"));
  simulate->add_option("--threads", arguments.threads, tree.text("cli.help.threads"))
      ->check(CLI::Range(0, 256).description(""));
  simulate->add_option("--sensitivity", arguments.sensitivity, tree.text("cli.help.sensitivity"))
      ->check(CLI::IsMember(std::vector<std::string>{"one", "global"}).description(""));
  simulate->add_option("--samples", arguments.samples, tree.text("cli.help.samples"))
      ->capture_default_str()
      ->check(CLI::Range(8, 100'000).description(""));
  tree.add_template(simulate, "scenarios/basis.toml");
  tree.on(simulate, arguments, simulate_command);

  CLI::App* plan = tree.command(*simulate, "plan", "simulate-plan");
  plan->add_option("SCENARIO", arguments.scenario, tree.text("cli.help.scenario"))->required();
  plan->add_option("--population", arguments.population, tree.text("cli.help.population"))->required();
  plan->add_option("--parts", arguments.parts, tree.text("cli.help.parts"))
      ->capture_default_str()
      ->check(CLI::Range(1, 10'000).description(""));
  plan->add_option("--out", arguments.out, tree.text("cli.help.out"))->required();
  tree.on(plan, arguments, simulate_plan_command);
  CLI::App* run = tree.command(*simulate, "run", "simulate-run");
  run->add_option("WORK", arguments.work, tree.text("cli.help.parts-folder"))->required();
  run->add_option("PART", arguments.part, tree.text("cli.help.part"))->required();
  run->add_option("--threads", arguments.threads, tree.text("cli.help.threads"))
      ->check(CLI::Range(0, 256).description(""));
  tree.on(run, arguments, simulate_run_command);
  CLI::App* merge = tree.command(*simulate, "merge", "simulate-merge");
  merge->add_option("WORK", arguments.work, tree.text("cli.help.parts-folder"))->required();
  merge->add_option("--out", arguments.out, tree.text("cli.help.out"))->required();
  tree.on(merge, arguments, simulate_merge_command);
  CLI::App* compare = tree.command(*simulate, "compare", "simulate-compare");
  compare->add_option("OUT", arguments.outs, tree.text("cli.help.simulations"))->required()->expected(2, 20);
  compare->add_option("--page", arguments.page, tree.text("cli.help.page"));
  tree.on(compare, arguments, simulate_compare_command);
}

}  // namespace passend::cli
