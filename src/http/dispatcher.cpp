// SPDX-License-Identifier: EUPL-1.2
#include "http/dispatcher.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>

#include "http/csrf.hpp"
#include "http/gzip.hpp"
#include "http/http_problem.hpp"
#include "http/request_target.hpp"
#include "http/text_list.hpp"

namespace passend::http {
namespace {

std::string allow_of(const std::vector<Method>& methods) {
  std::string text;
  for (const Method method : methods) text.append(text.empty() ? "" : ", ").append(name_of(method));
  return text;
}

std::string_view media_of(const Request& request) {
  const std::string_view type = request.headers.get("content-type");
  return trimmed(type.substr(0, type.find(';')));
}

std::string_view without_port(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  return colon == host.npos || host.ends_with(']') ? host : host.substr(0, colon);
}

bool is_local(const std::string& text) {
  const auto address = parse_address(text);
  return address && (parse_network("127.0.0.0/8")->holds(*address) || parse_network("::1")->holds(*address));
}

// Without names given: those of this machine itself, if it is served to itself only.
std::vector<std::string> hosts_of(const ServerOptions& options) {
  if (!options.hosts.empty() || !std::ranges::all_of(options.addresses, is_local)) return options.hosts;
  std::vector<std::string> hosts{"localhost"};
  for (const std::string& address : options.addresses)
    hosts.push_back(address.find(':') == address.npos ? address : "[" + address + "]");
  return hosts;
}

Response with_header(Response response, std::string name, std::string value) {
  response.headers.add(std::move(name), std::move(value));
  return response;
}

}  // namespace

Result<std::unique_ptr<Dispatcher>> Dispatcher::make(ServerOptions options, std::vector<Route> routes) {
  std::vector<Network> trusted;
  for (const std::string& text : options.trusted_proxies) {
    const auto network = parse_network(text);
    if (!network) return fail({.code = FaultCode::kWrongUse, .column = "trusted_proxies", .value = text});
    trusted.push_back(*network);
  }
  for (const std::string& text : options.addresses)
    if (!parse_address(text)) return fail({.code = FaultCode::kWrongUse, .column = "addresses", .value = text});
  const auto self = std::make_shared<Dispatcher*>(nullptr);  // set below, before anything can ask
  routes.push_back({.pattern = "/healthz", .handler = [](const Request&) { return text("ok\n"); }});
  routes.push_back({.pattern = "/readyz", .handler = [self](const Request&) {
                      const bool ready = !(*self)->stopping_ && (!(*self)->options_.ready || (*self)->options_.ready());
                      return ready ? text("ready\n") : text("not ready\n", 503);
                    }});
  routes.push_back({.pattern = "/metrics", .handler = [self](const Request&) {
                      Response response = text((*self)->metrics_.text());
                      response.type = "text/plain; version=0.0.4; charset=utf-8";
                      return response;
                    }});
  std::unique_ptr<Dispatcher> dispatcher(new Dispatcher(std::move(options), std::move(routes), std::move(trusted)));
  *self = dispatcher.get();
  return dispatcher;
}

Dispatcher::Dispatcher(ServerOptions options, std::vector<Route> routes, std::vector<Network> trusted)
    : options_(std::move(options)),
      router_(std::move(routes)),
      trusted_(std::move(trusted)),
      hosts_(hosts_of(options_)),
      rate_(options_.limits.requests_per_second, options_.limits.burst),
      metrics_(router_.routes()) {}

bool Dispatcher::asks_for_us(std::string_view host) const {
  return hosts_.empty() || std::ranges::find(hosts_, without_port(host)) != hosts_.end();
}

Response Dispatcher::error(int status, std::string_view reason, const Request* request) const {
  if (!options_.error_page) return problem(status);
  Response response = options_.error_page(status, reason, request);
  response.status = status;
  return response;
}

std::optional<Response> Dispatcher::settled(const Call& call, const Router::Match& match, const Client& client) const {
  const Request& request = call.request;
  if (!asks_for_us(request.host)) return error(421, "other_host", &request);
  if (!rate_.take(client.key, call.begin)) return with_header(error(429, "rate", &request), "Retry-After", "1");
  if (match.allowed.empty()) return error(404, "no_route", &request);
  if (match.route) return std::nullopt;
  if (request.method != Method::kOptions)
    return with_header(error(405, "method", &request), "Allow", allow_of(match.allowed));
  Response options;
  options.status = 204;
  return with_header(std::move(options), "Allow", allow_of(match.allowed));
}

Call Dispatcher::begin(RequestHead head, const Address& peer, bool tls) const {
  Call call;
  call.begin = std::chrono::steady_clock::now();
  const Client client = client_of(peer, tls, head.headers, trusted_);
  Router::Match match = router_.match(head.method, head.segments);
  call.form = {.method = head.method,
               .minor = head.minor,
               .keep_alive = head.keep_alive && !stopping_,
               .secure = client.secure,
               .gzip = accepts_gzip(head.headers.get("accept-encoding")),
               .if_none_match = std::string(head.headers.get("if-none-match"))};
  call.route = match.route;
  call.request = {.method = head.method,
                  .path = std::move(head.path),
                  .route = match.route ? router_.routes()[*match.route].pattern : "",
                  .host = std::move(head.host),
                  .secure = client.secure,
                  .path_values = std::move(match.values),
                  .query = std::move(head.query),
                  .cookies = cookies_of(head.headers.get("cookie")),
                  .headers = std::move(head.headers)};
  call.answer = settled(call, match, client);
  return call;
}

bool Dispatcher::is_long(const Call& call) const {
  return !call.answer && call.route && router_.routes()[*call.route].work == Work::kLong;
}

// Forms are decoded and documents measured before a handler sees them.
std::optional<Response> Dispatcher::refused_body(Call& call) const {
  Request& request = call.request;
  const std::string media = lower(media_of(request));
  if (media == "application/x-www-form-urlencoded") {
    auto form = form_fields(request.body, true, options_.limits.fields);
    if (!form) return error(400, "form", &request);
    request.form = std::move(*form);
  }
  if ((media == "application/json" || media.ends_with("+json")) &&
      !json_depth_within(request.body, options_.limits.json_depth))
    return error(400, "json_depth", &request);
  const Route& route = router_.routes()[*call.route];
  if (!changes_state(request.method) || may_change_state(request, route.guard)) return std::nullopt;
  return error(403, origin_of(request) == Origin::kOther ? "other_origin" : "token", &request);
}

Response Dispatcher::handled(const Call& call) const {
  Response response = router_.routes()[*call.route].handler(call.request);
  const bool fault = response.status >= 400 && response.body.empty() && !response.content && !response.stream;
  return fault ? error(response.status, "handler", &call.request) : response;
}

Reply Dispatcher::finish(Call& call, std::string body) const {
  try {
    call.request.body = std::move(body);
    if (!call.answer) call.answer = refused_body(call);
    Response response = call.answer ? std::move(*call.answer) : handled(call);
    return make_reply(std::move(response), call.form);
  } catch (...) {  // whatever a handler throws: it is no reason to end the server
    return make_reply(problem(500), call.form);
  }
}

Reply Dispatcher::refuse(const Refusal& refusal, bool tls) const {
  return make_reply(error(refusal.status, refusal.reason, nullptr), {.secure = tls});
}

Reply Dispatcher::busy(const Call& call) const {
  return make_reply(with_header(error(503, "busy", &call.request), "Retry-After", "5"), call.form);
}

void Dispatcher::log(std::string_view method, std::string_view route, int status, double milliseconds,
                     std::size_t bytes, std::string_view reason) const {
  if (!options_.access_log) return;
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto millis = now.time_since_epoch().count() % 1000;
  std::string line = fmt::format(
      R"({{"time":"{:%Y-%m-%dT%H:%M:%S}.{:03}Z","method":"{}","route":"{}","status":{},"ms":{:.3f},"bytes":{})",
      fmt::gmtime(std::chrono::system_clock::to_time_t(now)), millis, method, route, status, milliseconds, bytes);
  if (!reason.empty()) line += fmt::format(R"(,"reason":"{}")", reason);
  options_.access_log(line + "}");
}

void Dispatcher::record(const Call& call, int status, std::size_t bytes) {
  const auto duration = std::chrono::steady_clock::now() - call.begin;
  metrics_.answered(call.route, status, duration, bytes);
  const std::string_view route = call.route ? std::string_view(call.request.route) : "-";
  log(name_of(call.request.method), route, status, std::chrono::duration<double, std::milli>(duration).count(), bytes,
      {});
}

void Dispatcher::record(const Refusal& refusal) {
  metrics_.refused(refusal.reason);
  log("-", "-", refusal.status, 0, 0, refusal.reason);
}

}  // namespace passend::http
