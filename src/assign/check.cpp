// SPDX-License-Identifier: EUPL-1.2
// The checker: exact numbers of any size, straight from the definition in docs/plan.md. It shares nothing with the
// solver but the types of problem and solution.
#include <fmt/format.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <map>
#include <optional>

#include "assign/problem_file.hpp"

namespace passend::assign {
namespace {

using Number = boost::multiprecision::cpp_int;
constexpr std::size_t kPlaces = 12;
const Number kOne = 1'000'000'000'000;  // prices are counted in 10^-12

// Nothing when the text is no decimal >= 0 with at most twelve places.
std::optional<Number> counted(const std::string& text) {
  std::size_t places = 0;
  bool point = false;
  Number number = 0;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
    places += point ? 1 : 0;
  }
  if (text.empty() || text.front() == '.' || places > kPlaces || (point && places == 0)) return std::nullopt;
  for (; places < kPlaces; ++places) number *= 10;
  return number;
}

Number floored(const Number& numerator) {
  const Number quotient = numerator / kOne;
  return numerator % kOne < 0 ? quotient - 1 : quotient;
}

struct Prices {
  std::vector<Number> work, resource, group;
  std::map<LevelName, Number> earlier;
};

class Checker {
 public:
  Checker(const Problem& problem, const Solution& solution) : problem_(problem), solution_(solution) {}

  std::vector<Objection> run() {
    read_pairs();
    count_pairs();
    check_names();
    for (std::size_t i = 0; i < solution_.levels.size(); ++i) check_level(static_cast<int>(i) + 1, solution_.levels[i]);
    return std::move(objections_);
  }

 private:
  void object(std::string what, int level, std::string detail) {
    objections_.push_back({std::move(what), level, std::move(detail)});
  }

  void read_pairs() {
    taken_.assign(problem_.people(), nullptr);
    for (const auto& [person, work] : solution_.pairs) {
      const Edge* edge = person < problem_.people() ? edge_between(person, work) : nullptr;
      if (edge == nullptr)
        object("pair-unknown", 0, fmt::format("person {}, work {}", person, work));
      else if (std::exchange(taken_[person], edge) != nullptr)
        object("person-twice", 0, fmt::format("person {}", person));
    }
  }

  const Edge* edge_between(std::size_t person, std::uint32_t work) const {
    for (std::size_t e = problem_.row_begin[person]; e < problem_.row_begin[person + 1]; ++e)
      if (problem_.edges[e].work == work) return &problem_.edges[e];
    return nullptr;
  }

  void count_pairs() {
    std::vector<std::int64_t> people(problem_.capacity.size(), 0), spent(problem_.budget.size(), 0);
    placed_.assign(problem_.floor.size(), 0);
    for (std::size_t person = 0; person < taken_.size(); ++person) {
      if (taken_[person] == nullptr) continue;
      ++people[taken_[person]->work];
      for (std::size_t u = taken_[person]->uses_begin; u < taken_[person]->uses_end; ++u)
        spent[problem_.uses[u].resource] += problem_.uses[u].amount;
      for (const std::uint32_t group : problem_.groups_of(person)) ++placed_[group];
    }
    for (std::size_t j = 0; j < people.size(); ++j)
      if (people[j] > problem_.capacity[j])
        object("capacity", 0, fmt::format("work {} has {} of {}", j, people[j], problem_.capacity[j]));
    for (std::size_t r = 0; r < spent.size(); ++r)
      if (spent[r] > problem_.budget[r])
        object("budget", 0, fmt::format("resource {} spends {} of {}", r, spent[r], problem_.budget[r]));
  }

  void check_names() {
    bool score = false, floors = false;
    for (std::size_t i = 0; i < solution_.levels.size(); ++i) {
      const LevelName name = solution_.levels[i].name;
      score |= name == LevelName::kScore;
      floors |= name == LevelName::kFloors;
      if (i > 0 && name <= solution_.levels[i - 1].name)
        object("order", static_cast<int>(i) + 1, "levels out of order");
      const bool lottery = name == LevelName::kLottery || name == LevelName::kLottery2;
      if ((name == LevelName::kKept && !problem_.with_kept) || (lottery && !problem_.with_lottery))
        object("level-unknown", static_cast<int>(i) + 1, std::string(name_of(name)));
    }
    if (!score) object("level-unknown", 0, "no level score");
    if (floors == problem_.floor.empty()) object("level-unknown", 0, "floors without groups, or groups without floors");
  }

  void check_level(int number, const Level& level) {
    if (const Number value = value_of(level.name); value != level.value)
      object("value", number, fmt::format("said {}, is {}", level.value, value.str()));
    const auto prices = read_prices(number, level);
    if (!prices) return;
    const Number bound = bound_of(level.name, *prices);
    if (bound != level.bound) object("bound", number, fmt::format("said {}, is {}", level.bound, bound.str()));
    const bool crossed = level.name == LevelName::kFloors ? level.value < level.bound : level.value > level.bound;
    if (crossed) object("gap", number, fmt::format("value {} beyond bound {}", level.value, level.bound));
  }

