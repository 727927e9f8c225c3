// SPDX-License-Identifier: EUPL-1.2
// "Wat is mijn minimumloon?" and "Klopt mijn loonstrook?": one question, one answer with every step and its article.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "wage/pay_due.hpp"

namespace passend {

enum class PeriodKind { kWeek, kFourWeeks, kMonth };

std::optional<PeriodKind> period_named(std::string_view name);  // week, 4weeks, month
PayPeriod period_of(PeriodKind kind, Date date);

struct PaidWork {
  PeriodKind period{};
  Hours hours{};
  std::optional<Eurocent> gross{};  // nothing = only ask what is due
};

struct WageQuestion {
  Worker worker{};
  Date on{};                       // names the period too
  std::optional<PaidWork> paid{};  // nothing = the hourly amount only
  OtherFloors others{};
};

struct HourlyAnswer {
  WageFloor floor{};
  HolidayPay holiday_pay{};  // per hour
};

struct WageAnswer {
  std::variant<HourlyAnswer, NoMinimum> hourly{};
  std::optional<PayPeriod> period{};
  std::optional<PayDueIn> due{};      // with hours
  std::optional<GrossCheck> check{};  // with gross, where something is due
};

// kOutOfRange and kNoValue as pay_due.
Result<WageAnswer> answer_wage_question(const ParameterStore& law, const WageQuestion& question);

// Each parameter value an amount rests on, once, in order of use.
std::vector<Origin> origins_of(const WageFloor& floor);
std::vector<Origin> origins_of(const PayDue& due);

}  // namespace passend
