// SPDX-License-Identifier: EUPL-1.2
#include "wage/pay_due.hpp"

#include <algorithm>

namespace passend {
namespace {

// A day and its part of the work: centihours, or 1 for a working day.
struct Part {
  Date day{};
  std::int64_t weight = 0;
};

int weekday_from_monday(Date date) { return ((date.days + 3) % 7 + 7) % 7; }  // 1970-01-01 was a Thursday

bool same_floor(const WageFloorOn& a, const WageFloorOn& b) {
  const auto* left = std::get_if<WageFloor>(&a);
  const auto* right = std::get_if<WageFloor>(&b);
  if (left == nullptr || right == nullptr) return left == right;
  return left->hourly == right->hourly && left->ground == right->ground && left->minimum.age == right->minimum.age &&
         left->minimum.hourly == right->minimum.hourly;
}

// Parts by day, in order and with weight > 0.
Result<std::vector<PaySegment>> segments_of(const ParameterStore& law, const Worker& worker,
                                            const std::vector<Part>& parts, const OtherFloors& others) {
  std::vector<PaySegment> segments;
  for (const Part& part : parts) {
    auto floor = wage_floor_on(law, worker, part.day, others);
    if (!floor) return fail(floor.error());
    if (segments.empty() || !same_floor(segments.back().floor, *floor))
      segments.push_back({{part.day, part.day}, 0, *std::move(floor)});
    segments.back().days.until = part.day;
    segments.back().weight += part.weight;
  }
  return segments;
}

// Σ hourly × weight × unit / denominator over the segments with a floor.
Result<PayDueIn> due_for(const ParameterStore& law, const Worker& worker, const std::vector<Part>& parts,
                         std::int64_t unit, std::int64_t denominator, const OtherFloors& others) {
  if (parts.empty() || unit <= 0) return fail({.code = FaultCode::kOutOfRange, .column = "hours"});
  auto segments = segments_of(law, worker, parts, others);
  if (!segments) return fail(segments.error());
  PayDue due{.denominator = denominator};
  bool any_floor = false;
  for (const PaySegment& segment : *segments)
    if (const auto* floor = std::get_if<WageFloor>(&segment.floor)) {
      due.numerator += floor->hourly.value * segment.weight * unit;
      any_floor = true;
    }
  if (!any_floor) return std::get<NoMinimum>(segments->front().floor);
  due.amount = {divide_up(due.numerator, due.denominator)};
  const auto holiday_pay = holiday_pay_on(law, due.amount, parts.back().day);
  if (!holiday_pay) return fail(holiday_pay.error());
  due.holiday_pay = *holiday_pay;
  due.segments = *std::move(segments);
  return due;
}

std::vector<Part> days_of(PayPeriod period, bool working_days_only) {
  std::vector<Part> parts;
  for (Date date = period.from; date <= period.until; date = date + 1)
    if (!working_days_only || weekday_from_monday(date) < 5) parts.push_back({date, 1});
  return parts;
}

}  // namespace

PayPeriod week_of(Date date) {
  const Date monday = date + -weekday_from_monday(date);
  return {monday, monday + 6};
}

PayPeriod four_weeks_from(Date date) {
  const Date monday = week_of(date).from;
  return {monday, monday + 27};
}

PayPeriod month_of(Date date) {
  using std::chrono::sys_days;
  const auto today = calendar_of(date);
  const auto last = std::chrono::year_month_day{today.year() / today.month() / std::chrono::last};
  const Date first = date + -static_cast<int>((sys_days{today} - sys_days{today.year() / today.month() / 1}).count());
  return {first, first + (static_cast<int>(static_cast<unsigned>(last.day())) - 1)};
}

Result<PayDueIn> pay_due(const ParameterStore& law, const Worker& worker, std::span<const DayHours> days,
                         const OtherFloors& others) {
  std::vector<Part> parts;
  for (const DayHours& day : days)
    if (day.hours.centi > 0) parts.push_back({day.day, day.hours.centi});
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.day < b.day; });
  constexpr std::int64_t kCentihoursAnHour = 100;
  return due_for(law, worker, parts, 1, kCentihoursAnHour, others);
}

Result<PayDueIn> pay_due(const ParameterStore& law, const Worker& worker, PayPeriod period, Hours hours,
                         const OtherFloors& others) {
  std::vector<Part> parts = days_of(period, true);
  if (parts.empty()) parts = days_of(period, false);
  const auto days = static_cast<std::int64_t>(parts.size());
  return due_for(law, worker, parts, hours.centi, 100 * days, others);
}

Result<HolidayPay> holiday_pay_on(const ParameterStore& law, Eurocent gross, Date on) {
  const auto rate = law.number_at("holiday_allowance_rate", on);
  if (!rate) return fail(rate.error());
  const auto [units, digits] = rate->number;
  return HolidayPay{{divide_up(gross.value * units, power_of_ten(digits))}, *rate};
}

GrossCheck check_gross(PayDue due, Eurocent gross) {
  const Eurocent short_by = gross < due.amount ? due.amount - gross : Eurocent{};
  return {std::move(due), gross, short_by};
}

}  // namespace passend
