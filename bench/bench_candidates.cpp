// SPDX-License-Identifier: EUPL-1.2
// Gates and score: the candidate index against the all-pairs loop, in turns, in one run, on one thread. Both must give
// the same candidates and scores. Time is CPU time, so that other work on the machine counts as little as possible.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <functional>

#include "all_pairs.hpp"
#include "demo_workspace.hpp"
#include "matching/candidates.hpp"

namespace passend::bench {
namespace {

constexpr int kTurns = 3;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Found {
  std::int64_t candidates = 0;
  std::uint64_t hash = 0;  // of person, work, score and conditional, in any order of people

  void add(std::size_t person, std::span<const Candidate> rows) {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;
    candidates += static_cast<std::int64_t>(rows.size());
    for (const Candidate& row : rows) {
      std::uint64_t mixed = person * kMultiplier + row.work;
      mixed = mixed * kMultiplier + static_cast<std::uint64_t>(row.score) * 2 + row.conditional;
      hash += mixed * kMultiplier ^ mixed >> 32;
    }
  }
  friend bool operator==(const Found&, const Found&) = default;
};

struct Timed {
  double seconds = 0;
  Found found;
};

Timed by_index(const service::Workspace& w) {
  const double begin = cpu_seconds();
  const Candidates candidates = find_candidates(w.context, w.read.snapshot, 1);
  Timed timed{.seconds = cpu_seconds() - begin, .found = {}};
  for (std::size_t i = 0; i < w.read.snapshot.people.size(); ++i) timed.found.add(i, candidates.of(i));
  return timed;
}

Timed by_all_pairs(const service::Workspace& w, WishTest wish_test) {
  const Snapshot& snapshot = w.read.snapshot;
  const double begin = cpu_seconds();
  std::vector<std::uint32_t> order(snapshot.people.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return snapshot.people[a].point < snapshot.people[b].point; });
  std::vector<std::vector<Candidate>> rows(snapshot.people.size());
  AllPairs peer(w.context, snapshot, wish_test);
  for (const std::uint32_t i : order) peer.find(snapshot.people[i], rows[i]);
  Timed timed{.seconds = cpu_seconds() - begin, .found = {}};
  for (std::size_t i = 0; i < rows.size(); ++i) timed.found.add(i, rows[i]);
  return timed;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// False when they disagree.
bool compare(int people, int works) {
  const DemoFolder folder(people, works);
  const auto w = read_demo(folder);
  std::vector<double> index, one_by_one, by_table;
  Found found;
  for (int turn = 0; turn < kTurns; ++turn) {
    const Timed a = by_index(*w);
    const Timed b = by_all_pairs(*w, WishTest::kOneByOne);
    const Timed c = by_all_pairs(*w, WishTest::kByTable);
    if (a.found != b.found || a.found != c.found) {
      fmt::print(stderr, "{} x {}: {} candidates by the index, {} and {} by all pairs\n", people, works,
                 a.found.candidates, b.found.candidates, c.found.candidates);
      return false;
    }
    found = a.found;
    index.push_back(a.seconds);
    one_by_one.push_back(b.seconds);
    by_table.push_back(c.seconds);
  }
  const auto count = static_cast<double>(found.candidates);
  const double seconds = median(index);
  fmt::print("{:>6} x {:<6} {:>7.1f} {:>9.2f} s {:>6.0f} ns {:>9.2f} s {:>6.1f} x {:>9.2f} s {:>6.1f} x\n", people,
             works, count / people, seconds, seconds / count * 1e9, median(one_by_one), median(one_by_one) / seconds,
             median(by_table), median(by_table) / seconds);
  return true;
}

}  // namespace
}  // namespace passend::bench

// bench_candidates [PEOPLE WORKS]
int main(int count, char** words) {
  using passend::bench::compare;
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  fmt::print("gates + score, one thread, median of {} turns, CPU time\n{:>15} {:>7} {:>11} {:>9} {:>20} {:>20}\n",
             passend::bench::kTurns, "people x works", "c/person", "index", "/cand.", "all pairs", "wishes by table");
  if (count == 3) return compare(std::atoi(words[1]), std::atoi(words[2])) ? EXIT_SUCCESS : EXIT_FAILURE;
  for (const auto& [people, works] :
       {std::pair(7'000, 4'000), std::pair(25'000, 15'000), std::pair(50'000, 30'000), std::pair(100'000, 60'000)})
    if (!compare(people, works)) return EXIT_FAILURE;
}
