// SPDX-License-Identifier: EUPL-1.2
#include "http/request_target.hpp"

#include <algorithm>

#include "base/encoding.hpp"
#include "http/text_list.hpp"

namespace passend::http {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kAlnum = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr std::string_view kPathMarks = "-._~!$&'()*+,;=:@%";  // pchar of RFC 3986, and "%"
constexpr std::size_t kMostPortDigits = 5;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

bool is_line_or_tab(char c) { return c == '\t' || c == '\n' || c == '\r'; }

bool only(std::string_view text, std::string_view a, std::string_view b) {
  return std::ranges::all_of(text, [&](char c) { return a.find(c) != a.npos || b.find(c) != b.npos; });
}

bool plain_segment(std::string_view segment) {
  return segment != "." && segment != ".." &&
         std::ranges::none_of(segment, [](char c) { return is_control(c) || c == '/' || c == '\\'; });
}

bool plain_field(std::string_view value, bool lines) {
  return std::ranges::none_of(value, [&](char c) { return is_control(c) && !(lines && is_line_or_tab(c)); });
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (text.size() - i < 3) return std::nullopt;
      const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
      if (high < 0 || low < 0 || (high == 0 && low == 0)) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += plus_is_space && text[i] == '+' ? ' ' : text[i];
    }
  }
  if (!is_utf8(out) || out.find('\0') != out.npos) return std::nullopt;
  return out;
}

std::optional<std::vector<std::string>> path_segments(std::string_view path) {
  if (!path.starts_with('/')) return std::nullopt;
  std::vector<std::string> segments;
  if (path == "/") return segments;
  for (std::size_t at = 1; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view raw = path.substr(at, end - at);
    if (raw.empty() && end != path.size()) return std::nullopt;
    if (!only(raw, kAlnum, kPathMarks)) return std::nullopt;
    auto segment = percent_decoded(raw, false);
    if (!segment || !plain_segment(*segment)) return std::nullopt;
    segments.push_back(std::move(*segment));
    at = end + 1;
  }
  return segments;
}

std::optional<Fields> form_fields(std::string_view text, bool lines, std::size_t most) {
  Fields fields;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('&', at), text.size());
    const std::string_view pair = text.substr(at, end - at);
    at = end + 1;
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = percent_decoded(pair.substr(0, equals), true);
    auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value || !plain_field(*name, false) || !plain_field(*value, lines)) return std::nullopt;
    if (fields.size() == most) return std::nullopt;
    fields.add(std::move(*name), std::move(*value));
  }
  return fields;
}

Fields cookies_of(std::string_view header) {
  Fields cookies;
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t end = std::min(header.find(';', at), header.size());
    const std::string_view pair = trimmed(header.substr(at, end - at));
    at = end + 1;
    const std::size_t equals = pair.find('=');
    if (equals == 0 || equals == pair.npos) continue;
    cookies.add(std::string(pair.substr(0, equals)), std::string(pair.substr(equals + 1)));
  }
  return cookies;
}

bool is_host(std::string_view text) {
  std::string_view name = text;
  const std::size_t bracket = text.find(']');
  const std::size_t colon = text.find(':', bracket == text.npos ? 0 : bracket);
  if (colon != text.npos) {
    const std::string_view port = text.substr(colon + 1);
    if (port.empty() || port.size() > kMostPortDigits || !only(port, kDigits, "")) return false;
    name = text.substr(0, colon);
  }
  if (name.starts_with('['))
    return name.size() > 4 && name.ends_with(']') && only(name.substr(1, name.size() - 2), kDigits, "abcdefABCDEF:.");
  return !name.empty() && only(name, kAlnum, "-._");
}

}  // namespace passend::http
