// SPDX-License-Identifier: EUPL-1.2
// passend assign: the optimiser alone, on an assignment file; and its checker.
#include <fmt/format.h>

#include <algorithm>

#include "assign/problem_file.hpp"
#include "base/text_file.hpp"
#include "cli/commands.hpp"

namespace passend::cli {
namespace {

Result<assign::Problem> read_problem(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes) return passend::fail(bytes.error());
  return assign::parse_problem(*bytes, path.string());
}

int check(const Console& console, const AssignArguments& arguments) {
  const auto problem = read_problem(arguments.problem);
  if (!problem) return console.fail(problem.error());
  const auto bytes = read_file(arguments.solution);
  if (!bytes) return console.fail(bytes.error());
  const auto solution = assign::parse_solution(*bytes, arguments.solution.string());
  if (!solution) return console.fail(solution.error());
  const auto objections = assign::check(*problem, *solution);
  for (const assign::Objection& objection : objections)
    console.answer(fmt::format("{} {}: {}\n", objection.level, objection.what, objection.detail));
  console.answer(console.text(objections.empty() ? "cli.assign.accepted" : "cli.assign.refused") + "\n");
  return static_cast<int>(objections.empty() ? Exit::kDone : Exit::kNo);
}

}  // namespace

int assign_command(const Console& console, const Common&, const AssignArguments& arguments) {
  if (arguments.check) return check(console, arguments);
  const StopOnSignal stop;
  const auto problem = read_problem(arguments.problem);
  if (!problem) return console.fail(problem.error());
  assign::Options options;
  options.objective = arguments.objective == "score" ? assign::Objective::kScore : assign::Objective::kPlacedScore;
  options.threads = threads_of(arguments.threads);
  options.stop = stop.token();
  options.progress = [&](const assign::Progress& p) { console.progress(p.stage, p.done, p.total); };
  const assign::Answer answer = assign::solve(*problem, options);
  console.end_progress();
  const std::string text = assign::write_solution(assign::solution_of(*problem, answer));
  if (arguments.out.empty())
    console.answer(text);
  else if (const auto done = replace_file(arguments.out, text); !done)
    return console.fail(done.error());
  const auto unreached = [](const assign::Level& level) {
    return level.name == assign::LevelName::kFloors && level.bound > 0;
  };
  if (answer.stopped) return static_cast<int>(Exit::kStopped);
  return static_cast<int>(std::any_of(answer.levels.begin(), answer.levels.end(), unreached) ? Exit::kNo : Exit::kDone);
}

}  // namespace passend::cli
