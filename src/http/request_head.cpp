// SPDX-License-Identifier: EUPL-1.2
#include "http/request_head.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "http/request_target.hpp"
#include "http/text_list.hpp"

namespace passend::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kNameMarks = "!#$%&'*+-.^_`|~";  // tchar of RFC 9110, besides letters and digits
constexpr std::string_view kNotInQuery = "\"<>#";
constexpr std::size_t kMostLengthDigits = 15;

// A second one of these could be read instead of the first.
constexpr std::array<std::string_view, 15> kOnlyOnce{"host",
                                                     "content-length",
                                                     "transfer-encoding",
                                                     "content-type",
                                                     "content-encoding",
                                                     "cookie",
                                                     "authorization",
                                                     "origin",
                                                     "sec-fetch-site",
                                                     "expect",
                                                     "te",
                                                     "user-agent",
                                                     "referer",
                                                     "x-forwarded-proto",
                                                     "x-csrf-token"};

// They say where a request ends or for whom it is; nothing that looks like them may slip by.
constexpr std::array<std::string_view, 3> kFraming{"host", "content-length", "transfer-encoding"};

bool is_alnum(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_name(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return is_alnum(c) || kNameMarks.find(c) != kNameMarks.npos; });
}

bool is_value(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte != 0x7F) || c == '\t';
  });
}

bool is_visible(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7F; });
}

bool looks_like_framing(std::string name) {
  std::ranges::replace(name, '_', '-');
  return std::ranges::find(kFraming, name) != kFraming.end();
}

using Step = std::optional<Refusal>;  // no value: go on

class HeadReader {
 public:
  HeadReader(std::string_view text, const Limits& limits) : rest_(text), limits_(limits) {}

  std::expected<RequestHead, Refusal> read() {
    if (const Step no = request_line()) return std::unexpected(*no);
    if (const Step no = header_lines()) return std::unexpected(*no);
    for (const auto step : {&HeadReader::host, &HeadReader::target, &HeadReader::once, &HeadReader::framing,
                            &HeadReader::connection, &HeadReader::expectation})
      if (const Step no = (this->*step)()) return std::unexpected(*no);
    return std::move(head_);
  }

 private:
  std::optional<std::string_view> line() {
    const std::size_t end = rest_.find(kLineEnd);
    if (end == rest_.npos) return std::nullopt;
    const std::string_view found = rest_.substr(0, end);
    rest_.remove_prefix(end + kLineEnd.size());
    return found;
  }

  Step request_line() {
    const auto words = line();
    if (!words) return Refusal{400, "line_end"};
    const std::size_t first = words->find(' '), last = words->rfind(' ');
    if (first == words->npos || first == last) return Refusal{400, "request_line"};
    const std::string_view method = words->substr(0, first), version = words->substr(last + 1);
    target_ = words->substr(first + 1, last - first - 1);
    if (!std::ranges::all_of(method, is_upper) || !is_visible(target_) || target_.empty())
      return Refusal{400, "request_line"};
    if (target_.size() > limits_.target_bytes) return Refusal{414, "target_too_long"};
    if (version == "HTTP/1.0" || version == "HTTP/1.1")
      head_.minor = version.back() - '0';
    else
      return Refusal{version.starts_with("HTTP/") && version.size() == 8 ? 505 : 400, "version"};
    const auto known = method_of(method);
    if (!known) return Refusal{501, "method"};
    head_.method = *known;
    return {};
  }

  Step header_lines() {
    for (auto next = line(); next; next = line()) {
      if (next->empty()) return rest_.empty() ? Step{} : Refusal{400, "line_end"};
      if (head_.headers.size() == limits_.headers) return Refusal{431, "too_many_headers"};
      const std::size_t colon = next->find(':');
      if (colon == next->npos) return Refusal{400, "header_line"};
      const std::string_view name = next->substr(0, colon), value = trimmed(next->substr(colon + 1));
      if (!is_name(name) || !is_value(value)) return Refusal{400, "header_line"};  // obs-fold has no name
      std::string key = lower(name);
      if (key.find('_') != key.npos && looks_like_framing(key)) return Refusal{400, "header_line"};
      head_.headers.add(std::move(key), std::string(value));
    }
    return Refusal{400, "line_end"};
  }

  Step host() {
    const auto hosts = head_.headers.all("host");
    if (hosts.size() != 1 || !is_host(hosts[0])) return Refusal{400, "host"};
    head_.host = lower(hosts[0]);
    return {};
  }

