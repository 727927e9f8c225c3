// SPDX-License-Identifier: EUPL-1.2
#include "assign/sides.hpp"

#include <algorithm>
#include <memory>

#include "assign/branch.hpp"
#include "assign/canonical.hpp"
#include "assign/lagrangian.hpp"
#include "assign/parallel.hpp"
#include "assign/rematch.hpp"
#include "assign/search.hpp"

namespace passend::assign {
namespace {

constexpr std::int64_t kRepairStepsPerEdge = 4;  // per iteration of an ascent
constexpr int kSharpenPart = 3;                  // a third of the iterations once the plan is known

class SideSolver {
 public:
  SideSolver(const Problem& problem, const Options& options)
      : problem_(problem),
        options_(options),
        names_(levels_of(problem, options.objective)),
        best_(problem, options.objective),
        trial_(problem, options.objective) {}

  Answer run(std::span<const std::int64_t> start) {
    consider(start);
    for (const LevelName name : names_)
      if (name <= LevelName::kScore) climb(name);
    finish_plan();
    Answer answer;
    answer.levels = certify();
    answer.edge_of_person = best_.edges();
    answer.sides_bind = true;
    answer.stopped = options_.stop.stop_requested();
    return answer;
  }

 private:
  std::int64_t value(LevelName name) const {
    const auto i = static_cast<std::size_t>(name);
    return name == LevelName::kFloors ? -best_.merit()[i] : best_.merit()[i];
  }

  // Floors come first, and ask what was asked; afterwards they ask what is attained.
  InForce in_force(LevelName level) const {
    InForce force;
    for (std::uint32_t group = 0; group < problem_.floor.size(); ++group) {
      const std::int64_t asked = problem_.floor[group];
      force.floor.push_back(level == LevelName::kFloors ? asked
                                                        : asked - std::max<std::int64_t>(0, best_.missing(group)));
    }
    for (std::size_t k = 1; k < kLevelNames; ++k) force.value[k] = best_.merit()[k];
    return force;
  }

  void consider(std::span<const std::int64_t> edge_of_person) {
    trial_.assign(edge_of_person);
    const auto edges = static_cast<std::int64_t>(problem_.edges.size());
    Search(trial_, kRepairStepsPerEdge * edges + 1000, options_.stop).repair();
    if (trial_.within_budgets() && (!has_plan_ || best_.merit() < trial_.merit())) best_.assign(trial_.edges());
    has_plan_ = true;
  }

  void report(std::string_view stage, std::int64_t done, std::int64_t total) const {
    if (options_.progress) options_.progress({stage, done, total});
  }

  void climb(LevelName name) {
    if (name == LevelName::kFloors && best_.merit()[0] == 0) return;
    auto& ascent = ascents_[static_cast<std::size_t>(name)];
    ascent = std::make_unique<Ascent>(problem_, options_, name);
    std::vector<std::int64_t> plan;
    for (int i = 0; i < options_.limits.ascent_iterations; ++i) {
      report("bound", i, options_.limits.ascent_iterations);
      const bool more = !options_.stop.stop_requested() && ascent->step(in_force(name), value(name));
      ascent->plan(plan);
      consider(plan);
      if (!more) return;
    }
  }

  // Search and rematching in turn, as long as the score rises.
  void finish_plan() {
    for (int turn = 0; turn < options_.limits.turns && !options_.stop.stop_requested(); ++turn) {
      report("search", turn, options_.limits.turns);
      const Merit before = best_.merit();
      rematch(best_, options_);
      Search(best_, options_.limits.search_steps / options_.limits.turns, options_.stop).polish();
      if (best_.merit() == before) break;
    }
    if (!options_.stop.stop_requested()) branch_and_bound(best_, options_.objective, options_.limits.branch_nodes);
  }

  std::vector<Level> certify() {
    std::vector<Level> levels(names_.size());
    for_each_job(names_.size(), options_.threads, [&](std::size_t i) { levels[i] = certify_level(names_[i]); });
    return levels;
  }

  Level certify_level(LevelName name) {
    const bool climbed = name <= LevelName::kScore;
    const SidePrices prices = climbed ? sharpened(name) : uniform_prices(problem_, options_.objective, name);
    const std::int64_t bound = bound_of(name, dual_of(problem_, options_.objective, name, prices, in_force(name)));
    return level_of(name, value(name), bound, prices);
  }

  // Prices for the plan as it is now. A floor level that is attained needs none.
  SidePrices sharpened(LevelName name) {
    auto& ascent = ascents_[static_cast<std::size_t>(name)];
    if (!ascent) return no_prices();
    for (int i = 0; i < options_.limits.ascent_iterations / kSharpenPart; ++i)
      if (options_.stop.stop_requested() || !ascent->step(in_force(name), value(name))) break;
    return ascent->best().work.empty() ? no_prices() : ascent->best();
  }

  SidePrices no_prices() const {
    SidePrices prices;
    prices.work.assign(problem_.capacity.size(), 0);
    prices.resource.assign(problem_.budget.size(), 0);
    prices.group.assign(problem_.floor.size(), 0);
    return prices;
  }

  const Problem& problem_;
  const Options& options_;
  std::vector<LevelName> names_;
  Plan best_, trial_;
  bool has_plan_ = false;
  std::array<std::unique_ptr<Ascent>, kLevelNames> ascents_;
};

std::vector<std::int64_t> to_canonical(const Canonical& numbers, std::span<const std::int64_t> edge_of_person) {
  std::vector<std::int64_t> new_edge(numbers.edge.size());
  for (std::size_t e = 0; e < numbers.edge.size(); ++e) new_edge[numbers.edge[e]] = static_cast<std::int64_t>(e);
  std::vector<std::int64_t> plan;
  for (const std::uint32_t person : numbers.person) {
    const std::int64_t edge = edge_of_person[person];
    plan.push_back(edge < 0 ? -1 : new_edge[static_cast<std::size_t>(edge)]);
  }
  return plan;
}

void from_canonical(const Canonical& numbers, Answer& answer) {
  std::vector<std::int64_t> plan(numbers.person.size(), -1);
  for (std::size_t i = 0; i < plan.size(); ++i)
    if (const std::int64_t edge = answer.edge_of_person[i]; edge >= 0)
      plan[numbers.person[i]] = numbers.edge[static_cast<std::size_t>(edge)];
  answer.edge_of_person = std::move(plan);
  for (Level& level : answer.levels) {
    for (Price& price : level.work) price.index = numbers.work[price.index];
    std::ranges::sort(level.work, {}, &Price::index);
  }
}

}  // namespace

bool sides_respected(const Problem& problem, std::span<const std::int64_t> edge_of_person) {
  Plan plan(problem, Objective::kScore);
  plan.assign(edge_of_person);
  return plan.within_budgets() && plan.merit()[0] == 0;
}

Answer solve_sides(const Problem& problem, const Options& options, std::span<const std::int64_t> start) {
  const Canonical numbers = canonical(problem);
  Answer answer = SideSolver(numbers.problem, options).run(to_canonical(numbers, start));
  from_canonical(numbers, answer);
  return answer;
}

}  // namespace passend::assign
