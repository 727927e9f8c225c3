// SPDX-License-Identifier: EUPL-1.2
#include "all_pairs.hpp"

#include <algorithm>
#include <limits>

#include "matching/score.hpp"
#include "work/gates.hpp"

namespace passend::bench {
namespace {

constexpr std::int32_t kAlways = std::numeric_limits<std::int32_t>::max();

constexpr std::array kGateOfRequirement{Gate::kLanguage, Gate::kLicence, Gate::kDiploma};

std::uint16_t bit_of(WorkKind kind) { return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind)); }

template <class Value>
std::uint16_t position_in(std::vector<Value>& values, Value value) {
  const auto found = std::find(values.begin(), values.end(), value);
  if (found == values.end()) {
    values.push_back(value);
    return static_cast<std::uint16_t>(values.size() - 1);
  }
  return static_cast<std::uint16_t>(found - values.begin());
}

}  // namespace

AllPairs::AllPairs(const PlanContext& context, const Snapshot& snapshot, WishTest wish_test)
    : context_(context), snapshot_(snapshot), wish_test_(wish_test) {
  for (std::size_t j = 0; j < snapshot.works.size(); ++j) {
    const Work& work = snapshot.works[j];
    if (work.closed != true && work.free > 0) add_work(static_cast<std::uint32_t>(j), work);
  }
}

void AllPairs::add_work(std::uint32_t index, const Work& work) {
  work_.push_back(index);
  kind_.push_back(bit_of(work.kind));
  occupation_.push_back(position_in(occupations_, work.occupation));
  place_.push_back(position_in(places_, work.point));
  hours_min_.push_back(work.hours_min.value_or(0));
  hours_max_.push_back(work.hours_max.value_or(kAlways));
  day_parts_.push_back(work.day_parts.value_or(0));
  from_.push_back(work.from.value_or(context_.date).days);
  until_.push_back(work.until ? work.until->days : kAlways);
  hourly_.push_back(row_of(work.kind).paid ? work.hourly_eurocent.value_or(kAlways) : -1);
}

void AllPairs::measure(const Person& person) {
  if (measured_ == person.point) return;
  measured_ = person.point;
  straight_.assign(places_.size(), -1);
  if (person.point == kNoPoint) return;
  const auto& points = context_.reference->points;
  for (std::size_t k = 0; k < places_.size(); ++k)
    if (places_[k] != kNoPoint)
      straight_[k] = static_cast<std::int32_t>(straight_metres(points[static_cast<std::size_t>(person.point)],
                                                               points[static_cast<std::size_t>(places_[k])]));
}

std::int32_t AllPairs::straight_most(const Wish& wish) {
  const RuleSet& rules = *context_.rules;
  const TravelLimit limit{wish.max_metres.value_or(rules.default_max_metres),
                          wish.max_minutes.value_or(rules.default_max_minutes)};
  const auto [known, is_new] =
      straight_most_.try_emplace({wish.mode ? *wish.mode : -1, limit.metres, limit.minutes}, -1);
  if (!is_new) return known->second;
  std::int64_t most = -1;
  for (std::size_t m = 0; m < rules.modes.size(); ++m)
    if (!wish.mode || *wish.mode == m) most = std::max(most, straight_metres_max(rules.modes[m], limit).value_or(-1));
  if (most >= rules.min_straight_metres) known->second = static_cast<std::int32_t>(most);
  return known->second;
}

AllPairs::Wanted AllPairs::wanted(const Wish& wish) {
  auto& admits = admits_[wish.occupation];
  if (admits.empty())
    for (const Occupation offered : occupations_)
      admits.push_back(wish.occupation == kOpen ||
                       context_.reference->occupations.admits(wish.occupation, offered) != Outcome::kNo);
  return {.kind = bit_of(wish.kind),
          .admits = admits.data(),
          .straight_most = straight_most(wish),
          .hourly_least = wish.min_hourly_eurocent.value_or(-1)};
}

void AllPairs::want_kinds(const Wish& wish) {
  const std::vector<std::uint8_t>& admits = admits_.at(wish.occupation);
  for (std::size_t k = 0; k < admits.size(); ++k)
    kinds_wanted_[k] = static_cast<std::uint16_t>(kinds_wanted_[k] | (admits[k] != 0 ? bit_of(wish.kind) : 0));
}

