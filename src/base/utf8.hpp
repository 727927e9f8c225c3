// SPDX-License-Identifier: EUPL-1.2
// Whether bytes are UTF-8, by RFC 3629: overlong forms, surrogates and what lies above U+10FFFF are refused.
#pragma once

#include <string_view>

namespace passend {

bool is_utf8(std::string_view text);

}  // namespace passend
