// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/leave_no_trace.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

namespace passend::fairwork {
namespace {

constexpr std::size_t kMostRegions = 1000;
constexpr std::size_t kReadAtOnce = 1000;
constexpr std::size_t kMargin = 1000;               // bytes around the frame of the last function
constexpr std::size_t kCalledStack = 1'000'000;     // bytes of stack that earlier calls may have used
constexpr std::uintptr_t kLargest = 1'000'000'000;  // beyond this only reserved address space, given back instead
constexpr int kState = 3, kArgumentsBegin = 48, kArgumentsEnd = 49;  // fields of /proc/self/stat, see proc(5)

struct Region {
  std::uintptr_t begin = 0, end = 0;
};

enum MapField { kAddress, kPermissions, kOffset, kDevice, kInode };
constexpr std::string_view kWritable = "rw?p";  // readable, writable, whether run or not, private
constexpr std::string_view kHexDigits = "0123456789abcdef";

// Reads lines "begin-end rw-p offset device inode name" of /proc/self/maps one byte at a time, without heap. Inode 0 is
// heap, stack and unnamed memory.
class RegionReader {
 public:
  explicit RegionReader(std::array<Region, kMostRegions>& regions) : regions_(regions) {}

  // A frame of its own: that of the caller is not overwritten and stays small.
  [[gnu::noinline]] std::size_t read() {
    const int fd = ::open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
    std::array<char, kReadAtOnce> bytes;
    for (ssize_t got = 0; fd >= 0 && (got = ::read(fd, bytes.data(), bytes.size())) > 0;)
      for (ssize_t i = 0; i < got; ++i) take(bytes[static_cast<std::size_t>(i)]);
    if (fd >= 0) ::close(fd);
    return count_;
  }

 private:
  void take(char c) {
    if (c == '\n') return end_line();
    if (c == ' ') {
      ++field_;
      at_ = 0;
      return;
    }
    if (field_ == kAddress) take_address(c);
    if (field_ == kPermissions && at_ < kWritable.size() && kWritable[at_] != '?')
      writable_ = writable_ && c == kWritable[at_];
    if (field_ == kInode) named_ = named_ || c != '0';
    ++at_;
  }

  void take_address(char c) {
    if (c == '-') {
      is_end_ = true;
      return;
    }
    std::uintptr_t& number = is_end_ ? region_.end : region_.begin;
    number = number * kHexDigits.size() + kHexDigits.find(c);
  }

  void end_line() {
    if (writable_ && !named_ && count_ < regions_.size()) regions_[count_++] = region_;
    region_ = {};
    field_ = kAddress;
    at_ = 0;
    is_end_ = named_ = false;
    writable_ = true;
  }

  std::array<Region, kMostRegions>& regions_;
  std::size_t count_ = 0;
  Region region_;
  int field_ = kAddress;
  std::size_t at_ = 0;
  bool is_end_ = false, named_ = false, writable_ = true;
};

// Takes `own` out of the region that holds it; the number of regions afterwards.
std::size_t leave_out(Region own, std::array<Region, kMostRegions>& regions, std::size_t count) {
  const auto last = regions.begin() + static_cast<std::ptrdiff_t>(count);
  const auto found =
      std::find_if(regions.begin(), last, [&](Region one) { return one.begin < own.begin && own.end < one.end; });
  if (found == last || count == regions.size()) return count;
  *last = {own.end, found->end};
  found->end = own.begin;
  return count + 1;
}

std::uintptr_t aligned(std::uintptr_t at) { return at - at % sizeof(std::uint64_t); }

// Everything is looked up before the first byte goes; from then on it calls nothing but the system. Volatile: the
// compiler must neither leave the writing out nor call a function for it. Not watched by a sanitizer, whose own memory
// goes too.
[[noreturn, gnu::noinline]] __attribute__((no_sanitize("address", "thread", "undefined"))) void overwrite_all_and_end(
    int code) {
  std::array<Region, kMostRegions> regions;
  long (*volatile const call)(long, ...) = &::syscall;
  const auto frame = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  const auto local = reinterpret_cast<std::uintptr_t>(&regions);
  const Region own{aligned(std::min(frame, local) - kMargin),
                   aligned(std::max(frame, local + sizeof(regions)) + kMargin)};
  const std::size_t count = leave_out(own, regions, RegionReader(regions).read());
  const Region* const first = regions.data();
  for (const Region* one = first; one != first + count; ++one)
    if (one->end - one->begin > kLargest)
      call(SYS_madvise, one->begin, one->end - one->begin, MADV_DONTNEED);
    else
      for (std::uintptr_t at = one->begin; at < one->end; at += sizeof(std::uint64_t))
        *reinterpret_cast<volatile std::uint64_t*>(at) = 0;
  call(SYS_exit_group, code);
  __builtin_unreachable();
}

}  // namespace

void overwrite_command_line() {
  std::ifstream file("/proc/self/stat");
  const std::string line{std::istreambuf_iterator<char>(file), {}};
  std::istringstream words(line.substr(std::min(line.size(), line.rfind(')') + 1)));  // the name may hold spaces
  std::uintptr_t begin = 0, end = 0;
  std::string word;
  for (int field = kState; words >> word; ++field) {
    if (field == kArgumentsBegin) begin = std::strtoull(word.c_str(), nullptr, 0);
    if (field == kArgumentsEnd) end = std::strtoull(word.c_str(), nullptr, 0);
  }
  const auto* name = reinterpret_cast<const char*>(begin);
  if (begin == 0 || end <= begin) return;
  begin += std::char_traits<char>::length(name);
  if (begin < end) sodium_memzero(reinterpret_cast<void*>(begin), end - begin);
}

void close_to_onlookers() {
  const rlimit none{};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

void leave_no_trace_at_exit() {
  ::on_exit([](int code, void*) { end_without_trace(code); }, nullptr);
}

void end_without_trace(int code) {
  std::fflush(stdout);
  std::fflush(stderr);
  sodium_stackzero(kCalledStack);
  overwrite_all_and_end(code);
}

}  // namespace passend::fairwork
