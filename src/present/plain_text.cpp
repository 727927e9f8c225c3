// SPDX-License-Identifier: EUPL-1.2
#include "present/plain_text.hpp"

#include <algorithm>

namespace passend::present {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Bytes of the code point at the front; 0 when it is not UTF-8.
std::size_t length_of(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || text.size() < length) return 0;
  return std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(length), continues) ? length : 0;
}

bool is_control(std::string_view point) {
  const auto lead = static_cast<unsigned char>(point[0]);
  return lead < 0x20 || lead == 0x7F || (lead == 0xC2 && static_cast<unsigned char>(point[1]) < 0xA0);
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const auto length = length_of(text);
    const auto point = text.substr(0, std::max<std::size_t>(length, 1));
    if (point == "\n" || point == "\t" || point == "\r")
      safe += ' ';
    else
      safe += length == 0 || is_control(point) ? kReplacement : point;
    text.remove_prefix(point.size());
  }
  return safe;
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

std::string shortened(std::string_view text, std::size_t width) {
  if (width_of(text) <= width) return std::string(text);
  std::size_t end = 0;
  for (std::size_t points = 0; end < text.size(); ++end)
    if (!continues(text[end]) && ++points == std::max<std::size_t>(width, 1)) break;
  return std::string(text.substr(0, end)) + "…";
}

std::string upper_first(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

}  // namespace passend::present
