// SPDX-License-Identifier: EUPL-1.2
// Shows: the index finds exactly the pairs on which no gate is `no`, with their scores, for any number of threads.
#include "matching/candidates.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <random>
#include <tuple>

#include "base/text_file.hpp"
#include "cli/workspace.hpp"
#include "insight/demo_municipality.hpp"
#include "matching/score.hpp"

namespace passend {
namespace {

namespace fs = std::filesystem;

using Row = std::tuple<std::uint32_t, int, bool>;  // work, score, conditional
using Rows = std::vector<std::vector<Row>>;        // per person

std::unique_ptr<cli::Workspace> small_demo(std::uint64_t seed) {
  const fs::path data = fs::path(PASSEND_SOURCE_DIR) / "data";
  const fs::path folder = fs::temp_directory_path() / ("passend-candidates-test-" + std::to_string(getpid()));
  const DemoOptions options{.people = 300, .places = 400, .seed = seed};
  const auto files = make_demo_municipality(options, data);
  if (!files || !replace_folder(folder, *files)) return nullptr;
  auto workspace = cli::open_workspace({.snapshot = folder, .data = data, .rules = {}, .date = options.date});
  fs::remove_all(folder);
  return workspace ? std::move(*workspace) : nullptr;
}

// Facts go missing and limits move, so that pairs lie on every side of every gate.
void disturb(Snapshot& snapshot, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto one_in = [&](std::uint64_t n) { return random() % n == 0; };
  for (Person& person : snapshot.people) {
    if (one_in(10)) person.point = kNoPoint;
    if (one_in(10)) person.day_parts.reset();
    if (one_in(10)) person.hours_max.reset();
    if (one_in(10)) person.birth.reset();
    for (Wish& wish : person.wishes) {
      if (one_in(5)) wish.occupation = kOpen;
      if (one_in(5)) wish.mode.reset();
      if (one_in(5)) wish.max_metres = static_cast<std::int64_t>(random() % 40'000);
      if (one_in(10)) wish.min_hourly_eurocent = 1'500;
    }
  }
  for (Work& work : snapshot.works) {
    if (one_in(10)) work.point = kNoPoint;
    if (one_in(10)) work.occupation = kOpen;
    if (one_in(10)) work.hourly_eurocent = 900;
    if (one_in(10)) work.closed = true;
    if (one_in(10)) work.free = 0;
  }
}

Rows by_all_pairs(const cli::Workspace& w) {
  Rows rows;
  for (const Person& person : w.read.snapshot.people) {
    rows.emplace_back();
    for (std::uint32_t j = 0; j < w.read.snapshot.works.size(); ++j) {
      const Work& work = w.read.snapshot.works[j];
      const PairWish wish = choose_wish(w.context, person, work);
      const GateOutcomes outcomes = evaluate_gates(w.context, person, work, wish);
      if (outcomes.all() == Outcome::kNo) continue;
      const ScoreParts parts = score_parts(w.context, person, work, wish, outcomes);
      rows.back().emplace_back(j, score_of(w.rules.score, parts), outcomes.all() == Outcome::kUnknown);
    }
  }
  return rows;
}

Rows by_index(const cli::Workspace& w, int threads) {
  const Candidates candidates = find_candidates(w.context, w.read.snapshot, threads);
  Rows rows;
  for (std::size_t i = 0; i < w.read.snapshot.people.size(); ++i) {
    rows.emplace_back();
    for (const Candidate& row : candidates.of(i)) rows.back().emplace_back(row.work, row.score, row.conditional);
  }
  return rows;
}

TEST(Candidates, the_index_finds_what_all_pairs_find) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const auto w = small_demo(seed);
    ASSERT_NE(w, nullptr);
    EXPECT_EQ(by_index(*w, 1), by_all_pairs(*w)) << "seed " << seed;
    disturb(w->read.snapshot, seed);
    const Rows all = by_all_pairs(*w);
    EXPECT_EQ(by_index(*w, 1), all) << "disturbed, seed " << seed;
    EXPECT_EQ(by_index(*w, 3), all) << "disturbed, three threads, seed " << seed;
  }
}

}  // namespace
}  // namespace passend
