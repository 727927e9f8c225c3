// SPDX-License-Identifier: EUPL-1.2
// Strong types for amounts, rates and hours, and the named roundings. Integers only.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace passend {

struct Eurocent {
  std::int64_t value = 0;
  friend auto operator<=>(const Eurocent&, const Eurocent&) = default;
  friend Eurocent operator+(Eurocent a, Eurocent b) { return {a.value + b.value}; }
  friend Eurocent operator-(Eurocent a, Eurocent b) { return {a.value - b.value}; }
};

// Hundredths of an hour.
struct Hours {
  std::int32_t centi = 0;
  friend auto operator<=>(const Hours&, const Hours&) = default;
};

// A fraction as units / 10^digits, read from decimal text, so that 0.345 is exactly 345 / 1000.
struct Rate {
  std::int64_t units = 0;
  int digits = 0;
  friend bool operator==(const Rate&, const Rate&) = default;
};

std::int64_t power_of_ten(int digits);  // 0 <= digits <= 18

// Numerators are >= 0 and denominators > 0 unless said otherwise.
std::int64_t divide_down(std::int64_t numerator, std::int64_t denominator);  // floor, any sign of numerator
std::int64_t divide_up(std::int64_t numerator, std::int64_t denominator);
std::int64_t divide_half_up(std::int64_t numerator, std::int64_t denominator);

// "13.27" with digits 2 → 1327. Nothing when not a plain decimal number, too long, or with more than `digits` decimals.
std::optional<std::int64_t> parse_scaled(std::string_view text, int digits);
std::optional<std::int64_t> parse_integer(std::string_view text);
std::optional<Rate> parse_rate(std::string_view text);

std::string to_decimal(std::int64_t scaled, int digits);  // 1327, 2 → "13.27"

}  // namespace passend
