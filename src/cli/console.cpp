// SPDX-License-Identifier: EUPL-1.2
#include "cli/console.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <ctime>

#include <fmt/format.h>

#include "present/fault_text.hpp"

namespace passend::cli {
namespace {

constexpr int kPollMilliseconds = 100;

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

bool on_terminal() { return isatty(STDERR_FILENO) == 1; }

}  // namespace

void Console::answer(std::string_view text) const { std::fwrite(text.data(), 1, text.size(), stdout); }

void Console::note(std::string_view text) const { fmt::print(stderr, "{}\n", text); }

int Console::fail(const Faults& faults) const {
  end_progress();
  if (json_) answer(present::faults_json(faults, catalogue_));
  else fmt::print(stderr, "{}", present::fault_lines(faults, catalogue_));
  return static_cast<int>(exit_of(faults.front().code));
}

void Console::progress(std::string_view stage, std::int64_t done, std::int64_t total) const {
  if (!on_terminal()) return;
  const std::string share = total > 0 ? fmt::format(" {}/{}", done, total) : std::string();
  fmt::print(stderr, "\r\x1b[K{}{} …", text(fmt::format("cli.stage.{}", stage)), share);
  std::fflush(stderr);
}

void Console::end_progress() const {
  if (on_terminal()) fmt::print(stderr, "\r\x1b[K");
}

StopOnSignal::StopOnSignal() {
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  waiter_ = std::jthread([this](const std::stop_token& ended) {
    const sigset_t waited = stop_signals();
    const timespec poll{.tv_sec = 0, .tv_nsec = kPollMilliseconds * 1'000'000L};
    while (!ended.stop_requested()) {
      if (sigtimedwait(&waited, nullptr, &poll) <= 0) continue;
      if (source_.stop_requested()) _exit(static_cast<int>(Exit::kStopped));  // asked twice: at once
      source_.request_stop();
    }
  });
}

StopOnSignal::~StopOnSignal() = default;

int threads_of(int option) {
  if (option > 0) return option;
  const unsigned cores = std::thread::hardware_concurrency();
  return cores == 0 ? 1 : static_cast<int>(cores);
}

}  // namespace passend::cli
