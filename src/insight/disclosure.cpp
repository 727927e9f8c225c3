// SPDX-License-Identifier: EUPL-1.2
#include "insight/disclosure.hpp"

#include <algorithm>
#include <tuple>

#include "matching/fairness.hpp"

namespace passend::insight {
namespace {

constexpr std::int64_t kValuesToRemain = kSmallCount - 1;  // as many as "1 to 9" has

bool is_small(std::int64_t people) { return people > 0 && people < kSmallCount; }

}  // namespace

std::size_t Disclosure::add(std::int64_t value, int rank) {
  cells_.push_back({.value = value, .rank = rank, .shown = is_small(value) ? Shown::kSmall : Shown::kValue});
  sums_of_.emplace_back();
  return cells_.size() - 1;
}

void Disclosure::keep(std::size_t cell, int rank) { cells_[cell].rank = std::min(cells_[cell].rank, rank); }

void Disclosure::add_sum(std::size_t total, std::vector<std::size_t> parts) {
  std::int64_t left = cells_[total].value;
  for (const std::size_t part : parts) left -= cells_[part].value;
  if (left < 0 || parts.empty() || std::ranges::find(parts, total) != parts.end()) return;
  const bool one = parts.size() == 1;
  cells_[total].total |= !one;
  if (left > 0 || one) {
    parts.push_back(cells_.size());
    cells_.push_back({.value = left, .told = false, .shown = Shown::kHidden});
    sums_of_.emplace_back();
  }
  for (const std::size_t part : parts) sums_of_[part].push_back(sums_.size());
  sums_of_[total].push_back(sums_.size());
  sums_.push_back({total, std::move(parts)});
}

// A hidden number that is told where it is small cannot be small: from 10 on, or nought.
Disclosure::Range Disclosure::first_range(const Cell& cell) const {
  if (cell.shown == Shown::kValue) return {cell.value, cell.value};
  if (cell.shown == Shown::kSmall) return {1, kSmallCount - 1};
  return {cell.told && !cell.veiled && cell.value > 0 ? std::int64_t{kSmallCount} : 0, kEndless};
}

bool Disclosure::meet(std::size_t cell, Range& range, std::int64_t low, std::int64_t high) const {
  const Range before = range;
  range = {std::max(range.low, low), std::min(range.high, high)};
  const bool hidden_nought = cells_[cell].told && cells_[cell].shown == Shown::kHidden && cells_[cell].value == 0;
  if (hidden_nought && range.high < kSmallCount) range.high = 0;
  return range.low != before.low || range.high != before.high;
}

bool Disclosure::narrow(const Sum& sum, std::vector<Range>& ranges) const {
  std::int64_t low = 0, high = 0;
  std::size_t endless = 0;
  for (const std::size_t part : sum.parts) {
    low += ranges[part].low;
    if (ranges[part].high == kEndless)
      ++endless;
    else
      high += ranges[part].high;
  }
  bool changed = meet(sum.total, ranges[sum.total], low, endless > 0 ? kEndless : high);
  const Range total = ranges[sum.total];
  for (const std::size_t part : sum.parts) {
    const Range now = ranges[part];
    const bool others_end = endless == (now.high == kEndless ? 1U : 0U);
    const std::int64_t others_high = now.high == kEndless ? high : high - now.high;
    changed |= meet(part, ranges[part], others_end ? total.low - others_high : now.low,
                    total.high == kEndless ? kEndless : total.high - (low - now.low));
  }
  return changed;
}

std::vector<Disclosure::Range> Disclosure::possible() const {
  std::vector<Range> ranges;
  for (const Cell& cell : cells_) ranges.push_back(first_range(cell));
  bool changed = true;
  while (changed) {
    changed = false;
    for (const Sum& sum : sums_) changed |= narrow(sum, ranges);
  }
  return ranges;
}

std::int64_t Disclosure::width(std::size_t cell, const Range& range) const {
  if (!is_small(cells_[cell].value) || range.high == kEndless) return kEndless;
  return range.high - range.low + 1;
}

bool Disclosure::can_hide(const Cell& cell) const {
  const bool no_people = cell.total && cell.value == 0;  // its parts say so
  return cell.told && cell.shown != Shown::kHidden && !no_people;
}

void Disclosure::hide(Cell& cell) const {
  cell.veiled = cell.shown == Shown::kSmall;
  cell.shown = Shown::kHidden;
}

// Numbers that can be hidden, in the sums of the cell and in sums that share a number with those; further away only
// where there are none. In the order in which they are hidden.
std::vector<std::size_t> Disclosure::near(std::size_t cell) const {
  constexpr int kSteps = 2;
  std::vector<bool> seen(cells_.size());
  std::vector<std::size_t> found{cell}, out;
  seen[cell] = true;
  std::size_t from = 0;
  for (int step = 0; (step < kSteps || out.empty()) && from < found.size(); ++step) {
    const std::size_t until = found.size();
    for (; from < until; ++from)
      for (const std::size_t sum : sums_of_[found[from]]) {
        std::vector<std::size_t> members = sums_[sum].parts;
        members.push_back(sums_[sum].total);
        for (const std::size_t member : members)
          if (!seen[member]) {
            seen[member] = true;
            found.push_back(member);
          }
      }
    out.clear();
    for (const std::size_t one : found)
      if (can_hide(cells_[one])) out.push_back(one);
  }
  const auto order = [&](std::size_t i) {
    const Cell& one = cells_[i];
    const int turn = one.shown == Shown::kSmall ? 3 : one.total ? 2 : one.value == 0 ? 1 : 0;
    return std::tuple(-one.rank, turn, one.value, i);
  };
  std::ranges::sort(out, {}, order);
  return out;
}

// The first that protects the cell; else the one that widens its range most; else the first.
std::size_t Disclosure::best_to_hide(std::size_t cell, std::int64_t width_now) {
  const auto candidates = near(cell);
  if (candidates.empty()) return cells_.size();
  std::size_t best = candidates.front();
  for (const std::size_t one : candidates) {
    const Cell before = cells_[one];
    hide(cells_[one]);
    const std::int64_t then = width(cell, possible()[cell]);
    cells_[one] = before;
    if (then >= kValuesToRemain) return one;
    if (then <= width_now) continue;
    width_now = then;
    best = one;
  }
  return best;
}

void Disclosure::protect() {
  for (std::size_t cell = 0; cell < cells_.size();) {
    const std::int64_t now = width(cell, possible()[cell]);
    const std::size_t chosen = now < kValuesToRemain ? best_to_hide(cell, now) : cells_.size();
    if (chosen == cells_.size()) {
      ++cell;
      continue;
    }
    hide(cells_[chosen]);
    cell = 0;
  }
}

}  // namespace passend::insight
