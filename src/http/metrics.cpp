// SPDX-License-Identifier: EUPL-1.2
#include "http/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace passend::http {
namespace {

void describe(std::string& out, std::string_view name, std::string_view type) {
  out += fmt::format("# TYPE {} {}\n", name, type);
}

}  // namespace

Metrics::Metrics(const std::vector<Route>& routes) {
  for (const Route& route : routes)
    rows_.emplace_back().labels = fmt::format("method=\"{}\",route=\"{}\"", name_of(route.method), route.pattern);
  rows_.emplace_back().labels = "method=\"-\",route=\"-\"";
}

void Metrics::answered(std::optional<std::size_t> route, int status, Duration duration, std::size_t bytes) {
  Row& row = rows_.at(route.value_or(rows_.size() - 1));
  const double seconds = std::chrono::duration<double>(duration).count();
  const auto bucket = static_cast<std::size_t>(std::ranges::lower_bound(kSeconds, seconds) - kSeconds.begin());
  row.statuses.at(static_cast<std::size_t>(std::clamp(status, 100, 599) - 100)).fetch_add(1, std::memory_order_relaxed);
  row.within.at(bucket).fetch_add(1, std::memory_order_relaxed);
  row.microseconds.fetch_add(static_cast<std::uint64_t>(seconds * 1e6), std::memory_order_relaxed);
  row.bytes.fetch_add(bytes, std::memory_order_relaxed);
}

void Metrics::refused(std::string_view reason) {
  const std::scoped_lock lock(refused_lock_);
  ++refused_[std::string(reason)];
}

std::string Metrics::text() const {
  std::string out;
  describe(out, "passend_http_requests_total", "counter");
  for (const Row& row : rows_)
    for (std::size_t s = 0; s < row.statuses.size(); ++s)
      if (const auto count = row.statuses[s].load(); count > 0)
        out += fmt::format("passend_http_requests_total{{{},status=\"{}\"}} {}\n", row.labels, s + 100, count);
  describe(out, "passend_http_request_seconds", "histogram");
  for (const Row& row : rows_) {
    std::uint64_t sum = 0;
    for (const auto& count : row.within) sum += count.load();
    if (sum == 0) continue;
    std::uint64_t below = 0;
    for (std::size_t b = 0; b < kSeconds.size(); ++b) {
      below += row.within[b].load();
      out += fmt::format("passend_http_request_seconds_bucket{{{},le=\"{}\"}} {}\n", row.labels, kSeconds[b], below);
    }
    below += row.within.back().load();
    out += fmt::format("passend_http_request_seconds_bucket{{{},le=\"+Inf\"}} {}\n", row.labels, below);
    out += fmt::format("passend_http_request_seconds_sum{{{}}} {:.6f}\n", row.labels,
                       static_cast<double>(row.microseconds.load()) / 1e6);
    out += fmt::format("passend_http_request_seconds_count{{{}}} {}\n", row.labels, below);
  }
  describe(out, "passend_http_response_bytes_total", "counter");
  for (const Row& row : rows_)
    if (const auto bytes = row.bytes.load(); bytes > 0)
      out += fmt::format("passend_http_response_bytes_total{{{}}} {}\n", row.labels, bytes);
  describe(out, "passend_http_refused_total", "counter");
  {
    const std::scoped_lock lock(refused_lock_);
    for (const auto& [reason, count] : refused_)
      out += fmt::format("passend_http_refused_total{{reason=\"{}\"}} {}\n", reason, count);
  }
  describe(out, "passend_http_connections", "gauge");
  out += fmt::format("passend_http_connections {}\n", connections.load());
  describe(out, "passend_http_connections_total", "counter");
  out += fmt::format("passend_http_connections_total {}\n", connections_all.load());
  describe(out, "passend_http_in_flight", "gauge");
  out += fmt::format("passend_http_in_flight {}\n", in_flight.load());
  return out;
}

}  // namespace passend::http
