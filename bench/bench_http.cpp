// SPDX-License-Identifier: EUPL-1.2
// The server under an offered rate (open loop): 64 kept connections ask at fixed moments, whether or not earlier
// answers are there, and the time of an answer counts from the moment it was due. Server and client share the machine.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <string>
#include <thread>
#include <vector>

#include "http/server.hpp"

namespace passend::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kConnections = 64;
constexpr std::chrono::seconds kLength{5};
constexpr std::size_t kPageBytes = 30'000;

struct Load {
  std::string name;
  std::string request;
  double per_second;
};

int connected(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int wire = ::socket(AF_INET, SOCK_STREAM, 0);
  const int on = 1;
  ::setsockopt(wire, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (::connect(wire, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) std::abort();
  return wire;
}

struct Line {
  int wire = -1;
  bool busy = false;
  std::string got{};
  Clock::time_point due{};
};

// Whether a whole answer is there; aborts when it is no 200.
bool whole(const std::string& got) {
  const std::size_t end = got.find("\r\n\r\n");
  if (end == std::string::npos) return false;
  if (!got.starts_with("HTTP/1.1 200")) std::abort();
  constexpr std::string_view kName = "Content-Length: ";
  const std::size_t at = got.find(kName);
  std::size_t length = 0;
  std::from_chars(got.data() + at + kName.size(), got.data() + end, length);
  return got.size() >= end + 4 + length;
}

void ask(Line& line, const std::string& request, Clock::time_point due) {
  line.busy = true;
  line.due = due;
  if (::send(line.wire, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
    std::abort();
}

// Reads what is there; adds the time of an answer that is whole.
void hear(Line& line, std::vector<double>& milliseconds) {
  static std::array<char, 262'144> buffer;
  const ssize_t count = ::recv(line.wire, buffer.data(), buffer.size(), 0);
  if (count <= 0) std::abort();
  line.got.append(buffer.data(), static_cast<std::size_t>(count));
  if (!whole(line.got)) return;
  milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - line.due).count());
  line.got.clear();
  line.busy = false;
}

std::vector<double> offer(std::uint16_t port, const Load& load) {
  std::vector<Line> lines(kConnections);
  for (Line& line : lines) line.wire = connected(port);
  std::vector<pollfd> waits;
  for (const Line& line : lines) waits.push_back({line.wire, POLLIN, 0});
  const auto begin = Clock::now();
  const auto total = static_cast<std::size_t>(load.per_second * static_cast<double>(kLength.count()));
  const auto due_of = [&](std::size_t i) {
    return begin + std::chrono::nanoseconds(static_cast<std::int64_t>(1e9 * static_cast<double>(i) / load.per_second));
  };
  std::vector<double> milliseconds;
  std::size_t asked = 0;
  while (milliseconds.size() < total) {
    for (Line& line : lines)
      if (!line.busy && asked < total && due_of(asked) <= Clock::now()) ask(line, load.request, due_of(asked)), ++asked;
    const timespec brief{0, 100'000};
    if (::ppoll(waits.data(), waits.size(), &brief, nullptr) <= 0) continue;
    for (std::size_t i = 0; i < waits.size(); ++i)
      if (waits[i].revents != 0) hear(lines[i], milliseconds);
  }
  const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  std::ranges::sort(milliseconds);
  const auto at = [&](double share) {
    return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
  };
  fmt::print(
      "{}: offered {:.0f} a second, answered {:.0f}; p50 {:.2f} ms, p99 {:.2f} ms, p99.9 {:.2f} ms, most {:.2f} ms\n",
      load.name, load.per_second, static_cast<double>(total) / seconds, at(0.5), at(0.99), at(0.999), at(1));
  for (const Line& line : lines) ::close(line.wire);
  return milliseconds;
}

std::string get(std::string_view path, std::string_view headers) {
  return fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: bench\r\n{}\r\n", path, headers);
}

}  // namespace
}  // namespace passend::bench

int main() {
  using namespace passend;
  using namespace passend::bench;
  std::string page;  // text that compresses about as pages do
  for (std::size_t i = 0; page.size() < kPageBytes; ++i)
    page += fmt::format("<tr><td>regel {}</td><td>{}</td></tr>\n", i, i * 7919);
  http::ServerOptions options;
  options.port = 0;
  options.limits.requests_per_second = 0;
  options.limits.requests_per_connection = 1'000'000;
  options.access_log = [](std::string_view) {};
  auto server = http::Server::open(
      options, {{.pattern = "/page", .handler = [&](const http::Request&) { return http::html(page); }},
                {.method = http::Method::kPost, .pattern = "/v1/echo", .handler = [](const http::Request& request) {
                   return http::json(request.body);
                 }}});
  if (!server) return 1;
  std::jthread running([&](const std::stop_token& stop) { server->run(stop); });
  const std::string body(400, '1');
  const std::string post = fmt::format(
      "POST /v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
      body.size(), body);
  for (const Load& load : std::vector<Load>{{"page of 30 kB, plain", get("/page", ""), 3000},
                                            {"page of 30 kB, gzip", get("/page", "Accept-Encoding: gzip\r\n"), 1000},
                                            {"POST of 400 bytes", post, 3000},
                                            {"POST of 400 bytes", post, 10'000}})
    offer(server->port(), load);
}
