// SPDX-License-Identifier: EUPL-1.2
#include "wage/wage_question.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace passend {
namespace {

constexpr std::array<std::pair<std::string_view, PeriodKind>, 3> kPeriods{
    {{"week", PeriodKind::kWeek}, {"4weeks", PeriodKind::kFourWeeks}, {"month", PeriodKind::kMonth}}};

void add_once(std::vector<Origin>& origins, const Origin& origin) {
  const auto same = [&](const Origin& other) { return other.id == origin.id && other.from == origin.from; };
  if (std::none_of(origins.begin(), origins.end(), same)) origins.push_back(origin);
}

Result<std::variant<HourlyAnswer, NoMinimum>> hourly_answer(const ParameterStore& law, const WageQuestion& question) {
  const auto answer = wage_floor_on(law, question.worker, question.on, question.others);
  if (!answer) return fail(answer.error());
  if (const auto* none = std::get_if<NoMinimum>(&*answer)) return *none;
  const auto& floor = std::get<WageFloor>(*answer);
  const auto holiday_pay = holiday_pay_on(law, floor.hourly, question.on);
  if (!holiday_pay) return fail(holiday_pay.error());
  return HourlyAnswer{floor, *holiday_pay};
}

}  // namespace

std::optional<PeriodKind> period_named(std::string_view name) {
  for (const auto& [known, kind] : kPeriods)
    if (known == name) return kind;
  return std::nullopt;
}

PayPeriod period_of(PeriodKind kind, Date date) {
  if (kind == PeriodKind::kWeek) return week_of(date);
  return kind == PeriodKind::kFourWeeks ? four_weeks_from(date) : month_of(date);
}

Result<WageAnswer> answer_wage_question(const ParameterStore& law, const WageQuestion& question) {
  const auto hourly = hourly_answer(law, question);
  if (!hourly) return fail(hourly.error());
  WageAnswer answer{.hourly = *hourly};
  if (!question.paid) return answer;

  const PaidWork& paid = *question.paid;
  answer.period = period_of(paid.period, question.on);
  auto due = pay_due(law, question.worker, *answer.period, paid.hours, question.others);
  if (!due) return fail(due.error());
  answer.due = *std::move(due);
  if (const auto* found = std::get_if<PayDue>(&*answer.due); found != nullptr && paid.gross)
    answer.check = check_gross(*found, *paid.gross);
  return answer;
}

std::vector<Origin> origins_of(const WageFloor& floor) {
  return {floor.minimum.adult_origin, floor.minimum.share_origin};
}

std::vector<Origin> origins_of(const PayDue& due) {
  std::vector<Origin> origins;
  for (const PaySegment& segment : due.segments)
    if (const auto* floor = std::get_if<WageFloor>(&segment.floor))
      for (const Origin& origin : origins_of(*floor)) add_once(origins, origin);
  add_once(origins, due.holiday_pay.rate.origin);
  return origins;
}

}  // namespace passend
