// SPDX-License-Identifier: EUPL-1.2
// What a place of a scheme costs on a date the law covers: wage, charges, loonkostensubsidie, coaching, bijstand that
// need not be paid, and the net gap. Computed from the law; reported figures stand beside it and change nothing here.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "base/quantity.hpp"
#include "income/employer_cost.hpp"
#include "income/household.hpp"
#include "law/parameter_store.hpp"
#include "scheme/scheme.hpp"

namespace passend::scheme {

// Lines of the cost of a place, a year. Costs first, then what comes off.
enum class CostLine : std::uint8_t {
  kWage,
  kHolidayAllowance,
  kCharges,  // employer's premiums and pension
  kCoaching,
  kLks,  // with the compensation of charges
  kHostShare,
  kBijstand,  // gross, that need not be paid
  kCount
};
inline constexpr std::size_t kCostLines = static_cast<std::size_t>(CostLine::kCount);
inline constexpr std::array<std::string_view, kCostLines> kCostLineNames{
    "wage", "holiday_allowance", "charges", "coaching", "lks", "host_share", "bijstand"};
inline bool comes_off(CostLine line) { return line >= CostLine::kLks; }

struct PlaceQuestion {
  income::Household household{};   // of who would work there, before; on the date asked
  std::int64_t centihours = 0;     // a week
  std::int64_t wage_value = 1000;  // per mille; below 1000: with loonkostensubsidie
  bool permanent = false;          // the contract, for the premium of the unemployment fund
};

struct PlaceCost {
  // Eurocent a year; nothing: not stated by the scheme, or no value of law on the date.
  std::array<std::optional<std::int64_t>, kCostLines> line{};
  std::optional<std::int64_t> gap{};            // costs less what comes off; nothing if a line that counts is not known
  std::int64_t known_gap = 0;                   // the same over the lines that are known
  std::vector<std::string_view> unknown_law{};  // ids of parameters without a value on the date
  std::int64_t hourly = 0;                      // eurocent, the wage floor of the worker times the scheme's share

  std::optional<std::int64_t> of(CostLine which) const { return line[static_cast<std::size_t>(which)]; }
};

// The first offer of work of the version, for the first adult. kNotStated: hours or wage are not stated and not asked.
// Faults of income::answer_on_date; kNoValue: no minimum wage on the date.
Result<PlaceCost> place_cost(const ParameterStore& law, const Scheme& scheme, const SchemeVersion& version,
                             const PlaceQuestion& question);

}  // namespace passend::scheme
