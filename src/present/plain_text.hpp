// SPDX-License-Identifier: EUPL-1.2
// Text of others made safe for one line of a terminal, and its width there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace passend::present {

// Control characters (C0, C1, DEL) and bytes that are no UTF-8 become U+FFFD; a line break or tab becomes a space.
std::string one_line(std::string_view text);

std::size_t width_of(std::string_view text);                      // code points
std::string shortened(std::string_view text, std::size_t width);  // at most `width` wide, the last an ellipsis

// The first letter changed where it is a plain Latin one: a name at the start, or a title within, a sentence.
std::string upper_first(std::string text);
std::string lower_first(std::string text);

}  // namespace passend::present
