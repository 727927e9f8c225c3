// SPDX-License-Identifier: EUPL-1.2
// Text as people really save it: UTF-8, with or without a byte order mark, or Windows-1252.
#pragma once

#include <string>
#include <string_view>

#include "base/fault.hpp"

namespace passend {

bool is_utf8(std::string_view text);

// The text in UTF-8 without a byte order mark. kEncoding: neither of the two, or a zero byte, with its line.
Result<std::string> text_in_utf8(std::string_view bytes, const std::string& file);

}  // namespace passend
