// SPDX-License-Identifier: EUPL-1.2
// Net income of every household of a population, in batches: docs/simulation.md section 9.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "income/household.hpp"
#include "income/rule_book.hpp"
#include "insight/population.hpp"

namespace passend::insight {

// In the order of kIncomeNames; amounts are eurocent a month.
enum class IncomeSum : std::uint8_t { kWorkedOut, kNotCovered, kBelowNorm, kNet, kToeslagen, kCount };
inline constexpr std::size_t kIncomeSums = static_cast<std::size_t>(IncomeSum::kCount);
inline constexpr std::array<std::string_view, kIncomeSums> kIncomeNames{
    "incomes.worked_out", "incomes.not_covered", "incomes.below_norm", "incomes.net_month", "incomes.toeslagen_month"};
using IncomeSums = std::array<std::int64_t, kIncomeSums>;

// A household as the statutes see it (income_units of its row), on the day of the rules; nothing where it cannot be.
using UnitHousehold = std::function<std::optional<income::Household>(std::size_t household, std::size_t unit)>;

// Whole numbers, the same for any number of threads and any instruction set. `unit` is called from all threads. Who was
// born on `aow_born` or before has the AOW age.
IncomeSums sum_incomes(const income::RuleBook& rules, const ParameterStore& law, const Population& population,
                       Date aow_born, const UnitHousehold& unit, int threads);

// The norm of bijstand for a household of this shape, eurocent a month, whether or not it has bijstand; nothing where
// no article names it.
std::optional<std::int64_t> norm_of_shape(const income::RuleBook& rules, const income::Household& household,
                                          Date aow_born);

}  // namespace passend::insight
