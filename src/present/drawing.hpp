// SPDX-License-Identifier: EUPL-1.2
// What charts are drawn with: sideways in per cents of their box, downwards in px. Inside src/present only.
#pragma once

#include <string>

#include "present/markup.hpp"

namespace passend::present {

std::string box_percent(double of_box);  // 12.5 → "12.50%"
Markup text_at(const std::string& x, int y, const std::string& words, Attributes more = {});
Markup drawing(int height, const std::string& kind, const std::string& label, const Markup& inside);

}  // namespace passend::present
