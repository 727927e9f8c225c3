// SPDX-License-Identifier: EUPL-1.2
#include "assign/canonical.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace passend::assign {
namespace {

using Colour = std::uint64_t;
constexpr int kRounds = 4;

Colour mix(Colour a, Colour b) {
  Colour x = a * 0x9E3779B97F4A7C15 + b + 0x632BE59BD9B4E019;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

Colour colour_of(const Problem& problem, const Edge& edge) {
  Colour uses = 0;  // a sum: the order of uses does not show
  for (const Use& use : problem.uses_of(edge)) uses += mix(use.resource, static_cast<Colour>(use.amount));
  return mix(mix(mix(static_cast<Colour>(edge.score), edge.kept ? 1 : 0), edge.lottery), uses);
}

std::vector<Colour> first_colours(const Problem& problem) {
  std::vector<Colour> people(problem.people(), 0);
  for (std::size_t person = 0; person < people.size(); ++person) {
    for (const std::uint32_t group : problem.groups_of(person)) people[person] += mix(group, 1);
    if (problem.with_lottery) people[person] = mix(people[person], problem.lottery[person]);
  }
  return people;
}

void refine(const Problem& problem, const std::vector<Colour>& edges, std::vector<Colour>& people,
            std::vector<Colour>& works) {
  std::vector<Colour> next_people(people.size(), 0), next_works(works.size(), 0);
  for (std::size_t person = 0; person < people.size(); ++person)
    for (std::uint32_t e = problem.row_begin[person]; e < problem.row_begin[person + 1]; ++e) {
      const std::uint32_t work = problem.edges[e].work;
      next_people[person] += mix(edges[e], works[work]);
      next_works[work] += mix(edges[e], people[person]);
    }
  for (std::size_t i = 0; i < people.size(); ++i) people[i] = mix(people[i], next_people[i]);
  for (std::size_t j = 0; j < works.size(); ++j) works[j] = mix(works[j], next_works[j]);
}

std::vector<std::uint32_t> order_of(const std::vector<Colour>& colours) {
  std::vector<std::uint32_t> order(colours.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair(colours[i], i); });
  return order;
}

void add_person(const Problem& problem, std::uint32_t person, const std::vector<std::uint32_t>& number_of_work,
                Canonical& out) {
  std::vector<std::uint32_t> row(problem.edges_of(person).size());
  std::iota(row.begin(), row.end(), problem.row_begin[person]);
  std::ranges::sort(row, {}, [&](std::uint32_t e) {
    return std::tuple(-problem.edges[e].score, number_of_work[problem.edges[e].work]);
  });
  for (const std::uint32_t e : row) {
    out.problem.edges.push_back(problem.edges[e]);
    out.problem.edges.back().work = number_of_work[problem.edges[e].work];
    out.edge.push_back(e);
  }
  out.problem.row_begin.push_back(static_cast<std::uint32_t>(out.problem.edges.size()));
  const auto groups = problem.groups_of(person);
  out.problem.member_group.insert(out.problem.member_group.end(), groups.begin(), groups.end());
  out.problem.member_begin.push_back(static_cast<std::uint32_t>(out.problem.member_group.size()));
  if (problem.with_lottery) out.problem.lottery.push_back(problem.lottery[person]);
}

Canonical renumbered(const Problem& problem, std::vector<std::uint32_t> people, std::vector<std::uint32_t> works) {
  Canonical out{{}, std::move(people), std::move(works), {}};
  std::vector<std::uint32_t> number_of_work(out.work.size());
  for (std::uint32_t j = 0; j < out.work.size(); ++j) {
    number_of_work[out.work[j]] = j;
    out.problem.capacity.push_back(problem.capacity[out.work[j]]);
  }
  out.problem.budget = problem.budget;
  out.problem.floor = problem.floor;
  out.problem.uses = problem.uses;
  out.problem.with_kept = problem.with_kept;
  out.problem.with_lottery = problem.with_lottery;
  out.problem.row_begin.push_back(0);
  out.problem.member_begin.push_back(0);
  for (const std::uint32_t person : out.person) add_person(problem, person, number_of_work, out);
  return out;
}

}  // namespace

Canonical canonical(const Problem& problem) {
  std::vector<Colour> edges;
  for (const Edge& edge : problem.edges) edges.push_back(colour_of(problem, edge));
  std::vector<Colour> people = first_colours(problem);
  std::vector<Colour> works(problem.capacity.begin(), problem.capacity.end());
  for (int round = 0; round < kRounds; ++round) refine(problem, edges, people, works);
  return renumbered(problem, order_of(people), order_of(works));
}

}  // namespace passend::assign
