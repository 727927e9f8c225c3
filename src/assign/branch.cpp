// SPDX-License-Identifier: EUPL-1.2
#include "assign/branch.hpp"

#include <algorithm>
#include <numeric>

#include "assign/weight.hpp"

namespace passend::assign {
namespace {

class Branch {
 public:
  Branch(const Plan& incumbent, Objective objective, std::int64_t nodes)
      : problem_(incumbent.problem()),
        trial_(problem_, objective),
        best_(incumbent.merit()),
        best_plan_(incumbent.edges()),
        nodes_(nodes),
        order_(problem_.people()) {
    std::iota(order_.begin(), order_.end(), 0U);
    std::ranges::sort(order_, {}, [&](std::uint32_t i) { return std::pair(problem_.edges_of(i).size(), i); });
    hope(objective);
  }

  bool run() { return descend(0); }
  const std::vector<std::int64_t>& best_plan() const { return best_plan_; }

 private:
  // What the people from each depth on could add at most, level by level, and how many of each group are among them.
  void hope(Objective objective) {
    hope_.assign(order_.size() + 1, Merit{});
    members_.assign(order_.size() + 1, std::vector<std::int64_t>(problem_.floor.size(), 0));
    for (std::size_t depth = order_.size(); depth-- > 0;) {
      hope_[depth] = hope_[depth + 1];
      members_[depth] = members_[depth + 1];
      Lanes most{};
      for (const Edge& edge : problem_.edges_of(order_[depth]))
        std::ranges::transform(most, lanes_of(problem_, objective, order_[depth], edge), most.begin(),
                               [](std::int64_t a, std::int64_t b) { return std::max(a, b); });
      for (std::size_t lane = 0; lane < kLanes; ++lane) hope_[depth][lane + 1] += most[lane];
      if (problem_.edges_of(order_[depth]).empty()) continue;
      for (const std::uint32_t group : problem_.groups_of(order_[depth])) ++members_[depth][group];
    }
  }

  Merit limit(std::size_t depth) const {
    Merit merit = trial_.merit();
    for (std::size_t i = 1; i < kLevelNames; ++i) merit[i] += hope_[depth][i];
    merit[0] = 0;
    for (std::uint32_t group = 0; group < problem_.floor.size(); ++group)
      merit[0] -= std::max<std::int64_t>(0, trial_.missing(group) - members_[depth][group]);
    return merit;
  }

  bool descend(std::size_t depth) {
    if (--nodes_ < 0) return false;
    if (limit(depth) <= best_) return true;
    if (depth == order_.size()) {
      best_ = trial_.merit();
      best_plan_ = trial_.edges();
      return true;
    }
    const std::uint32_t person = order_[depth];
    for (std::uint32_t e = problem_.row_begin[person]; e < problem_.row_begin[person + 1]; ++e) {
      if (!trial_.fits(problem_.edges[e])) continue;
      trial_.put(person, e);
      const bool finished = descend(depth + 1);
      trial_.drop(person);
      if (!finished) return false;
    }
    return descend(depth + 1);
  }

  const Problem& problem_;
  Plan trial_;
  Merit best_;
  std::vector<std::int64_t> best_plan_;
  std::int64_t nodes_;
  std::vector<std::uint32_t> order_;
  std::vector<Merit> hope_;
  std::vector<std::vector<std::int64_t>> members_;
};

constexpr std::size_t kPeopleMax = 200;  // beyond, the search would end at its count without having seen anything

}  // namespace

bool branch_and_bound(Plan& plan, Objective objective, std::int64_t nodes) {
  if (plan.problem().people() > kPeopleMax) return false;
  Branch branch(plan, objective, nodes);
  const bool finished = branch.run();
  plan.assign(branch.best_plan());
  return finished;
}

}  // namespace passend::assign