AllPairs::Limits AllPairs::limits_of(const Person& person) {
  wanted_.clear();
  if (wish_test_ == WishTest::kByTable) kinds_wanted_.assign(occupations_.size(), 0);
  Limits limits;
  for (const Wish& wish : person.wishes) {
    if (!wish.live(context_.date)) continue;
    wanted_.push_back(wanted(wish));
    limits.kinds = static_cast<std::uint16_t>(limits.kinds | bit_of(wish.kind));
    if (wish_test_ == WishTest::kByTable) want_kinds(wish);
  }
  limits.hours_min = person.hours_min.value_or(0);
  limits.hours_max = person.hours_max.value_or(kAlways);
  limits.never = person.day_parts ? ~*person.day_parts : 0;
  limits.start = std::max(context_.date, person.from.value_or(context_.date)).days;
  limits.start_last = context_.date.days + context_.rules->start_horizon_days;
  for (const auto& until : {person.until, person.may_work_until})
    if (until) limits.start_last = std::min(limits.start_last, until->days);
  return limits;
}

// Gates wish, travel and pay: some live wish fails none of them.
bool AllPairs::is_wanted(std::size_t row) const {
  for (const Wanted& wish : wanted_) {
    const bool admitted = wish.kind == kind_[row] && wish.admits[occupation_[row]] != 0;
    if (admitted && straight_[place_[row]] <= wish.straight_most && hourly_[row] >= wish.hourly_least) return true;
  }
  return false;
}

// Gates day_parts, hours, start and permit.
bool AllPairs::fits(const Limits& limits, std::size_t row) const {
  return (day_parts_[row] & limits.never) == 0 && hours_max_[row] >= limits.hours_min &&
         hours_min_[row] <= limits.hours_max &&
         std::max(limits.start, from_[row]) <= std::min(limits.start_last, until_[row]);
}

// Gates language, licence, diploma and conditions; false at the first `no`.
bool AllPairs::pass_rows(const Person& person, const Work& work, GateOutcomes& outcomes) const {
  for (const Gate gate : {Gate::kLanguage, Gate::kLicence, Gate::kDiploma, Gate::kConditions})
    outcomes[gate] = Outcome::kYes;
  const auto add = [&](Gate gate, Outcome outcome) {
    outcomes[gate] = both(outcomes[gate], outcome);
    return outcome != Outcome::kNo;
  };
  for (const Requirement& row : work.requirements)
    if (row.kind != RequirementKind::kSkill &&
        !add(kGateOfRequirement[static_cast<std::size_t>(row.kind)], requirement_outcome(person, row)))
      return false;
  return std::all_of(work.demands.begin(), work.demands.end(), [&](const WorkDemand& row) {
    return add(Gate::kConditions, demand_outcome(context_, person, row));
  });
}

void AllPairs::settle(const Person& person, std::uint32_t index, std::vector<Candidate>& out) const {
  const Work& work = snapshot_.works[index];
  const PairWish wish = choose_wish(context_, person, work);
  GateOutcomes outcomes;
  if (!pass_pair_gates(context_, person, work, wish, outcomes) || !pass_rows(person, work, outcomes)) return;
  const ScoreParts parts = score_parts(context_, person, work, wish, outcomes);
  out.push_back(
      {index, static_cast<std::int16_t>(score_of(context_.rules->score, parts)), outcomes.all() == Outcome::kUnknown});
}

void AllPairs::find(const Person& person, std::vector<Candidate>& out) {
  measure(person);
  const Limits limits = limits_of(person);
  if (wanted_.empty()) return;
  if (wish_test_ == WishTest::kOneByOne) {
    for (std::size_t row = 0; row < kind_.size(); ++row)
      if ((kind_[row] & limits.kinds) != 0 && is_wanted(row) && fits(limits, row)) settle(person, work_[row], out);
  } else {
    for (std::size_t row = 0; row < kind_.size(); ++row)
      if ((kind_[row] & kinds_wanted_[occupation_[row]]) != 0 && fits(limits, row) && is_wanted(row))
        settle(person, work_[row], out);
  }
}

}  // namespace passend::bench
