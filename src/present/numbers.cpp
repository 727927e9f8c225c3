// SPDX-License-Identifier: EUPL-1.2
#include "present/numbers.hpp"

#include <algorithm>
#include <cstdlib>

namespace passend::present {
namespace {

constexpr std::string_view kMinus = "\xE2\x88\x92";  // U+2212, as wide as a plus

std::string grouped(std::string digits, const std::string& separator) {
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), separator);
  return digits;
}

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string Numbers::separator(std::string_view kind) const { return catalogue_.text("number." + std::string(kind)); }

std::string Numbers::euro_sign(bool negative) const {
  return catalogue_.text(negative ? "number.euro_minus" : "number.euro");
}

std::string Numbers::count(std::int64_t number) const {
  const auto digits = grouped(std::to_string(std::abs(number)), separator("thousands"));
  return number < 0 ? std::string(kMinus) + digits : digits;
}

std::string Numbers::people(PeopleCount people) const {
  return people.is_hidden() ? catalogue_.text("number.hidden") : count(people.value());
}

std::string Numbers::euro(Eurocent amount) const {
  const auto cents = std::abs(amount.value);
  return euro_sign(amount.value < 0) + count(cents / 100) + separator("decimal") + two_digits(cents % 100);
}

std::string Numbers::whole_euro(Eurocent amount) const {
  const auto euros = divide_half_up(std::abs(amount.value), 100);
  return euro_sign(amount.value < 0 && euros > 0) + count(euros);
}

std::string Numbers::change(Eurocent amount) const {
  return amount.value > 0 ? catalogue_.text("number.plus", {{"amount", euro(amount)}}) : euro(amount);
}

std::string Numbers::decimal(std::int64_t scaled, int digits) const {
  const auto one = power_of_ten(digits);
  const auto size = std::abs(scaled);
  auto fraction = std::to_string(size % one);
  fraction.insert(0, static_cast<std::size_t>(digits) - std::min(fraction.size(), static_cast<std::size_t>(digits)),
                  '0');
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  const auto whole = (scaled < 0 ? std::string(kMinus) : "") + count(size / one);
  return fraction.empty() ? whole : whole + separator("decimal") + fraction;
}

std::string Numbers::hours(Hours hours) const {
  return catalogue_.text(hours.centi == 100 ? "number.hour" : "number.hours", {{"hours", decimal(hours.centi, 2)}});
}

std::string Numbers::percent(std::int64_t per_mille) const { return decimal(per_mille, 1) + "%"; }

std::string Numbers::whole_percent(std::int64_t per_mille) const { return count(divide_half_up(per_mille, 10)) + "%"; }

std::string Numbers::date(Date date) const {
  const auto day = calendar_of(date);
  const auto month = static_cast<unsigned>(day.month());
  return catalogue_.text("number.date", {{"day", std::to_string(static_cast<unsigned>(day.day()))},
                                         {"month", catalogue_.text("month." + std::to_string(month))},
                                         {"year", std::to_string(static_cast<int>(day.year()))}});
}

}  // namespace passend::present
