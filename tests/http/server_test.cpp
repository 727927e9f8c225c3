// SPDX-License-Identifier: EUPL-1.2
// Shows: what a client sees of routes, methods, connections, compression, tags, streams and the end of the server.
#include "http/server.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <array>
#include <atomic>
#include <future>

#include "http/http_problem.hpp"
#include "http/loopback.hpp"
#include "http/reply.hpp"

namespace passend::http {
namespace {

using namespace std::chrono_literals;

const std::string kLong(20'000, 'a');

std::string unzipped(std::string_view bytes) {
  z_stream state{};
  inflateInit2(&state, 15 + 16);
  std::string out(1'000'000, '\0');
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  state.avail_in = static_cast<uInt>(bytes.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(out.size());
  inflate(&state, Z_FINISH);
  out.resize(state.total_out);
  inflateEnd(&state);
  return out;
}

Response kept(std::string page) {
  Response response = html(std::move(page));
  response.cache = Cache::kRevalidate;
  return response;
}

std::vector<Route> routes() {
  const auto sheet = make_content("text/css", kLong);
  return {
      {.pattern = "/", .handler = [](const Request&) { return html("<p>home</p>"); }},
      {.pattern = "/long", .handler = [](const Request&) { return html(kLong); }},
      {.pattern = "/kept", .handler = [](const Request&) { return kept(kLong); }},
      {.pattern = "/sheet.css",
       .handler =
           [sheet](const Request&) {
             Response response;
             response.content = sheet;
             response.cache = Cache::kForever;
             return response;
           }},
      {.pattern = "/person/{person}",
       .handler = [](const Request& request) { return text(std::string(request.path_values.get("person"))); }},
      {.pattern = "/files/{name...}",
       .handler = [](const Request& request) { return text(std::string(request.path_values.get("name"))); }},
      {.method = Method::kPost,
       .pattern = "/v1/income",
       .handler = [](const Request& request) { return json(request.body); }},
      {.method = Method::kPost,
       .pattern = "/form",
       .handler = [](const Request& request) { return text(std::string(request.form.get("naam"))); }},
      {.pattern = "/gone", .handler = [](const Request&) { return Response{.status = 410}; }},
      {.pattern = "/throws", .handler = [](const Request&) -> Response { throw std::runtime_error("secret"); }},
      {.pattern = "/splits",
       .handler =
           [](const Request& request) { return see_other("/x" + std::string(request.query.get("to")) + "\r\nA: b"); }},
      {.pattern = "/events",
       .handler =
           [](const Request&) {
             auto left = std::make_shared<int>(4);
             return event_stream({.next = [left]() -> std::optional<std::string> {
                                    if (--*left == 0) return std::nullopt;
                                    if (*left == 2) return "";
                                    return server_event("progress", std::to_string(*left));
                                  },
                                  .every = 5ms});
           }},
  };
}

class TheServer : public testing::Test {
 protected:
  RunningServer server_{for_tests(), routes()};
};

TEST_F(TheServer, ARouteGetsItsValuesDecoded) {
  EXPECT_EQ(server_.get("/").body, "<p>home</p>");
  EXPECT_EQ(server_.get("/person/p%C3%A9-1").body, "p\xC3\xA9-1");
  EXPECT_EQ(server_.get("/files/css/a.css").body, "css/a.css");
  EXPECT_EQ(server_
                .ask(post_text("/form", "a=1&naam=Jo+%26+co%0A",
                               "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\n"))
                .body,
            "Jo & co\n");
}

TEST_F(TheServer, AnUnknownPathIs404AndAKnownOneSaysWhichMethodsItHas) {
  for (const std::string path : {"/nothing", "/person", "/person/", "/person/a/b", "/files", "/v1/income/", "/Long"})
    EXPECT_EQ(server_.get(path).status, 404) << path;
  const Answer wrong = server_.get("/v1/income");
  EXPECT_EQ(wrong.status, 405);
  EXPECT_EQ(wrong.headers.get("allow"), "POST, OPTIONS");
  EXPECT_EQ(wrong.headers.get("content-type"), "application/problem+json");
  EXPECT_EQ(wrong.body, R"({"status":405,"title":"Method Not Allowed","type":"about:blank"})");
  const Answer post = server_.ask(post_text("/", ""));
  EXPECT_EQ(post.status, 405);
  EXPECT_EQ(post.headers.get("allow"), "GET, HEAD, OPTIONS");
  const Answer asked = server_.ask("OPTIONS / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(asked.status, 204);
  EXPECT_EQ(asked.headers.get("allow"), "GET, HEAD, OPTIONS");
  EXPECT_FALSE(asked.headers.find("content-length"));
}

TEST_F(TheServer, HeadIsGetWithoutItsBody) {
  for (const std::string path : {"/", "/long", "/kept", "/nothing", "/events"}) {
    Wire wire(server_.port());
    wire.send("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n" + get_text("/"));
    const Answer head = wire.read(true), after = wire.read();
    const Answer get = server_.get(path);
    EXPECT_EQ(head.status, get.status) << path;
    EXPECT_EQ(head.headers.get("content-length"), get.headers.get("content-length")) << path;
    EXPECT_EQ(head.headers.get("etag"), get.headers.get("etag")) << path;
    EXPECT_EQ(after.body, "<p>home</p>") << path;
  }
}

TEST_F(TheServer, EveryAnswerHasTheStandingHeaders) {
  const std::vector<std::string> asked{get_text("/"),
                                       get_text("/nothing"),
                                       get_text("/v1/income"),
                                       get_text("/throws"),
                                       get_text("/splits"),
                                       get_text("/gone"),
                                       get_text("/healthz"),
                                       get_text("/sheet.css"),
                                       "OPTIONS / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                                       "bad\r\n\r\n",
                                       post_text("/form", "a=1", "Sec-Fetch-Site: cross-site\r\n"),
                                       "GET / HTTP/1.1\r\nHost: other.example\r\n\r\n"};
  for (const std::string& request : asked) {
    const Answer answer = server_.ask(request);
    EXPECT_GT(answer.status, 0) << request;
    for (const auto& [name, value] : standing_headers(false)) {
      std::string key = name;
      for (char& c : key) c = static_cast<char>(std::tolower(c));
      EXPECT_EQ(answer.headers.all(key), std::vector<std::string_view>{value}) << key << " of " << request;
    }
    EXPECT_FALSE(answer.headers.find("strict-transport-security"));
    EXPECT_FALSE(answer.headers.find("server"));
    EXPECT_EQ(answer.headers.get("content-security-policy").find("unsafe"), std::string_view::npos);
  }
}

TEST_F(TheServer, AFaultInAHandlerIsA500ThatTellsNothing) {
  const Answer answer = server_.get("/throws");
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
  EXPECT_EQ(server_.get("/splits?to=y").status, 500);  // a line end in a header of an answer
  EXPECT_EQ(server_.get("/gone").status, 410);
  EXPECT_NE(server_.get("/gone").body.find("\"status\":410"), std::string::npos);
}

TEST_F(TheServer, AConnectionIsKeptAndRequestsInARowAreAnsweredInOrder) {
  Wire wire(server_.port());
  std::string all;
  for (int i = 0; i < 50; ++i) {
    all += get_text("/person/" + std::to_string(i));
    all += post_text("/v1/income", "[" + std::to_string(i) + "]", "Content-Type: application/json\r\n");
  }
  wire.send(all);
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(wire.read().body, std::to_string(i));
    EXPECT_EQ(wire.read().body, "[" + std::to_string(i) + "]");
  }
  wire.send(get_text("/", "Connection: close\r\n"));
  const Answer last = wire.read();
  EXPECT_EQ(last.headers.get("connection"), "close");
  EXPECT_TRUE(wire.closed());
}

TEST_F(TheServer, Http10IsAnsweredAndClosed) {
  Wire wire(server_.port());
  wire.send("GET /events HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
  const Answer answer = wire.read();
  EXPECT_EQ(answer.status, 200);
  EXPECT_FALSE(answer.headers.find("transfer-encoding"));
  EXPECT_EQ(answer.body, "event: progress\ndata: 3\n\nevent: progress\ndata: 1\n\n");
}

TEST_F(TheServer, EventsComeOneByOneAndTheConnectionIsKept) {
  Wire wire(server_.port());
  wire.send(get_text("/events", "Accept-Encoding: gzip\r\n") + get_text("/"));
  const Answer events = wire.read();
  EXPECT_EQ(events.headers.get("content-type"), "text/event-stream");
  EXPECT_FALSE(events.headers.find("content-encoding"));
  EXPECT_EQ(events.body, "event: progress\ndata: 3\n\nevent: progress\ndata: 1\n\n");
  EXPECT_EQ(wire.read().body, "<p>home</p>");
}

TEST_F(TheServer, LongTextIsCompressedForThoseWhoAskAndTheRestIsNot) {
  const Answer zipped = server_.get("/long", "Accept-Encoding: br, gzip;q=0.8\r\n");
  EXPECT_EQ(zipped.headers.get("content-encoding"), "gzip");
  EXPECT_EQ(zipped.headers.get("vary"), "Accept-Encoding");
  EXPECT_LT(zipped.body.size(), 1000u);
  EXPECT_EQ(unzipped(zipped.body), kLong);
  EXPECT_EQ(unzipped(server_.get("/sheet.css", "Accept-Encoding: *\r\n").body), kLong);
  for (const std::string accepted : {"", "Accept-Encoding: br\r\n", "Accept-Encoding: gzip;q=0\r\n",
                                     "Accept-Encoding: gzip;q=0.000, *\r\n", "Accept-Encoding: *;q=0\r\n"}) {
    const Answer plain = server_.get("/long", accepted);
    EXPECT_EQ(plain.body, kLong) << accepted;
    EXPECT_EQ(plain.headers.get("vary"), "Accept-Encoding");
    EXPECT_EQ(server_.get("/sheet.css", accepted).body, kLong) << accepted;
  }
  EXPECT_FALSE(server_.get("/", "Accept-Encoding: gzip\r\n").headers.find("content-encoding"));  // short
}

TEST_F(TheServer, WhatIsKeptIsSentOnce) {
  const Answer first = server_.get("/kept");
  const std::string tag(first.headers.get("etag"));
  EXPECT_EQ(first.headers.get("cache-control"), "no-cache");
  EXPECT_TRUE(tag.starts_with("W/\""));
  for (const std::string& sent : {tag, "\"x\", " + tag, tag.substr(2), std::string("*")}) {
    Wire wire(server_.port());
    wire.send(get_text("/kept", "Accept-Encoding: gzip\r\nIf-None-Match: " + sent + "\r\n") + get_text("/"));
    const Answer again = wire.read();
    EXPECT_EQ(again.status, 304) << sent;
    EXPECT_EQ(again.headers.get("etag"), tag);
    EXPECT_FALSE(again.headers.find("content-length"));
    EXPECT_EQ(wire.read().body, "<p>home</p>");
  }
  EXPECT_EQ(server_.get("/kept", "If-None-Match: \"other\"\r\n").status, 200);
  EXPECT_EQ(server_.get("/sheet.css").headers.get("cache-control"), "public, max-age=31536000, immutable");
  const Answer page = server_.get("/", "If-None-Match: *\r\n");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.headers.get("cache-control"), "no-store");
  EXPECT_FALSE(page.headers.find("etag"));
}

TEST_F(TheServer, AClientThatAsksFirstIsToldToGoOn) {
  Wire wire(server_.port());
  const std::string request = post_text("/v1/income", "[1]", "Expect: 100-continue\r\nContent-Type: text/plain\r\n");
  wire.send(request.substr(0, request.size() - 3));
  EXPECT_EQ(wire.read().status, 100);
  wire.send("[1]");
  EXPECT_EQ(wire.read().body, "[1]");
}

TEST_F(TheServer, HealthReadinessAndMetricsAreThere) {
  EXPECT_EQ(server_.get("/healthz").body, "ok\n");
  EXPECT_EQ(server_.get("/readyz").status, 200);
  server_.get("/nothing");
  EXPECT_EQ(server_.get("/metrics").headers.get("content-type"), "text/plain; version=0.0.4; charset=utf-8");
  for (const std::string line :
       {"passend_http_requests_total{method=\"GET\",route=\"/healthz\",status=\"200\"} 1\n",
        "passend_http_requests_total{method=\"-\",route=\"-\",status=\"404\"} 1\n",
        "passend_http_request_seconds_bucket{method=\"GET\",route=\"/readyz\",le=\"+Inf\"} 1\n",
        "passend_http_in_flight 1\n"})
    EXPECT_TRUE(eventually([&] { return server_.get("/metrics").body.find(line) != std::string::npos; })) << line;
}

TEST(Servers, AreReachedByBothFamiliesOnOnePort) {
  ServerOptions options = for_tests();
  options.addresses = {"127.0.0.1", "::1"};
  RunningServer server(options, routes());
  EXPECT_EQ(server.get("/").status, 200);
  Wire wire(server.port(), true);
  wire.send("GET / HTTP/1.1\r\nHost: [::1]:" + std::to_string(server.port()) + "\r\n\r\n");
  EXPECT_EQ(wire.read().status, 200);
}

TEST(Servers, SayWhatTheyCannotServe) {
  RunningServer server(for_tests(), routes());
  ServerOptions options = for_tests();
  options.port = server.port();
  EXPECT_EQ(Server::open(options, {}).error()[0].column, "port");
  options = for_tests();
  options.addresses = {"nowhere"};
  EXPECT_EQ(Server::open(options, {}).error()[0].column, "addresses");
  options = for_tests();
  options.trusted_proxies = {"10.0.0.0/129"};
  EXPECT_EQ(Server::open(options, {}).error()[0].column, "trusted_proxies");
  options = for_tests();
  options.tls = Tls{.certificate = "/nowhere.pem", .key = "/nowhere.key"};
  EXPECT_EQ(Server::open(options, {}).error()[0].code, FaultCode::kFileUnreadable);
}

TEST(Servers, AnswerForTheirOwnNamesOnly) {
  RunningServer local(for_tests(), routes());
  EXPECT_EQ(local.ask("GET / HTTP/1.1\r\nHost: rebound.example\r\n\r\n").status, 421);
  EXPECT_EQ(local.ask("GET / HTTP/1.1\r\nHost: 127.0.0.1:80\r\n\r\n").status, 200);
  ServerOptions options = for_tests();
  options.hosts = {"passend.example"};
  RunningServer named(options, routes());
  EXPECT_EQ(named.ask("GET / HTTP/1.1\r\nHost: Passend.example:443\r\n\r\n").status, 200);
  EXPECT_EQ(named.get("/").status, 421);
}

TEST(Servers, GiveThePagesOfErrorsToTheApplication) {
  ServerOptions options = for_tests();
  options.error_page = [](int status, std::string_view reason, const Request* request) {
    return html(std::string(reason) + (request ? " known" : " unknown"), status + 1);
  };
  RunningServer server(options, routes());
  const Answer missing = server.get("/nothing");
  EXPECT_EQ(missing.status, 404);
  EXPECT_EQ(missing.body, "no_route known");
  EXPECT_EQ(server.ask("GET / HTTP/1.1\r\n\r\n").body, "host unknown");
}

// Two handlers that wait until the test lets them go.
struct Gate {
  std::promise<void> open;
  std::shared_future<void> opened = open.get_future().share();
  std::atomic<int> inside{0};
  Handler handler() {
    return [this](const Request&) {
      ++inside;
      opened.wait();
      return text("done");
    };
  }
  void await(int count) const {
    while (inside < count) std::this_thread::sleep_for(1ms);
  }
};

TEST(Servers, LetWhatRunsEndAndTakeNothingNew) {
  Gate gate;
  auto table = routes();
  table.push_back({.pattern = "/waits", .handler = gate.handler(), .work = Work::kLong});
  RunningServer server(for_tests(), table);
  Wire resting(server.port()), running(server.port());
  resting.send(get_text("/"));
  EXPECT_EQ(resting.read().status, 200);
  running.send(get_text("/waits"));
  gate.await(1);
  server.ask_stop();
  EXPECT_TRUE(resting.closed());  // at once, while the other still runs
  EXPECT_THROW(Wire(server.port()).send("x"), std::runtime_error);
  gate.open.set_value();
  EXPECT_EQ(running.read().body, "done");
  EXPECT_TRUE(running.closed());
  server.stop();
}

TEST(Servers, EndStreamsWhenTheyStop) {
  auto table = routes();
  table.push_back({.pattern = "/endless", .handler = [](const Request&) {
                     return event_stream({.next = [] { return server_event("", "x"); }, .every = 2ms});
                   }});
  RunningServer server(for_tests(), table);
  Wire wire(server.port());
  wire.send(get_text("/endless"));
  std::this_thread::sleep_for(20ms);
  const auto begin = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
  EXPECT_TRUE(wire.read().body.starts_with("data: x\n\ndata: x\n\n"));
}

TEST(Servers, WaitNoLongerThanTheirLimitForTheEnd) {
  ServerOptions options = for_tests();
  options.limits.shutdown = 100ms;
  RunningServer server(options, routes());
  Wire half(server.port());
  half.send("GET / HT");
  std::this_thread::sleep_for(20ms);
  const auto begin = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
}

TEST(Servers, StopBeforeTheyRun) {
  Server server = std::move(*Server::open(for_tests(), routes()));
  std::stop_source source;
  source.request_stop();
  server.run(source.get_token());
}

TEST(Servers, SendLongWorkAwayWhenTooMuchWaits) {
  Gate gate;
  ServerOptions options = for_tests();
  options.limits.long_waiting = 2;
  auto table = routes();
  table.push_back({.pattern = "/waits", .handler = gate.handler(), .work = Work::kLong});
  RunningServer server(options, table);
  Wire first(server.port()), second(server.port());
  first.send(get_text("/waits"));
  gate.await(1);
  second.send(get_text("/waits"));
  ASSERT_TRUE(
      eventually([&] { return server.server().metrics().find("passend_http_in_flight 2\n") != std::string::npos; }));
  const Answer third = server.get("/waits");
  EXPECT_EQ(third.status, 503);
  EXPECT_EQ(third.headers.get("retry-after"), "5");
  EXPECT_EQ(server.get("/").status, 200);  // quick work goes on
  gate.open.set_value();
  EXPECT_EQ(first.read().body, "done");
  EXPECT_EQ(second.read().body, "done");
}

}  // namespace
}  // namespace passend::http
