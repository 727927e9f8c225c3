// SPDX-License-Identifier: EUPL-1.2
// Schemes: 10,000 eligibilities over the schemes shipped, and gates + score of the demo with schemes against without,
// in turns, in one run, on one thread. Time is CPU time.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "demo_workspace.hpp"
#include "matching/candidates.hpp"
#include "matching/prepare.hpp"
#include "matching/scheme_targets.hpp"
#include "scheme/eligibility.hpp"
#include "scheme/scheme_file.hpp"

namespace passend::bench {
namespace {

constexpr int kTurns = 5;
constexpr int kPeople = 7000;
constexpr int kWorks = 4000;
constexpr std::size_t kAsked = 10'000;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

// Everybody against every version: with each predicate, as `passend scheme eligible` shows it.
void eligibilities(const service::Workspace& w, const std::vector<scheme::Scheme>& schemes) {
  const Date on = w.context.date;
  const auto aow = scheme::aow_age_on(*w.law, on);
  const auto& people = w.read.snapshot.people;
  std::vector<double> seconds;
  std::size_t answers = 0, yes = 0;
  for (int turn = 0; turn < kTurns; ++turn) {
    answers = yes = 0;
    const double begin = cpu_seconds();
    for (std::size_t i = 0; i < kAsked; ++i) {
      const auto facts = facts_of(w.read.snapshot, people[i % people.size()], WorkKind::kBasisbaan, on);
      for (const scheme::Scheme& one : schemes) {
        yes += scheme::eligible(one.versions.back(), facts, aow).outcome == Outcome::kYes;
        ++answers;
      }
    }
    seconds.push_back(cpu_seconds() - begin);
  }
  fmt::print("{} people x {} schemes: {} answers, {} yes, {:.3f} s, {:.0f} ns each\n", kAsked, schemes.size(), answers,
             yes, median(seconds), 1e9 * median(seconds) / static_cast<double>(answers));
}

struct Timed {
  double seconds = 0;
  std::size_t candidates = 0;
};

Timed gates_and_score(service::Workspace& w) {
  const double begin = cpu_seconds();
  if (!cli::prepare_again(w, w.context.date)) std::abort();
  const Candidates candidates = find_candidates(w.context, w.read.snapshot, 1);
  const double seconds = cpu_seconds() - begin;
  if (candidates.rows.empty()) std::abort();
  return {seconds, candidates.rows.size()};
}

// Twenty of the shipped schemes, one on every work; they leave fewer candidates, so the time per candidate is told too.
std::vector<scheme::Scheme> twenty(const std::vector<scheme::Scheme>& shipped, Snapshot& snapshot) {
  std::vector<scheme::Scheme> schemes;
  for (std::size_t s = 0; s < 20; ++s) {
    scheme::Scheme one = shipped[s % shipped.size()];
    one.id = fmt::format("bench_{:02}", s);
    one.versions = {one.versions.back()};
    one.versions[0].from = make_date(2020, 1, 1);
    one.versions[0].until.reset();
    one.versions[0].ceilings.clear();
    schemes.push_back(std::move(one));
  }
  for (std::size_t j = 0; j < snapshot.works.size(); ++j)
    snapshot.works[j].scheme = snapshot.symbols.intern(schemes[j % schemes.size()].id);
  return schemes;
}

void plan_with_and_without(const DemoFolder& folder, const std::vector<scheme::Scheme>& shipped) {
  const auto without = read_demo(folder);
  const auto with = read_demo(folder);
  without->read.snapshot.schemes.clear();
  with->read.snapshot.schemes = twenty(shipped, with->read.snapshot);
  std::vector<double> a, b;
  std::size_t found_without = 0, found_with = 0;
  for (int turn = 0; turn < kTurns; ++turn) {
    const Timed first = gates_and_score(*without);
    const Timed second = gates_and_score(*with);
    a.push_back(first.seconds);
    b.push_back(second.seconds);
    found_without = first.candidates;
    found_with = second.candidates;
  }
  fmt::print(
      "prepare, gates and score, {} x {}: {:.3f} s without schemes, {:.3f} s with 20: {:.2f} times; {} and {} "
      "candidates\n",
      kPeople, kWorks, median(a), median(b), median(b) / median(a), found_without, found_with);
}

}  // namespace
}  // namespace passend::bench

int main() {
  using namespace passend;
  using namespace passend::bench;
  const DemoFolder folder(kPeople, kWorks);
  const auto schemes = scheme::load_schemes(service::find_data_folder("") / "schemes");
  if (!schemes) return 1;
  eligibilities(*read_demo(folder), *schemes);
  plan_with_and_without(folder, *schemes);
}
