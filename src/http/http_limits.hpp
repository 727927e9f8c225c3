// SPDX-License-Identifier: EUPL-1.2
// What one client may ask of the server. docs/http.md says what the client sees when a limit is passed.
#pragma once

#include <chrono>
#include <cstddef>

namespace passend::http {

struct Limits {
  std::size_t target_bytes = 4096;     // 414
  std::size_t head_bytes = 16384;      // request line and headers: 431
  std::size_t headers = 64;            // 431
  std::size_t body_bytes = 1'048'576;  // 413
  std::size_t fields = 1000;           // of a query or form: 400
  std::size_t json_depth = 64;         // 400
  std::size_t requests_per_connection = 10'000;
  std::size_t connections = 8192;              // 503
  std::size_t long_waiting = 64;               // requests of long work that run or wait: 503
  double requests_per_second = 200;            // of one client: 429; 0 = no limit
  double burst = 1000;                         // of one client, after a rest
  std::chrono::milliseconds idle{30'000};      // between two requests
  std::chrono::milliseconds head{10'000};      // from the first byte of a head to its last
  std::chrono::milliseconds body{20'000};      // the same of a body
  std::chrono::milliseconds write{30'000};     // an answer must be taken within this time
  std::chrono::milliseconds shutdown{10'000};  // what runs may end
};

}  // namespace passend::http
