// SPDX-License-Identifier: EUPL-1.2
// The searches of Matching: shortest augmenting paths over rows and, mirrored, over columns. Matching is
// declared in matching_core.hpp.
#pragma once

#include "assign/matching_core.hpp"

namespace passend::assign {

template <class W>
bool Matching<W>::place_people(const std::stop_token& stop) {
  for (std::uint32_t person = 0; person < rows_.people(); ++person) {
    if (edge_of_[person] != kNone || profit_[person] == W{}) continue;
    if (stop.stop_requested()) return false;
    place(person);
  }
  return true;
}

template <class W>
bool Matching<W>::release_prices(const std::stop_token& stop) {
  for (std::uint32_t work = 0; work < price_.size(); ++work)
    while (has_free_place(work) && W{} < price_[work]) {
      if (stop.stop_requested()) return false;
      build_columns();
      release(work);
    }
  return true;
}

// The person looks for the cheapest way: a free place, or somebody (perhaps this person) who is best left unmatched.
template <class W>
void Matching<W>::place(std::uint32_t person) {
  ++stamp_;
  frontier_.clear();
  settled_works_.clear();
  End end{profit_[person], kNone, person};
  scan_row(person, W{}, end);
  while (!frontier_.empty()) {
    const auto [distance, work] = frontier_.pop();
    if (!(distance < end.cost)) break;
    if (work_distance_[work] == distance) settle_work(work, distance, end);
  }
  raise_prices(person, end.cost);
  shift_along(person, end);
}

template <class W>
void Matching<W>::scan_row(std::uint32_t person, const W& base, End& end) {
  const W offset = base + profit_[person];
  for (std::uint32_t edge = rows_.begin[person]; edge < rows_.begin[person + 1]; ++edge) {
    W distance = offset - rows_.weight[edge];
    if (!(distance < end.cost)) {
      if (rows_.falling) break;
      continue;
    }
    const std::uint32_t work = rows_.work[edge];
    distance += price_[work];
    if (!(distance < end.cost)) continue;
    if (work_stamp_[work] == stamp_ && !(distance < work_distance_[work])) continue;
    work_stamp_[work] = stamp_;
    work_distance_[work] = distance;
    work_from_[work] = person;
    work_edge_[work] = edge;
    if (has_free_place(work))
      end = {distance, work, kNone};
    else
      frontier_.push(distance, work, base);
  }
}

template <class W>
void Matching<W>::settle_work(std::uint32_t work, const W& distance, End& end) {
  settled_works_.push_back(work);
  for (const std::uint32_t person : members(work)) {
    const W cost = distance + profit_[person];
    if (cost < end.cost) end = {cost, work, person};
    scan_row(person, distance, end);
  }
}

template <class W>
void Matching<W>::raise_prices(std::uint32_t from, const W& cost) {
  profit_[from] -= cost;
  for (const std::uint32_t work : settled_works_) {
    if (!(work_distance_[work] < cost)) continue;
    const W rise = cost - work_distance_[work];
    price_[work] += rise;
    for (const std::uint32_t person : members(work)) profit_[person] -= rise;
  }
}

template <class W>
void Matching<W>::shift_along(std::uint32_t from, const End& end) {
  if (end.work == kNone) return;
  if (end.person != kNone) unmatch(end.person);
  for (std::uint32_t work = end.work, person = kNone; person != from;) {
    person = work_from_[work];
    const std::uint32_t edge = work_edge_[work];
    if (person != from) {
      work = rows_.work[edge_of_[person]];
      unmatch(person);
    }
    match(person, edge);
  }
}

// A free place with a price looks for the cheapest way: somebody unmatched to pull in, or a work (perhaps this one)
// whose price falls to zero.
template <class W>
void Matching<W>::release(std::uint32_t work) {
  ++stamp_;
  frontier_.clear();
  settled_works_.assign(1, work);
  settled_people_.clear();
  work_stamp_[work] = stamp_;
  work_distance_[work] = W{};
  End end{price_[work], work, kNone};
  scan_column(work, W{}, end);
  while (!frontier_.empty()) {
    const auto [distance, person] = frontier_.pop();
    if (!(distance < end.cost)) break;
    if (person_distance_[person] == distance) settle_person(person, distance, end);
  }
  drop_prices(end.cost);
  pull_along(work, end);
}

template <class W>
void Matching<W>::scan_column(std::uint32_t work, const W& base, End& end) {
  for (std::uint32_t i = column_begin_[work]; i < column_begin_[work + 1]; ++i) {
    const std::uint32_t edge = column_edge_[i], person = person_of_edge_[edge];
    const W distance = base + slack(person, edge);
    if (!(distance < end.cost)) continue;
    if (person_stamp_[person] == stamp_ && !(distance < person_distance_[person])) continue;
    person_stamp_[person] = stamp_;
    person_distance_[person] = distance;
    person_edge_[person] = edge;
    if (edge_of_[person] == kNone)
      end = {distance, kNone, person};
    else
      frontier_.push(distance, person, base);
  }
}

template <class W>
void Matching<W>::settle_person(std::uint32_t person, const W& distance, End& end) {
  settled_people_.push_back(person);
  const std::uint32_t work = rows_.work[edge_of_[person]];
  if (work_stamp_[work] == stamp_) return;
  work_stamp_[work] = stamp_;
  work_distance_[work] = distance;
  work_from_[work] = person;
  settled_works_.push_back(work);
  const W cost = distance + price_[work];
  if (cost < end.cost) end = {cost, work, person};
  scan_column(work, distance, end);
}

template <class W>
void Matching<W>::drop_prices(const W& cost) {
  for (const std::uint32_t work : settled_works_)
    if (work_distance_[work] < cost) price_[work] -= cost - work_distance_[work];
  for (const std::uint32_t person : settled_people_)
    if (person_distance_[person] < cost) profit_[person] += cost - person_distance_[person];
}

template <class W>
void Matching<W>::pull_along(std::uint32_t to, const End& end) {
  for (std::uint32_t person = end.person; person != kNone;) {
    const std::uint32_t edge = person_edge_[person], work = rows_.work[edge];
    if (edge_of_[person] != kNone) unmatch(person);
    // The work that pulls lets its own person go first, so that it has a place.
    const std::uint32_t next = work == to ? kNone : work_from_[work];
    if (next != kNone) unmatch(next);
    match(person, edge);
    person = next;
  }
}

// Greatest fall u of every price: a work may fall as far as its price, as the slack to an unmatched person, and as far
// as any work next to it (through one of that work's people) plus the slack between.
template <class W>
void Matching<W>::lower_prices() {
  ++stamp_;
  frontier_.clear();
  End never{};
  for (const W& price : price_) never.cost = std::max(never.cost, price);
  never.cost += never.cost;
  for (std::uint32_t work = 0; work < price_.size(); ++work) {
    work_stamp_[work] = stamp_;
    work_distance_[work] = price_[work];
  }
  const auto relax = [&](std::uint32_t person, const W& base) {
    for (std::uint32_t edge = rows_.begin[person]; edge < rows_.begin[person + 1]; ++edge) {
      const std::uint32_t work = rows_.work[edge];
      const W distance = base + slack(person, edge);
      if (!(distance < work_distance_[work])) continue;
      work_distance_[work] = distance;
      frontier_.push(distance, work, base);
    }
  };
  for (std::uint32_t person = 0; person < rows_.people(); ++person)
    if (edge_of_[person] == kNone) relax(person, W{});
  for (std::uint32_t work = 0; work < price_.size(); ++work)
    if (W{} < price_[work])
      frontier_.push(work_distance_[work], work, never.cost);
    else if (used_[work] > 0)
      frontier_.push(W{}, work, W{});
  while (!frontier_.empty()) {
    const auto [distance, work] = frontier_.pop();
    if (work_distance_[work] != distance) continue;
    for (const std::uint32_t person : members(work)) relax(person, distance);
  }
  for (std::uint32_t work = 0; work < price_.size(); ++work) {
    for (const std::uint32_t person : members(work)) profit_[person] += work_distance_[work];
    price_[work] -= work_distance_[work];
  }
}

}  // namespace passend::assign
