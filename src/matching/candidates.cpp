// SPDX-License-Identifier: EUPL-1.2
#include "matching/candidates.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

#include "matching/score.hpp"
#include "work/gates.hpp"

namespace passend {
namespace {

constexpr std::size_t kBlock = 256;  // people; the partition does not depend on the number of threads

bool takes_part(const Work& work) { return work.closed != true && work.free > 0; }

struct Block {
  std::vector<std::uint32_t> counts;
  std::vector<Candidate> rows;
};

// People of one postcode after each other, so that distances are measured once.
std::vector<std::uint32_t> order_by_point(const Snapshot& snapshot) {
  std::vector<std::uint32_t> order(snapshot.people.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return snapshot.people[a].point < snapshot.people[b].point; });
  return order;
}

Candidates merged(const std::vector<std::uint32_t>& order, const std::vector<Block>& blocks) {
  std::vector<std::pair<const Block*, std::size_t>> where(order.size());
  std::vector<std::uint32_t> count(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Block& block = blocks[i / kBlock];
    const std::size_t offset = i % kBlock == 0 ? 0 : where[order[i - 1]].second + count[order[i - 1]];
    where[order[i]] = {&block, offset};
    count[order[i]] = block.counts[i % kBlock];
  }
  Candidates out;
  out.row_begin.push_back(0);
  for (const std::uint32_t n : count) out.row_begin.push_back(out.row_begin.back() + n);
  out.rows.resize(out.row_begin.back());
  for (std::size_t i = 0; i < where.size(); ++i)
    std::copy_n(where[i].first->rows.begin() + static_cast<std::ptrdiff_t>(where[i].second), count[i],
                out.rows.begin() + out.row_begin[i]);
  return out;
}

}  // namespace

CandidateIndex::CandidateIndex(const PlanContext& context, const Snapshot& snapshot)
    : context_(context), snapshot_(snapshot), places_by_kind_(kWorkKinds) {
  const OccupationTree& tree = context.reference->occupations;
  std::vector<std::int32_t> place_of_point(context.reference->points.size(), -1);
  std::vector<std::vector<std::uint32_t>> works_of_kind(kWorkKinds);
  place_of_work_.assign(snapshot.works.size(), -1);
  for (std::size_t j = 0; j < snapshot.works.size(); ++j) {
    const Work& work = snapshot.works[j];
    if (!takes_part(work)) continue;
    works_of_kind[static_cast<std::size_t>(work.kind)].push_back(static_cast<std::uint32_t>(j));
    if (work.point == kNoPoint) continue;
    std::int32_t& place = place_of_point[static_cast<std::size_t>(work.point)];
    if (place < 0) {
      place = static_cast<std::int32_t>(work_points_.size());
      work_points_.push_back(work.point);
    }
    place_of_work_[j] = place;
  }
  for (std::size_t kind = 0; kind < kWorkKinds; ++kind) {
    std::vector<std::int32_t> slot(work_points_.size() + 1, -1);
    for (const std::uint32_t j : works_of_kind[kind]) {
      std::int32_t& at = slot[static_cast<std::size_t>(place_of_work_[j] + 1)];
      if (at < 0) {
        at = static_cast<std::int32_t>(places_by_kind_[kind].size());
        places_by_kind_[kind].push_back({place_of_work_[j], {}});
      }
      places_by_kind_[kind][static_cast<std::size_t>(at)].works.push_back(j);
    }
  }
  listed_index_.assign(kWorkKinds * tree.size(), -1);
  for (const Person& person : snapshot.people) {
    for (const Wish& wish : person.wishes) {
      if (!wish.live(context.date) || wish.occupation == kOpen) continue;
      std::int32_t& at =
          listed_index_[static_cast<std::size_t>(wish.kind) * tree.size() + static_cast<std::size_t>(wish.occupation)];
      if (at >= 0) continue;
      at = static_cast<std::int32_t>(listed_.size());
      listed_.emplace_back();
      for (const std::uint32_t j : works_of_kind[static_cast<std::size_t>(wish.kind)])
        if (tree.admits(wish.occupation, snapshot.works[j].occupation) != Outcome::kNo) listed_.back().push_back(j);
    }
  }
}

std::int64_t CandidateIndex::straight_limit(const Wish& wish) const {
  const RuleSet& rules = *context_.rules;
  const TravelLimit limit{wish.max_metres.value_or(rules.default_max_metres),
                          wish.max_minutes.value_or(rules.default_max_minutes)};
  std::int64_t most = -1;
  for (std::size_t m = 0; m < rules.modes.size(); ++m) {
    if (wish.mode && *wish.mode != m) continue;
    most = std::max(most, straight_metres_max(rules.modes[m], limit).value_or(-1));
  }
  return most < rules.min_straight_metres ? -1 : most;
}

