// SPDX-License-Identifier: EUPL-1.2
// Counts for Prometheus (text format 0.0.4). Labels are methods, patterns of routes, statuses and fixed reasons only.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/router.hpp"

namespace passend::http {

class Metrics final {
 public:
  using Duration = std::chrono::steady_clock::duration;

  explicit Metrics(const std::vector<Route>& routes);

  // No route: the request found none.
  void answered(std::optional<std::size_t> route, int status, Duration duration, std::size_t bytes);
  // A request that was not understood, or a connection that was cut: `reason` is a fixed key.
  void refused(std::string_view reason);

  std::atomic<std::int64_t> connections{0};       // open now
  std::atomic<std::int64_t> in_flight{0};         // requests that are being answered
  std::atomic<std::uint64_t> connections_all{0};  // since the start

  std::string text() const;

 private:
  static constexpr std::array<double, 12> kSeconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
  static constexpr std::size_t kStatuses = 500;  // 100..599
  struct Row {
    std::string labels{};
    std::array<std::atomic<std::uint64_t>, kStatuses> statuses{};
    std::array<std::atomic<std::uint64_t>, kSeconds.size() + 1> within{};
    std::atomic<std::uint64_t> microseconds{0}, bytes{0};
  };
  std::deque<Row> rows_;  // of each route, then one for no route
  mutable std::mutex refused_lock_;
  std::map<std::string, std::uint64_t, std::less<>> refused_;
};

}  // namespace passend::http
