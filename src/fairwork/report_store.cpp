// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/report_store.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <chrono>
#include <cstring>

#include "fairwork/file_descriptor.hpp"

namespace passend::fairwork {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAside = ".new";  // left by a writer that was stopped; the next one removes it
constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;

Fault io_fault(FaultCode code, const fs::path& path, int error) {
  return {.code = code, .file = path.string(), .args = {{"reason", std::strerror(error)}}};
}

Fault damaged(const fs::path& path, std::size_t records) {
  Fault fault{.code = FaultCode::kReportDamaged, .file = path.string()};
  if (records > 0) fault.args["count"] = std::to_string(records);
  return fault;
}

// The begin of the week is all the time that is kept.
void set_time(int fd, IsoWeek week) {
  const timespec monday{.tv_sec = std::chrono::seconds(std::chrono::days(week.monday.days)).count(), .tv_nsec = 0};
  const std::array<timespec, 2> access_and_change{monday, monday};
  ::futimens(fd, access_and_change.data());
}

// Bytes read: fewer than asked only at the end; below zero on an error.
ssize_t read_full(int fd, unsigned char* into, std::size_t size) {
  std::size_t filled = 0;
  while (filled < size) {
    const auto got = ::read(fd, into + filled, size - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return got;
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return static_cast<ssize_t>(filled);
}

bool write_full(int fd, const unsigned char* bytes, std::size_t size) {
  for (std::size_t written = 0; written < size;) {
    const auto put = ::write(fd, bytes + written, size - written);
    if (put < 0 && errno != EINTR) return false;
    if (put > 0) written += static_cast<std::size_t>(put);
  }
  return true;
}

// Not through a link, and not waiting for a pipe. The fault where there is no such file is kFileMissing.
Result<FileDescriptor> open_week(const fs::path& path) {
  constexpr int kFlags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
  int fd = ::open(path.c_str(), kFlags | O_NOATIME);
  if (fd < 0 && errno == EPERM) fd = ::open(path.c_str(), kFlags);  // only the owner may leave the time of reading
  FileDescriptor file(fd);
  if (!file) return fail(io_fault(errno == ENOENT ? FaultCode::kFileMissing : FaultCode::kFileUnreadable, path, errno));
  struct stat info{};
  if (::fstat(file.get(), &info) != 0) return fail(io_fault(FaultCode::kFileUnreadable, path, errno));
  if (!S_ISREG(info.st_mode) || static_cast<std::size_t>(info.st_size) % (kRecordBytes * kRecordsPerAct) != 0)
    return fail(damaged(path, 0));
  return file;
}

Result<std::vector<Record>> records_of(const fs::path& path) {
  const auto file = open_week(path);
  if (!file) {
    if (file.error().front().code == FaultCode::kFileMissing) return std::vector<Record>();
    return fail(file.error());
  }
  std::vector<Record> records;
  while (true) {
    records.emplace_back();
    const auto got = read_full(file->get(), records.back().data(), kRecordBytes);
    if (got < 0) return fail(io_fault(FaultCode::kFileUnreadable, path, errno));
    if (got < static_cast<ssize_t>(kRecordBytes)) break;
  }
  records.pop_back();
  return records;
}

// A file without a name until it is whole: whoever is stopped while writing leaves nothing.
Result<void> write_sorted(int folder, const fs::path& path, const std::vector<Record>& records, IsoWeek week) {
  std::vector<const Record*> sorted;
  for (const Record& record : records) sorted.push_back(&record);
  std::ranges::sort(sorted, [](const Record* a, const Record* b) { return *a < *b; });
  const FileDescriptor file(::openat(folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, kOwnerOnly));
  const std::string unnamed = fmt::format("/proc/self/fd/{}", file.get());
  bool is_done = static_cast<bool>(file);
  for (std::size_t i = 0; is_done && i < sorted.size(); ++i)
    is_done = write_full(file.get(), sorted[i]->data(), kRecordBytes);
  if (is_done) set_time(file.get(), week);
  is_done = is_done && ::fsync(file.get()) == 0 &&
            ::linkat(AT_FDCWD, unnamed.c_str(), folder, kAside, AT_SYMLINK_FOLLOW) == 0 &&
            ::renameat(folder, kAside, folder, path.filename().c_str()) == 0;
  const int error = errno;
  if (!is_done) ::unlinkat(folder, kAside, 0);
  set_time(folder, week);
  if (!is_done) return fail(io_fault(FaultCode::kFileUnwritable, path, error));
  if (::fsync(folder) != 0) return fail(io_fault(FaultCode::kFileUnwritable, path, errno));
  return {};
}

Result<std::vector<fs::path>> weeks_in(const fs::path& folder, bool refuse_others) {
  std::vector<fs::path> weeks;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (parse_iso_week(name))
      weeks.push_back(entry->path());
    else if (refuse_others && name != kAside)
      return fail(io_fault(FaultCode::kFileUnwritable, folder, ENOTEMPTY));
  }
  if (error) return fail(io_fault(FaultCode::kFileUnreadable, folder, error.value()));
  std::ranges::sort(weeks);
  return weeks;
}

}  // namespace

Result<ReportStore> ReportStore::open(const fs::path& folder) {
  const FileDescriptor found(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!found)
    return fail(io_fault(errno == ENOENT ? FaultCode::kFileMissing : FaultCode::kFileUnreadable, folder, errno));
  return ReportStore(folder);
}

Result<void> ReportStore::add(IsoWeek week, std::vector<Record> act) const {
  assert(!act.empty() && act.size() <= kRecordsPerAct);
  while (act.size() < kRecordsPerAct) act.push_back(make_decoy());
  const FileDescriptor folder(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder || ::flock(folder.get(), LOCK_EX) != 0)  // one writer at a time; let go with the descriptor
    return fail(io_fault(FaultCode::kFileUnwritable, folder_, errno));
  if (const auto others = weeks_in(folder_, true); !others) return fail(others.error());
  ::unlinkat(folder.get(), kAside, 0);
  const fs::path path = folder_ / to_string(week);
  auto records = records_of(path);
  if (!records) return fail(std::move(records.error()));
  records->insert(records->end(), act.begin(), act.end());
  return write_sorted(folder.get(), path, *records, week);
}

Faults ReportStore::each(const std::function<void(const Record&)>& show) const {
  const auto weeks = weeks_in(folder_, false);
  if (!weeks) return weeks.error();
  Faults faults;
  for (const fs::path& path : *weeks) {
    const auto file = open_week(path);
    if (!file) {
      faults.insert(faults.end(), file.error().begin(), file.error().end());
      continue;
    }
    Record record;
    std::size_t broken = 0;
    while (read_full(file->get(), record.data(), record.size()) == static_cast<ssize_t>(record.size())) {
      if (is_whole(record))
        show(record);
      else
        ++broken;
    }
    if (broken > 0) faults.push_back(damaged(path, broken));
  }
  return faults;
}

}  // namespace passend::fairwork
