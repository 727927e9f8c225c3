// SPDX-License-Identifier: EUPL-1.2
// Best matching of people to works with capacities, where staying unmatched is always open, over any ordered group of
// weights. It keeps prices y ≥ 0 of works and profits π ≥ 0 of people with π_i + y_j ≥ w_ij, equal on matched pairs;
// place_people() ends with π = 0 for the unmatched, release_prices() with y = 0 where a place is free: then the plan is
// best and the prices prove it. Whoever searches includes matching_search.hpp, which defines those two.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <limits>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace passend::assign {

inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// Every edge leads to a work with at least one place.
template <class W>
struct Rows {
  std::vector<std::uint32_t> begin;   // people + 1
  std::vector<std::uint32_t> work;    // per edge
  std::vector<W> weight;              // per edge
  std::vector<std::uint32_t> source;  // per edge: its number with the caller
  bool falling = false;               // weights fall within every row: a scan may stop early

  std::size_t people() const { return begin.size() - 1; }
};

// Nodes by distance; an entry that was overtaken is skipped when it comes up. Entries at the distance now being
// settled need no heap.
template <class W>
class Frontier {
 public:
  void clear() {
    heap_.clear();
    ready_.clear();
  }
  void push(const W& distance, std::uint32_t node, const W& now) {
    if (distance == now) {
      ready_.push_back({distance, node});
      return;
    }
    heap_.push_back({distance, node});
    std::push_heap(heap_.begin(), heap_.end(), Later{});
  }
  bool empty() const { return heap_.empty() && ready_.empty(); }
  std::pair<W, std::uint32_t> pop() {
    if (!ready_.empty()) return take(ready_);
    std::pop_heap(heap_.begin(), heap_.end(), Later{});
    return take(heap_);
  }

 private:
  using Entry = std::pair<W, std::uint32_t>;
  struct Later {
    bool operator()(const Entry& a, const Entry& b) const {
      const auto order = a.first <=> b.first;
      return order != 0 ? order > 0 : a.second > b.second;
    }
  };
  static Entry take(std::vector<Entry>& entries) {
    Entry entry = std::move(entries.back());
    entries.pop_back();
    return entry;
  }
  std::vector<Entry> heap_, ready_;
};

template <class W>
class Matching {
 public:
  Matching(const Rows<W>& rows, std::span<const std::int32_t> capacity);

  // Weights have changed (or nothing is matched yet): profits from prices; only tight pairs stay.
  void restart();
  // Both return false when stopped; the plan is feasible then, the prices are valid but not tight.
  bool place_people(const std::stop_token& stop = {});
  bool release_prices(const std::stop_token& stop = {});
  // After both: the least prices that prove the same plan. They depend on the problem only.
  void lower_prices();

  const std::vector<W>& prices() const { return price_; }
  const std::vector<W>& profits() const { return profit_; }
  std::uint32_t edge_of(std::size_t person) const { return edge_of_[person]; }  // kNone = unmatched

 private:
  struct End {  // where the cheapest path ends, and its cost
    W cost{};
    std::uint32_t work = kNone, person = kNone;
  };

  W slack(std::uint32_t person, std::uint32_t edge) const {
    return profit_[person] + price_[rows_.work[edge]] - rows_.weight[edge];
  }
  bool has_free_place(std::uint32_t work) const { return used_[work] < places_[work]; }
  std::span<const std::uint32_t> members(std::uint32_t work) const {
    return std::span(slot_).subspan(slot_begin_[work], used_[work]);
  }
  void match(std::uint32_t person, std::uint32_t edge);
  void unmatch(std::uint32_t person);
  void size_places(std::span<const std::int32_t> capacity);
  void build_columns();

  void place(std::uint32_t person);
  void scan_row(std::uint32_t person, const W& base, End& end);
  void settle_work(std::uint32_t work, const W& distance, End& end);
  void raise_prices(std::uint32_t from, const W& cost);
  void shift_along(std::uint32_t from, const End& end);

  void release(std::uint32_t work);
  void scan_column(std::uint32_t work, const W& base, End& end);
  void settle_person(std::uint32_t person, const W& distance, End& end);
  void drop_prices(const W& cost);
  void pull_along(std::uint32_t to, const End& end);

