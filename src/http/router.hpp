// SPDX-License-Identifier: EUPL-1.2
// One table of routes. Tests, the list of pages and the check on the contract read the same table.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "http/message.hpp"

namespace passend::http {

using Handler = std::function<Response(const Request&)>;

// What a request that changes state must show (docs/http.md, "From another site").
enum class Guard : std::uint8_t {
  kOrigin,  // it does not come from another origin: for calls of programs
  kToken    // and it carries the token of our page: for forms
};

enum class Work : std::uint8_t {
  kQuick,  // milliseconds: runs where the connection is served
  kLong    // runs apart; beyond Limits::long_waiting others are sent away with 503
};

// Pattern: "/", "/v1/income", "/aan-tafel/{person}", "/bestanden/{name...}" (the rest of the path, last only).
struct Route {
  Method method = Method::kGet;  // GET answers HEAD too
  std::string pattern{};
  Handler handler{};
  Guard guard = Guard::kOrigin;
  Work work = Work::kQuick;
};

class Router final {
 public:
  // Throws std::logic_error on a pattern of another form, a route without handler, or two routes for the same requests.
  explicit Router(std::vector<Route> routes);

  struct Match {
    std::optional<std::size_t> route{};  // index in routes()
    Fields values{};
    std::vector<Method> allowed{};  // methods of all routes for this path; empty = no such path
  };

  // Literal segments win from named ones, and those from a rest.
  Match match(Method method, const std::vector<std::string>& segments) const;
  const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
  std::vector<std::vector<std::string>> patterns_;  // segments
  std::vector<std::size_t> order_;                  // most literal first
};

}  // namespace passend::http
