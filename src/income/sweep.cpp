// SPDX-License-Identifier: EUPL-1.2
#include "income/sweep.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace passend::income {
namespace {

constexpr std::int64_t kHundred = 100;   // steps of an hour, of a euro
constexpr std::int64_t kQuarter = 25;    // eurocent
constexpr std::int64_t kKinkShare = 10;  // of the pay

struct Sample {
  std::int64_t at = 0, net = 0;
  std::array<std::int64_t, kParts> part{};
};

Sample sample_of(const State& state, std::int64_t at) {
  Sample sample{.at = at, .net = state.net()};
  for (std::size_t p = 0; p < kParts; ++p) sample.part[p] = state.part(static_cast<Part>(p));
  return sample;
}

// The part whose change explains a change of net in that direction best.
Part part_behind(const std::array<std::int64_t, kParts>& change, bool falls) {
  std::size_t most = 0;
  for (std::size_t p = 1; p < kParts; ++p)
    if (falls ? change[p] < change[most] : change[p] > change[most]) most = p;
  return static_cast<Part>(most);
}

std::array<std::int64_t, kParts> difference(const Sample& from, const Sample& to) {
  std::array<std::int64_t, kParts> change{};
  for (std::size_t p = 0; p < kParts; ++p) change[p] = to.part[p] - from.part[p];
  return change;
}

class Sweeper {
 public:
  Sweeper(const RuleBook& rules, const ParameterStore& law, Household household, std::size_t adult,
          const SweepRange& range)
      : rules_(rules), law_(law), household_(std::move(household)), adult_(adult), range_(range) {
    (range.axis == SweepAxis::kHours ? hourly() : hours()) = range.fixed;
    household_.adults[adult].gross_month.reset();
    out_.axis = range.axis;
  }

  Sweep run() {
    for (std::int64_t at = range_.first; at <= range_.last; ++at) samples_.push_back(sample_at(at));
    for (const auto& sample : samples_)
      if (sample && is_point(sample->at)) out_.points.push_back({sample->at, sample->net});
    find_cliffs();
    find_kinks();
    std::ranges::stable_sort(out_.breaks, {}, &SweepBreak::at);
    return std::move(out_);
  }

 private:
  std::int64_t& hours() { return household_.adults[adult_].centihours; }
  std::int64_t& hourly() { return household_.adults[adult_].hourly; }

  bool is_point(std::int64_t at) const {
    if (range_.axis == SweepAxis::kHours) return at % kHundred == 0;
    return at % kQuarter == 0 || at == range_.first || at == range_.last;
  }

  std::optional<Sample> sample_at(std::int64_t at) {
    (range_.axis == SweepAxis::kHours ? hours() : hourly()) = at;
    const auto state = evaluate(rules_, law_, household_);
    if (!state) return std::nullopt;
    return sample_of(*state, at);
  }

  void find_cliffs() {
    for (std::size_t k = 1; k < samples_.size(); ++k) {
      const auto& from = samples_[k - 1];
      const auto& to = samples_[k];
      if (!from || !to || std::abs(to->net - from->net) < kCliffEurocent) continue;
      jumps_.push_back(to->at);
      if (to->net > from->net) continue;
      out_.breaks.push_back(
          {SweepBreak::Kind::kCliff, to->at, part_behind(difference(*from, *to), true), to->net - from->net});
    }
  }

  bool crosses_jump(std::int64_t first, std::int64_t last) const {
    return std::ranges::any_of(jumps_, [&](std::int64_t at) { return at > first && at <= last; });
  }

  // Slopes over whole hours or euros, where no jump lies in between.
  void find_kinks() {
    const auto step = static_cast<std::size_t>(kHundred);
    const auto more_a_month = static_cast<std::int64_t>(
        gross_month(rules_.wage.rules, static_cast<double>(kHundred), static_cast<double>(range_.fixed)));
    const std::int64_t least = more_a_month / kKinkShare;
    for (std::size_t k = step; k + step < samples_.size(); k += step) {
      const auto &before = samples_[k - step], &at = samples_[k], &after = samples_[k + step];
      if (!before || !at || !after || crosses_jump(before->at, after->at)) continue;
      const auto change = difference(*before, *at);
      const auto next = difference(*at, *after);
      std::array<std::int64_t, kParts> bend{};
      for (std::size_t p = 0; p < kParts; ++p) bend[p] = next[p] - change[p];
      const std::int64_t net_bend = (after->net - at->net) - (at->net - before->net);
      if (std::abs(net_bend) < least) continue;
      out_.breaks.push_back({SweepBreak::Kind::kKink, at->at, part_behind(bend, net_bend < 0), net_bend});
    }
  }

  const RuleBook& rules_;
  const ParameterStore& law_;
  Household household_;
  std::size_t adult_;
  SweepRange range_;
  std::vector<std::optional<Sample>> samples_;
  std::vector<std::int64_t> jumps_;
  Sweep out_;
};

}  // namespace

Sweep sweep(const RuleBook& rules, const ParameterStore& law, const Household& household, std::size_t adult,
            const SweepRange& range) {
  return Sweeper(rules, law, household, adult, range).run();
}

}  // namespace passend::income
