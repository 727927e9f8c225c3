// SPDX-License-Identifier: EUPL-1.2
// What happens to a request between its bytes and those of its answer: limits by client, route, guard, handler, count
// and log. Knows no socket, so that it is tested without one. All functions may be called from several threads.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "http/client_address.hpp"
#include "http/metrics.hpp"
#include "http/rate_limit.hpp"
#include "http/reply.hpp"
#include "http/request_head.hpp"
#include "http/router.hpp"
#include "http/server_options.hpp"

namespace passend::http {

// One request on its way.
struct Call {
  Request request{};
  ReplyForm form{};
  std::optional<std::size_t> route{};
  std::optional<Response> answer{};  // settled by the head alone; then no body is read
  std::chrono::steady_clock::time_point begin{};
};

class Dispatcher final {
 public:
  // Adds /healthz, /readyz and /metrics to the routes. kWrongUse: an address or network that is none.
  static Result<std::unique_ptr<Dispatcher>> make(ServerOptions options, std::vector<Route> routes);

  Call begin(RequestHead head, const Address& peer, bool tls) const;
  bool is_long(const Call& call) const;

  // Calls the handler. A handler that throws gives 500; what it threw is told to nobody.
  Reply finish(Call& call, std::string body) const;
  Reply refuse(const Refusal& refusal, bool tls) const;          // a request that was not understood; closes
  Reply busy(const Call& call) const;                            // too much long work
  void record(const Call& call, int status, std::size_t bytes);  // counts and logs
  void record(const Refusal& refusal);

  void set_stopping() { stopping_ = true; }  // /readyz says no, connections are not kept
  bool stopping() const { return stopping_; }
  Metrics& metrics() { return metrics_; }
  const ServerOptions& options() const { return options_; }
  const Router& router() const { return router_; }

 private:
  Dispatcher(ServerOptions options, std::vector<Route> routes, std::vector<Network> trusted);
  Response error(int status, std::string_view reason, const Request* request) const;
  std::optional<Response> settled(const Call& call, const Router::Match& match, const Client& client) const;
  std::optional<Response> refused_body(Call& call) const;
  Response handled(const Call& call) const;
  bool asks_for_us(std::string_view host) const;
  void log(std::string_view method, std::string_view route, int status, double milliseconds, std::size_t bytes,
           std::string_view reason) const;

  ServerOptions options_;
  Router router_;
  std::vector<Network> trusted_;
  std::vector<std::string> hosts_;
  std::atomic<bool> stopping_{false};
  mutable RateLimit rate_;
  Metrics metrics_;
};

}  // namespace passend::http
