// SPDX-License-Identifier: EUPL-1.2
#include "cli/swept.hpp"

#include "base/quantity.hpp"

namespace passend::cli {
namespace {

// "8..32", or one number for both ends, times 10^digits.
std::optional<Span> span_of(std::string_view text, int digits, std::int64_t most) {
  constexpr std::string_view kBetween = "..";
  const auto dots = text.find(kBetween);
  const auto first = parse_scaled(text.substr(0, dots), digits);
  const auto last = dots == std::string_view::npos ? first : parse_scaled(text.substr(dots + kBetween.size()), digits);
  if (!first || !last || *first < 0 || *last < *first || *last > most) return std::nullopt;
  return Span{*first, *last};
}

bool is_range(std::string_view text) { return text.find("..") != std::string_view::npos; }

}  // namespace

Result<std::optional<Swept>> swept_of(const IncomeArguments& arguments) {
  constexpr std::int64_t kHoursMost = 8'000, kHourlyMost = 50'000;
  const auto wrong = [](FaultCode code, const char* option, const std::string& value) {
    return passend::fail({.code = code, .file = option, .value = value, .args = {{"reason", "two-ranges"}}});
  };
  const bool over_hours = is_range(arguments.hours), over_hourly = is_range(arguments.hourly);
  if (over_hours && over_hourly)
    return wrong(FaultCode::kWrongUse, "--hours", "--hours " + arguments.hours + " --hourly " + arguments.hourly);
  const auto hours = span_of(arguments.hours, 2, kHoursMost), hourly = span_of(arguments.hourly, 0, kHourlyMost);
  if (!arguments.hours.empty() && (!hours || !(over_hours || over_hourly)))
    return wrong(FaultCode::kNotANumber, "--hours", arguments.hours);
  if (!arguments.hourly.empty() && (!hourly || hourly->first == 0))
    return wrong(FaultCode::kNotANumber, "--hourly", arguments.hourly);
  if (!arguments.hourly.empty() && !over_hourly && arguments.hours.empty())
    return passend::fail({.code = FaultCode::kTomlKeyMissing, .file = "--hourly", .column = "--hours"});
  const auto first_of = [](const std::optional<Span>& span) {
    return span ? std::optional(span->first) : std::nullopt;
  };
  if (over_hourly) return std::optional(Swept{income::SweepAxis::kHourly, *hourly, first_of(hours)});
  if (over_hours) return std::optional(Swept{income::SweepAxis::kHours, *hours, first_of(hourly)});
  return std::optional<Swept>{};
}

}  // namespace passend::cli
