// SPDX-License-Identifier: EUPL-1.2
// Token buckets by client, in a table of fixed size that holds no address: a bucket is found by a hash with a random
// key that lives as long as the process. Two clients may share a bucket; with a thousand clients about one in sixty
// does.
#pragma once

#include <array>
#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace passend::http {

class RateLimit final {
 public:
  using Time = std::chrono::steady_clock::time_point;

  RateLimit(double per_second, double burst);  // per_second 0: no limit

  // Whether this client may ask now; takes one token if so.
  bool take(std::string_view client, Time now);

 private:
  struct Bucket {
    double used = 0;
    Time at{};
  };
  double per_second_, burst_;
  std::string key_;
  std::vector<Bucket> buckets_;
  std::array<std::mutex, 64> locks_;
};

std::string random_bytes(std::size_t count);  // of the system, fit for secrets

}  // namespace passend::http
