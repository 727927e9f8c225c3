// SPDX-License-Identifier: EUPL-1.2
// The whole demo municipality, stage by stage, on two threads; then one person at the table. Wall-clock time.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>

#include "base/text_file.hpp"
#include "cli/report_data.hpp"
#include "cli/run_program.hpp"
#include "demo_workspace.hpp"
#include "exchange/plan_files.hpp"
#include "matching/person_options.hpp"
#include "present/catalogue.hpp"
#include "present/report.hpp"

namespace passend::bench {
namespace {

constexpr int kPeople = 7'000;
constexpr int kWorks = 4'000;
constexpr int kThreads = 2;
constexpr std::size_t kAtTheTable = 200;  // people, spread over all
constexpr int kColdStarts = 5;

class Stopwatch {
 public:
  // Seconds since the last lap.
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    return std::chrono::duration<double>(now - std::exchange(last_, now)).count();
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void show(std::string_view what, double seconds) { fmt::print("  {:<36} {:>9.1f} ms\n", what, seconds * 1000); }

struct Made {
  Plan plan;
  double candidates = 0, assignment = 0;
};

Made timed_plan(const cli::Workspace& w) {
  Made made;
  Stopwatch watch;
  PlanOptions options{.seed = w.rules.seed, .threads = kThreads, .previous = {}, .stop = {}, .progress = {}};
  options.progress = [&](std::string_view stage, std::int64_t round, std::int64_t) {
    if (stage == "round" && round == 1) made.candidates = watch.lap();
  };
  made.plan = make_plan(w.context, w.read.snapshot, options);
  made.assignment = watch.lap();
  return made;
}

// What `passend plan` does, without the program around it.
void plan_stages(const DemoFolder& folder) {
  Stopwatch watch;
  const auto w = read_demo(folder);
  const double read = watch.lap();
  const Made made = timed_plan(*w);
  watch.lap();
  const auto waiting = find_waiting(w->context, w->read.snapshot, made.plan, kThreads);
  const double waits = watch.lap();
  const Fairness fairness = count_fairness(w->context, w->read.snapshot, made.plan);
  const double fair = watch.lap();
  const auto data = cli::find_data_folder("");
  const auto report = cli::report_data({.workspace = *w, .plan = made.plan, .waiting = waiting, .fairness = fairness,
                                        .plan_folder = folder.path() / "plan", .snapshot_folder = folder.path(),
                                        .data_folder = data, .threads = kThreads});
  const double questions = watch.lap();
  const PlanFilesInput input{.context = w->context, .snapshot = w->read.snapshot, .plan = made.plan, .waiting = waiting,
                             .fairness = fairness, .rules_bytes = w->rules_bytes, .previous = {}, .inputs = w->inputs,
                             .program = "bench"};
  auto files = plan_files(input);
  const double texts = watch.lap();
  const auto catalogue = present::load_catalogue(data / "messages", present::Language::kDutch);
  if (catalogue) files["report.html"] = present::report_html(report, *catalogue, "");
  files["manifest.json"] = manifest_of(input, files);
  const auto done = replace_folder(folder.path() / "plan", files);
  const double written = watch.lap();
  fmt::print("plan of {} people x {} works, {:.1f} candidates a person, {} threads{}\n", kPeople, kWorks,
             static_cast<double>(made.plan.candidates.rows.size()) / kPeople, kThreads, done ? "" : " (not written)");
  show("read", read);
  show("gates + score (and uses, lots)", made.candidates);
  show("why people wait", waits);
  show("fairness", fair);
  show("questions and the rest of the report", questions);
  show("reasons and plan files", texts);
  show("report, manifest, write and sync", written);
  show("all of these", read + made.candidates + waits + fair + questions + texts + written);
  show("assignment, apart", made.assignment);
  fmt::print("  {:<36} {:>9.0f} MB\n", "peak memory, assignment included", peak_megabytes());
}

void at_the_table(const DemoFolder& folder) {
  const auto w = read_demo(folder);
  const Snapshot& snapshot = w->read.snapshot;
  std::vector<double> seconds;
  for (std::size_t k = 0; k < kAtTheTable; ++k) {
    const Person& person = snapshot.people[k * snapshot.people.size() / kAtTheTable];
    Stopwatch watch;
    const PersonOptions options = options_of(w->context, snapshot, person, true);
    seconds.push_back(watch.lap());
  }
  fmt::print("passend options, {} people\n", kAtTheTable);
  show("once read, median", median(seconds));
  show("once read, slowest", *std::max_element(seconds.begin(), seconds.end()));
}

void cold_start(const DemoFolder& folder) {
  std::vector<double> seconds;
  for (int k = 0; k < kColdStarts; ++k) {
    Stopwatch watch;
    const int code = cli::run_program(
        {"sh", "-c", fmt::format("'{}' options '{}' --person p0001 --date 2026-12-01 >/dev/null", PASSEND_PROGRAM, folder.path().string())});
    seconds.push_back(watch.lap());
    if (code != 0) fmt::print(stderr, "passend options ended with {}\n", code);
  }
  show("from a cold start, median", median(seconds));
}

// In a process of its own, so that its peak memory is its own.
template <class Function>
void in_own_process(const Function& function) {
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    function();
    std::fflush(stdout);
    _exit(EXIT_SUCCESS);
  }
  waitpid(child, nullptr, 0);
}

}  // namespace
}  // namespace passend::bench

int main() {
  using namespace passend::bench;
  const DemoFolder folder(kPeople, kWorks);
  in_own_process([&] { plan_stages(folder); });
  at_the_table(folder);
  cold_start(folder);
}
