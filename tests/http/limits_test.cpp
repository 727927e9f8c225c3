// SPDX-License-Identifier: EUPL-1.2
// Shows: each limit, at its edge and past it; what is slow, large or too much is cut off while others are served.
#include <gtest/gtest.h>

#include <algorithm>

#include "http/loopback.hpp"

namespace passend::http {
namespace {

using namespace std::chrono_literals;

std::vector<Route> routes() {
  return {{.pattern = "/", .handler = [](const Request&) { return text("home"); }},
          {.pattern = "/big", .handler = [](const Request&) { return text(std::string(64'000'000, 'x')); }},
          {.pattern = "/{rest...}", .handler = [](const Request&) { return text("rest"); }},
          {.method = Method::kPost, .pattern = "/echo", .handler = [](const Request& request) {
             return text(std::to_string(request.body.size()));
           }}};
}

ServerOptions with(const std::function<void(Limits&)>& change) {
  ServerOptions options = for_tests();
  change(options.limits);
  return options;
}

TEST(Limit, OfTheTarget) {
  const RunningServer server(with([](Limits& limits) { limits.target_bytes = 100; }), routes());
  EXPECT_EQ(server.get("/" + std::string(99, 'a')).status, 200);
  EXPECT_EQ(server.get("/" + std::string(100, 'a')).status, 414);
  EXPECT_EQ(server.get("/" + std::string(100'000, 'a')).status, 414);  // its line never ends within a head
}

TEST(Limit, OfTheHead) {
  const RunningServer server(with([](Limits& limits) { limits.head_bytes = 1000; }), routes());
  const std::size_t rest = get_text("/", "X: \r\n").size();
  EXPECT_EQ(server.get("/", "X: " + std::string(1000 - rest, 'a') + "\r\n").status, 200);
  EXPECT_EQ(server.get("/", "X: " + std::string(1001 - rest, 'a') + "\r\n").status, 431);
  EXPECT_EQ(server.get("/", "X: " + std::string(100'000, 'a') + "\r\n").status, 431);
}

TEST(Limit, OfTheNumberOfHeaders) {
  const RunningServer server(with([](Limits& limits) { limits.headers = 10; }), routes());
  std::string lines;
  for (int i = 0; i < 9; ++i) lines += "X: 1\r\n";
  EXPECT_EQ(server.get("/", lines).status, 200);
  EXPECT_EQ(server.get("/", lines + "X: 1\r\n").status, 431);
}

TEST(Limit, OfTheBodyHoweverItIsFramed) {
  const RunningServer server(with([](Limits& limits) { limits.body_bytes = 1000; }), routes());
  EXPECT_EQ(server.ask(post_text("/echo", std::string(1000, 'x'))).body, "1000");
  EXPECT_EQ(server.ask(post_text("/echo", std::string(1001, 'x'))).status, 413);
  EXPECT_EQ(server.ask(post_text("/echo", std::string(3'000'000, 'x'))).status, 413);  // the answer still arrives
  const std::string head = "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(server.ask(head + "3e8\r\n" + std::string(1000, 'x') + "\r\n0\r\n\r\n").body, "1000");
  EXPECT_EQ(server.ask(head + "3e8\r\n" + std::string(1000, 'x') + "\r\n1\r\nx\r\n0\r\n\r\n").status, 413);
  EXPECT_EQ(server.ask(head + "3e9\r\n").status, 413);  // said, not sent
}

TEST(Limit, OfFieldsAndOfDepth) {
  const RunningServer server(with([](Limits& limits) { limits.fields = 3, limits.json_depth = 4; }), routes());
  EXPECT_EQ(server.get("/?a&b&c").status, 200);
  EXPECT_EQ(server.get("/?a&b&c&d").status, 400);
  const std::string form = "Content-Type: application/x-www-form-urlencoded\r\n";
  EXPECT_EQ(server.ask(post_text("/echo", "a&b&c", form)).status, 200);
  EXPECT_EQ(server.ask(post_text("/echo", "a&b&c&d", form)).status, 400);
  EXPECT_EQ(server.ask(post_text("/echo", "a=%zz", form)).status, 400);
  const std::string json = "Content-Type: application/json\r\n";
  EXPECT_EQ(server.ask(post_text("/echo", R"([[[["[[[[\"[[["]]]])", json)).status, 200);
  EXPECT_EQ(server.ask(post_text("/echo", "[[[[[]]]]]", json)).status, 400);
  EXPECT_EQ(server.ask(post_text("/echo", std::string(1'000'000, '['), json)).status, 400);
}

TEST(Limit, OfRequestsOnOneConnection) {
  const RunningServer server(with([](Limits& limits) { limits.requests_per_connection = 3; }), routes());
  Wire wire(server.port());
  for (int i = 0; i < 5; ++i) wire.send(get_text("/"));
  EXPECT_FALSE(wire.read().headers.find("connection"));
  EXPECT_FALSE(wire.read().headers.find("connection"));
  EXPECT_EQ(wire.read().headers.get("connection"), "close");
  EXPECT_TRUE(wire.closed());
}

TEST(Limit, OfConnections) {
  const RunningServer server(with([](Limits& limits) { limits.connections = 2; }), routes());
  Wire first(server.port()), second(server.port());
  for (Wire* wire : {&first, &second}) {
    wire->send(get_text("/"));
    EXPECT_EQ(wire->read().status, 200);
  }
  EXPECT_EQ(Wire(server.port()).read().status, 503);
  first.send(get_text("/", "Connection: close\r\n"));
  EXPECT_EQ(first.read().status, 200);
  first.end();
  EXPECT_TRUE(first.closed());
  EXPECT_TRUE(eventually([&] { return server.get("/").status == 200; }));
}

TEST(Limit, OfTheRateOfOneClient) {
  const RunningServer server(with([](Limits& limits) { limits.requests_per_second = 20, limits.burst = 5; }), routes());
  int taken = 0;
  Answer last;
  for (int i = 0; i < 10; ++i) {
    last = server.get("/");
    taken += last.status == 200;
  }
  EXPECT_GE(taken, 5);
  EXPECT_LT(taken, 10);
  EXPECT_EQ(last.status, 429);
  EXPECT_EQ(last.headers.get("retry-after"), "1");
  std::this_thread::sleep_for(300ms);
  EXPECT_EQ(server.get("/").status, 200);
}

TEST(Limit, OfTimeForASlowHeadBodyRestAndReading) {
  const RunningServer server(
      with([](Limits& limits) { limits.idle = 300ms, limits.head = 150ms, limits.body = 150ms, limits.write = 150ms; }),
      routes());
  Wire silent(server.port()), head(server.port()), body(server.port()), reader(server.port());
  reader.send(get_text("/big"));
  const auto begin = std::chrono::steady_clock::now();
  const std::string slow = get_text("/"), slow_body = post_text("/echo", std::string(100, 'x'));
  body.send(slow_body.substr(0, slow_body.size() - 100));
  std::vector<std::chrono::steady_clock::duration> healthy;
  for (std::size_t i = 0; i < 20; ++i) {  // a byte at a time does not extend a limit
    head.send(slow.substr(i, 1));
    body.send("x");
    const auto asked = std::chrono::steady_clock::now();
    EXPECT_EQ(server.get("/").status, 200);
    healthy.push_back(std::chrono::steady_clock::now() - asked);
    std::this_thread::sleep_for(20ms);
  }
  EXPECT_TRUE(head.closed());
  EXPECT_TRUE(body.closed());
  EXPECT_TRUE(silent.closed());
  EXPECT_LT(reader.read_all().size(), 64'000'000u);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  std::ranges::nth_element(healthy, healthy.begin() + 10);
  EXPECT_LT(healthy[10], 100ms);
  const std::string line = "passend_http_refused_total{reason=\"slow\"} 2\n";
  EXPECT_TRUE(eventually([&] { return server.get("/metrics").body.find(line) != std::string::npos; }));
}

// Many that never end their head, and one that asks for something beside them.
TEST(Limit, FourHundredSlowClientsLeaveTheOthersAlone) {
  const RunningServer server(with([](Limits& limits) { limits.head = 2s; }), routes());
  const auto median = [&] {
    std::vector<std::chrono::steady_clock::duration> times;
    for (int i = 0; i < 200; ++i) {
      const auto asked = std::chrono::steady_clock::now();
      EXPECT_EQ(server.get("/").status, 200);
      times.push_back(std::chrono::steady_clock::now() - asked);
    }
    std::ranges::nth_element(times, times.begin() + 100);
    return times[100];
  };
  const auto before = median();
  std::vector<std::unique_ptr<Wire>> slow;
  for (int i = 0; i < 400; ++i) {
    slow.push_back(std::make_unique<Wire>(server.port()));
    slow.back()->send("GET / HTTP/1.1\r\nHost: loc");
  }
  EXPECT_LT(median(), std::max(2 * before, std::chrono::steady_clock::duration(20ms)));
  for (const auto& wire : slow) EXPECT_TRUE(wire->closed());
}

}  // namespace
}  // namespace passend::http
