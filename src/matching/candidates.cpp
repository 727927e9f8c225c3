// SPDX-License-Identifier: EUPL-1.2
#include "matching/candidates.hpp"

#include <algorithm>
#include <atomic>
#include <limits>
#include <thread>

#include "work/gates.hpp"

namespace passend {
namespace {

constexpr std::int32_t kAlways = std::numeric_limits<std::int32_t>::max();
constexpr std::size_t kAhead = 6;  // works fetched into the cache before they are tested
constexpr std::size_t kCacheLine = 64;
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
    : context_(context),
      snapshot_(snapshot),
      asked_(snapshot),
      places_by_kind_(kWorkKinds),
      by_occupation_(kWorkKinds) {
  add_works();
  for (const Person& person : snapshot.people)
    for (const Wish& wish : person.wishes)
      if (wish.live(context.date)) add_wish(wish);
}

void CandidateIndex::add_works() {
  std::vector<std::int32_t> place_of_point(context_.reference->points.size(), -1);
  std::map<std::pair<WorkKind, std::int32_t>, std::vector<std::uint32_t>> works_at;
  for (std::size_t j = 0; j < snapshot_.works.size(); ++j) {
    const Work& work = snapshot_.works[j];
    std::int32_t place = -1;
    if (work.point != kNoPoint) {
      std::int32_t& known = place_of_point[static_cast<std::size_t>(work.point)];
      if (known < 0) {
        known = static_cast<std::int32_t>(places_.size());
        places_.push_back(work.point);
      }
      place = known;
    }
    limits_.push_back({work.hours_min.value_or(0), work.hours_max.value_or(kAlways), work.day_parts.value_or(0),
                       work.from.value_or(context_.date), work.until.value_or(Date{kAlways}), place});
    if (!takes_part(work)) continue;
    by_occupation_[static_cast<std::size_t>(work.kind)][work.occupation].push_back(static_cast<std::uint32_t>(j));
    works_at[{work.kind, place}].push_back(static_cast<std::uint32_t>(j));
  }
  for (auto& [key, works] : works_at)
    places_by_kind_[static_cast<std::size_t>(key.first)].push_back({key.second, std::move(works)});
}

void CandidateIndex::add_wish(const Wish& wish) {
  const Reach reach = reach_of(wish);
  if (const auto [known, is_new] = straight_most_.try_emplace(reach, -1); is_new) known->second = straight_most(reach);
  if (wish.occupation == kOpen) return;
  const auto [listed, is_new] = listed_.try_emplace({wish.kind, wish.occupation});
  if (!is_new) return;
  std::vector<std::uint32_t>& list = listed->second;
  for (const auto& [occupation, works] : by_occupation_[static_cast<std::size_t>(wish.kind)])
    if (context_.reference->occupations.admits(wish.occupation, occupation) != Outcome::kNo)
      list.insert(list.end(), works.begin(), works.end());
  std::sort(list.begin(), list.end());
}

CandidateIndex::Reach CandidateIndex::reach_of(const Wish& wish) const {
  return {wish.mode ? *wish.mode : -1, wish.max_metres.value_or(context_.rules->default_max_metres),
          wish.max_minutes.value_or(context_.rules->default_max_minutes)};
}

std::int32_t CandidateIndex::straight_most(const Reach& reach) const {
  const RuleSet& rules = *context_.rules;
  const auto& [mode, metres, minutes] = reach;
  std::int64_t most = -1;
  for (std::size_t m = 0; m < rules.modes.size(); ++m)
    if (mode < 0 || static_cast<std::size_t>(mode) == m)
      most = std::max(most, straight_metres_max(rules.modes[m], {metres, minutes}).value_or(-1));
  return most < rules.min_straight_metres ? -1 : static_cast<std::int32_t>(std::min<std::int64_t>(most, kAlways));
}

bool CandidateIndex::PersonLimits::meet(const WorkLimits& work) const {
  return (work.day_parts & never) == 0 && work.hours_max >= hours_min && work.hours_min <= hours_max &&
         std::max(start, work.from) <= std::min(start_last, work.until);
}

CandidateIndex::PersonLimits CandidateIndex::limits_of(const Person& person) const {
  const Date horizon = context_.date + context_.rules->start_horizon_days;
  return {.hours_min = person.hours_min.value_or(0),
          .hours_max = person.hours_max.value_or(kAlways),
          .never = person.day_parts ? ~*person.day_parts : 0,
          .start = std::max(context_.date, person.from.value_or(context_.date)),
          .start_last = std::min({horizon, person.until.value_or(horizon), person.may_work_until.value_or(horizon)})};
}

// Distances that are not known are -1: they lie within every reach.
void CandidateIndex::measure(const Person& person, Scratch& scratch) const {
  if (scratch.point == person.point) return;
  scratch.point = person.point;
  scratch.straight.assign(places_.size(), -1);
  if (person.point == kNoPoint) return;
  const auto& points = context_.reference->points;
  const Point home = points[static_cast<std::size_t>(person.point)];
  for (std::size_t i = 0; i < places_.size(); ++i)
    scratch.straight[i] =
        static_cast<std::int32_t>(straight_metres(home, points[static_cast<std::size_t>(places_[i])]));
}

void CandidateIndex::meet(std::uint32_t work, const PersonLimits& limits, Scratch& scratch) const {
  if (!limits.meet(limits_[work]) || scratch.seen[work] == scratch.stamp) return;
  scratch.seen[work] = scratch.stamp;
  scratch.met.push_back(work);
}

void CandidateIndex::meet_open(const Wish& wish, const PersonLimits& limits, Scratch& scratch) const {
  const std::int32_t most = straight_most_.at(reach_of(wish));
  for (const Place& place : places_by_kind_[static_cast<std::size_t>(wish.kind)])
    if (place.place < 0 || scratch.straight[static_cast<std::size_t>(place.place)] <= most)
      for (const std::uint32_t work : place.works) meet(work, limits, scratch);
}

void CandidateIndex::meet_listed(const Wish& wish, const PersonLimits& limits, Scratch& scratch) const {
  const std::int32_t most = straight_most_.at(reach_of(wish));
  for (const std::uint32_t work : listed_.at({wish.kind, wish.occupation})) {
    const std::int32_t place = limits_[work].place;
    if (place < 0 || scratch.straight[static_cast<std::size_t>(place)] <= most) meet(work, limits, scratch);
  }
}

std::optional<std::int64_t> CandidateIndex::straight_of(std::uint32_t work, const Scratch& scratch) const {
  const std::int32_t place = limits_[work].place;
  if (place < 0 || scratch.point == kNoPoint) return std::nullopt;
  return std::max<std::int64_t>(context_.rules->min_straight_metres, scratch.straight[static_cast<std::size_t>(place)]);
}

void CandidateIndex::fetch_ahead(std::uint32_t work) const {
  const char* const begin = reinterpret_cast<const char*>(&snapshot_.works[work]);
  for (std::size_t at = 0; at < sizeof(Work); at += kCacheLine) __builtin_prefetch(begin + at);
  asked_.fetch_ahead(work);
}

// A pair whose cheap limits and reach hold: all gates, the cheap ones first, and the score.
void CandidateIndex::settle(const Person& person, std::uint32_t j, Scratch& scratch,
                            std::vector<Candidate>& out) const {
  const Work& work = snapshot_.works[j];
  GateOutcomes outcomes;
  SkillCount skills;
  if (!scratch.answers.pass(j, outcomes, skills)) return;
  const PairWish wish = choose_wish(context_, person, work, straight_of(j, scratch));
  if (!pass_pair_gates(context_, person, work, wish, outcomes)) return;
  const ScoreParts parts = score_parts(context_, person, work, wish, outcomes, skills);
  out.push_back(
      {j, static_cast<std::int16_t>(score_of(context_.rules->score, parts)), outcomes.count(Outcome::kUnknown) > 0});
}

void CandidateIndex::find(const Person& person, Scratch& scratch, std::vector<Candidate>& out) const {
  ++scratch.stamp;
  scratch.met.clear();
  measure(person, scratch);
  const PersonLimits limits = limits_of(person);
  for (const Wish& wish : person.wishes) {
    if (!wish.live(context_.date)) continue;
    if (wish.occupation == kOpen)
      meet_open(wish, limits, scratch);
    else
      meet_listed(wish, limits, scratch);
  }
  if (!std::is_sorted(scratch.met.begin(), scratch.met.end())) std::sort(scratch.met.begin(), scratch.met.end());
  scratch.answers.begin(person);
  for (std::size_t k = 0; k < scratch.met.size(); ++k) {
    if (k + kAhead < scratch.met.size()) fetch_ahead(scratch.met[k + kAhead]);
    settle(person, scratch.met[k], scratch, out);
  }
}

Candidates find_candidates(const PlanContext& context, const Snapshot& snapshot, int threads) {
  const CandidateIndex index(context, snapshot);
  const std::vector<std::uint32_t> order = order_by_point(snapshot);
  std::vector<Block> blocks((order.size() + kBlock - 1) / kBlock);
  std::atomic<std::size_t> next{0};
  const auto work_through = [&] {
    CandidateIndex::Scratch scratch(index);
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
