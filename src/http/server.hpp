// SPDX-License-Identifier: EUPL-1.2
// An HTTP/1.1 server for a table of routes. What it accepts and answers: docs/http.md.
//
//   auto server = http::Server::open(options, {{.pattern = "/", .handler = home}});
//   if (!server) return console.fail(server.error());
//   server->run(stop);
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "base/fault.hpp"
#include "http/router.hpp"
#include "http/server_options.hpp"

namespace passend::http {

class Server final {
 public:
  // Listens from here on; connections wait until run. kWrongUse: an address or port that is none, or taken;
  // kFileUnreadable: certificate or key. Throws std::logic_error on a wrong table of routes (Router).
  static Result<Server> open(ServerOptions options, std::vector<Route> routes);

  // Serves until `stop`, then takes no connection, ends those that rest, lets requests end within Limits::shutdown,
  // and returns. Once only.
  void run(std::stop_token stop);

  std::uint16_t port() const;
  const std::vector<Route>& routes() const;  // those given, /healthz, /readyz and /metrics
  std::string metrics() const;               // as /metrics gives them

  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  ~Server();

 private:
  class Core;
  explicit Server(std::unique_ptr<Core> core);
  std::unique_ptr<Core> core_;
};

}  // namespace passend::http
