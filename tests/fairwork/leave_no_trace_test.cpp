// SPDX-License-Identifier: EUPL-1.2
// Shows: a process that ends without a trace keeps its exit code and what it said, loses its command line, and no one
// of its own user may look into it. What its memory holds at the end: tests/cli/fair_home_work_test.py.
#include "fairwork/leave_no_trace.hpp"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <vector>

namespace passend::fairwork {
namespace {

struct Ended {
  int code = -1;
  std::string said{};
};

// Runs `child` in a process of its own, with stdout as a pipe.
Ended ended(const std::function<void()>& child) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  std::fflush(stdout);
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    child();
    ::_exit(99);
  }
  ::close(ends[1]);
  Ended out;
  char bytes[1000];
  for (ssize_t got = 0; (got = ::read(ends[0], bytes, sizeof(bytes))) > 0;)
    out.said.append(bytes, static_cast<std::size_t>(got));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(pid, &status, 0);
  if (WIFEXITED(status)) out.code = WEXITSTATUS(status);
  return out;
}

std::string bytes_of(const char* path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(LeaveNoTrace, ExitCodeAndOutputStay) {
  for (const int code : {0, 3, 70}) {
    const Ended out = ended([&] {
      const std::vector<std::string> much(10'000, "an answer that is longer than a short string");
      std::printf("%s", much.back().c_str());
      end_without_trace(code);
    });
    EXPECT_EQ(out.code, code);
    EXPECT_EQ(out.said, "an answer that is longer than a short string");
  }
}

TEST(LeaveNoTrace, ItComesLastHoweverTheProcessEnds) {
  const Ended out = ended([] {
    leave_no_trace_at_exit();
    std::atexit([] { std::printf("bye"); });
    std::exit(5);
  });
  EXPECT_EQ(out.code, 5);
  EXPECT_EQ(out.said, "bye");
}

TEST(LeaveNoTrace, TheCommandLineIsItsNameAlone) {
  const std::string before = bytes_of("/proc/self/cmdline");
  const std::string name = before.substr(0, before.find('\0'));
  const Ended out = ended([] {
    overwrite_command_line();
    std::printf("%s", bytes_of("/proc/self/cmdline").c_str());
    end_without_trace(0);
  });
  EXPECT_EQ(out.said, name);
}

TEST(LeaveNoTrace, NoCoreFileAndNoLookers) {
  const Ended out = ended([] {
    const int before = ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0);
    close_to_onlookers();
    rlimit limit{};
    ::getrlimit(RLIMIT_CORE, &limit);
    std::printf("%d %d %d", before, ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), static_cast<int>(limit.rlim_max));
    end_without_trace(0);
  });
  EXPECT_EQ(out.said, "1 0 0");
}

}  // namespace
}  // namespace passend::fairwork
