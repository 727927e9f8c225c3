// SPDX-License-Identifier: EUPL-1.2
// Net income of many households, on every instruction set this processor has; the pass before it that settles dates and
// shape; one answer with its trace. Rates are by CPU time, so that other work on the machine counts little.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <string>

#include "core_peak.hpp"
#include "counting_lane.hpp"
#include "income/batch.hpp"
#include "income/trace.hpp"
#include "income_peer_files.hpp"
#include "income_population.hpp"

namespace passend::bench {
namespace {

using income::BatchOptions;
using income::BatchResult;
using income::HouseholdBatch;
using income::HouseholdColumns;
using income::InstructionSet;
using income::kColumns;
using income::kParts;

constexpr int kHouseholds = 204'800;
constexpr int kSampleEvery = 50;
constexpr int kTurns = 7;
constexpr int kPasses = 5;        // over all households in a turn
constexpr int kAlonePasses = 50;  // over the sample
constexpr std::size_t kCountedBlocks = 2'500;
constexpr int kCounted = kCountedBlocks * HouseholdBatch::kBlock;
constexpr double kHundred = 100;
constexpr double kMillion = 1e6;
constexpr double kBillion = 1e9;
constexpr std::uint64_t kSeed = 2026;

struct Lap {
  double wall = 0;
  double cpu = 0;  // of all threads
};

template <class Function>
Lap time_of(const Function& function) {
  const auto begin = std::chrono::steady_clock::now();
  const std::clock_t cpu = std::clock();
  function();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
          static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Municipality {
  ParameterStore law;
  income::RuleBook rules;
  std::vector<HouseholdColumns<double>> households;  // before
  HouseholdBatch before, after;
  std::vector<IncomeCase> sample;
};

ParameterStore read_law() {
  auto law = load_parameters(std::filesystem::path(PASSEND_SOURCE_DIR) / "data/law");
  if (law) return *std::move(law);
  fmt::print(stderr, "data/law is not in order\n");
  std::exit(EXIT_FAILURE);
}

// A case that the rules refuse is drawn again.
void fill(Municipality& m, Date on) {
  IncomePopulation population(on, kSeed);
  while (m.before.size() < kHouseholds) {
    IncomeCase next = population.next();
    const auto before = income::evaluate(m.rules, m.law, next.household);
    const auto changed = income::with_offer(next.household, next.offer, "offer");
    const auto after = changed ? income::evaluate(m.rules, m.law, *changed) : before;
    if (!before || !after) continue;
    m.households.push_back(before->settled.columns);
    m.before.add(before->settled.columns);
    m.after.add(after->settled.columns);
    if (m.before.size() % kSampleEvery == 0) m.sample.push_back(std::move(next));
  }
  m.before.pad();
  m.after.pad();
}

Municipality read_municipality() {
  const Date on = make_date(2026, 3, 15);
  Municipality m{.law = read_law(), .rules = {}, .households = {}, .before = {}, .after = {}, .sample = {}};
  m.rules = income::read_rule_book(m.law, on);
  fill(m, on);
  return m;
}

// What is timed in turns: households a second by CPU time (a core) and by the clock.
struct Task {
  InstructionSet set{};
  int threads = 1;
  bool parts = false, pairs = false;
  BatchResult found{}, found_after{};
  std::vector<double> a_core{}, by_clock{};

  void run(const Municipality& m) {
    const BatchOptions options{.set = set, .threads = threads, .parts = parts};
    income::net_income_batch(m.rules, m.before, options, found);
    if (!pairs) return;
    income::net_income_batch(m.rules, m.after, options, found_after);
    for (std::size_t i = 0; i < found.net.size(); ++i) found_after.net[i] -= found.net[i];
  }
  void take_turn(const Municipality& m) {
    const Lap lap = time_of([&] {
      for (int pass = 0; pass < kPasses; ++pass) run(m);
    });
    const double done = static_cast<double>(m.before.size()) * kPasses;
    a_core.push_back(done / lap.cpu);
    by_clock.push_back(done / lap.wall);
  }
};

std::vector<Task> tasks() {
  std::vector<Task> all;
  for (const InstructionSet set : income::usable_sets())
    for (const int threads : {1, 2}) {
      all.push_back({.set = set, .threads = threads});
      all.push_back({.set = set, .threads = threads, .parts = true});
      all.push_back({.set = set, .threads = threads, .pairs = true});
    }
  return all;
}

std::vector<Task> time_tasks(const Municipality& m) {
  std::vector<Task> all = tasks();
  for (Task& task : all) task.run(m);  // buffers in place
  for (int turn = 0; turn < kTurns; ++turn)
    for (Task& task : all) task.take_turn(m);
  fmt::print("\n{:<10} {:>7}  {:<28} {:>16} {:>16}\n", "set", "threads", "what", "million/s/core", "million/s clock");
  for (const Task& task : all)
    fmt::print("{:<10} {:>7}  {:<28} {:>16.1f} {:>16.1f}\n", income::name_of(task.set), task.threads,
               task.pairs   ? "pairs before/after"
               : task.parts ? "net, all parts"
                            : "net",
               median(task.a_core) / kMillion, median(task.by_clock) / kMillion);
  return all;
}

void time_settling(const Municipality& m) {
  std::vector<double> settling, alone;
  for (int turn = 0; turn < kTurns; ++turn) {
    const auto count = static_cast<double>(m.sample.size());
    double sum = 0;
    settling.push_back(time_of([&] {
                         for (const IncomeCase& c : m.sample)
                           sum += income::settle(m.rules, m.law, c.household)->columns.norm;
                       }).cpu /
                       count);
    alone.push_back(time_of([&] {
                      for (const IncomeCase& c : m.sample)
                        sum += income::evaluate(m.rules, m.law, c.household)->income.net;
                    }).cpu /
                    count);
    if (sum < 0) fmt::print("?");
  }
  fmt::print("\none household, not in a batch\n");
  fmt::print("  {:<58} {:>8.2f} us\n", "settle(): dates, ages, shape", median(settling) * kMillion);
  fmt::print("  {:<58} {:>8.2f} us\n", "evaluate(): settle() and net income", median(alone) * kMillion);
}

void time_answers(const Municipality& m) {
  std::vector<double> seconds;
  std::size_t nodes = 0;
  for (const IncomeCase& c : m.sample)
    seconds.push_back(time_of([&] {
                        const auto found = income::answer(m.rules, m.law, c.household, c.offer);
                        nodes += trace_of(found->before, m.rules, m.law).size();
                        nodes += trace_of(*found->after, m.rules, m.law).size();
                      }).wall);
  std::sort(seconds.begin(), seconds.end());
  fmt::print("  {:<58} {:>8.2f} us\n", "answer(): before, after, marginal rates; both traces",
             seconds[seconds.size() / 2] * kMillion);
  fmt::print("  {:<58} {:>8.2f} us\n", "the same, slowest of a hundred", seconds[seconds.size() * 99 / 100] * kMillion);
  fmt::print("  {:<58} {:>8.1f}\n", "trace nodes of an answer",
             static_cast<double>(nodes) / static_cast<double>(seconds.size()));
}

// Vectors of kWidth counting lanes, from a block on. False when a net differs from the one found.
template <std::size_t kWidth>
bool count_block(const Municipality& m, const HouseholdBatch::Block& block, const BatchResult& found) {
  using Lane = CountingLane<kWidth>;
  for (std::size_t lane = 0; lane < HouseholdBatch::kBlock; lane += kWidth) {
    HouseholdColumns<Lane> in;
    for (std::size_t f = 0; f < kColumns; ++f) {
      std::array<double, kWidth> values;
      std::copy_n(block.fields[f].begin() + static_cast<std::ptrdiff_t>(lane), kWidth, values.begin());
      reinterpret_cast<Lane*>(&in)[f] = Lane::of_column(values);
    }
    const auto net = income::net_income(m.rules, in).net.v;
    for (std::size_t k = 0; k < kWidth; ++k)
      if (net[k] != found.net[block.place[lane + k]]) return false;
  }
  return true;
}

template <std::size_t kWidth>
OperationCount count_operations(const Municipality& m, const BatchResult& found) {
  CountingLane<kWidth>::count = {};
  for (std::size_t b = 0; b < kCountedBlocks; ++b)
    if (!count_block<kWidth>(m, m.before.blocks()[b], found)) {
      fmt::print(stderr, "the counting lanes found another net income\n");
      std::exit(EXIT_FAILURE);
    }
  return CountingLane<kWidth>::count;
}

void show(std::string_view what, const OperationCount& count) {
  const auto each = [](std::int64_t n) { return static_cast<double>(n) / kCounted; };
  fmt::print("  {:<22} {:>6.0f} {:>6.0f} {:>6.0f} {:>6.0f} {:>9.0f} {:>10.1f} {:>8.0f}\n", what, each(count.additions),
             each(count.multiplications), each(count.comparisons), each(count.roundings),
             each(count.without_divisions()), each(count.divisions), each(count.choices));
}

OperationCount times(OperationCount count, std::int64_t factor) {
  for (std::int64_t* n : {&count.additions, &count.multiplications, &count.comparisons, &count.roundings,
                          &count.divisions, &count.choices})
    *n *= factor;
  return count;
}

void show_operations(const Municipality& m, const std::vector<Task>& timed) {
  const BatchResult& found = timed.front().found;
  const OperationCount alone = count_operations<1>(m, found);
  const OperationCount on_two = times(count_operations<2>(m, found), 2);
  const OperationCount on_four = times(count_operations<4>(m, found), 4);
  const OperationCount on_eight = times(count_operations<8>(m, found), 8);
  const std::size_t bytes = m.before.used_fields().size() * sizeof(double) + sizeof(std::size_t);
  fmt::print("\nbytes a household: {} read (of {}), {} written, {} with all parts\n", bytes,
             sizeof(HouseholdBatch::Block) / HouseholdBatch::kBlock, sizeof(double), (kParts + 1) * sizeof(double));
  fmt::print(
      "operations a household, mean of {}, all parts; what one lane of a vector needs is done for all its lanes\n",
      kCounted);
  fmt::print("  {:<22} {:>6} {:>6} {:>6} {:>6} {:>9} {:>10} {:>8}\n", "", "+ -", "x", "< = >", "floor", "together",
             "divisions", "choices");
  show("alone", alone);
  show("in vectors of 2", on_two);
  show("in vectors of 4", on_four);
  show("in vectors of 8", on_eight);
  fmt::print(
      "\none thread, all parts: share of the core's peak as measured here (additions and multiplications, no FMA)\n");
  for (const Task& task : timed) {
    if (task.threads != 1 || !task.parts) continue;
    const CorePeak peak = measure_peak(task.set);
    const OperationCount& done = task.set == InstructionSet::kAvx512 ? on_eight
                                 : task.set == InstructionSet::kAvx2 ? on_four
                                                                     : on_two;
    const auto share = [&](std::int64_t operations) {
      return static_cast<double>(operations) / kCounted * median(task.a_core) / peak.operations * kHundred;
    };
    fmt::print("  {:<10} peak {:>5.1f} G/s, divisions {:>4.2f} G/s; what households need {:>4.1f} %, done {:>4.1f} %\n",
               income::name_of(task.set), peak.operations / kBillion, peak.divisions / kBillion,
               share(alone.without_divisions()), share(done.without_divisions()));
  }
}

int report() {
  fmt::print("{} invented households, 2026-03-15; medians of {} turns\n", kHouseholds, kTurns);
  const Municipality m = read_municipality();
  const auto timed = time_tasks(m);
  time_settling(m);
  time_answers(m);
  show_operations(m, timed);
  return EXIT_SUCCESS;
}

// For bench/income_peers: writes what the peers read; then, for each word on standard input, the CPU seconds of one
// pass over all households ("all") or people alone on pay only ("singles"), net income without parts, one thread.
// "alone": over a sample of all households, one by one from their facts, for bench/country_models.
int serve(const std::filesystem::path& folder) {
  const Municipality m = read_municipality();
  const HouseholdBatch singles = write_peer_files(folder, m.rules, m.households);
  fmt::print("ready {} {} {}\n", m.before.size(), singles.size(), m.sample.size());
  BatchResult found;
  for (std::string word; std::getline(std::cin, word);) {
    if (word == "alone") {
      const Lap lap = time_of([&] {
        for (int pass = 0; pass < kAlonePasses; ++pass)
          for (const IncomeCase& one : m.sample) (void)income::evaluate(m.rules, m.law, one.household);
      });
      fmt::print("{}\n", lap.cpu / kAlonePasses);
      continue;
    }
    const HouseholdBatch& batch = word == "singles" ? singles : m.before;
    const Lap lap = time_of([&] {
      for (int pass = 0; pass < kPasses; ++pass) income::net_income_batch(m.rules, batch, {}, found);
    });
    fmt::print("{}\n", lap.cpu / kPasses);
  }
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace passend::bench

// bench_income, or bench_income serve FOLDER
int main(int count, char** words) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  return count == 3 ? passend::bench::serve(words[2]) : passend::bench::report();
}
