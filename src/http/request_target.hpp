// SPDX-License-Identifier: EUPL-1.2
// Paths, queries, forms and cookies, read strictly: what two programs could read in two ways is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"

namespace passend::http {

// The bytes behind %xx; `plus_is_space` as in forms. No value: an incomplete or wrong %xx, a NUL, or not UTF-8.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);

// "/a/b%20c" → {"a", "b c"}; "/" → {}; a "/" at the end gives an empty last segment. No value: it does not begin with
// "/", a character that RFC 3986 does not allow, an empty segment before the last, "." or "..", or a segment that
// decodes to "/", "\" or a control character.
std::optional<std::vector<std::string>> path_segments(std::string_view path);

// "a=1&b=x+y". No value: bad encoding, a control character (with `lines` a form may hold tab and line ends), or more
// than `most` fields.
std::optional<Fields> form_fields(std::string_view text, bool lines, std::size_t most);

// "a=1; b=2" (RFC 6265). What has no name is left out.
Fields cookies_of(std::string_view header);

// "host", "host:80", "1.2.3.4:80" or "[::1]:80" (RFC 3986 section 3.2.2); no user, no percent-encoding.
bool is_host(std::string_view text);

}  // namespace passend::http
