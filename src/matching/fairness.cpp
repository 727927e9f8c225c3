// SPDX-License-Identifier: EUPL-1.2
#include "matching/fairness.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace passend {
namespace {

constexpr std::int64_t kPerMille = 1000;
constexpr double kTail = 0.025;

// P(X >= hits) for X binomial (tries, q / 1000), summed from the log of each term.
double upper_tail(std::int64_t hits, std::int64_t tries, std::int64_t q) {
  if (hits <= 0 || q >= kPerMille) return 1.0;
  if (q <= 0) return 0.0;
  const double p = static_cast<double>(q) / static_cast<double>(kPerMille);
  const auto n = static_cast<double>(tries);
  double sum = 0.0;
  for (std::int64_t x = hits; x <= tries; ++x) {
    const auto k = static_cast<double>(x);
    const double log_term =
        std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) + k * std::log(p) + (n - k) * std::log1p(-p);
    sum += std::exp(log_term);
  }
  return sum;
}

// The largest q with P(X >= hits | q) <= tail: the tail grows with q.
std::int64_t low_of(std::int64_t hits, std::int64_t tries) {
  if (hits == 0) return 0;
  std::int64_t good = 0;
  std::int64_t bad = kPerMille;
  while (bad - good > 1) {
    const std::int64_t middle = (good + bad) / 2;
    (upper_tail(hits, tries, middle) <= kTail ? good : bad) = middle;
  }
  return good;
}

bool is_small(const std::optional<std::int64_t>& count) { return count && *count > 0 && *count < kSmallCount; }

void hide(FairnessRow& row, std::optional<std::int64_t> FairnessRow::* field) {
  row.*field = std::nullopt;
  row.suppressed = true;
}

// The parts of `people`; when exactly one is hidden, the next smallest is hidden too, or it could be worked out.
void hide_parts(FairnessRow& row, std::int64_t live) {
  constexpr std::array kParts{&FairnessRow::without_wish, &FairnessRow::unconfirmed, &FairnessRow::expired};
  std::vector<std::pair<std::int64_t, int>> shown;  // count, part; part 3 = live, which is not printed itself
  int hidden = 0;
  for (int p = 0; p < 3; ++p) {
    if (is_small(row.*kParts[static_cast<std::size_t>(p)])) {
      hide(row, kParts[static_cast<std::size_t>(p)]);
      ++hidden;
    } else {
      shown.emplace_back(*(row.*kParts[static_cast<std::size_t>(p)]), p);
    }
  }
  if (live > 0 && live < kSmallCount)
    ++hidden;
  else
    shown.emplace_back(live, 3);
  if (hidden != 1 || shown.empty()) return;
  const int next = std::min_element(shown.begin(), shown.end())->second;
  if (next < 3) hide(row, kParts[static_cast<std::size_t>(next)]);
}

void suppress(FairnessRow& row) {
  const std::int64_t live = *row.people - *row.without_wish - *row.unconfirmed - *row.expired;
  const bool small_people = is_small(row.people);
  hide_parts(row, live);
  const bool no_interval = is_small(row.candidate) || is_small(row.voorstel);
  const bool no_share = is_small(row.reach) || is_small(row.voorstel);
  for (auto field : {&FairnessRow::people, &FairnessRow::candidate, &FairnessRow::voorstel, &FairnessRow::reach})
    if (is_small(row.*field)) hide(row, field);
  if (no_share) hide(row, &FairnessRow::share);
  if (no_interval) {
    hide(row, &FairnessRow::low);
    hide(row, &FairnessRow::high);
  }
  if (small_people) row.price = std::nullopt;
}

class Counter {
 public:
  Counter(const PlanContext& context, const Snapshot& snapshot, const Plan& plan)
      : context_(context), snapshot_(snapshot), plan_(plan) {}

  FairnessRow row(std::size_t group) const {
    FairnessRow row;
    const bool all = group == snapshot_.groups.size();
    if (!all) {
      row.group = snapshot_.symbols.text(snapshot_.groups[group].name);
      row.kind = snapshot_.symbols.text(snapshot_.groups[group].kind);
    }
    for (auto field : {&FairnessRow::people, &FairnessRow::without_wish, &FairnessRow::unconfirmed,
                       &FairnessRow::expired, &FairnessRow::candidate, &FairnessRow::voorstel})
      row.*field = 0;
    for (std::size_t i = 0; i < snapshot_.people.size(); ++i)
      if (all || std::binary_search(snapshot_.people[i].groups.begin(), snapshot_.people[i].groups.end(), group))
        count(i, row);
    row.reach = plan_.reach[group].value;
    if (*row.reach > 0) row.share = kPerMille * *row.voorstel / *row.reach;
    const Interval interval = exact_interval(*row.voorstel, *row.candidate);
    row.low = interval.low;
    row.high = interval.high;
    add_floor(group, row);
    suppress(row);
    return row;
  }

 private:
  void count(std::size_t i, FairnessRow& row) const {
    ++*row.people;
    switch (wish_state(snapshot_.people[i], context_.date)) {
      case WishState::kWithout:
        ++*row.without_wish;
        break;
      case WishState::kUnconfirmed:
        ++*row.unconfirmed;
        break;
      case WishState::kExpired:
        ++*row.expired;
        break;
      case WishState::kLive:
        break;
    }
    const PlanRound& first = plan_.rounds.front();
    const auto begin = first.available.begin();
    *row.candidate += std::any_of(begin + plan_.candidates.row_begin[i], begin + plan_.candidates.row_begin[i + 1],
                                  [](bool b) { return b; });
    *row.voorstel += first.candidate_of_person[i] >= 0;
  }

  void add_floor(std::size_t group, FairnessRow& row) const {
    for (std::size_t f = 0; f < plan_.floor_groups.size(); ++f) {
      if (plan_.floor_groups[f] != group) continue;
      row.floor = plan_.floor_rules[f]->people;
      row.price = "0";
      for (const assign::Level& level : plan_.rounds.front().levels)
        for (const assign::Price& price : level.group)
          if (level.name == assign::LevelName::kPlaced && price.index == f) row.price = price.decimal;
    }
  }

  const PlanContext& context_;
  const Snapshot& snapshot_;
  const Plan& plan_;
};

}  // namespace

WishState wish_state(const Person& person, Date on) {
  if (person.wishes.empty()) return WishState::kWithout;
  if (has_live_wish(person, on)) return WishState::kLive;
  const bool unconfirmed = std::any_of(person.wishes.begin(), person.wishes.end(),
                                       [&](const Wish& wish) { return !(wish.expires && *wish.expires < on); });
  return unconfirmed ? WishState::kUnconfirmed : WishState::kExpired;
}

Interval exact_interval(std::int64_t hits, std::int64_t tries) {
  if (tries == 0) return {0, kPerMille};
  return {low_of(hits, tries), kPerMille - low_of(tries - hits, tries)};
}

Fairness count_fairness(const PlanContext& context, const Snapshot& snapshot, const Plan& plan) {
  const Counter counter(context, snapshot, plan);
  Fairness fairness;
  for (std::size_t g = 0; g < snapshot.groups.size(); ++g) fairness.groups.push_back(counter.row(g));
  fairness.total = counter.row(snapshot.groups.size());
  return fairness;
}

}  // namespace passend
