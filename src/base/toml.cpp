// SPDX-License-Identifier: EUPL-1.2
#include "base/toml.hpp"

#include <fmt/format.h>

#include <cmath>

namespace passend {

namespace {

// Without an exponent: "4.1337e-07" → "0.00000041337".
std::string plain_decimal(double number) {
  const std::string text = fmt::format("{}", number);
  const auto e = text.find("e-");
  if (e == std::string::npos) return text;
  const auto point = text.find('.');
  const int mantissa_decimals = point == std::string::npos ? 0 : static_cast<int>(e - point - 1);
  return fmt::format("{:.{}f}", number, mantissa_decimals + std::stoi(text.substr(e + 2)));
}

}  // namespace

Result<toml::table> read_toml(std::string_view bytes, const std::string& file) {
  try {
    return toml::parse(bytes, file);
  } catch (const toml::parse_error& error) {
    return fail({.code = FaultCode::kTomlSyntax,
                 .file = file,
                 .line = static_cast<int>(error.source().begin.line),
                 .args = {{"reason", std::string(error.description())}}});
  }
}

std::optional<std::string> decimal_text(const toml::node& node) {
  if (const auto* integer = node.as_integer()) return fmt::format("{}", integer->get());
  if (const auto* number = node.as_floating_point(); number != nullptr && std::isfinite(number->get()))
    return plain_decimal(number->get());
  return std::nullopt;
}

std::optional<Date> date_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return parse_date(text->get());
  if (const auto* date = node.as_date()) {
    const toml::date d = date->get();
    return parse_date(fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day));
  }
  return std::nullopt;
}

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

}  // namespace passend
