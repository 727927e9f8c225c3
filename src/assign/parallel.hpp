// SPDX-License-Identifier: EUPL-1.2
// Independent jobs on a few threads. Which thread takes which job does not show in the results.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace passend::assign {

template <class Job>
void for_each_job(std::size_t jobs, int threads, const Job& job) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < jobs; i = next++) job(i);
  };
  std::vector<std::jthread> others;
  const auto wanted = std::min(jobs, static_cast<std::size_t>(std::max(threads, 1)));
  for (std::size_t i = 1; i < wanted; ++i) others.emplace_back(work);
  work();
}

}  // namespace passend::assign
