// SPDX-License-Identifier: EUPL-1.2
#include "wage/wage_check.hpp"

namespace passend {

Result<WageCheck> check_hourly_wage(const ParameterStore& law, const Worker& worker, const HourlyPay& pay, Date on,
                                    const OtherFloors& others) {
  const auto answer = wage_floor_on(law, worker, on, others);
  if (!answer) return fail(answer.error());
  if (const auto* none = std::get_if<NoMinimum>(&*answer)) return WageCheck{*none};
  const auto& floor = std::get<WageFloor>(*answer);
  if (pay.total() < floor.hourly) return WageCheck{WageShortfall{floor.hourly - pay.total(), pay, floor}};
  return WageCheck{PassedWageCheck(worker, pay, on, floor)};
}

}  // namespace passend
