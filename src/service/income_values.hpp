// SPDX-License-Identifier: EUPL-1.2
// An answer of src/income as the page and the terminal show it.
#pragma once

#include "income/calendar_year.hpp"
#include "income/known_rules.hpp"
#include "income/sweep.hpp"
#include "present/income_data.hpp"

namespace passend::service {

struct IncomeValuesInput {
  const income::RuledAnswer& found;
  const ParameterStore& law;
  std::optional<income::Offer> offer;
  std::optional<income::Sweep> sweep;
  std::optional<std::int64_t> own_place;                        // where the sweep passes through the household itself
  std::optional<income::CalendarYear> year_before, year_after;  // both or, without an offer, the first alone
  bool is_calendar_year = false;                                // figures of the year in place of annualised ones
  bool trace = false;
};

present::IncomeData income_data(const IncomeValuesInput& input);

}  // namespace passend::service
