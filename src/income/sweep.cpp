// SPDX-License-Identifier: EUPL-1.2
#include "income/sweep.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace passend::income {
namespace {

constexpr std::int64_t kHour = 100;      // hundredths
constexpr std::int64_t kKinkShare = 10;  // of the pay of an hour

struct Sample {
  std::int64_t centihours = 0, net = 0;
  std::array<std::int64_t, kParts> part{};
};

Sample sample_of(const State& state, std::int64_t centihours) {
  Sample sample{.centihours = centihours, .net = state.net()};
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
    household_.adults[adult].hourly = range.hourly;
    household_.adults[adult].gross_month.reset();
  }

  Sweep run() {
    for (std::int64_t h = range_.first; h <= range_.last; ++h) samples_.push_back(sample_at(h));
    for (const auto& sample : samples_)
      if (sample && sample->centihours % kHour == 0) out_.points.push_back({sample->centihours, sample->net});
    find_cliffs();
    find_kinks();
    std::ranges::stable_sort(out_.breaks, {}, &SweepBreak::centihours);
    return std::move(out_);
  }

 private:
  std::optional<Sample> sample_at(std::int64_t centihours) {
    household_.adults[adult_].centihours = centihours;
    const auto state = evaluate(rules_, law_, household_);
    if (!state) return std::nullopt;
    return sample_of(*state, centihours);
  }

  void find_cliffs() {
    for (std::size_t k = 1; k < samples_.size(); ++k) {
      const auto& from = samples_[k - 1];
      const auto& to = samples_[k];
      if (!from || !to || std::abs(to->net - from->net) < kCliffEurocent) continue;
      jumps_.push_back(to->centihours);
      if (to->net > from->net) continue;
      out_.breaks.push_back(
          {SweepBreak::Kind::kCliff, to->centihours, part_behind(difference(*from, *to), true), to->net - from->net});
    }
  }

  bool crosses_jump(std::int64_t first, std::int64_t last) const {
    return std::ranges::any_of(jumps_, [&](std::int64_t at) { return at > first && at <= last; });
  }

  // Slopes over whole hours, where no jump lies in between.
  void find_kinks() {
    const auto step = static_cast<std::size_t>(kHour);
    const auto hour_a_month = static_cast<std::int64_t>(
        gross_month(rules_.wage.rules, static_cast<double>(kHour), static_cast<double>(range_.hourly)));
    const std::int64_t least = hour_a_month / kKinkShare;
    for (std::size_t k = step; k + step < samples_.size(); k += step) {
      const auto &before = samples_[k - step], &at = samples_[k], &after = samples_[k + step];
      if (!before || !at || !after || crosses_jump(before->centihours, after->centihours)) continue;
      const auto change = difference(*before, *at);
      const auto next = difference(*at, *after);
      std::array<std::int64_t, kParts> bend{};
      for (std::size_t p = 0; p < kParts; ++p) bend[p] = next[p] - change[p];
      const std::int64_t net_bend = (after->net - at->net) - (at->net - before->net);
      if (std::abs(net_bend) < least) continue;
      out_.breaks.push_back({SweepBreak::Kind::kKink, at->centihours, part_behind(bend, net_bend < 0), net_bend});
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

Sweep sweep_hours(const RuleBook& rules, const ParameterStore& law, const Household& household, std::size_t adult,
                  const SweepRange& range) {
  return Sweeper(rules, law, household, adult, range).run();
}

}  // namespace passend::income
