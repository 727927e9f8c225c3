// SPDX-License-Identifier: EUPL-1.2
#include "http/loopback.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <stdexcept>

#include "http/text_list.hpp"

namespace passend::http {
namespace {

constexpr std::chrono::milliseconds kPatience{10'000};

std::size_t number(std::string_view text, int base) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, base);
  return value;
}

Answer parsed(std::string_view head) {
  Answer answer;
  answer.head = head;
  answer.status = static_cast<int>(number(head.substr(head.find(' ') + 1), 10));
  for (std::size_t at = head.find("\r\n") + 2; at < head.size();) {
    const std::size_t end = head.find("\r\n", at);
    const std::string_view line = head.substr(at, end - at);
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    answer.headers.add(lower(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1))));
    at = end + 2;
  }
  return answer;
}

}  // namespace

Wire::Wire(std::uint16_t port, bool v6) {
  sockaddr_in v4_address{};
  v4_address.sin_family = AF_INET;
  v4_address.sin_port = htons(port);
  v4_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  sockaddr_in6 v6_address{};
  v6_address.sin6_family = AF_INET6;
  v6_address.sin6_port = htons(port);
  v6_address.sin6_addr = in6addr_loopback;
  socket_ = ::socket(v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const auto* address = v6 ? reinterpret_cast<const sockaddr*>(&v6_address) : reinterpret_cast<sockaddr*>(&v4_address);
  const socklen_t size = v6 ? sizeof v6_address : sizeof v4_address;
  if (socket_ < 0 || ::connect(socket_, address, size) != 0) throw std::runtime_error("no connection");
}

Wire::~Wire() { ::close(socket_); }

void Wire::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void Wire::end() { ::shutdown(socket_, SHUT_WR); }

bool Wire::more(std::chrono::milliseconds within) {
  pollfd wait{socket_, POLLIN, 0};
  if (::poll(&wait, 1, static_cast<int>(within.count())) <= 0) throw std::runtime_error("the server says nothing");
  std::array<char, 16384> buffer{};
  const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
  if (count > 0) got_.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0;
}

Answer Wire::read(bool head_only) {
  std::size_t end = 0;
  while ((end = got_.find("\r\n\r\n")) == std::string::npos)
    if (!more(kPatience)) return {};
  Answer answer = parsed(std::string_view(got_).substr(0, end + 4));
  got_.erase(0, end + 4);
  if (head_only || answer.status < 200 || answer.status == 204 || answer.status == 304) return answer;
  if (answer.headers.get("transfer-encoding") == "chunked") {
    for (;;) {
      while ((end = got_.find("\r\n")) == std::string::npos)
        if (!more(kPatience)) return answer;
      const std::size_t size = number(got_, 16);
      while (got_.size() < end + 2 + size + 2)
        if (!more(kPatience)) return answer;
      answer.body += got_.substr(end + 2, size);
      got_.erase(0, end + 2 + size + 2);
      if (size == 0) return answer;
    }
  }
  const auto length = answer.headers.find("content-length");
  const std::size_t size = length ? number(*length, 10) : std::string::npos;
  while (got_.size() < size)
    if (!more(kPatience)) break;
  answer.body = got_.substr(0, size);
  got_.erase(0, answer.body.size());
  return answer;
}

std::string Wire::read_all() {
  while (more(kPatience)) continue;
  return std::exchange(got_, {});
}

bool Wire::closed(std::chrono::milliseconds within) { return got_.empty() && !more(within) && got_.empty(); }

RunningServer::RunningServer(ServerOptions options, std::vector<Route> routes) {
  options.access_log = [this](std::string_view line) {
    const std::scoped_lock lock(lock_);
    log_.append(line).append("\n");
  };
  auto opened = Server::open(std::move(options), std::move(routes));
  if (!opened) throw std::runtime_error("the server does not open: " + opened.error()[0].column);
  server_ = std::make_unique<Server>(std::move(*opened));
  thread_ = std::jthread([this](const std::stop_token& token) { server_->run(token); });
}

RunningServer::~RunningServer() { stop(); }
void RunningServer::ask_stop() { thread_.request_stop(); }

void RunningServer::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

std::string RunningServer::log() const {
  const std::scoped_lock lock(lock_);
  return log_;
}

Answer RunningServer::ask(std::string_view request) const {
  Wire wire(port());
  wire.send(request);
  return wire.read(request.starts_with("HEAD "));
}

Answer RunningServer::get(std::string_view path, std::string_view headers) const {
  return ask(get_text(path, headers));
}

bool eventually(const std::function<bool()>& so) {
  for (const auto end = std::chrono::steady_clock::now() + kPatience; std::chrono::steady_clock::now() < end;) {
    if (so()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return false;
}

ServerOptions for_tests() {
  ServerOptions options;
  options.addresses = {"127.0.0.1"};
  options.port = 0;
  options.limits.requests_per_second = 0;
  return options;
}

std::string get_text(std::string_view path, std::string_view headers) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(headers) + "\r\n";
}

std::string post_text(std::string_view path, std::string_view body, std::string_view headers) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(headers) + "\r\n" + std::string(body);
}

}  // namespace passend::http
