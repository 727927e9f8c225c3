// SPDX-License-Identifier: EUPL-1.2
#include "present/markup.hpp"

#include <algorithm>
#include <array>

namespace passend::present {
namespace {

constexpr std::array<std::string_view, 5> kVoid{"meta", "link", "br", "hr", "img"};

void append_escaped(std::string& out, char c) {
  switch (c) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '"':
      out += "&quot;";
      return;
    case '\'':
      out += "&#39;";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if ((byte >= 0x20 && byte != 0x7F) || c == '\n' || c == '\t') out += c;
}

}  // namespace

Markup::Markup(std::string_view text) {
  html_.reserve(text.size());
  for (const char c : text) append_escaped(html_, c);
}

Markup Markup::raw(std::string html) {
  Markup markup;
  markup.html_ = std::move(html);
  return markup;
}

Markup& Markup::operator+=(const Markup& more) {
  html_ += more.html_;
  return *this;
}

Markup element(std::string_view name, const Attributes& attributes, const std::vector<Markup>& children) {
  std::string html = "<" + std::string(name);
  for (const auto& [key, value] : attributes) html += " " + std::string(key) + "=\"" + Markup(value).html() + "\"";
  html += ">";
  if (std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end()) return Markup::raw(std::move(html));
  for (const auto& child : children) html += child.html();
  return Markup::raw(std::move(html) + "</" + std::string(name) + ">");
}

}  // namespace passend::present
