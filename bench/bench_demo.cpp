// SPDX-License-Identifier: EUPL-1.2
// The whole demo municipality, stage by stage, on two threads; then one person at the table. Wall-clock time.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <stop_token>
#include <string>
#include <thread>

#include "base/text_file.hpp"
#include "cli/report_values.hpp"
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
constexpr double kMilli = 1000;
constexpr double kTick = 0.05;  // seconds
constexpr double kNoLimitSeconds = 86'400;

struct Lap {
  double wall = 0;
  double cpu = 0;  // of all threads

  Lap& operator+=(const Lap& other) {
    wall += other.wall;
    cpu += other.cpu;
    return *this;
  }
};

class Stopwatch {
 public:
  // Seconds since the last lap.
  Lap lap() {
    const auto now = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    return {std::chrono::duration<double>(now - std::exchange(last_, now)).count(),
            static_cast<double>(cpu - std::exchange(last_cpu_, cpu)) / CLOCKS_PER_SEC};
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
  std::clock_t last_cpu_ = std::clock();
};

// Stages in order, shown as they end.
class Stages {
 public:
  void end(std::string_view what, bool counts = true) {
    const Lap lap = watch_.lap();
    fmt::print("  {:<40} {:>9.0f} ms {:>9.0f} ms CPU\n", what, lap.wall * kMilli, lap.cpu * kMilli);
    if (counts) sum_ += lap;
  }
  const Lap& sum() const { return sum_; }

 private:
  Stopwatch watch_;
  Lap sum_;
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

void show(std::string_view what, double seconds) { fmt::print("  {:<40} {:>9.1f} ms\n", what, seconds * kMilli); }

// What `passend plan` does, without the program around it.
void plan_stages(const DemoFolder& folder, double assignment_seconds) {
  fmt::print("plan of {} people x {} works, {} threads\n", kPeople, kWorks, kThreads);
  Stages stages;
  const auto w = read_demo(folder);
  stages.end("read");
  std::stop_source stop;
  std::jthread timer;
  PlanOptions options{
      .seed = w->rules.seed, .threads = kThreads, .previous = {}, .stop = stop.get_token(), .progress = {}};
  options.progress = [&](std::string_view stage, std::int64_t round, std::int64_t) {
    if (stage != "round" || round != 1) return;
    stages.end("gates, score, uses and lots");
    timer = std::jthread([&, assignment_seconds](const std::stop_token& ended) {
      for (double waited = 0; waited < assignment_seconds && !ended.stop_requested(); waited += kTick)
        std::this_thread::sleep_for(std::chrono::duration<double>(kTick));
      stop.request_stop();
    });
  };
  const Plan plan = make_plan(w->context, w->read.snapshot, options);
  stages.end("assignment and reach, apart", false);
  const auto waiting = find_waiting(w->context, w->read.snapshot, plan, kThreads);
  stages.end("why people wait");
  const Fairness fairness = count_fairness(w->context, w->read.snapshot, plan);
  stages.end("fairness");
  const auto data = service::find_data_folder("");
  const auto report = cli::report_data({.workspace = *w,
                                        .plan = plan,
                                        .waiting = waiting,
                                        .fairness = fairness,
                                        .plan_folder = folder.path() / "plan",
                                        .snapshot_folder = folder.path(),
                                        .data_folder = data,
                                        .threads = kThreads});
  stages.end("questions and the rest of the report");
  const PlanFilesInput input{.context = w->context,
                             .snapshot = w->read.snapshot,
                             .plan = plan,
                             .waiting = waiting,
                             .fairness = fairness,
                             .rules_bytes = w->rules_bytes,
                             .previous = {},
                             .inputs = w->inputs,
                             .program = "bench"};
  auto files = plan_files(input);
  stages.end("reasons and plan files");
  const auto catalogue = present::load_catalogue(data / "messages", present::Language::kDutch);
  if (catalogue) files["report.html"] = present::report_html(report, *catalogue, "");
  files["manifest.json"] = manifest_of(input, files);
  const auto done = replace_folder(folder.path() / "plan", files);
  stages.end("report, manifest, write and sync");
  fmt::print("  {:<40} {:>9.0f} ms {:>9.0f} ms CPU\n", "all of these, assignment apart", stages.sum().wall * kMilli,
             stages.sum().cpu * kMilli);
  fmt::print("  {:<40} {:>9.0f} MB\n", "peak memory, assignment included", peak_megabytes());
  fmt::print("  {:<40} {:>9.1f}{}\n", "candidates a person", static_cast<double>(plan.candidates.rows.size()) / kPeople,
             done ? "" : " (not written)");
}

void at_the_table(const DemoFolder& folder) {
  const auto w = read_demo(folder);
  const Snapshot& snapshot = w->read.snapshot;
  std::vector<double> seconds;
  for (std::size_t k = 0; k < kAtTheTable; ++k) {
    const Person& person = snapshot.people[k * snapshot.people.size() / kAtTheTable];
    Stopwatch watch;
    const PersonOptions options = options_of(w->context, snapshot, person, true);
    seconds.push_back(watch.lap().wall);
  }
  fmt::print("passend options, {} people\n", kAtTheTable);
  show("once read, median", median(seconds));
  show("once read, slowest", *std::max_element(seconds.begin(), seconds.end()));
}

void cold_start(const DemoFolder& folder) {
  std::vector<double> seconds;
  for (int k = 0; k < kColdStarts; ++k) {
    Stopwatch watch;
    const int code = cli::run_program({"sh", "-c",
                                       fmt::format("'{}' options '{}' --person p0001 --date 2026-12-01 >/dev/null",
                                                   PASSEND_PROGRAM, folder.path().string())});
    seconds.push_back(watch.lap().wall);
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

// bench_demo [SECONDS]: the assignment is stopped after so many seconds and its best so far is kept.
int main(int count, char** words) {
  using namespace passend::bench;
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  const double seconds = count == 2 ? std::atof(words[1]) : kNoLimitSeconds;
  const DemoFolder folder(kPeople, kWorks);
  in_own_process([&] { plan_stages(folder, seconds); });
  at_the_table(folder);
  cold_start(folder);
}
