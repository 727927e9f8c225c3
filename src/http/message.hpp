// SPDX-License-Identifier: EUPL-1.2
// What a handler gets and gives back: Request and Response. No socket, no limit, no domain.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace passend::http {

enum class Method : std::uint8_t { kGet, kHead, kPost, kPut, kPatch, kDelete, kOptions, kCount };

std::string_view name_of(Method method);                 // "GET"
std::optional<Method> method_of(std::string_view name);  // case matters (RFC 9110 section 9.1)
constexpr bool changes_state(Method method) {            // neither GET, HEAD nor OPTIONS
  return method != Method::kGet && method != Method::kHead && method != Method::kOptions;
}

// Names and values in the order they came; a name may stand more than once.
class Fields {
 public:
  void add(std::string name, std::string value) { rows_.emplace_back(std::move(name), std::move(value)); }
  std::optional<std::string_view> find(std::string_view name) const;  // the first of that name
  std::string_view get(std::string_view name) const { return find(name).value_or(std::string_view{}); }
  std::vector<std::string_view> all(std::string_view name) const;
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> rows_;
};

// Everything is decoded and is valid UTF-8, except header values and body, which are as they came.
struct Request {
  Method method = Method::kGet;
  std::string path{};    // decoded, begins with "/"
  std::string route{};   // pattern of the route, "/aan-tafel/{person}"; the only form that may be logged
  std::string host{};    // Host, with port when one was named
  bool secure = false;   // TLS here, or at a proxy that is trusted
  Fields path_values{};  // by the names in the pattern
  Fields query{};
  Fields form{};  // of a body of type application/x-www-form-urlencoded
  Fields cookies{};
  Fields headers{};  // names in lower case
  std::string body{};
};

// A body that many answers share (a style sheet, a picture), compressed and tagged once.
struct Content {
  std::string type{};
  std::string bytes{};
  std::string gzip{};  // empty where compression does not help
  std::string etag{};
};
std::shared_ptr<const Content> make_content(std::string type, std::string bytes);

enum class Cache : std::uint8_t {
  kNoStore,     // may hold what a person typed; the rule
  kRevalidate,  // kept, asked for each time: ETag and 304
  kForever      // its address changes with its content
};

// Parts that come over time. `next` is called every `every`, never twice at once, on a thread of the server, so it
// must not wait: "" = nothing yet, no value = the end.
struct Stream {
  std::function<std::optional<std::string>()> next{};
  std::chrono::milliseconds every{250};
};

struct Response {
  int status = 200;
  std::string type{};  // Content-Type; empty with an empty body
  std::string body{};
  Fields headers{};  // one named as a standing header of ours replaces it
  Cache cache = Cache::kNoStore;
  std::shared_ptr<const Content> content{};  // in place of type and body
  std::optional<Stream> stream{};            // in place of body
};

Response html(std::string page, int status = 200);
Response text(std::string words, int status = 200);
Response json(std::string document, int status = 200);
Response see_other(std::string path);  // 303 after a form: a reload sends nothing twice

// Server-sent events (text/event-stream); server_event makes one of them, data of many lines allowed.
Response event_stream(Stream stream);
std::string server_event(std::string_view name, std::string_view data);

}  // namespace passend::http
