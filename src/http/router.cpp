// SPDX-License-Identifier: EUPL-1.2
#include "http/router.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <stdexcept>

#include "http/request_target.hpp"

namespace passend::http {
namespace {

constexpr std::string_view kRest = "...}";

bool is_named(std::string_view segment) { return segment.starts_with('{'); }
bool is_rest(std::string_view segment) { return is_named(segment) && segment.ends_with(kRest); }

std::string name_in(std::string_view segment) {
  const std::size_t end = is_rest(segment) ? kRest.size() : 1;
  return std::string(segment.substr(1, segment.size() - 1 - end));
}

// Sorts as rank of each segment: literal, named, rest. Two patterns of one shape hold the same requests.
std::string shape_of(const std::vector<std::string>& pattern) {
  std::string shape;
  for (const std::string& segment : pattern)
    shape += is_rest(segment) ? "3" : is_named(segment) ? "2" : "1/" + segment + "/";
  return shape;
}

void check_segment(const std::string& segment, bool last) {
  const auto whole = path_segments("/" + segment);
  const bool brace = segment.find_first_of("{}") != segment.npos;
  if (!brace && whole && whole->size() == 1 && !whole->front().empty()) return;
  const bool form = is_named(segment) && segment.ends_with('}') && segment.size() > 2 && !name_in(segment).empty();
  if (!form || name_in(segment).find_first_of("{}.") != std::string::npos || (is_rest(segment) && !last))
    throw std::logic_error("segment of a route: " + segment);
}

std::vector<std::string> pattern_of(const std::string& text) {
  if (!text.starts_with('/')) throw std::logic_error("route: " + text);
  std::vector<std::string> segments;
  for (std::size_t at = 1; at <= text.size() && text != "/";) {
    const std::size_t end = std::min(text.find('/', at), text.size());
    segments.push_back(text.substr(at, end - at));
    check_segment(segments.back(), end == text.size());
    at = end + 1;
  }
  return segments;
}

std::optional<Fields> values_of(const std::vector<std::string>& pattern, const std::vector<std::string>& segments) {
  const bool rest = !pattern.empty() && is_rest(pattern.back());
  if (rest ? segments.size() < pattern.size() : segments.size() != pattern.size()) return std::nullopt;
  Fields values;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (!is_named(pattern[i])) {
      if (pattern[i] != segments[i]) return std::nullopt;
      continue;
    }
    std::string value = segments[i];
    for (std::size_t k = i + 1; is_rest(pattern[i]) && k < segments.size(); ++k) value += "/" + segments[k];
    if (value.empty() || value.ends_with('/')) return std::nullopt;
    values.add(name_in(pattern[i]), std::move(value));
  }
  return values;
}

}  // namespace

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)), order_(routes_.size()) {
  std::set<std::pair<Method, std::string>> seen;
  for (const Route& route : routes_) {
    patterns_.push_back(pattern_of(route.pattern));
    if (!route.handler) throw std::logic_error("route without handler: " + route.pattern);
    if (!seen.emplace(route.method, shape_of(patterns_.back())).second)
      throw std::logic_error("route twice: " + route.pattern);
  }
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::ranges::stable_sort(order_, {}, [&](std::size_t i) { return shape_of(patterns_[i]); });
}

Router::Match Router::match(Method method, const std::vector<std::string>& segments) const {
  Match match;
  const Method asked = method == Method::kHead ? Method::kGet : method;
  for (const std::size_t i : order_) {
    auto values = values_of(patterns_[i], segments);
    if (!values) continue;
    const Method has = routes_[i].method;
    if (std::ranges::find(match.allowed, has) == match.allowed.end()) match.allowed.push_back(has);
    if (match.route || (has != asked && has != method)) continue;
    match.route = i;
    match.values = std::move(*values);
  }
  if (std::ranges::find(match.allowed, Method::kGet) != match.allowed.end()) match.allowed.push_back(Method::kHead);
  if (!match.allowed.empty()) match.allowed.push_back(Method::kOptions);
  std::ranges::sort(match.allowed);
  match.allowed.erase(std::ranges::unique(match.allowed).begin(), match.allowed.end());
  return match;
}

}  // namespace passend::http
