// SPDX-License-Identifier: EUPL-1.2
#include "assign/bundles.hpp"

#include <coin/Cbc_C_Interface.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <set>

namespace passend::assign {
namespace {

constexpr double kNoLimit = std::numeric_limits<double>::max();
constexpr double kHalf = 0.5;
constexpr double kSlack = 1e-6;  // of a bound that floating point left just below a whole number

struct Row {
  std::vector<std::pair<int, double>> terms;
  double least, most;
};

// Columns: x of a taker at a place, y of a taker with a task.
class Model {
 public:
  explicit Model(const BundleProblem& problem) : problem_(problem) {
    for (std::size_t i = 0; i < problem.takers.size(); ++i) add_taker(static_cast<int>(i));
    std::map<std::int32_t, Row> of_task;
    Row money{{}, -kNoLimit, static_cast<double>(problem.money)};
    for (const auto& [taker, task, column] : pairs_) {
      of_task.try_emplace(task, Row{{}, 0, 1}).first->second.terms.emplace_back(column, 1.0);
      money.terms.emplace_back(column, static_cast<double>(problem.tasks[static_cast<std::size_t>(task)].cost));
    }
    for (auto& [task, row] : of_task) rows_.push_back(std::move(row));
    if (!money.terms.empty()) rows_.push_back(std::move(money));
  }

  // The most of the places taken, or, where `takers` is given, of the value with at least that many takers.
  BundleAnswer solve(std::optional<std::int64_t> takers, int nodes) const {
    BundleAnswer out;
    out.taker_of_task.assign(problem_.tasks.size(), -1);
    if (columns_ == 0) {
      out.is_proven = true;
      return out;
    }
    std::vector<double> objective(static_cast<std::size_t>(columns_), 0);
    if (takers)
      for (const Pair& pair : pairs_)
        objective[static_cast<std::size_t>(pair.column)] =
            static_cast<double>(problem_.tasks[static_cast<std::size_t>(pair.task)].value);
    else
      for (const int column : places_) objective[static_cast<std::size_t>(column)] = 1;
    std::vector<Row> rows = rows_;
    if (takers) {
      Row row{{}, static_cast<double>(*takers), kNoLimit};
      for (const int column : places_) row.terms.emplace_back(column, 1.0);
      rows.push_back(std::move(row));
    }
    run(rows, objective, nodes, takers.has_value(), out);
    return out;
  }

 private:
  struct Pair {
    std::int32_t taker, task;
    int column;
  };

  void add_taker(int i) {
    const BundleTaker& taker = problem_.takers[static_cast<std::size_t>(i)];
    std::map<std::int32_t, std::vector<std::int32_t>> by_place;
    for (const std::int32_t task : taker.tasks)
      if (problem_.tasks[static_cast<std::size_t>(task)].hours <= taker.most_hours)
        by_place[problem_.tasks[static_cast<std::size_t>(task)].place].push_back(task);
    Row one{{}, 0, 1};
    for (const auto& [place, tasks] : by_place) {
      std::int64_t all = 0;
      for (const std::int32_t task : tasks) all += problem_.tasks[static_cast<std::size_t>(task)].hours;
      if (all < taker.least_hours) continue;
      const int x = columns_++;
      places_.push_back(x);
      one.terms.emplace_back(x, 1.0);
      Row least{{{x, -static_cast<double>(taker.least_hours)}}, 0, kNoLimit};
      Row most{{{x, -static_cast<double>(taker.most_hours)}}, -kNoLimit, 0};
      for (const std::int32_t task : tasks) {
        const int y = columns_++;
        pairs_.push_back({i, task, y});
        const auto hours = static_cast<double>(problem_.tasks[static_cast<std::size_t>(task)].hours);
        least.terms.emplace_back(y, hours);
        most.terms.emplace_back(y, hours);
        rows_.push_back(Row{{{y, 1.0}, {x, -1.0}}, -kNoLimit, 0});
      }
      rows_.push_back(std::move(least));
      rows_.push_back(std::move(most));
    }
    if (one.terms.size() > 1) rows_.push_back(std::move(one));
  }

