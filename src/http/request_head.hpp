// SPDX-License-Identifier: EUPL-1.2
// The head of a request (RFC 9112), read strictly. Ambiguity is what request smuggling lives on, so a head that two
// programs could read in two ways is refused, not repaired. The library that reads bodies sees only heads that passed.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/http_limits.hpp"
#include "http/message.hpp"

namespace passend::http {

struct RequestHead {
  Method method = Method::kGet;
  int minor = 1;                        // HTTP/1.minor
  std::string path{};                   // decoded
  std::vector<std::string> segments{};  // of the path, decoded
  Fields query{};
  std::string host{};
  Fields headers{};              // names in lower case
  std::uint64_t body_bytes = 0;  // Content-Length
  bool has_length = false;
  bool chunked = false;
  bool keep_alive = true;
  bool wants_continue = false;  // Expect: 100-continue
};

// Why a request was not taken. `reason` is a fixed key, never a part of the request.
struct Refusal {
  int status = 400;
  std::string_view reason{};
};

enum class Scan : std::uint8_t { kMore, kComplete, kBad };

// Looks at the bytes from `from` on: a head ends with an empty line. kBad as soon as a byte shows that no good head
// can follow: a control character, a line end other than CR LF, or a begin that is no method. On kComplete `from` is
// the size of the head, else how far the bytes were looked at.
Scan scan_head(std::string_view bytes, std::size_t& from);

// `head` as scan_head found it, with its empty line. The refusals are listed in docs/http.md.
std::expected<RequestHead, Refusal> parse_head(std::string_view head, const Limits& limits);

}  // namespace passend::http
