// SPDX-License-Identifier: EUPL-1.2
#include "http/rate_limit.hpp"

#include <openssl/rand.h>

#include <algorithm>
#include <stdexcept>

#include "base/sha256.hpp"

namespace passend::http {
namespace {

constexpr std::size_t kBuckets = 65536;
constexpr std::size_t kKeyBytes = 32;

}  // namespace

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1)
    throw std::runtime_error("the system gives no random bytes");
  return bytes;
}

RateLimit::RateLimit(double per_second, double burst)
    : per_second_(per_second), burst_(burst), key_(random_bytes(kKeyBytes)), buckets_(per_second > 0 ? kBuckets : 0) {}

bool RateLimit::take(std::string_view client, Time now) {
  if (buckets_.empty()) return true;
  const std::size_t slot = sha256_first_40_bits(key_ + std::string(client)) % kBuckets;
  const std::scoped_lock lock(locks_[slot % locks_.size()]);
  Bucket& bucket = buckets_[slot];
  const double seconds = std::chrono::duration<double>(now - bucket.at).count();
  bucket.used = std::max(0.0, bucket.used - std::max(0.0, seconds) * per_second_);
  bucket.at = now;
  if (bucket.used + 1 > burst_) return false;
  bucket.used += 1;
  return true;
}

}  // namespace passend::http
