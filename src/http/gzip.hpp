// SPDX-License-Identifier: EUPL-1.2
// Compression of answers (RFC 1952, by zlib) and their tags.
#pragma once

#include <string>
#include <string_view>

namespace passend::http {

enum class Effort { kEachTime, kOnce };

std::string gzip(std::string_view bytes, Effort effort);

// Text of a size where compression pays. Never a stream of events: they must leave at once.
bool may_compress(std::string_view type, std::size_t bytes);

// Accept-Encoding names gzip, or all, with a weight above zero (RFC 9110 section 12.5.3).
bool accepts_gzip(std::string_view accept_encoding);

// A weak tag: the same for the compressed and the plain form. W/"…"
std::string etag_of(std::string_view bytes);

// If-None-Match (RFC 9110 section 13.1.2), by weak comparison.
bool tag_matches(std::string_view if_none_match, std::string_view etag);

}  // namespace passend::http
