// SPDX-License-Identifier: EUPL-1.2
#include "matching/learning.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "matching/parallel_blocks.hpp"
#include "work/gates.hpp"

namespace passend {
namespace {

constexpr Gate kLearnt[] = {Gate::kLanguage, Gate::kLicence, Gate::kDiploma};

// What is not known comes last.
std::int64_t last_if_unknown(const std::optional<std::int64_t>& value) {
  return value.value_or(std::numeric_limits<std::int64_t>::max());
}

auto shortest_first(const Training& training) {
  return std::tuple(last_if_unknown(training.weeks), last_if_unknown(training.eurocent));
}

std::optional<std::int64_t> sum(const std::optional<std::int64_t>& a, const std::optional<std::int64_t>& b) {
  if (!a || !b) return std::nullopt;
  return *a + *b;
}

class RouteFinder {
 public:
  RouteFinder(const PlanContext& context, const Snapshot& snapshot) : snapshot_(snapshot), finder_(context, snapshot) {}

  std::optional<LearningRoute> find(std::uint32_t person) const {
    const NearMisses near = finder_.find(snapshot_.people[person]);
    std::vector<LearningRoute> routes;
    for (const Gate gate : kLearnt)
      for (const std::uint32_t work : near.works_of_gate[static_cast<std::size_t>(gate)])
        if (auto route = route_to(person, work, *requirement_kind_of(gate))) routes.push_back(std::move(*route));
    if (routes.empty()) return std::nullopt;
    const auto best = std::ranges::min_element(routes, {}, [&](const LearningRoute& route) {
      return std::tuple(last_if_unknown(route.weeks), last_if_unknown(route.eurocent),
                        std::string_view(snapshot_.symbols.text(snapshot_.works[route.work].id)));
    });
    LearningRoute out = *best;
    out.works = std::ranges::count_if(
        routes, [&](const LearningRoute& route) { return std::ranges::includes(out.trainings, route.trainings); });
    name_schemes(out);
    return out;
  }

 private:
  std::optional<LearningRoute> route_to(std::uint32_t person, std::uint32_t work, RequirementKind kind) const {
    std::set<std::uint32_t> needed;
    for (const Requirement& requirement : snapshot_.works[work].requirements) {
      const bool is_lacking = requirement.kind == kind && requirement.trainable == false &&
                              having(snapshot_.people[person], requirement) == Having::kLacking;
      if (!is_lacking) continue;
      const auto training = shortest_for(requirement);
      if (!training) return std::nullopt;
      needed.insert(*training);
    }
    if (needed.empty()) return std::nullopt;
    LearningRoute route{.person = person,
                        .trainings = {needed.begin(), needed.end()},
                        .work = work,
                        .weeks = 0,
                        .eurocent = 0,
                        .who_pays = {}};
    for (const std::uint32_t t : route.trainings) {
      route.weeks = sum(route.weeks, snapshot_.trainings[t].weeks);
      route.eurocent = sum(route.eurocent, snapshot_.trainings[t].eurocent);
    }
    return route;
  }

  std::optional<std::uint32_t> shortest_for(const Requirement& requirement) const {
    const std::string code =
        requirement.code ? snapshot_.symbols.text(requirement.code) : std::to_string(requirement.level);
    std::optional<std::uint32_t> found;
    for (std::size_t t = 0; t < snapshot_.trainings.size(); ++t) {
      const Training& training = snapshot_.trainings[t];
      if (training.gives != requirement.kind || snapshot_.symbols.text(training.code) != code) continue;
      if (!found || shortest_first(training) < shortest_first(snapshot_.trainings[*found]))
        found = static_cast<std::uint32_t>(t);
    }
    return found;
  }

  void name_schemes(LearningRoute& route) const {
    for (const std::uint32_t t : route.trainings) {
      const Symbol scheme = snapshot_.trainings[t].scheme;
      if (scheme && std::ranges::find(route.who_pays, scheme) == route.who_pays.end()) route.who_pays.push_back(scheme);
    }
    std::ranges::sort(route.who_pays, {}, [&](Symbol scheme) { return snapshot_.symbols.text(scheme); });
  }

  const Snapshot& snapshot_;
  NearMissFinder finder_;
};

bool may_learn(const Waiting& waiting) {
  return std::ranges::any_of(waiting.causes, [](const WaitingCause& cause) {
    return cause.cause == Cause::kLanguage || cause.cause == Cause::kLicence || cause.cause == Cause::kDiploma;
  });
}

}  // namespace

std::vector<LearningRoute> learning_routes(const PlanContext& context, const Snapshot& snapshot,
                                           const std::vector<Waiting>& waiting, int threads) {
  std::vector<std::uint32_t> people;
  for (const Waiting& row : waiting)
    if (may_learn(row)) people.push_back(row.person);
  std::vector<std::optional<LearningRoute>> found(people.size());
  const RouteFinder finder(context, snapshot);
  for_each_parallel(people.size(), threads, [&](std::size_t k) { found[k] = finder.find(people[k]); });
  std::vector<LearningRoute> out;
  for (auto& route : found)
    if (route) out.push_back(std::move(*route));
  return out;
}

}  // namespace passend
