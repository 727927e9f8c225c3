// SPDX-License-Identifier: EUPL-1.2
// The statutory minimum wage per hour (WML art. 7 and 8) for a birth date, a day and a training contract (BBL).
// docs/plan.md section 5, "WML", is the definition.
#pragma once

#include <optional>
#include <variant>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "base/quantity.hpp"
#include "law/parameter_store.hpp"

namespace passend {

// What the minimum depends on besides the day.
struct Worker {
  Date birth_date{};
  bool bbl = false;  // beroepsbegeleidende leerweg
};

enum class WageScale { kAdult, kYouth, kBbl };

struct MinimumWage {
  Eurocent hourly{};
  int age = 0;  // whole years on that day
  WageScale scale{};
  Rate share{1, 0};       // of the adult amount
  Origin adult_origin{};  // of the adult amount
  Origin share_origin{};  // of the scale; for adults the youth scale, which ends below their age
};

// Younger than the youngest age of the youth scale: the law sets no minimum. An answer, not an error.
struct NoMinimum {
  int age = 0;
  int lowest_age = 0;
  Origin scale_origin{};
};

using MinimumWageOn = std::variant<MinimumWage, NoMinimum>;

// Half up to the cent, as published. kNoValue when the amount or the scale is not known on that day.
Result<MinimumWageOn> minimum_wage_on(const ParameterStore& law, const Worker& worker, Date on);

// The amount for adults alone, for a person whose birth date is not known.
Result<AmountAt> adult_minimum_wage_on(const ParameterStore& law, Date on);

// The days in (after, until] on which a minimum may change: those of the three parameters, and birthdays.
std::vector<Date> minimum_wage_dates(const ParameterStore& law, const Worker& worker, Date after, Date until);

}  // namespace passend