  std::optional<Prices> read_prices(int number, const Level& level) {
    Prices prices;
    bool good = read_list(number, level.work, problem_.capacity.size(), prices.work);
    good &= read_list(number, level.resource, problem_.budget.size(), prices.resource);
    good &= read_list(number, level.group, problem_.floor.size(), prices.group);
    for (const auto& [name, text] : level.earlier) {
      const auto price = counted(text);
      const bool known = price && is_earlier(name, number) && prices.earlier.emplace(name, *price).second;
      if (!known) object("price", number, fmt::format("earlier level {} at {}", name_of(name), text));
      good &= known;
    }
    for (const Number& price : prices.group)
      if (level.name == LevelName::kFloors && price > kOne) {
        object("price", number, "a price of a group above 1 at level floors");
        good = false;
      }
    if (!good) return std::nullopt;
    return prices;
  }

  bool is_earlier(LevelName name, int number) const {
    for (int i = 0; i + 1 < number; ++i)
      if (solution_.levels[static_cast<std::size_t>(i)].name == name) return name != LevelName::kFloors;
    return false;
  }

  bool read_list(int number, const std::vector<Price>& list, std::size_t size, std::vector<Number>& prices) {
    prices.assign(size, 0);
    std::vector<bool> seen(size, false);
    bool good = true;
    for (const Price& price : list) {
      const auto value = counted(price.decimal);
      const bool known = value && price.index < size && !seen[price.index];
      if (!known) object("price", number, fmt::format("price {} of {}", price.decimal, price.index));
      good &= known;
      if (!known) continue;
      seen[price.index] = true;
      prices[price.index] = *value;
    }
    return good;
  }

  Number weight(LevelName level, std::size_t person, const Edge& edge) const {
    switch (level) {
      case LevelName::kFloors:
        return 0;
      case LevelName::kPlaced:
        return 1;
      case LevelName::kScore:
        return edge.score;
      case LevelName::kKept:
        return edge.kept ? 1 : 0;
      case LevelName::kLottery:
        return problem_.with_lottery ? problem_.lottery[person] : 0;
      case LevelName::kLottery2:
        return edge.lottery;
    }
    return 0;
  }

  Number value_of(LevelName level) const {
    Number value = 0;
    if (level == LevelName::kFloors)
      for (std::size_t g = 0; g < placed_.size(); ++g)
        value += std::max<std::int64_t>(0, problem_.floor[g] - placed_[g]);
    for (std::size_t person = 0; person < taken_.size(); ++person)
      if (taken_[person] != nullptr) value += weight(level, person, *taken_[person]);
    return value;
  }

  // What the person gains at most at these prices; 0 for staying unplaced.
  Number profit(LevelName level, const Prices& prices, std::size_t person) const {
    Number best = 0;
    for (std::size_t e = problem_.row_begin[person]; e < problem_.row_begin[person + 1]; ++e) {
      const Edge& edge = problem_.edges[e];
      Number gain = weight(level, person, edge) * kOne - prices.work[edge.work];
      for (std::size_t u = edge.uses_begin; u < edge.uses_end; ++u)
        gain -= problem_.uses[u].amount * prices.resource[problem_.uses[u].resource];
      for (const std::uint32_t group : problem_.groups_of(person)) gain += prices.group[group];
      for (const auto& [name, price] : prices.earlier) gain += price * weight(name, person, edge);
      if (gain > best) best = gain;
    }
    return best;
  }

  Number bound_of(LevelName level, const Prices& prices) const {
    Number dual = 0;
    for (std::size_t j = 0; j < prices.work.size(); ++j) dual += prices.work[j] * problem_.capacity[j];
    for (std::size_t r = 0; r < prices.resource.size(); ++r) dual += prices.resource[r] * problem_.budget[r];
    for (std::size_t person = 0; person < problem_.people(); ++person) dual += profit(level, prices, person);
    for (std::size_t g = 0; g < prices.group.size(); ++g) {
      const std::int64_t asked = problem_.floor[g];
      dual -= prices.group[g] * (level == LevelName::kFloors ? asked : std::min(asked, placed_[g]));
    }
    if (level == LevelName::kFloors) {
      const Number shortfall = -floored(dual);
      return shortfall.sign() > 0 ? shortfall : Number(0);
    }
    for (const auto& [name, price] : prices.earlier) dual -= price * value_of(name);
    return floored(dual);
  }

  const Problem& problem_;
  const Solution& solution_;
  std::vector<const Edge*> taken_;
  std::vector<std::int64_t> placed_;
  std::vector<Objection> objections_;
};

}  // namespace

std::vector<Objection> check(const Problem& problem, const Solution& solution) {
  return Checker(problem, solution).run();
}

}  // namespace passend::assign
