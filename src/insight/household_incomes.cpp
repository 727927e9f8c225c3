// SPDX-License-Identifier: EUPL-1.2
#include "insight/household_incomes.hpp"

#include <algorithm>
#include <cmath>
#include <thread>
#include <vector>

#include "income/batch.hpp"
#include "income/household_columns.hpp"

namespace passend::insight {
namespace {

using income::Part;

constexpr std::size_t kBatch = 4096;  // households: fits in the second-level cache
constexpr double kEuro = 100;         // whole-euro rounding of tax is no poverty

constexpr std::array<Part, 5> kToeslagParts{Part::kZorgtoeslag, Part::kHuurtoeslag, Part::kKindgebondenBudget,
                                            Part::kKinderbijslag, Part::kKinderopvangtoeslag};

std::int64_t& of(IncomeSums& sums, IncomeSum sum) { return sums[static_cast<std::size_t>(sum)]; }

// Households one by one in, sums out, a batch at a time.
class Summing {
 public:
  Summing(const income::RuleBook& rules, const ParameterStore& law, Date aow_born)
      : rules_(rules), law_(law), aow_born_(aow_born) {}

  void add(const std::optional<income::Household>& household) {
    const auto settled = household ? std::optional(income::settle(rules_, law_, *household)) : std::nullopt;
    if (!settled || !*settled) {
      ++of(sums_, IncomeSum::kNotCovered);
      return;
    }
    batch_.add((*settled)->columns);
    norms_.push_back(static_cast<double>(norm_of_shape(rules_, *household, aow_born_).value_or(0)));
    if (batch_.size() == kBatch) finish();
  }

  const IncomeSums& sums() {
    if (batch_.size() > 0) finish();
    return sums_;
  }

 private:
  double part(Part part, std::size_t i) const { return result_.part[static_cast<std::size_t>(part)][i]; }

  void finish() {
    batch_.pad();
    income::net_income_batch(rules_, batch_, {.parts = true}, result_);
    for (std::size_t i = 0; i < batch_.size(); ++i) {
      const double net = result_.net[i];
      if (std::isnan(net)) {
        ++of(sums_, IncomeSum::kNotCovered);
        continue;
      }
      double toeslagen = 0;
      for (const Part one : kToeslagParts) toeslagen += part(one, i);
      const double costs = part(Part::kChildcareCost, i) + part(Part::kTravelCost, i);
      ++of(sums_, IncomeSum::kWorkedOut);
      of(sums_, IncomeSum::kNet) += std::llround(net);
      of(sums_, IncomeSum::kToeslagen) += std::llround(toeslagen);
      of(sums_, IncomeSum::kBelowNorm) += net - toeslagen - costs <= norms_[i] - kEuro;
    }
    batch_ = {};
    norms_.clear();
  }

  const income::RuleBook& rules_;
  const ParameterStore& law_;
  Date aow_born_;
  income::HouseholdBatch batch_;
  income::BatchResult result_;
  std::vector<double> norms_;
  IncomeSums sums_{};
};

}  // namespace

std::optional<std::int64_t> norm_of_shape(const income::RuleBook& rules, const income::Household& household,
                                          Date aow_born) {
  using income::AssistanceAge;
  if (!rules.assistance.missing.empty()) return std::nullopt;
  const income::ParticipatiewetRules& assistance = rules.assistance.rules;
  income::AssistanceHousehold shape{.couple = income::is_couple(household), .has_child = !household.children.empty()};
  for (std::size_t a = 0; a < household.adults.size(); ++a) {
    const Date birth = household.adults[a].birth;
    const bool young = age_on(birth, household.date) < assistance.young_until;
    shape.age[a] = birth <= aow_born ? AssistanceAge::kAow : young ? AssistanceAge::kYoung : AssistanceAge::kAdult;
  }
  for (const income::CoResident& other : household.co_residents)
    shape.sharers += !other.student && !other.tenant && age_on(other.birth, household.date) >= assistance.sharer_age;
  const auto norm = income::norm_of(assistance, shape);
  return norm ? std::optional(std::llround(norm->cents)) : std::nullopt;
}

IncomeSums sum_incomes(const income::RuleBook& rules, const ParameterStore& law, const Population& population,
                       Date aow_born, const UnitHousehold& unit, int threads) {
  const auto parts = static_cast<std::size_t>(std::max(threads, 1));
  std::vector<IncomeSums> sums(parts);
  const auto work = [&](std::size_t part) {
    Summing summing(rules, law, aow_born);
    const std::size_t count = population.households.size();
    for (std::size_t h = count * part / parts; h < count * (part + 1) / parts; ++h)
      for (std::size_t u = 0; u < income_units(population.households[h].type); ++u) summing.add(unit(h, u));
    sums[part] = summing.sums();
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t part = 1; part < parts; ++part) others.emplace_back(work, part);
    work(0);
  }
  IncomeSums total{};
  for (const IncomeSums& one : sums)
    for (std::size_t s = 0; s < kIncomeSums; ++s) total[s] += one[s];
  return total;
}

}  // namespace passend::insight
