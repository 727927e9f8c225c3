// SPDX-License-Identifier: EUPL-1.2
// Where answers, faults and progress go: answers to stdout, faults and progress to stderr, progress only to a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

#include "base/fault.hpp"
#include "present/catalogue.hpp"

namespace passend::cli {

class Console {
 public:
  Console(present::Catalogue catalogue, bool json) : catalogue_(std::move(catalogue)), json_(json) {}

  const present::Catalogue& catalogue() const { return catalogue_; }
  bool json() const { return json_; }
  std::string text(std::string_view key, const present::Arguments& arguments = {}) const {
    return catalogue_.text(key, arguments);
  }

  void answer(std::string_view text) const;        // stdout, as it is
  void note(std::string_view text) const;          // stderr, one line
  int fail(const Faults& faults) const;            // prints all; the exit code of the first
  void progress(std::string_view stage, std::int64_t done, std::int64_t total) const;
  void end_progress() const;

 private:
  present::Catalogue catalogue_;
  bool json_;
};

// Turns Ctrl-C and a polite kill into a stop request. One per process, made before other threads.
class StopOnSignal {
 public:
  StopOnSignal();
  ~StopOnSignal();
  std::stop_token token() const { return source_.get_token(); }

 private:
  std::stop_source source_;
  std::jthread waiter_;
};

int threads_of(int option);  // the option, or the cores of the machine for 0

}  // namespace passend::cli
