// SPDX-License-Identifier: EUPL-1.2
// From the Response of a handler to the bytes that leave: standing headers, cache and tags, compression.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace passend::http {

// What the request asked of the form of its answer.
struct ReplyForm {
  Method method = Method::kGet;
  int minor = 1;
  bool keep_alive = false;
  bool secure = false;  // then Strict-Transport-Security
  bool gzip = false;
  std::string if_none_match{};
};

struct Reply {
  int status = 0;
  std::string head{};  // status line and headers, with the empty line
  std::string body{};
  std::shared_ptr<const Content> content{};
  bool content_gzip = false;
  std::optional<Stream> stream{};
  std::string_view beat{};  // sent when a stream has long been silent; empty: nothing
  bool chunked = false;     // how the parts of a stream are framed
  bool has_payload = true;  // false: HEAD, 204, 304
  bool keep_alive = false;

  std::string_view payload() const;
};

std::string_view phrase_of(int status);  // "Not Found"

// Throws std::logic_error when a header of the response holds a control character.
Reply make_reply(Response response, const ReplyForm& form);

// The headers on every answer, by name (docs/http.md); Strict-Transport-Security goes with `secure` only.
const Fields& standing_headers(bool secure);

}  // namespace passend::http
