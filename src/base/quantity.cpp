// SPDX-License-Identifier: EUPL-1.2
#include "base/quantity.hpp"

#include <fmt/format.h>

namespace passend {
namespace {

constexpr int kDigitsMax = 17;  // what an int64 surely holds

struct Decimal {
  bool negative = false;
  std::string_view whole;
  std::string_view fraction;
};

bool all_digits(std::string_view text) {
  for (const char c : text)
    if (c < '0' || c > '9') return false;
  return true;
}

std::optional<Decimal> split_decimal(std::string_view text) {
  Decimal out;
  if (!text.empty() && text.front() == '-') {
    out.negative = true;
    text.remove_prefix(1);
  }
  const auto point = text.find('.');
  out.whole = text.substr(0, point);
  if (point != std::string_view::npos) {
    out.fraction = text.substr(point + 1);
    if (out.fraction.empty()) return std::nullopt;
  }
  if (out.whole.empty() || !all_digits(out.whole) || !all_digits(out.fraction)) return std::nullopt;
  if (out.whole.size() + out.fraction.size() > kDigitsMax) return std::nullopt;
  return out;
}

std::int64_t joined(const Decimal& decimal, int digits) {
  std::int64_t value = 0;
  for (const char c : decimal.whole) value = value * 10 + (c - '0');
  for (const char c : decimal.fraction) value = value * 10 + (c - '0');
  value *= power_of_ten(digits - static_cast<int>(decimal.fraction.size()));
  return decimal.negative ? -value : value;
}

}  // namespace

std::int64_t power_of_ten(int digits) {
  std::int64_t value = 1;
  for (int i = 0; i < digits; ++i) value *= 10;
  return value;
}

std::int64_t divide_down(std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t quotient = numerator / denominator;
  return numerator % denominator < 0 ? quotient - 1 : quotient;
}

std::int64_t divide_up(std::int64_t numerator, std::int64_t denominator) {
  return -divide_down(-numerator, denominator);
}

std::int64_t divide_half_up(std::int64_t numerator, std::int64_t denominator) {
  return divide_down(2 * numerator + denominator, 2 * denominator);
}

std::optional<std::int64_t> parse_scaled(std::string_view text, int digits) {
  const auto decimal = split_decimal(text);
  if (!decimal || static_cast<int>(decimal->fraction.size()) > digits) return std::nullopt;
  if (static_cast<int>(decimal->whole.size()) + digits > kDigitsMax) return std::nullopt;
  return joined(*decimal, digits);
}

std::optional<std::int64_t> parse_integer(std::string_view text) { return parse_scaled(text, 0); }

std::optional<Rate> parse_rate(std::string_view text) {
  const auto decimal = split_decimal(text);
  if (!decimal) return std::nullopt;
  const int digits = static_cast<int>(decimal->fraction.size());
  return Rate{joined(*decimal, digits), digits};
}

std::string to_decimal(std::int64_t scaled, int digits) {
  const std::int64_t unit = power_of_ten(digits);
  const std::string_view sign = scaled < 0 ? "-" : "";
  const std::int64_t size = scaled < 0 ? -scaled : scaled;
  if (digits == 0) return fmt::format("{}{}", sign, size);
  return fmt::format("{}{}.{:0{}}", sign, size / unit, size % unit, digits);
}

}  // namespace passend
