// SPDX-License-Identifier: EUPL-1.2
// Any bytes as the begin of a request: the head is found or refused, and one that passes keeps what the readers
// promise.
#include <cstdint>
#include <cstdlib>

#include "http/http_problem.hpp"
#include "http/request_head.hpp"
#include "http/request_target.hpp"
#include "http/text_list.hpp"

namespace {

void require(bool so) {
  if (!so) std::abort();
}

// What no head that passed may hold, whatever stood in its bytes.
void check(const passend::http::RequestHead& head) {
  using passend::http::Fields;
  require(!(head.chunked && (head.has_length || head.minor == 0)));
  require(head.headers.all("host").size() == 1 && head.headers.all("content-length").size() <= 1);
  require(head.path.starts_with('/') && head.path.find('\0') == head.path.npos);
  for (const std::string& segment : head.segments)
    require(segment != ".." && segment != "." && segment.find('/') == segment.npos);
  for (const auto& [name, value] : head.headers)
    require(name == passend::http::lower(name) && value.find_first_of("\r\n") == value.npos);
  for (const auto& [name, value] : head.query) require(value.find('\n') == value.npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace passend::http;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Limits limits{};
  // In two parts, as a network may deliver it, the same is found.
  std::size_t whole = 0, parts = 0;
  const Scan scan = scan_head(bytes, whole);
  Scan again = scan_head(bytes.substr(0, size / 2), parts);
  if (again == Scan::kMore) again = scan_head(bytes, parts);
  require(scan == again && (scan != Scan::kComplete || whole == parts));
  if (scan == Scan::kComplete) {
    const auto head = parse_head(bytes.substr(0, whole), limits);
    if (head)
      check(*head);
    else
      require(head.error().status >= 400 && !head.error().reason.empty());
  }
  const auto form = form_fields(bytes, true, limits.fields);
  require(!form || form->size() <= limits.fields);
  cookies_of(bytes);
  json_depth_within(bytes, limits.json_depth);
  return 0;
}
