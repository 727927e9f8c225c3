// SPDX-License-Identifier: EUPL-1.2
// HTML and SVG that escape by default: text becomes Markup only escaped, and raw() is the one word to look for.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace passend::present {

class Markup {
 public:
  Markup() = default;
  Markup(std::string_view text);  // implicit, escapes & < > " ' and drops control characters
  Markup(const std::string& text) : Markup(std::string_view(text)) {}
  Markup(const char* text) : Markup(std::string_view(text)) {}

  static Markup raw(std::string html);  // for text that is HTML already

  const std::string& html() const { return html_; }
  bool empty() const { return html_.empty(); }
  Markup& operator+=(const Markup& more);
  friend Markup operator+(Markup a, const Markup& b) { return a += b; }

 private:
  std::string html_;
};

using Attributes = std::vector<std::pair<std::string_view, std::string>>;

// <name attributes>children</name>; a void element (meta, br) has no end. Attribute values are escaped.
Markup element(std::string_view name, const Attributes& attributes, const std::vector<Markup>& children = {});

}  // namespace passend::present
