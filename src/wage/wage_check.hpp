// SPDX-License-Identifier: EUPL-1.2
// Does an hourly wage reach the floor? A PassedWageCheck is proof that this was asked and the answer was yes: only
// check_hourly_wage can make one, so what asks for it (a placement) cannot exist without it.
#pragma once

#include <variant>

#include "wage/wage_floor.hpp"

namespace passend {

// What an hour of work brings in. Under loondispensatie the wage is lower and UWV adds the supplement.
struct HourlyPay {
  Eurocent wage{};
  Eurocent supplement{};
  Eurocent total() const { return wage + supplement; }
  friend bool operator==(const HourlyPay&, const HourlyPay&) = default;
};

class PassedWageCheck;

struct WageShortfall {
  Eurocent short_by{};  // per hour, > 0
  HourlyPay pay{};
  WageFloor floor{};
};

using WageCheck = std::variant<PassedWageCheck, WageShortfall, NoMinimum>;

// kNoValue as minimum_wage_on: what cannot be checked has not passed.
Result<WageCheck> check_hourly_wage(const ParameterStore& law, const Worker& worker, const HourlyPay& pay, Date on,
                                    const OtherFloors& others = {});

class PassedWageCheck {
 public:
  const Worker& worker() const { return worker_; }
  const HourlyPay& pay() const { return pay_; }
  Date on() const { return on_; }
  const WageFloor& floor() const { return floor_; }

 private:
  PassedWageCheck(const Worker& worker, const HourlyPay& pay, Date on, const WageFloor& floor)
      : worker_(worker), pay_(pay), on_(on), floor_(floor) {}
  friend Result<WageCheck> check_hourly_wage(const ParameterStore&, const Worker&, const HourlyPay&, Date,
                                             const OtherFloors&);

  Worker worker_;
  HourlyPay pay_;
  Date on_;
  WageFloor floor_;
};

}  // namespace passend
