// SPDX-License-Identifier: EUPL-1.2
// What is due at least for the hours worked in a pay period, also when the floor changes inside it, and whether a
// gross amount reaches that. WML art. 7 asks pay for every hour worked; docs/law.md says where it leaves the way of
// counting open.
#pragma once

#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "wage/wage_floor.hpp"

namespace passend {

struct PayPeriod {
  Date from{};   // first day
  Date until{};  // last day
};

PayPeriod week_of(Date date);          // Monday to Sunday
PayPeriod four_weeks_from(Date date);  // 28 days from the Monday of that week
PayPeriod month_of(Date date);

struct DayHours {
  Date day{};
  Hours hours{};
};

// Days in a row with the same floor.
struct PaySegment {
  PayPeriod days{};
  std::int64_t weight = 0;  // centihours when hours are known by day, else working days
  WageFloorOn floor{};
};

struct HolidayPay {
  Eurocent amount{};
  NumberAt rate{};
};

struct PayDue {
  std::vector<PaySegment> segments{};
  std::int64_t numerator = 0;  // the exact amount in eurocent as a fraction: parts add up exactly
  std::int64_t denominator = 1;
  Eurocent amount{};         // rounded up once: a minimum is never rounded down
  HolidayPay holiday_pay{};  // on top of it
};

using PayDueIn = std::variant<PayDue, NoMinimum>;  // NoMinimum: on none of the days does the law set one

// Hours by day; days may repeat and stand in any order; a day without hours does not count.
// kOutOfRange when no hours are above 0; kNoValue when the floor is not known on a day with hours.
Result<PayDueIn> pay_due(const ParameterStore& law, const Worker& worker, std::span<const DayHours> days,
                         const OtherFloors& others = {});

// Hours of the whole period, spread evenly over its days from Monday to Friday, holidays included; over all its days
// when it has none of these.
Result<PayDueIn> pay_due(const ParameterStore& law, const Worker& worker, PayPeriod period, Hours hours,
                         const OtherFloors& others = {});

// WML art. 15, rounded up to the cent.
Result<HolidayPay> holiday_pay_on(const ParameterStore& law, Eurocent gross, Date on);

// A gross amount, without holiday pay, against what is due.
struct GrossCheck {
  PayDue due{};
  Eurocent gross{};
  Eurocent short_by{};  // 0 = enough
  bool enough() const { return short_by.value == 0; }
};

GrossCheck check_gross(PayDue due, Eurocent gross);

}  // namespace passend