void CandidateIndex::measure(const Person& person, Scratch& scratch) const {
  if (scratch.point == person.point && scratch.straight.size() == work_points_.size()) return;
  scratch.point = person.point;
  scratch.straight.assign(work_points_.size(), 0);
  if (person.point == kNoPoint) return;
  const auto& points = context_.reference->points;
  const Point home = points[static_cast<std::size_t>(person.point)];
  for (std::size_t i = 0; i < work_points_.size(); ++i)
    scratch.straight[i] =
        static_cast<std::int32_t>(straight_metres(home, points[static_cast<std::size_t>(work_points_[i])]));
}

void CandidateIndex::meet(std::uint32_t work, Scratch& scratch) const {
  if (scratch.seen[work] == scratch.stamp) return;
  scratch.seen[work] = scratch.stamp;
  scratch.met.push_back(work);
}

void CandidateIndex::meet_open(const Person& person, const Wish& wish, Scratch& scratch) const {
  const std::int64_t limit = straight_limit(wish);
  for (const Place& place : places_by_kind_[static_cast<std::size_t>(wish.kind)]) {
    const bool measured = person.point != kNoPoint && place.point != kNoPoint;
    if (measured && scratch.straight[static_cast<std::size_t>(place.point)] > limit) continue;
    for (const std::uint32_t work : place.works) meet(work, scratch);
  }
}

void CandidateIndex::meet_listed(const Person& person, const Wish& wish, Scratch& scratch) const {
  const std::int64_t limit = straight_limit(wish);
  const std::size_t row = static_cast<std::size_t>(wish.kind) * context_.reference->occupations.size();
  for (const std::uint32_t work :
       listed_[static_cast<std::size_t>(listed_index_[row + static_cast<std::size_t>(wish.occupation)])]) {
    const std::int32_t place = place_of_work_[work];
    const bool measured = person.point != kNoPoint && place >= 0;
    if (!measured || scratch.straight[static_cast<std::size_t>(place)] <= limit) meet(work, scratch);
  }
}

void CandidateIndex::find(const Person& person, Scratch& scratch, std::vector<Candidate>& out) const {
  if (scratch.seen.size() != snapshot_.works.size()) scratch.seen.assign(snapshot_.works.size(), 0);
  ++scratch.stamp;
  scratch.met.clear();
  measure(person, scratch);
  for (const Wish& wish : person.wishes) {
    if (!wish.live(context_.date)) continue;
    if (wish.occupation == kOpen)
      meet_open(person, wish, scratch);
    else
      meet_listed(person, wish, scratch);
  }
  std::sort(scratch.met.begin(), scratch.met.end());
  for (const std::uint32_t j : scratch.met) {
    const Work& work = snapshot_.works[j];
    const PairWish wish = choose_wish(context_, person, work);
    if (excluded(context_, person, work, wish)) continue;
    const GateOutcomes outcomes = evaluate_gates(context_, person, work, wish);
    const ScoreParts parts = score_parts(context_, person, work, wish, outcomes);
    out.push_back(
        {j, static_cast<std::int16_t>(score_of(context_.rules->score, parts)), outcomes.all() == Outcome::kUnknown});
  }
}

Candidates find_candidates(const PlanContext& context, const Snapshot& snapshot, int threads) {
  const CandidateIndex index(context, snapshot);
  const std::vector<std::uint32_t> order = order_by_point(snapshot);
  std::vector<Block> blocks((order.size() + kBlock - 1) / kBlock);
  std::atomic<std::size_t> next{0};
  const auto work_through = [&] {
    CandidateIndex::Scratch scratch;
    for (std::size_t b = next++; b < blocks.size(); b = next++) {
      const std::size_t end = std::min(order.size(), (b + 1) * kBlock);
      for (std::size_t i = b * kBlock; i < end; ++i) {
        const std::size_t before = blocks[b].rows.size();
        index.find(snapshot.people[order[i]], scratch, blocks[b].rows);
        blocks[b].counts.push_back(static_cast<std::uint32_t>(blocks[b].rows.size() - before));
      }
    }
  };
  std::vector<std::jthread> pool;
  for (int t = 1; t < threads; ++t) pool.emplace_back(work_through);
  work_through();
  pool.clear();
  return merged(order, blocks);
}

}  // namespace passend