  // origin-form, or absolute-form for the host of the Host header (RFC 9112 section 3.2).
  Step target() {
    std::string_view form = target_;
    for (const std::string_view scheme : {"http://", "https://"}) {
      if (!form.starts_with(scheme)) continue;
      form.remove_prefix(scheme.size());
      const std::size_t slash = std::min(form.find_first_of("/?"), form.size());
      if (!same_text(form.substr(0, slash), head_.host)) return Refusal{400, "target_host"};
      form.remove_prefix(slash);
      break;
    }
    const std::size_t mark = std::min(form.find('?'), form.size());
    const std::string_view query = form.substr(std::min(mark + 1, form.size()));
    const bool no_path = mark == 0 && form.size() < target_.size();  // http://host, which means http://host/
    auto segments = path_segments(no_path ? "/" : form.substr(0, mark));
    if (!segments) return Refusal{400, "path"};
    auto fields = form_fields(query, false, limits_.fields);
    if (!fields || query.find_first_of(kNotInQuery) != query.npos) return Refusal{400, "query"};
    head_.segments = std::move(*segments);
    head_.query = std::move(*fields);
    for (const std::string& segment : head_.segments) head_.path.append("/").append(segment);
    if (head_.path.empty()) head_.path = "/";
    return {};
  }

  Step once() {
    for (const std::string_view name : kOnlyOnce)
      if (std::ranges::count(head_.headers, name, &std::pair<std::string, std::string>::first) > 1)
        return Refusal{400, "header_twice"};
    return {};
  }

  Step framing() {
    const auto coding = head_.headers.find("transfer-encoding");
    const auto length = head_.headers.find("content-length");
    if (coding && (length || head_.minor == 0 || !same_text(*coding, "chunked"))) return Refusal{400, "framing"};
    head_.chunked = coding.has_value();
    if (length) {
      const bool digits = std::ranges::all_of(*length, [](char c) { return c >= '0' && c <= '9'; });
      const bool zeros = length->size() > 1 && length->starts_with('0');
      if (length->empty() || !digits || zeros) return Refusal{400, "framing"};
      if (length->size() > kMostLengthDigits) return Refusal{413, "body_too_large"};
      std::from_chars(length->data(), length->data() + length->size(), head_.body_bytes);
      head_.has_length = true;
    }
    const bool body = head_.chunked || head_.body_bytes > 0;
    if (body && !changes_state(head_.method)) return Refusal{400, "body_not_expected"};
    if (body && head_.headers.find("content-encoding")) return Refusal{415, "content_encoding"};
    if (head_.body_bytes > limits_.body_bytes) return Refusal{413, "body_too_large"};
    return {};
  }

  Step connection() {
    head_.keep_alive = head_.minor == 1;
    for (const std::string_view value : head_.headers.all("connection"))
      for (const std::string_view option : listed(value)) {
        if (!is_name(option) || looks_like_framing(lower(option))) return Refusal{400, "connection"};
        if (same_text(option, "close")) head_.keep_alive = false;
      }
    return {};
  }

  Step expectation() {
    const auto expect = head_.headers.find("expect");
    if (!expect) return {};
    if (!same_text(*expect, "100-continue")) return Refusal{417, "expectation"};
    head_.wants_continue = head_.minor == 1 && (head_.chunked || head_.body_bytes > 0);
    return {};
  }

  std::string_view rest_;
  const Limits& limits_;
  std::string_view target_;
  RequestHead head_;
};

}  // namespace

Scan scan_head(std::string_view bytes, std::size_t& from) {
  if (from == 0 && !bytes.empty() && !is_upper(bytes[0])) return Scan::kBad;
  for (std::size_t i = from; i < bytes.size(); ++i) {
    const char c = bytes[i];
    const bool after_cr = i > 0 && bytes[i - 1] == '\r';
    if ((c == '\n') != after_cr) return Scan::kBad;
    if (static_cast<unsigned char>(c) < 0x20 && c != '\r' && c != '\n' && c != '\t') return Scan::kBad;
    if (c == '\n' && bytes.substr(0, i + 1).ends_with("\r\n\r\n")) {
      from = i + 1;
      return Scan::kComplete;
    }
  }
  from = bytes.size();
  return Scan::kMore;
}

std::expected<RequestHead, Refusal> parse_head(std::string_view head, const Limits& limits) {
  if (head.size() > limits.head_bytes) return std::unexpected(Refusal{431, "head_too_large"});
  return HeadReader(head, limits).read();
}

}  // namespace passend::http
