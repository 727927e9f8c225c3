// SPDX-License-Identifier: EUPL-1.2
#include "present/drawing.hpp"

#include <fmt/format.h>

namespace passend::present {

std::string box_percent(double of_box) { return fmt::format("{:.2f}%", of_box); }

Markup text_at(const std::string& x, int y, const std::string& words, Attributes more) {
  more.insert(more.begin(), {{"x", x}, {"y", std::to_string(y)}});
  return element("text", more, {words});
}

Markup drawing(int height, const std::string& kind, const std::string& label, const Markup& inside) {
  return element("svg",
                 {{"class", "chart " + kind},
                  {"role", "img"},
                  {"aria-label", label},
                  {"width", "100%"},
                  {"height", std::to_string(height)}},
                 {inside}) +
         Markup::raw("\n");
}

}  // namespace passend::present
