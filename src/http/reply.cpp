// SPDX-License-Identifier: EUPL-1.2
#include "http/reply.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <stdexcept>

#include "http/gzip.hpp"
#include "http/text_list.hpp"

namespace passend::http {
namespace {

struct Phrase {
  int status;
  std::string_view words;
};

constexpr std::array kPhrases{Phrase{200, "OK"},
                              Phrase{201, "Created"},
                              Phrase{202, "Accepted"},
                              Phrase{204, "No Content"},
                              Phrase{301, "Moved Permanently"},
                              Phrase{302, "Found"},
                              Phrase{303, "See Other"},
                              Phrase{304, "Not Modified"},
                              Phrase{307, "Temporary Redirect"},
                              Phrase{308, "Permanent Redirect"},
                              Phrase{400, "Bad Request"},
                              Phrase{401, "Unauthorized"},
                              Phrase{403, "Forbidden"},
                              Phrase{404, "Not Found"},
                              Phrase{405, "Method Not Allowed"},
                              Phrase{406, "Not Acceptable"},
                              Phrase{409, "Conflict"},
                              Phrase{410, "Gone"},
                              Phrase{411, "Length Required"},
                              Phrase{412, "Precondition Failed"},
                              Phrase{413, "Content Too Large"},
                              Phrase{414, "URI Too Long"},
                              Phrase{415, "Unsupported Media Type"},
                              Phrase{417, "Expectation Failed"},
                              Phrase{421, "Misdirected Request"},
                              Phrase{422, "Unprocessable Content"},
                              Phrase{429, "Too Many Requests"},
                              Phrase{431, "Request Header Fields Too Large"},
                              Phrase{500, "Internal Server Error"},
                              Phrase{501, "Not Implemented"},
                              Phrase{503, "Service Unavailable"},
                              Phrase{505, "HTTP Version Not Supported"},
                              Phrase{507, "Insufficient Storage"}};

Fields headers_of(bool secure) {
  Fields headers;
  headers.add("Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
              "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
              "require-trusted-types-for 'script'");
  headers.add("X-Content-Type-Options", "nosniff");
  headers.add("X-Frame-Options", "DENY");
  headers.add("Referrer-Policy", "no-referrer");
  headers.add("Permissions-Policy",
              "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
              "microphone=(), midi=(), payment=(), usb=(), browsing-topics=()");
  headers.add("Cross-Origin-Opener-Policy", "same-origin");
  headers.add("Cross-Origin-Resource-Policy", "same-origin");
  if (secure) headers.add("Strict-Transport-Security", "max-age=63072000");
  return headers;
}

std::string_view cache_control(Cache cache) {
  constexpr std::array<std::string_view, 3> kRules{"no-store", "no-cache", "public, max-age=31536000, immutable"};
  return kRules.at(static_cast<std::size_t>(cache));
}

// RFC 9110 section 5.6.7, without the locale of strftime.
std::string http_date(std::time_t now) {
  constexpr std::string_view kDays = "SunMonTueWedThuFriSat", kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  std::tm t{};
  gmtime_r(&now, &t);
  const auto two = [](int value) {
    return std::string{static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  };
  std::string date(kDays.substr(static_cast<std::size_t>(t.tm_wday) * 3, 3));
  date.append(", ")
      .append(two(t.tm_mday))
      .append(" ")
      .append(kMonths.substr(static_cast<std::size_t>(t.tm_mon) * 3, 3));
  date.append(" ").append(std::to_string(t.tm_year + 1900)).append(" ");
  return date.append(two(t.tm_hour)).append(":").append(two(t.tm_min)).append(":").append(two(t.tm_sec)).append(" GMT");
}

class HeadWriter {
 public:
  explicit HeadWriter(int status) {
    head_.reserve(1024);
    head_.append("HTTP/1.1 ").append(std::to_string(status)).append(" ").append(phrase_of(status)).append("\r\n");
  }
  void add(std::string_view name, std::string_view value) {
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (std::ranges::any_of(name, control) || std::ranges::any_of(value, control))
      throw std::logic_error("control character in a header of an answer");
    head_.append(name).append(": ").append(value).append("\r\n");
  }
  std::string take() { return std::move(head_.append("\r\n")); }

 private:
  std::string head_;
};

bool names(const Fields& headers, std::string_view name) {
  return std::ranges::any_of(headers, [&](const auto& header) { return same_text(header.first, name); });
}

// Compresses where asked, and says how the answer depends on that.
void compress(Response& response, Reply& reply, const ReplyForm& form) {
  if (response.content) {
    reply.content_gzip = form.gzip && !response.content->gzip.empty();
    return;
  }
  if (!form.gzip || !may_compress(response.type, response.body.size()) || reply.stream) return;
  std::string smaller = gzip(response.body, Effort::kEachTime);
  response.headers.add("Content-Encoding", "gzip");
  response.body = std::move(smaller);
}

std::string tag_of(const Response& response) {
  const bool tagged = response.status == 200 && response.cache != Cache::kNoStore && !response.stream;
  if (!tagged) return {};
  return response.content ? response.content->etag : etag_of(response.body);
}

}  // namespace

std::string_view Reply::payload() const {
  if (!has_payload) return {};
  if (!content) return body;
  return content_gzip ? content->gzip : content->bytes;
}

std::string_view phrase_of(int status) {
  const auto found = std::ranges::find(kPhrases, status, &Phrase::status);
  return found == kPhrases.end() ? std::string_view("Other") : found->words;
}

const Fields& standing_headers(bool secure) {
  static const std::array<Fields, 2> kHeaders{headers_of(false), headers_of(true)};
  return kHeaders.at(secure ? 1 : 0);
}

Reply make_reply(Response response, const ReplyForm& form) {
  Reply reply;
  const std::string tag = tag_of(response);
  const bool unchanged = !tag.empty() && !form.if_none_match.empty() && tag_matches(form.if_none_match, tag) &&
                         !changes_state(form.method);
  reply.status = unchanged ? 304 : response.status;
  reply.keep_alive = form.keep_alive;
  reply.stream = std::move(response.stream);
  const std::string_view type = response.content ? response.content->type : response.type;
  const std::size_t plain = response.content ? response.content->bytes.size() : response.body.size();
  const bool varies = may_compress(type, plain);
  const bool bare = reply.status == 204 || reply.status == 304;
  if (!bare) compress(response, reply, form);
  reply.has_payload = !bare && form.method != Method::kHead;
  if (reply.stream && type == "text/event-stream") reply.beat = ":\n\n";
  reply.chunked = reply.stream && form.minor == 1;
  if (reply.stream && !reply.chunked) reply.keep_alive = false;

  HeadWriter head(reply.status);
  head.add("Date", http_date(std::time(nullptr)));
  if (!bare && !type.empty()) head.add("Content-Type", type);
  for (const auto& [name, value] : standing_headers(form.secure))
    if (!names(response.headers, name)) head.add(name, value);
  for (const auto& [name, value] : response.headers) head.add(name, value);
  if (!names(response.headers, "Cache-Control")) head.add("Cache-Control", cache_control(response.cache));
  if (reply.content_gzip) head.add("Content-Encoding", "gzip");
  if (varies) head.add("Vary", "Accept-Encoding");
  if (!tag.empty()) head.add("ETag", tag);
  reply.body = std::move(response.body);
  reply.content = std::move(response.content);
  if (reply.chunked) head.add("Transfer-Encoding", "chunked");
  if (!bare && !reply.stream) {
    const std::size_t bytes = !reply.content       ? reply.body.size()
                              : reply.content_gzip ? reply.content->gzip.size()
                                                   : reply.content->bytes.size();
    head.add("Content-Length", std::to_string(bytes));
  }
  if (!reply.keep_alive) head.add("Connection", "close");
  reply.head = head.take();
  return reply;
}

}  // namespace passend::http