  void run(const std::vector<Row>& rows, const std::vector<double>& objective, int nodes, bool is_value,
           BundleAnswer& out) const {
    const auto columns = static_cast<std::size_t>(columns_);
    std::vector<std::vector<std::pair<int, double>>> by_column(columns);
    std::vector<double> row_least, row_most;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (const auto& [column, factor] : rows[r].terms)
        by_column[static_cast<std::size_t>(column)].emplace_back(static_cast<int>(r), factor);
      row_least.push_back(rows[r].least);
      row_most.push_back(rows[r].most);
    }
    std::vector<CoinBigIndex> start{0};
    std::vector<int> index;
    std::vector<double> factor;
    for (const auto& terms : by_column) {
      for (const auto& [row, value] : terms) {
        index.push_back(row);
        factor.push_back(value);
      }
      start.push_back(static_cast<CoinBigIndex>(index.size()));
    }
    const std::vector<double> zero(columns, 0), one(columns, 1);
    const std::unique_ptr<Cbc_Model, void (*)(Cbc_Model*)> model(Cbc_newModel(), Cbc_deleteModel);
    Cbc_setLogLevel(model.get(), 0);
    Cbc_loadProblem(model.get(), columns_, static_cast<int>(rows.size()), start.data(), index.data(), factor.data(),
                    zero.data(), one.data(), objective.data(), row_least.data(), row_most.data());
    for (int c = 0; c < columns_; ++c) Cbc_setInteger(model.get(), c);
    Cbc_setObjSense(model.get(), -1);
    Cbc_setParameter(model.get(), "log", "0");
    // Preprocessing of CBC 2.10.8 gives a wrong optimum with "proven": tests/assign/bundles_test.cpp, seed 63.
    Cbc_setParameter(model.get(), "preprocess", "off");
    Cbc_setParameter(model.get(), "ratioGap", "0");
    Cbc_setParameter(model.get(), "threads", "0");
    Cbc_setMaximumNodes(model.get(), nodes);
    Cbc_solve(model.get());
    if (const double* solution = Cbc_getColSolution(model.get()))
      for (const Pair& pair : pairs_)
        if (solution[pair.column] > kHalf) out.taker_of_task[static_cast<std::size_t>(pair.task)] = pair.taker;
    if (!is_bundling(problem_, out.taker_of_task)) out.taker_of_task.assign(problem_.tasks.size(), -1);
    count(out);
    const std::int64_t reached = is_value ? out.value : out.takers;
    const auto bound = static_cast<std::int64_t>(std::floor(Cbc_getBestPossibleObjValue(model.get()) + kSlack));
    out.is_proven = Cbc_isProvenOptimal(model.get()) != 0;
    (is_value ? out.value_bound : out.takers_bound) = out.is_proven ? reached : std::max(bound, reached);
  }

  void count(BundleAnswer& out) const {
    std::set<std::int32_t> takers;
    out.value = out.cost = 0;
    for (std::size_t t = 0; t < problem_.tasks.size(); ++t) {
      if (out.taker_of_task[t] < 0) continue;
      takers.insert(out.taker_of_task[t]);
      out.value += problem_.tasks[t].value;
      out.cost += problem_.tasks[t].cost;
    }
    out.takers = static_cast<std::int64_t>(takers.size());
  }

  const BundleProblem& problem_;
  int columns_ = 0;
  std::vector<int> places_;
  std::vector<Pair> pairs_;
  std::vector<Row> rows_;
};

}  // namespace

bool is_bundling(const BundleProblem& problem, const std::vector<std::int32_t>& taker_of_task) {
  std::map<std::int32_t, std::int64_t> hours;
  std::map<std::int32_t, std::int32_t> place;
  std::int64_t cost = 0;
  for (std::size_t t = 0; t < problem.tasks.size(); ++t) {
    const std::int32_t taker = taker_of_task[t];
    if (taker < 0) continue;
    const auto& suits = problem.takers[static_cast<std::size_t>(taker)].tasks;
    if (std::ranges::find(suits, static_cast<std::int32_t>(t)) == suits.end()) return false;
    hours[taker] += problem.tasks[t].hours;
    cost += problem.tasks[t].cost;
    if (place.try_emplace(taker, problem.tasks[t].place).first->second != problem.tasks[t].place) return false;
  }
  return cost <= problem.money && std::ranges::all_of(hours, [&](const auto& one) {
           const BundleTaker& taker = problem.takers[static_cast<std::size_t>(one.first)];
           return taker.least_hours <= one.second && one.second <= taker.most_hours;
         });
}

BundleAnswer best_bundles(const BundleProblem& problem, int nodes) {
  const Model model(problem);
  const BundleAnswer most = model.solve(std::nullopt, nodes);
  BundleAnswer best = model.solve(most.takers, nodes);
  best.takers_bound = most.takers_bound;
  best.is_proven = best.is_proven && most.is_proven;
  if (best.takers < most.takers) {  // the second round stopped before it found as many
    const std::int64_t bound = best.value_bound;
    best = most;
    best.value_bound = std::max(bound, best.value);
    best.is_proven = false;
  }
  return best;
}

}  // namespace passend::assign
