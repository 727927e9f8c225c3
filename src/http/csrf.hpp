// SPDX-License-Identifier: EUPL-1.2
// Requests that another site makes in the name of our visitor (CSRF). docs/http.md, "From another site".
#pragma once

#include <string>

#include "http/message.hpp"
#include "http/router.hpp"

namespace passend::http {

inline constexpr std::string_view kTokenField = "csrf";           // of a form
inline constexpr std::string_view kTokenHeader = "x-csrf-token";  // of a script of ours

enum class Origin : std::uint8_t {
  kSame,
  kOther,
  kUnsaid  // neither Sec-Fetch-Site nor an Origin that names a host; programs and old browsers
};

// Sec-Fetch-Site where there is one, else Origin against Host. "Origin: null" says nothing: our own pages send it,
// because they tell no other site where the visitor was (Referrer-Policy).
Origin origin_of(const Request& request);

struct PageToken {
  std::string token{};       // for the field `csrf` of each form of the page
  std::string set_cookie{};  // Set-Cookie of this answer; empty when the visitor has the cookie already
};

// The token differs in every answer, though its secret does not: compression then gives nothing away.
PageToken page_token(const Request& request);

// The token of the request, in field or header, belongs to the secret in its cookie.
bool token_fits(const Request& request);

// Whether a request that changes state may pass.
bool may_change_state(const Request& request, Guard guard);

}  // namespace passend::http