  const Rows<W>& rows_;
  std::vector<W> price_, profit_;
  std::vector<std::uint32_t> places_, used_, slot_begin_, slot_;  // who has a work
  std::vector<std::uint32_t> edge_of_, slot_of_;                  // per person
  std::vector<std::uint32_t> column_begin_, column_edge_, person_of_edge_;

  // One search: distances count when the stamp is the present one.
  std::uint32_t stamp_ = 0;
  Frontier<W> frontier_;
  std::vector<std::uint32_t> work_stamp_, person_stamp_;
  std::vector<W> work_distance_, person_distance_;
  std::vector<std::uint32_t> work_from_, work_edge_, person_edge_;  // how a node was reached
  std::vector<std::uint32_t> settled_works_, settled_people_;
};

template <class W>
Matching<W>::Matching(const Rows<W>& rows, std::span<const std::int32_t> capacity)
    : rows_(rows),
      price_(capacity.size()),
      profit_(rows.people()),
      edge_of_(rows.people(), kNone),
      slot_of_(rows.people(), kNone),
      work_stamp_(capacity.size(), 0),
      person_stamp_(rows.people(), 0),
      work_distance_(capacity.size()),
      person_distance_(rows.people()),
      work_from_(capacity.size()),
      work_edge_(capacity.size()),
      person_edge_(rows.people()) {
  size_places(capacity);
}

// More places than candidates are never used; one more than that shows that a place stays free.
template <class W>
void Matching<W>::size_places(std::span<const std::int32_t> capacity) {
  places_.resize(capacity.size());
  for (std::size_t work = 0; work < capacity.size(); ++work) places_[work] = capacity[work] > 0 ? 1 : 0;
  for (const std::uint32_t work : rows_.work)
    if (places_[work] < static_cast<std::uint32_t>(capacity[work])) ++places_[work];
  used_.assign(capacity.size(), 0);
  slot_begin_.assign(capacity.size() + 1, 0);
  for (std::size_t work = 0; work < capacity.size(); ++work) slot_begin_[work + 1] = slot_begin_[work] + places_[work];
  slot_.assign(slot_begin_.back(), kNone);
}

template <class W>
void Matching<W>::match(std::uint32_t person, std::uint32_t edge) {
  const std::uint32_t work = rows_.work[edge];
  edge_of_[person] = edge;
  slot_of_[person] = slot_begin_[work] + used_[work]++;
  slot_[slot_of_[person]] = person;
}

template <class W>
void Matching<W>::unmatch(std::uint32_t person) {
  const std::uint32_t work = rows_.work[edge_of_[person]];
  const std::uint32_t last = slot_[slot_begin_[work] + --used_[work]];
  slot_[slot_of_[person]] = last;
  slot_of_[last] = slot_of_[person];
  edge_of_[person] = kNone;
}

template <class W>
void Matching<W>::restart() {
  for (std::uint32_t person = 0; person < rows_.people(); ++person) {
    W best{};
    for (std::uint32_t edge = rows_.begin[person]; edge < rows_.begin[person + 1]; ++edge) {
      if (rows_.falling && !(best < rows_.weight[edge])) break;
      best = std::max(best, rows_.weight[edge] - price_[rows_.work[edge]]);
    }
    profit_[person] = best;
    if (edge_of_[person] != kNone && slack(person, edge_of_[person]) != W{}) unmatch(person);
  }
}

template <class W>
void Matching<W>::build_columns() {
  if (!column_begin_.empty()) return;
  column_begin_.assign(price_.size() + 1, 0);
  for (const std::uint32_t work : rows_.work) ++column_begin_[work + 1];
  for (std::size_t work = 0; work < price_.size(); ++work) column_begin_[work + 1] += column_begin_[work];
  column_edge_.resize(rows_.work.size());
  person_of_edge_.resize(rows_.work.size());
  auto next = column_begin_;
  for (std::uint32_t person = 0; person < rows_.people(); ++person)
    for (std::uint32_t edge = rows_.begin[person]; edge < rows_.begin[person + 1]; ++edge) {
      column_edge_[next[rows_.work[edge]]++] = edge;
      person_of_edge_[edge] = person;
    }
}

}  // namespace passend::assign
