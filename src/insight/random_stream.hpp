// SPDX-License-Identifier: EUPL-1.2
// Numbers that look random and are the same on every machine: splitmix64, integers only. Each use has a stream of its
// own, named by purpose and index, so that adding a draw in one place does not change any other.
#pragma once

#include <cstdint>
#include <string_view>

namespace passend {

class RandomStream {
 public:
  RandomStream(std::uint64_t seed, std::string_view purpose, std::uint64_t index)
      : state_(mix(mix(seed) ^ hash(purpose)) + mix(index)) {}

  std::uint64_t next() { return mix(state_ += kStep); }

  // A whole number in [0, count); count > 0. The bias is below count / 2^64.
  std::uint64_t below(std::uint64_t count) { return next() % count; }

 private:
  static constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15ULL;

  static constexpr std::uint64_t mix(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
  }

  // FNV-1a.
  static constexpr std::uint64_t hash(std::string_view text) {
    std::uint64_t value = 0xCBF29CE484222325ULL;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return value;
  }

  std::uint64_t state_;
};

}  // namespace passend
