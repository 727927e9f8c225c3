// SPDX-License-Identifier: EUPL-1.2
// From vector prices to one number per level. A level's price is its own lane plus a multiple z_k of every earlier
// lane; z_k is the smallest whole number that keeps every slack whose first lane is k from falling below zero.
#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <limits>

#include "assign/lexicographic.hpp"
#include "assign/parallel.hpp"

namespace passend::assign {
namespace {

using Big = boost::multiprecision::checked_int512_t;

struct Frame {
  const Problem& problem;
  const Exact& exact;
  Objective objective;
  std::vector<std::size_t> lanes;  // of the levels but floors, in order
};

Lanes slack_of(const Frame& frame, std::size_t person, const Edge& edge) {
  Lanes slack = lanes_of(frame.problem, frame.objective, person, edge);
  for (std::size_t lane = 0; lane < kLanes; ++lane)
    slack[lane] = frame.exact.profit[person][lane] + frame.exact.price[edge.work][lane] - slack[lane];
  return slack;
}

// Everything that must not fall below zero: prices, profits and the slack of every edge.
template <class Visit>
void visit_slacks(const Frame& frame, const Visit& visit) {
  for (const Lanes& price : frame.exact.price) visit(price);
  for (const Lanes& profit : frame.exact.profit) visit(profit);
  for (std::size_t person = 0; person < frame.problem.people(); ++person)
    for (const Edge& edge : frame.problem.edges_of(person)) visit(slack_of(frame, person, edge));
}

// lanes[0..last] weighed by z; z of the last is 1.
Big weighed(const Frame& frame, const Lanes& lanes, std::span<const Big> z, std::size_t first) {
  Big sum = 0;
  for (std::size_t i = first; i < z.size(); ++i)
    if (lanes[frame.lanes[i]] != 0) sum += z[i] * lanes[frame.lanes[i]];
  return sum;
}

std::size_t first_lane(const Frame& frame, const Lanes& lanes, std::size_t end) {
  std::size_t i = 0;
  while (i < end && lanes[frame.lanes[i]] == 0) ++i;
  return i;
}

std::vector<Big> multipliers(const Frame& frame, std::size_t last) {
  std::vector<Big> z(last + 1, 0);
  z[last] = 1;
  for (std::size_t k = last; k-- > 0;)
    visit_slacks(frame, [&](const Lanes& slack) {
      if (first_lane(frame, slack, last) != k) return;
      const Big rest = weighed(frame, slack, z, k + 1);
      const std::int64_t own = slack[frame.lanes[k]];
      if (rest + z[k] * own < 0) z[k] = (-rest + own - 1) / own;
    });
  return z;
}

Big bound_of(const Frame& frame, std::span<const Big> z, std::span<const std::int64_t> values) {
  Big bound = 0;
  std::vector<Big> prices;
  for (std::size_t work = 0; work < frame.exact.price.size(); ++work) {
    prices.push_back(weighed(frame, frame.exact.price[work], z, 0));
    bound += prices.back() * frame.problem.capacity[work];
  }
  for (std::size_t k = 0; k + 1 < z.size(); ++k) bound -= z[k] * values[k];
  for (std::size_t person = 0; person < frame.problem.people(); ++person) {
    Big best = 0;
    for (const Edge& edge : frame.problem.edges_of(person)) {
      const Big gain = weighed(frame, lanes_of(frame.problem, frame.objective, person, edge), z, 0) - prices[edge.work];
      if (gain > best) best = gain;
    }
    bound += best;
  }
  return bound;
}

std::vector<LevelName> plan_levels(const Problem& problem, Objective objective) {
  auto levels = levels_of(problem, objective);
  std::erase(levels, LevelName::kFloors);
  return levels;
}

Level certify_level(const Frame& frame, std::span<const LevelName> names, std::span<const std::int64_t> values,
                    std::size_t last) {
  const std::vector<Big> z = multipliers(frame, last);
  Level level;
  level.name = names[last];
  level.value = values[last];
  level.bound = static_cast<std::int64_t>(bound_of(frame, z, values));
  for (std::size_t work = 0; work < frame.exact.price.size(); ++work)
    if (const Big price = weighed(frame, frame.exact.price[work], z, 0); price != 0)
      level.work.push_back({static_cast<std::uint32_t>(work), price.str()});
  for (std::size_t k = 0; k < last; ++k)
    if (z[k] != 0) level.earlier.emplace_back(names[k], z[k].str());
  return level;
}

// Without prices, each person adds the most any edge of theirs gives.
std::int64_t bound_alone(const Problem& problem, Objective objective, LevelName name) {
  std::int64_t bound = 0;
  for (std::size_t person = 0; person < problem.people(); ++person) {
    std::int64_t best = 0;
    for (const Edge& edge : problem.edges_of(person))
      best = std::max(best, lanes_of(problem, objective, person, edge)[lane_of(name)]);
    bound += best;
  }
  return bound;
}

}  // namespace

std::vector<Level> certify_exact(const Problem& problem, const Options& options, const Exact& exact) {
  const auto names = plan_levels(problem, options.objective);
  const auto values = values_of(problem, exact.edge_of_person, names);
  Frame frame{problem, exact, options.objective, {}};
  for (const LevelName name : names) frame.lanes.push_back(lane_of(name));
  std::vector<Level> levels(names.size());
  for_each_job(names.size(), options.threads,
               [&](std::size_t i) { levels[i] = certify_level(frame, names, values, i); });
  return levels;
}

std::vector<Level> certify_stopped(const Problem& problem, const Options& options,
                                   std::span<const std::int64_t> edge_of_person) {
  const auto names = levels_of(problem, options.objective);
  const auto values = values_of(problem, edge_of_person, names);
  std::vector<Level> levels;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool floors = names[i] == LevelName::kFloors;
    levels.push_back(
        {names[i], values[i], floors ? 0 : bound_alone(problem, options.objective, names[i]), {}, {}, {}, {}});
  }
  return levels;
}

}  // namespace passend::assign
