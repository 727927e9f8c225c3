// SPDX-License-Identifier: EUPL-1.2
// Largest placements by capacities alone: layered augmenting paths, and the same step one person at a time.
#include <algorithm>

#include "assign/assignment.hpp"

namespace passend::assign {
namespace {

constexpr std::uint32_t kNobody = ~std::uint32_t{0};

// People here are numbered 0.. within the call; works keep their numbers.
class Placement {
 public:
  Placement(std::span<const std::vector<std::uint32_t>> works_of, std::span<const std::int32_t> capacity)
      : works_of_(works_of),
        capacity_(capacity),
        people_of_(capacity.size()),
        reached_(capacity.size(), 0),
        closed_(capacity.size(), false) {}

  // Breadth first over works to the people who have them; true when a free place was met and the person is placed.
  // After a search without one, all works it met lead to each other only: no later search can gain there.
  bool place(std::uint32_t person) {
    start(person);
    for (std::size_t next = 0; next < queue_.size(); ++next)
      for (const std::uint32_t work : works_of_[queue_[next].person])
        if (reach_work(work, next)) return true;
    for (const Visit& visit : queue_)
      for (const std::uint32_t work : works_of_[visit.person]) closed_[work] = true;
    return false;
  }

  // Works that people without a place can reach: full, and full for good.
  bool closed(std::uint32_t work) const { return closed_[work]; }
  std::span<const std::uint32_t> people_of(std::uint32_t work) const { return people_of_[work]; }

 private:
  struct Visit {
    std::uint32_t person, from, work;  // came out of `work`, which queue_[from] would take
  };

  void start(std::uint32_t person) {
    ++stamp_;
    queue_.assign(1, {person, kNobody, kNobody});
  }

  bool reach_work(std::uint32_t work, std::size_t from) {
    if (closed_[work] || reached_[work] == stamp_) return false;
    reached_[work] = stamp_;
    if (static_cast<std::int32_t>(people_of_[work].size()) < capacity_[work]) {
      take(work, from);
      return true;
    }
    for (const std::uint32_t person : people_of_[work])
      queue_.push_back({person, static_cast<std::uint32_t>(from), work});
    return false;
  }

  void take(std::uint32_t work, std::size_t from) {
    for (std::size_t at = from;; at = queue_[at].from) {
      const Visit& visit = queue_[at];
      people_of_[work].push_back(visit.person);
      if (visit.from == kNobody) return;
      std::erase(people_of_[visit.work], visit.person);
      work = visit.work;
    }
  }

  std::span<const std::vector<std::uint32_t>> works_of_;
  std::span<const std::int32_t> capacity_;
  std::vector<std::vector<std::uint32_t>> people_of_;
  std::vector<std::uint32_t> reached_;
  std::vector<bool> closed_;
  std::uint32_t stamp_ = 0;
  std::vector<Visit> queue_;
};

std::vector<bool> admit_all(Placement& placement, std::size_t people) {
  std::vector<bool> admitted;
  for (std::uint32_t i = 0; i < people; ++i) admitted.push_back(placement.place(i));
  return admitted;
}

}  // namespace

Reach reach(const Problem& problem, std::span<const std::uint32_t> members) {
  std::vector<std::vector<std::uint32_t>> works_of(members.size());
  for (std::size_t i = 0; i < members.size(); ++i)
    for (const Edge& edge : problem.edges_of(members[i])) works_of[i].push_back(edge.work);
  Placement placement(works_of, problem.capacity);
  Reach answer;
  std::vector<bool> covers = admit_all(placement, members.size());
  answer.value = std::ranges::count(covers, true);
  for (std::uint32_t work = 0; work < problem.capacity.size(); ++work) {
    if (!placement.closed(work)) continue;
    answer.works.push_back(work);
    for (const std::uint32_t i : placement.people_of(work)) covers[i] = false;
  }
  for (std::size_t i = 0; i < members.size(); ++i)
    if (covers[i]) answer.people.push_back(members[i]);
  std::ranges::sort(answer.people);
  return answer;
}

std::vector<bool> admit_in_order(std::span<const std::vector<std::uint32_t>> works_of,
                                 std::span<const std::int32_t> capacity) {
  Placement placement(works_of, capacity);
  return admit_all(placement, works_of.size());
}

}  // namespace passend::assign
