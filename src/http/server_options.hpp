// SPDX-License-Identifier: EUPL-1.2
// How a server is set up. docs/http.md explains each.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/http_limits.hpp"
#include "http/message.hpp"

namespace passend::http {

struct Tls {
  std::filesystem::path certificate{};  // PEM, with its chain
  std::filesystem::path key{};          // PEM
  bool also_1_2 = false;                // TLS 1.3 only, unless asked
};

// An answer for a status that no handler gave: 404, 405, 400 … `reason` is a fixed key ("host", "token"), for the
// texts of the pages. `request` is null where the request was not understood.
using ErrorPage = std::function<Response(int status, std::string_view reason, const Request* request)>;

struct ServerOptions {
  std::vector<std::string> addresses{"127.0.0.1", "::1"};  // an address this machine lacks is passed over
  std::uint16_t port = 8080;                               // 0: the system chooses one
  std::size_t threads = 2;                                 // that serve connections
  std::size_t long_threads = 1;                            // that do long work
  Limits limits{};
  // Names a request may ask for, without port; empty: localhost and the addresses when those are all of this machine
  // itself, else any. Others get 421, so that no foreign page can reach a local server under a name of its own.
  std::vector<std::string> hosts{};
  std::vector<std::string> trusted_proxies{};  // addresses or networks
  std::optional<Tls> tls{};
  std::function<void(std::string_view line)> access_log{};  // a line of JSON; called from several threads
  std::function<bool()> ready{};                            // for /readyz; none: ready once it runs
  ErrorPage error_page{};                                   // none: problem details
};

}  // namespace passend::http
