// SPDX-License-Identifier: EUPL-1.2
#include "assign/lexicographic.hpp"

#include <algorithm>
#include <numeric>

#include "assign/matching_search.hpp"

namespace passend::assign {
namespace {

struct Ranked {
  Wide weight;
  std::uint32_t edge;
};

// The person's usable edges, best first.
void rank_row(const Problem& problem, Objective objective, std::size_t person, std::vector<Ranked>& row) {
  row.clear();
  for (std::uint32_t edge = problem.row_begin[person]; edge < problem.row_begin[person + 1]; ++edge)
    if (problem.capacity[problem.edges[edge].work] > 0)
      row.push_back({pack(lanes_of(problem, objective, person, problem.edges[edge])), edge});
  std::ranges::sort(row, [](const Ranked& a, const Ranked& b) {
    return a.weight == b.weight ? a.edge < b.edge : b.weight < a.weight;
  });
}

Rows<Wide> rows_of(const Problem& problem, Objective objective) {
  Rows<Wide> rows;
  rows.falling = true;
  rows.begin.assign(1, 0);
  rows.work.reserve(problem.edges.size());
  rows.weight.reserve(problem.edges.size());
  rows.source.reserve(problem.edges.size());
  std::vector<Ranked> row;
  for (std::size_t person = 0; person < problem.people(); ++person) {
    rank_row(problem, objective, person, row);
    for (const Ranked& ranked : row) {
      rows.work.push_back(problem.edges[ranked.edge].work);
      rows.weight.push_back(ranked.weight);
      rows.source.push_back(ranked.edge);
    }
    rows.begin.push_back(static_cast<std::uint32_t>(rows.work.size()));
  }
  return rows;
}

Lanes minus(const Lanes& a, const Lanes& b) {
  Lanes difference{};
  std::ranges::transform(a, b, difference.begin(), std::minus{});
  return difference;
}

// A work without places costs nothing at any price: it takes the price that keeps everybody away.
void price_closed_works(const Problem& problem, Objective objective, Exact& exact) {
  for (std::size_t person = 0; person < problem.people(); ++person)
    for (const Edge& edge : problem.edges_of(person))
      if (problem.capacity[edge.work] == 0) {
        const Lanes wanted = minus(lanes_of(problem, objective, person, edge), exact.profit[person]);
        exact.price[edge.work] = std::max(exact.price[edge.work], wanted);
      }
}

}  // namespace

Exact solve_exact(const Problem& problem, const Options& options) {
  const Rows<Wide> rows = rows_of(problem, options.objective);
  Matching<Wide> matching(rows, problem.capacity);
  matching.restart();
  Exact exact;
  exact.stopped = !matching.place_people(options.stop);
  if (!exact.stopped) matching.lower_prices();
  for (std::size_t person = 0; person < problem.people(); ++person) {
    const std::uint32_t edge = matching.edge_of(person);
    exact.edge_of_person.push_back(edge == kNone ? -1 : std::int64_t{rows.source[edge]});
  }
  for (const Wide& price : matching.prices()) exact.price.push_back(unpack(price));
  for (const Wide& profit : matching.profits()) exact.profit.push_back(unpack(profit));
  price_closed_works(problem, options.objective, exact);
  return exact;
}

}  // namespace passend::assign
