// SPDX-License-Identifier: EUPL-1.2
// A server on a port of its own and a client that sends bytes as they are, for the tests of src/http.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "http/server.hpp"

namespace passend::http {

// What came back, split; names of headers in lower case.
struct Answer {
  int status = 0;  // 0: nothing came
  Fields headers{};
  std::string head{};
  std::string body{};
};

// One connection to 127.0.0.1 (or ::1), plain TCP. Reads give up after ten seconds.
class Wire {
 public:
  explicit Wire(std::uint16_t port, bool v6 = false);
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;
  ~Wire();

  void send(std::string_view bytes);    // ends quietly when the server closed
  Answer read(bool head_only = false);  // one answer: Content-Length, chunked (joined), or until the end
  std::string read_all();               // until the server closes
  bool closed(std::chrono::milliseconds within = std::chrono::seconds(10));  // whether it closes without more bytes
  void end();                                                                // says that nothing more will be sent

 private:
  bool more(std::chrono::milliseconds within);
  int socket_ = -1;
  std::string got_;
};

// Runs until it goes out of scope. Keeps the lines of the access log.
class RunningServer {
 public:
  RunningServer(ServerOptions options, std::vector<Route> routes);
  ~RunningServer();
  std::uint16_t port() const { return server_->port(); }
  Server& server() { return *server_; }
  void stop();      // asks, and waits for the end
  void ask_stop();  // asks only
  std::string log() const;
  Answer ask(std::string_view request) const;  // on a connection of its own
  Answer get(std::string_view path, std::string_view headers = "") const;

 private:
  mutable std::mutex lock_;
  std::string log_;
  std::unique_ptr<Server> server_;
  std::jthread thread_;
};

// Asks again, for at most ten seconds, until it is so: what is counted after an answer has left.
bool eventually(const std::function<bool()>& so);

// Options for a test: a free port, IPv4, no limit of rate.
ServerOptions for_tests();

// "GET /path HTTP/1.1", Host, the headers (each with its CR LF) and the empty line.
std::string get_text(std::string_view path, std::string_view headers = "");
std::string post_text(std::string_view path, std::string_view body, std::string_view headers = "");

}  // namespace passend::http
