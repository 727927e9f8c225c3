// SPDX-License-Identifier: EUPL-1.2
#include "http/message.hpp"

#include <algorithm>
#include <array>

#include "base/sha256.hpp"
#include "http/gzip.hpp"

namespace passend::http {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Method::kCount)> kMethods{
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

Response of(int status, std::string type, std::string body) {
  Response response;
  response.status = status;
  response.type = std::move(type);
  response.body = std::move(body);
  return response;
}

}  // namespace

std::string_view name_of(Method method) { return kMethods.at(static_cast<std::size_t>(method)); }

std::optional<Method> method_of(std::string_view name) {
  const auto found = std::ranges::find(kMethods, name);
  if (found == kMethods.end()) return std::nullopt;
  return static_cast<Method>(found - kMethods.begin());
}

std::optional<std::string_view> Fields::find(std::string_view name) const {
  for (const auto& [key, value] : rows_)
    if (key == name) return value;
  return std::nullopt;
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const auto& [key, value] : rows_)
    if (key == name) values.emplace_back(value);
  return values;
}

std::shared_ptr<const Content> make_content(std::string type, std::string bytes) {
  auto content = std::make_shared<Content>();
  content->etag = etag_of(bytes);
  if (may_compress(type, bytes.size())) content->gzip = gzip(bytes, Effort::kOnce);
  if (content->gzip.size() >= bytes.size()) content->gzip.clear();
  content->type = std::move(type);
  content->bytes = std::move(bytes);
  return content;
}

Response html(std::string page, int status) { return of(status, "text/html; charset=utf-8", std::move(page)); }
Response text(std::string words, int status) { return of(status, "text/plain; charset=utf-8", std::move(words)); }
Response json(std::string document, int status) { return of(status, "application/json", std::move(document)); }

Response see_other(std::string path) {
  Response response;
  response.status = 303;
  response.headers.add("Location", std::move(path));
  return response;
}

Response event_stream(Stream stream) {
  Response response = of(200, "text/event-stream", {});
  response.stream = std::move(stream);
  return response;
}

std::string server_event(std::string_view name, std::string_view data) {
  std::string event;
  if (!name.empty()) event.append("event: ").append(name).append("\n");
  for (std::size_t at = 0; at <= data.size();) {
    const std::size_t end = std::min(data.find('\n', at), data.size());
    event.append("data: ").append(data.substr(at, end - at)).append("\n");
    at = end + 1;
  }
  return event.append("\n");
}

}  // namespace passend::http
