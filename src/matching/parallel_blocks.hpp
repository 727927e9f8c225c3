// SPDX-License-Identifier: EUPL-1.2
// The same function for every index, on several threads. Each index writes its own slot, so the result does not depend
// on the number of threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace passend {

template <class Function>
void for_each_parallel(std::size_t count, int threads, const Function& function) {
  constexpr std::size_t kChunk = 16;
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t begin = next.fetch_add(kChunk); begin < count; begin = next.fetch_add(kChunk))
      for (std::size_t i = begin; i < std::min(count, begin + kChunk); ++i) function(i);
  };
  std::vector<std::jthread> pool;
  for (int t = 1; t < threads; ++t) pool.emplace_back(run);
  run();
}

}  // namespace passend
